import { describe, expect, test } from 'vitest';
import type { ReleaseChange } from '../../../src/model/data-release.ts';
import { describeReleaseChange } from '../../../src/site-data/release-queries.ts';

const change: ReleaseChange = {
  id: 'r8-r1',
  release: 'r8',
  date: '2027-03-01',
  kind: 'result-corrected',
  record: 'mihon-keikaku/readers',
  title: '読む人の割合',
  municipality: 'mihon',
  plan: 'mihon-keikaku',
  zone: null,
  period: '',
  before: '',
  after: '',
  beforeValue: null,
  afterValue: null,
  unit: '',
  reason: '',
  sources: [],
};

describe('a change between releases in one line', () => {
  test.each<[string, Partial<ReleaseChange>, string]>([
    ['both values', { period: '令和6年度', before: '5件', after: '6件' }, '読む人の割合（令和6年度）：5件 → 6件'],
    ['no new value', { kind: 'result-removed', before: '5件' }, '読む人の割合：5件 → なし'],
    ['the reason', { before: '5件', after: '6件', reason: '打ちまちがい' }, '読む人の割合：5件 → 6件。打ちまちがい'],
    ['the name of an added record once', { kind: 'added', after: '読む人の割合' }, '読む人の割合'],
    ['the name of a removed record once', { kind: 'removed', before: '読む人の割合' }, '読む人の割合'],
    ['the name of a record with another text', { kind: 'text-changed' }, '読む人の割合'],
  ])('has %s', (_what, parts, line) => {
    expect(describeReleaseChange({ ...change, ...parts })).toBe(line);
  });
});
