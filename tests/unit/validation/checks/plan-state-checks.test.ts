import { describe, expect, test } from 'vitest';
import {
  appendFixtureLines,
  editFixtureFile,
  type FixtureFiles,
  validateFixture,
} from '../../../support/fixture-site.ts';

const INDEX = 'content/plans/mihon-keikaku/index.mdx';
const STATE = [
  'state: 実施中',
  'stateReason: 計画の期間は令和10年度までです。',
  'stateWebsite: https://mihon.example/keikaku',
  'stateChecked: 2026-11-20',
].join('\n');
const ended = editFixtureFile(INDEX, STATE, 'state: 終了');
const later = appendFixtureLines('data/changes.csv', '2029-04-01,mihon-keikaku,計画が終わりました,,,,');

test('a plan that ends later than the latest change is reported with both days', () => {
  const [problem] = validateFixture(ended);
  expect(problem).toMatchObject({ code: 'plan-state-without-ground', file: INDEX });
  expect(problem?.hint).toContain(
    '期間（令和5年度から令和10年度まで）は、changes.csv のいちばん新しい日（2026-11-20）',
  );
});

test('a plan that ended before the latest change is valid', () => {
  expect(validateFixture({ ...ended, ...later })).toEqual([]);
});

test('an ongoing plan that is over is reported with the day of the latest change', () => {
  const [problem] = validateFixture(later);
  expect(problem).toMatchObject({ code: 'ongoing-plan-is-over', file: INDEX });
  expect(problem?.message).toContain('changes.csv のいちばん新しい日（2029-04-01）には過ぎています');
});

test('a period that cannot be read is reported at its key', () => {
  const files = editFixtureFile(INDEX, 'period: 令和5年度から令和10年度まで', 'period: 施策;取組');
  expect(validateFixture(files)).toMatchObject([{ code: 'period-kept-as-text', file: INDEX, field: 'period' }]);
});

test('a last year that is over is reported at its own key, not at the period', () => {
  const files = editFixtureFile(INDEX, STATE, 'lastYear: 令和6年度');
  expect(validateFixture(files)).toMatchObject([{ code: 'plan-end-not-marked', file: INDEX, field: 'lastYear' }]);
});

describe('a plan that another one has replaced', () => {
  const NEW = 'content/plans/z-keikaku/index.mdx';
  const newer = {
    [NEW]:
      '---\ntitle: 次の計画\nshortTitle: 次の計画\nmunicipality: mihon\nkind: 総合計画\nlevels: [政策]\nsource: mihon-keikaku\n---\n',
    'data/plans/z-keikaku/tree.csv': 'コード,種別,階層,名称,要約,出典ID\n1,政策,政策,政策,要約です。,mihon-keikaku\n',
    ...appendFixtureLines('data/changes.csv', '2026-11-20,z-keikaku,計画の入れかえ,mihon-keikaku,,,'),
  };
  const listProblems = (files: FixtureFiles) =>
    validateFixture({ ...newer, ...files })
      .filter(({ file }) => file === INDEX)
      .map(({ code, message, line }) => [code, message, line]);

  test.each([
    ['ongoing', {}, 11],
    ['of an unknown state', editFixtureFile(INDEX, STATE, 'lastYear: 令和10年度'), 1],
  ])('is not %s', (_what, files, line) => {
    const message = '計画は「z-keikaku」に入れかわっていますが、state が 終了 になっていません。';
    expect(listProblems(files)).toEqual([['plan-end-not-marked', message, line]]);
  });

  test('may have ended', () => {
    expect(listProblems(editFixtureFile(INDEX, 'state: 実施中', 'state: 終了'))).toEqual([]);
  });
});
