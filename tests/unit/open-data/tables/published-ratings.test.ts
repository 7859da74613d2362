import { execFileSync } from 'node:child_process';
import { mkdtempDisposableSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listRowObjects, type PublishedValue } from '../../../../src/open-data/published-table.ts';
import { serializeCsv } from '../../../../src/open-data/table-formats.ts';
import { codeLists } from '../../../../src/open-data/tables/published-code-lists.ts';
import { publishedRatings } from '../../../../src/open-data/tables/published-ratings.ts';
import { paceLimits } from '../../../../src/progress/linear-rating.ts';
import { EXAMPLE_SITE } from '../../../support/example-site.ts';
import { appendFixtureLines } from '../../../support/fixture-site.ts';
import { openFixtureSite, openSharedSite } from '../../../support/shared-sites.ts';
import { readFileText, REPOSITORY_FOLDER } from '../../../support/source-modules.ts';

/* Anybody can compute every rating again from the published tables. These tests do so, from the tables alone. */

const siteData = openSharedSite(EXAMPLE_SITE);
const ratingBands = codeLists.find(({ id }) => id === 'rating-bands') ?? expect.fail();
const rows = listRowObjects(siteData, publishedRatings);
const number = (value: PublishedValue | undefined) => Number(value);
const days = (from: PublishedValue | undefined, to: PublishedValue | undefined) =>
  (Date.parse(String(to)) - Date.parse(String(from))) / 86_400_000;
const rated = rows.filter(({ reason }) => reason === null);
/** The columns of the figures that bands have as scales. */
const FIGURES = {
  share: 'achieved',
  pace: 'pace',
  'target-ratio': 'target_ratio',
  difference: 'difference',
  'difference-ratio': 'difference_ratio',
} as const;
type Scale = keyof typeof FIGURES;

describe('the published ratings', () => {
  test('have a row for each indicator and method', () => {
    expect(rows).toHaveLength(84);
    expect(new Set(rows.map(({ indicator, method }) => `${String(indicator)} ${String(method)}`)).size).toBe(84);
  });

  test('have either a status, or a symbol, or a reason', () => {
    for (const row of rows) {
      const said = [row.status !== null && row.status !== 'not-rated', row.symbol !== null, row.reason !== null];
      expect([row.indicator, said.filter(Boolean).length]).toEqual([row.indicator, 1]);
    }
  });

  test('have no rounding errors of binary numbers', () => {
    const values = rows.flatMap((row) => Object.values(row)).filter((value) => typeof value === 'number');
    expect(values.length).toBeGreaterThan(200);
    expect(values.filter((value) => /\d0{6}\d*[1-9]$|\.\d*9{6}/.test(String(value)))).toEqual([]);
  });

  test('have no figures if nothing is rated', () => {
    const figures = ['achieved', 'elapsed', 'pace', 'expected', 'difference', 'target_ratio', 'measured'] as const;
    const unrated = rows.filter(({ reason }) => reason !== null);
    expect(unrated).not.toEqual([]);
    for (const row of unrated)
      expect([row.indicator, ...figures.map((name) => row[name])]).toEqual([row.indicator, ...figures.map(() => null)]);
  });

  test('have no other numbers than the inputs and those that the description names, if nothing is rated', () => {
    const inputs = /^(?:baseline_value|target_(?:value|low|high)|latest_(?:value|sample)|minimum_sample)$/;
    const numbers = rows
      .filter(({ reason }) => reason !== null)
      .flatMap((row) => Object.entries(row).flatMap(([name, value]) => (typeof value === 'number' ? [name] : [])));
    const computed = publishedRatings.columns.filter(({ name }) => !inputs.test(name) && numbers.includes(name));
    expect(computed.map(({ name }) => name)).toEqual(['pace_needed', 'years_left']);
    const named = computed.map(({ title }) => title).join('と');
    expect(publishedRatings.description).toContain(`評価しないときは、計算した値は、${named}のほかは空です`);
  });
});

test('the description has the limits of the common method', () => {
  const said = [...publishedRatings.description.matchAll(/([\d.]+)以上なら ([a-z-]+)/g)].map(([, limit]) =>
    Number(limit),
  );
  expect(said).toEqual(Object.values(paceLimits).map((limit) => Number(limit.toFixed(6))));
});

test('a band has the unit of its limits, the year of its results, the margin and the note', () => {
  const bands = `順,記号,名称,尺度,下限,下限を含む,上限,上限を含む,年度,誤差,説明
1,S,届いた,達成率,100,1,,,令和6年度,,
2,A,近い,基準差,-5,1,,,,3,誤差は3ポイントです。
3,B,遠い,記入,,,,,,,
`;
  const [first, second, third] = listRowObjects(
    openFixtureSite({ 'data/plans/mihon-keikaku/rating.csv': bands }),
    ratingBands,
  );
  const whose = { plan: 'mihon-keikaku', municipality_code: '990019', plan_title: '見本町まちづくり計画' };
  const year = { period: '令和6年度', start: '2024-04-01', end: '2025-03-31' };
  const limits = { low: 1, low_included: true, high: null, high_included: false, scale_unit: '割合（1で全部）' };
  expect(first).toMatchObject({ ...whose, order: 1, symbol: 'S', title: '届いた', scale: 'share', ...limits, ...year });
  const margin = { margin: 3, note: '誤差は3ポイントです。', period: '', start: null, end: null };
  expect(second).toMatchObject({ scale: 'difference', low: -5, scale_unit: '指標の単位', ...margin });
  expect(third).toMatchObject({ scale: 'typed', low: null, high: null, scale_unit: '', margin: 0, note: '' });
});

describe('a symbol', () => {
  test.each([
    ['mihon-kurashi/bus-rides', 'A', '現状値より良くなった', '千人'],
    ['mihon-kurashi/shops', 'B', '悪くなったが10%まで', '割合（1で全部）'],
    ['mihon-sogo/plain-words', 'S', '目標を上回った', null],
    ['mihon-midori/burnt-waste', null, null, null],
  ])('of %s is %s, with its title and the unit of its scale', (indicator, symbol, title, unit) => {
    expect(rows.find((row) => row.indicator === indicator && row.method === 'own')).toMatchObject({
      symbol,
      symbol_title: title,
      scale_unit: unit,
    });
  });
});

describe('from a row alone', () => {
  test('the common figures can be computed again', () => {
    const some = rated.filter(({ pace }) => pace !== null);
    expect(some.length).toBeGreaterThan(40);
    for (const row of some) {
      const way = number(row.target_value) - number(row.baseline_value);
      const achieved = (number(row.latest_value) - number(row.baseline_value)) / way;
      const elapsed = days(row.baseline_end, row.latest_end) / days(row.baseline_end, row.target_end);
      expect(achieved).toBeCloseTo(number(row.achieved), 12);
      expect(elapsed).toBeCloseTo(number(row.elapsed), 12);
      expect(achieved / elapsed).toBeCloseTo(number(row.pace), 12);
      expect(number(row.baseline_value) + Math.min(elapsed, 1) * way).toBeCloseTo(number(row.expected), 9);
    }
  });

  test('the status can be computed again', () => {
    const some = rated.filter(({ method, pace }) => method === 'linear' && pace !== null);
    expect(some).not.toEqual([]);
    for (const row of some) {
      const [latest, target, pace] = [row.latest_value, row.target_value, row.pace].map(number);
      const met = row.judged_by === '>=' ? (latest ?? 0) >= (target ?? 0) : (latest ?? 0) <= (target ?? 0);
      const over = String(row.latest_end) >= String(row.target_end);
      const step = [0.95, 0.6, 0].findIndex((limit) => (pace ?? 0) >= limit);
      const running = ['on-track', 'slightly-behind', 'behind'][step] ?? 'worse';
      expect([row.indicator, met ? 'achieved' : over ? 'missed' : running]).toEqual([row.indicator, row.status]);
    }
  });

  test('it is clear why a rated indicator has no rate, and what its status is then', () => {
    const atOnce = rated.filter(({ achieved }) => achieved === null);
    expect(atOnce.length).toBeGreaterThan(2);
    for (const row of rated) {
      const [baseline, target, low, high] = [row.baseline_value, row.target_value, row.target_low, row.target_high];
      const isMet = (value: PublishedValue | undefined) =>
        row.judged_by === '>=' ? number(value) >= number(target) : number(value) <= number(target);
      const keeps = row.judged_by === '=' || row.judged_by === 'within';
      expect([row.indicator, row.achieved === null]).toEqual([
        row.indicator,
        [baseline, row.latest_value].includes(null) || keeps || isMet(baseline),
      ]);
      if (row.achieved !== null || row.method !== 'linear') continue;
      const latest = number(row.latest_value);
      const within = latest >= number(low) && latest <= number(high);
      const met = row.judged_by === 'within' ? within : keeps ? latest === target : isMet(latest);
      const missed = String(row.latest_end) >= String(row.target_end) ? 'missed' : 'behind';
      expect([row.indicator, met ? 'achieved' : missed]).toEqual([row.indicator, row.status]);
    }
    expect(publishedRatings.description).toContain(
      'もう目標に届いているとき、現状値と目標値が同じ数のとき、範囲の目標、毎年の目標、同じ値を保つ目標のときは、達成率と進み方が空です',
    );
    expect(readFileText('content/guides/method.mdx')).toContain('目標の時点になるまでは遅れ、なったら未達成です');
  });

  test('a rated row without a rate or a share of time is one that the description names', () => {
    const folder = 'data/plans/mihon-keikaku';
    const rate = (line: string, result: string) => {
      const site = openFixtureSite({
        ...appendFixtureLines(`${folder}/indicators.csv`, `new,,残業の時間,時間,,,${line},,,mihon-keikaku,`),
        ...appendFixtureLines(`${folder}/observations.csv`, `new,令和7年度,${result},,,,,,mihon-tokei,表9`),
      });
      return listRowObjects(site, publishedRatings).find(({ indicator }) => indicator === 'mihon-keikaku/new');
    };
    expect(rate('45時間,令和4年度,45時間未満,令和10年度', '50時間')).toMatchObject({
      status: 'behind',
      achieved: null,
    });
    expect(rate('45時間,令和4年度,毎年度40時間以下,令和10年度', '42時間')).toMatchObject({
      status: 'behind',
      achieved: null,
    });
    expect(publishedRatings.description).toContain('毎年の目標');
    const timeless = { status: 'achieved', achieved: 1, elapsed: null, pace: null };
    expect(rate('45時間,,40時間,令和10年度', '40時間')).toMatchObject(timeless);
    expect(rate('45時間,令和4年度,40時間,', '40時間')).toMatchObject(timeless);
    expect(publishedRatings.description).toContain('現状値か目標値の時点がわからないときは、経過率と進み方が空です');
  });

  test('the limits show that a symbol belongs to its band', () => {
    const some = rated.filter(({ symbol, scale }) => symbol !== null && scale !== 'typed');
    expect(some.length).toBeGreaterThan(15);
    for (const row of some) {
      const measured = number(row.measured);
      expect(measured).toBe(row[FIGURES[row.scale as Scale]]);
      // The margin is in the unit of the value; of these scales only the difference has one.
      const margin = number(row.margin);
      if (row.low !== null) expect(measured).toBeGreaterThanOrEqual(number(row.low) - margin - 1e-9);
      if (row.high !== null) expect(measured).toBeLessThanOrEqual(number(row.high) + margin + 1e-9);
    }
  });

  test('and the code list of bands, the symbol can be found again: the first band with the value', () => {
    const bands = Map.groupBy(listRowObjects(siteData, ratingBands), ({ plan }) => plan);
    expect(bands.size).toBe(6);
    const some = rated.filter(({ symbol, scale, margin }) => symbol !== null && scale !== 'typed' && margin === 0);
    expect(some.length).toBeGreaterThan(12);
    for (const row of some) {
      const isInside = (measured: number, limit: PublishedValue | undefined, isIncluded: PublishedValue | undefined) =>
        limit === null || (Math.abs(measured) < 1e-9 ? isIncluded === true : measured > 0);
      const own = bands.get(String(row.indicator).split('/')[0] ?? '') ?? [];
      const found = own.find(({ scale, low, high, ...band }) => {
        const measured = number(row[FIGURES[scale as Scale]]);
        const [start, end] = [String(band.start ?? ''), String(band.end ?? '9999')];
        return (
          start <= String(row.latest_end) &&
          String(row.latest_end) <= end &&
          isInside(measured - number(low), low, band.low_included) &&
          isInside(number(high) - measured, high, band.high_included)
        );
      });
      expect([row.indicator, found?.symbol, found?.title]).toEqual([row.indicator, row.symbol, row.symbol_title]);
    }
  });

  test('the needed pace can be computed again', () => {
    for (const row of rows.filter(({ pace_needed }) => pace_needed !== null)) {
      const now = row.latest_value ?? row.baseline_value;
      const needed = (number(row.target_value) - number(now)) / number(row.years_left);
      expect(needed).toBeCloseTo(number(row.pace_needed), 9);
    }
    const stopped = rows.filter(({ state }) => state !== 'continuing');
    expect(stopped.map(({ state, pace_needed }) => [state, pace_needed])).toContainEqual(['definition-changed', null]);
    expect(stopped.filter(({ pace_needed }) => pace_needed !== null)).toEqual([]);
    expect(readFileText('content/guides/method.mdx')).toContain('終了した指標と、定義が変わった指標には、書きません');
  });
});

test('the program that the guide shows computes the paces again from the CSV', () => {
  const shown = /```js\n([\s\S]*?)```/.exec(readFileText('content/guides/method.mdx') ?? '')?.[1] ?? '';
  expect(shown.trim().split('\n').length).toBeLessThanOrEqual(11);
  using folder = mkdtempDisposableSync(join(tmpdir(), 'ratings-'));
  const file = join(folder.path, 'ratings.csv');
  writeFileSync(file, serializeCsv(siteData, publishedRatings));
  // The program runs in the repository, which has papaparse.
  const program = shown.replace("'ratings.csv'", JSON.stringify(file));
  expect(program).not.toBe(shown);
  const out = execFileSync(process.execPath, ['--input-type=module', '-'], {
    cwd: REPOSITORY_FOLDER,
    input: program,
    encoding: 'utf8',
  });
  const lines = out.trim().split('\n');
  expect(lines).toHaveLength(rated.filter(({ method, pace }) => method === 'linear' && pace !== null).length);
  expect(lines.filter((line) => !line.endsWith(' true'))).toEqual([]);
});
