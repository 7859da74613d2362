import { appendFixtureLines, formatFixtureDiagnostics, type FixtureFiles } from './fixture-site.ts';

const PLAN = 'data/plans/mihon-keikaku';

/** One more indicator, with a baseline of 令和4年度 and these rows of results, whose source was read after them. */
export function withResults(
  rows: readonly string[],
  {
    aggregation = '単年',
    baseline = '－',
    unit = '人',
    direction = '増加',
    from = '令和4年度',
    target = '増加',
    source = 'later',
    title = '題',
  } = {},
): FixtureFiles {
  return {
    ...(source === 'later' ? appendFixtureLines('data/sources.csv', 'later,,資料,,,,,2040-04-01,,') : {}),
    ...appendFixtureLines(
      `${PLAN}/indicators.csv`,
      `new,,${title},${unit},${direction},${aggregation},"${baseline}",${from},${target},令和20年度,,,mihon-keikaku,`,
    ),
    ...appendFixtureLines(`${PLAN}/observations.csv`, ...rows.map((row) => `new,${row},,,,${source},`)),
  };
}
/** Results of the years from 令和5年度 on. */
export const years = (...values: readonly string[]) =>
  values.map((value, index) => `令和${index + 5}年度,"${value}",,`);
/** The codes of the diagnostics of these files, with their lines. */
export const codes = (files: FixtureFiles) => formatFixtureDiagnostics(files).map((one) => one.replace(/:\d+ .*/, ''));
