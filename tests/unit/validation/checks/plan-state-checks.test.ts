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
    '期間（令和5年度から令和10年度まで）は、changes.csv と保存版のいちばん新しい日（2026-11-20）',
  );
});

test('the first advice on a plan that ends later is not to write a day on which it did not end', () => {
  const hint = validateFixture(ended)[0]?.hint ?? '';
  const advice = ['state を 実施中 に', 'stateWebsite に', '期間の後の日付で changes.csv に'].map((part) =>
    hint.indexOf(part),
  );
  expect(advice).toEqual(advice.toSorted((a, b) => a - b));
  expect(Math.min(...advice)).toBeGreaterThan(0);
});

test('the advice for an ongoing plan says what is missing if its period has no end', () => {
  const period = 'period: 令和5年度から令和10年度まで';
  const files = editFixtureFile(INDEX, `${period}\n${STATE}`, 'period: 令和5年度から\nstate: 実施中');
  expect(validateFixture(files)[0]?.hint).toContain(
    'period の「令和5年度から」からは、いつまでの計画かがわかりません。',
  );
});

test('the key of a last year is named if the plan is over by it', () => {
  const files = editFixtureFile(INDEX, '\nsource: ', '\nlastYear: 令和6年度\nsource: ');
  expect(validateFixture(files)[0]?.hint).toContain(
    'lastYear と changes.csv の日付（保存版をつくるときは --date も）を',
  );
});

test('a plan that ended before the latest change is valid', () => {
  expect(validateFixture({ ...ended, ...later })).toEqual([]);
});

test('a plan is ongoing on the last day of its period', () => {
  const last = appendFixtureLines('data/changes.csv', '2029-03-31,mihon-keikaku,計画の最後の日です,,,,');
  expect(validateFixture(last)).toEqual([]);
});

test('an ongoing plan that is over is reported with the day of the latest change', () => {
  const [problem] = validateFixture(later);
  expect(problem).toMatchObject({ code: 'ongoing-plan-is-over', file: INDEX });
  expect(problem?.message).toContain('changes.csv と保存版のいちばん新しい日（2029-04-01）には過ぎています');
});

const farPeriod = editFixtureFile(INDEX, '令和5年度から令和10年度まで', '令和5年度から令和90年度まで');

test('a period that ends after 50 years or later is doubted, and the end of the present plan is not', () => {
  const [problem, ...others] = validateFixture(farPeriod);
  expect(problem).toMatchObject({ code: 'far-plan-end', level: 'warning', file: INDEX, field: 'period' });
  expect(problem?.message).toContain('83年も後');
  expect(others).toEqual([]);
  const near = editFixtureFile(INDEX, '令和5年度から令和10年度まで', '令和5年度から令和56年度まで');
  expect(validateFixture(near)).toEqual([]);
});

test('an ongoing plan whose period has not begun is doubted, unless a page was seen since then', () => {
  const setPeriod = (period: string, state = STATE): FixtureFiles => ({
    ...editFixtureFile(INDEX, `令和5年度から令和10年度まで\n${STATE}`, `${period}\n${state}`),
    ...editFixtureFile('data/plans/mihon-keikaku/targets.csv', '令和7年度,中間', '令和9年度,中間'),
  });
  const early = setPeriod('令和9年度から令和13年度まで');
  const [problem, ...others] = validateFixture(early);
  expect(problem).toMatchObject({ code: 'plan-not-begun', level: 'warning', file: INDEX, field: 'state' });
  const seen = STATE.replace('2026-11-20', '2027-04-01');
  const sound = [
    setPeriod('2026年11月20日から2030年3月31日まで'),
    setPeriod('令和9年度から令和13年度まで', seen),
    // The plan was longer than planned.
    setPeriod('令和5年度から令和8年度まで', `lastYear: 令和10年度\n${STATE}`),
  ];
  expect([others, ...sound.map(validateFixture)].flat()).toEqual([]);
  const codes = validateFixture({ ...early, 'data/changes.csv': null }).map(({ code }) => code);
  expect(codes).not.toContain('plan-not-begun');
});

test('no end of a period is far without a day to compare it with', () => {
  const codes = validateFixture({ ...farPeriod, 'data/changes.csv': null }).map(({ code }) => code);
  expect(codes).not.toContain('far-plan-end');
});

test('a period that cannot be read is reported at its key', () => {
  const files = editFixtureFile(INDEX, 'period: 令和5年度から令和10年度まで', 'period: 施策;取組');
  expect(validateFixture(files)).toMatchObject([{ code: 'period-kept-as-text', file: INDEX, field: 'period' }]);
});

test('a page about the state needs the day on which it was seen', () => {
  const [problem] = validateFixture(editFixtureFile(INDEX, '\nstateChecked: 2026-11-20', ''));
  expect(problem).toMatchObject({ code: 'missing-key', file: INDEX, field: 'stateWebsite' });
  expect(problem?.message).toContain('stateChecked');
});

test('a period whose years may be calendar or fiscal years is reported, because its days stay unknown', () => {
  const files = editFixtureFile(INDEX, 'period: 令和5年度から令和10年度まで', 'period: R5～R10');
  expect(validateFixture(files)).toMatchObject([{ code: 'year-or-fiscal-year', file: INDEX, field: 'period' }]);
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

describe('a plan of a municipality that no longer exists', () => {
  const listStates = (abolished: string, files: FixtureFiles = {}) =>
    validateFixture({
      ...files,
      'data/municipalities.csv': `団体コード,市区町村ID,名称,廃止日,合併先,出典ID
990019,mihon,見本町,${abolished},${abolished && 'tonari'},mihon-tokei
990027,tonari,となり町,,,mihon-tokei
`,
    })
      .filter(({ file }) => file === INDEX)
      .map(({ level, code, message, line, hint }) => [level, code, message, line, hint]);

  test('has a warning to look whether it is still ongoing or was taken over', () => {
    const files = editFixtureFile(INDEX, 'stateChecked: 2026-11-20', 'stateChecked: 2026-09-30');
    expect(listStates('2026-10-01', files)).toEqual([
      [
        'warning',
        'plan-end-not-marked',
        '計画をつくった市区町村は2026-10-01に廃止されましたが、state が 実施中 のままです。',
        11,
        expect.stringContaining('新しい市区町村が引きついでいることもあります。'),
      ],
    ]);
  });

  test('has the warning if only its period says that it is ongoing', () => {
    const website = 'stateWebsite: https://mihon.example/keikaku\nstateChecked: 2026-11-20\n';
    const states = listStates('2026-10-01', editFixtureFile(INDEX, website, ''));
    expect(states.map(([level, code]) => [level, code])).toEqual([['warning', 'plan-end-not-marked']]);
  });

  test('may be ongoing if a page seen on that day or later says so', () => {
    expect(listStates('2026-11-20')).toEqual([]);
  });

  test.each(['終了', '未確認'])('may be %s', (state) => {
    const old = editFixtureFile(INDEX, STATE, STATE.replace('実施中', state).replace('2026-11-20', '2026-09-30'));
    expect(listStates('2026-10-01', old)).toEqual([]);
  });

  test('is not reported for a municipality that exists, nor for a day to come', () => {
    expect([listStates(''), listStates('2026-11-21')]).toEqual([[], []]);
  });
});

test.each([
  ['before the plan begins', '令和2年度', '令和4年度', '継続', ['target-before-plan 9']],
  ['before the plan begins, of a changed definition', '令和2年度', '令和4年度', '定義変更', ['target-before-plan 9']],
  ['before the plan begins, long after the baseline', '平成9年度', '平成20年度', '継続', ['target-before-plan 9']],
  ['before the plan begins, of an indicator that ended', '令和2年度', '令和4年度', '終了', []],
  ['in the first year of the plan', '令和2年度', '令和5年度', '継続', []],
  ['unknown', '令和2年度', '', '継続', []],
])('a target may be of another plan if its time is %s', (_what, from, time, state, reported) => {
  const row = `new,,題,人,増加,,10人,${from},20人,${time},${state},定義が変わりました。,mihon-keikaku,`;
  const problems = validateFixture(appendFixtureLines('data/plans/mihon-keikaku/indicators.csv', row));
  expect(problems.map(({ code, line }) => `${code} ${line}`)).toEqual(reported);
  for (const { message } of problems)
    expect(message).toContain('計画の期間「令和5年度から令和10年度まで」より前です。');
});
