import { describe, expect, test } from 'vitest';
import { validateSite } from '../../src/validation/validate-site.ts';
import { rateByOwnMethod } from '../../src/progress/own-method-rating.ts';
import { buildBands } from '../../src/site-data/build-ratings.ts';
import { openSiteFolder } from '../../src/input/site-folder.ts';
import { EXAMPLE_SITE } from '../support/example-site.ts';
import { createProgressInput, createDayPeriod, type ProgressCase } from '../support/progress-input.ts';

/*
 * The six kinds of rule by which cities rate, each as the rating.csv of a plan of the fictional town, held against
 * results at and around its limits.
 */

const { parsedSite } = validateSite(openSiteFolder(EXAMPLE_SITE));
const bandsOf = (plan: string) => buildBands(parsedSite?.plans.find(({ id }) => id === plan)?.bands.rows ?? []);
const symbol = (plan: string, given: ProgressCase) =>
  rateByOwnMethod(createProgressInput(given), bandsOf(plan), null).band?.symbol ?? null;

type Row = readonly [given: ProgressCase, symbol: string | null];
const up = (latest: number, more: Partial<ProgressCase> = {}): ProgressCase => ({
  baseline: 100,
  target: 200,
  latest,
  ...more,
});
const down = (latest: number, more: Partial<ProgressCase> = {}): ProgressCase => ({
  baseline: 100,
  target: 50,
  latest,
  ...more,
});

const KINDS: Readonly<Record<string, readonly Row[]>> = {
  // 1: S at the target, A above the baseline, B within 10 % below it, C lower.
  'mihon-kurashi': [
    [up(200), 'S'],
    [up(199), 'A'],
    [up(100.1), 'A'],
    [up(100), 'B'],
    [up(90), 'B'],
    [up(89.9), 'C'],
    [down(50), 'S'],
    [down(99), 'A'],
    [down(110), 'B'],
    [down(111), 'C'],
    [up(150, { target: null, targetMissing: true }), null],
  ],
  // 2: a as planned, b slower or level, c worse than at the start, with a margin of three points.
  'mihon-tsunagari': [
    [up(150), 'a'],
    [up(149), 'b'],
    [up(100), 'b'],
    [up(97), 'b'],
    [up(96.9), 'c'],
    [down(75), 'a'],
    [down(76), 'b'],
    [down(103), 'b'],
    [down(103.1), 'c'],
    [up(150, { to: null }), null],
  ],
  // 4: by share of the target; not rated where less is better.
  'mihon-midori': [
    [up(200), 'A'],
    [up(199), 'B'],
    [up(160), 'B'],
    [up(159), 'C'],
    [down(50), null],
  ],
  // 5: typed by the city.
  'mihon-sogo': [[up(150), null]],
  // 6: by share of the way, at 80, 50 and 20 %.
  'mihon-minato': [
    [up(180), '◎'],
    [up(179), '○'],
    [up(150), '○'],
    [up(149), '△'],
    [up(120), '△'],
    [up(119), '×'],
    [up(80), '×'],
    [down(60), '◎'],
    [down(75), '○'],
  ],
};

describe.each(Object.entries(KINDS))('the way of rating of %s', (plan, rows) => {
  test.each(rows)('gives %o the symbol %s', (given, expected) => {
    expect(symbol(plan, given)).toBe(expected);
  });
});

// 3: a schedule of 20, 40, 60, 80 and 100 % of the way by year, cut at 100 % and at 60 % of it.
describe('the way of rating of mihon-manabi', () => {
  const at = (end: string, latest: number) => {
    const one = createProgressInput({ baseline: 0, target: 100, latest });
    const dated = { ...one, latest: one.latest && { ...one.latest, period: createDayPeriod(end) } };
    return rateByOwnMethod(dated, bandsOf('mihon-manabi'), null).band?.symbol ?? null;
  };

  test.each([
    ['2024-03-31', [20, 19, 12, 11], ['A', 'B', 'B', 'C']],
    ['2025-03-31', [40, 39, 24, 23], ['A', 'B', 'B', 'C']],
    ['2026-03-31', [60, 59, 36, 35], ['A', 'B', 'B', 'C']],
    ['2027-03-31', [80, 79, 48, 47], ['A', 'B', 'B', 'C']],
    ['2028-03-31', [100, 99, 60, 59], ['A', 'B', 'B', 'C']],
    ['2023-03-31', [100, 0], [null, null]],
  ])('holds results of the year that ends on %s against its own schedule', (end, results, symbols) => {
    expect(results.map((latest) => at(end, latest))).toEqual(symbols);
  });
});

test('what is typed in mihon-sogo is one of its eight symbols', () => {
  const bands = bandsOf('mihon-sogo');
  const given = createProgressInput(up(150));
  const symbols = bands.map((band) => rateByOwnMethod(given, bands, { symbol: band.symbol, end: null }).band?.symbol);
  expect(symbols).toEqual(['S', 'A', 'B', 'C', 'F', 'X', 'Y', 'Z']);
});
