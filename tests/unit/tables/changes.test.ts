import { describe, expect, test } from 'vitest';
import { describeChange } from '../../../src/tables/changes.ts';

const change = { id: '2026-11-20-1', date: '2026-11-20', targets: [], item: '人数', sources: [] };

describe('a change in one line', () => {
  test('says from what to what, and why', () => {
    const line = describeChange({ ...change, before: '5,578人', after: '5,587人', reason: '打ちまちがい' });
    expect(line).toBe('5,578人 → 5,587人。打ちまちがい');
  });

  test('leaves out the arrow if there is no old or no new value', () => {
    expect(describeChange({ ...change, before: '', after: '5,587人', reason: '' })).toBe('5,587人');
    expect(describeChange({ ...change, before: 'mihon-old', after: '', reason: '' })).toBe('mihon-old');
  });

  test('is empty if the row has no values', () => {
    expect(describeChange({ ...change, before: '', after: '', reason: '' })).toBe('');
  });
});
