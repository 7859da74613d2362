import { describe, expect, test } from 'vitest';
import {
  type Change,
  createIdFollower,
  describeChange,
  ID_CHANGE_ITEM,
  PLAN_REPLACEMENT_ITEM,
} from '../../../src/tables/changes.ts';

const change = { id: '2026-11-20-1', date: '2026-11-20', subjects: [], item: '人数', sources: [], kind: null };
const describeRow = (row: Partial<Change>) =>
  describeChange({ ...change, before: '', after: '', reason: '', ...row }, (id) => `計画 ${id}`);

describe('a change in one line', () => {
  test('says from what to what, and why', () => {
    const line = describeRow({ before: '5,578人', after: '5,587人', reason: '打ちまちがい' });
    expect(line).toBe('5,578人 → 5,587人。理由：打ちまちがい');
    expect(describeRow({ after: '終わりました。', reason: '打ちまちがい' })).toBe('終わりました。理由：打ちまちがい');
  });

  test('leaves out the arrow if there is no old or no new value, and names an old value without a new one', () => {
    expect(describeRow({ after: '5,587人' })).toBe('5,587人');
    expect(describeRow({ before: '5,578人' })).toBe('前：5,578人');
  });

  test('is empty if the row has no values', () => {
    expect(describeRow({})).toBe('');
  });

  test('names the new id after the old one', () => {
    const row = { item: ID_CHANGE_ITEM, subjects: ['mihon-new'], before: 'mihon-old', reason: '打ちまちがい' };
    expect(describeRow(row)).toBe('mihon-old → mihon-new。理由：打ちまちがい');
  });

  test('names a plan that is replaced by its title', () => {
    expect(describeRow({ item: PLAN_REPLACEMENT_ITEM, before: 'mihon-old', after: '次の計画' })).toBe(
      '計画 mihon-old → 次の計画',
    );
  });

  test.each(['', 'mihon-new'])('names the new plan if the row does not: %j', (after) => {
    const row = { item: PLAN_REPLACEMENT_ITEM, subjects: ['mihon-new'], before: 'mihon-old', after };
    expect(describeRow(row)).toBe('計画 mihon-old → 計画 mihon-new');
  });
});

test('an earlier id is followed through its own changes and those of its plan', () => {
  const move = (before: string, after: string) => ({ item: ID_CHANGE_ITEM, before, subjects: [after] });
  const follow = createIdFollower([move('old', 'now'), move('now/1_1', 'now/1_2'), move('now/1_3', 'other/1')]);
  expect(['old', 'old/9', 'old/1_1', 'old/1_3', 'kept/1'].map(follow)).toEqual([
    'now',
    'now/9',
    'now/1_2',
    'other/1',
    'kept/1',
  ]);
});

test('only changes of ids are followed, and ids that were exchanged end the way', () => {
  const move = (before: string, after: string, item = ID_CHANGE_ITEM) => ({ item, before, subjects: [after] });
  const follow = createIdFollower([move('a', 'b'), move('b', 'a'), move('kept', 'next', PLAN_REPLACEMENT_ITEM)]);
  expect(['a', 'b', 'kept', 'kept/1'].map(follow)).toEqual(['b', 'a', 'kept', 'kept/1']);
});
