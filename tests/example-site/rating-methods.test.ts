import { describe, expect, test } from 'vitest';
import { openSiteFolder } from '../../src/input/site-folder.ts';
import { rateByOwnMethod } from '../../src/progress/own-method-rating.ts';
import { buildBands } from '../../src/site-data/build-ratings.ts';
import { validateSite } from '../../src/validation/validate-site.ts';
import { EXAMPLE_SITE } from '../support/example-site.ts';
import { createProgressInput, createDayPeriod, type ProgressCase } from '../support/progress-input.ts';

/*
 * The six kinds of rating methods of municipalities. Each is the rating.csv of a plan of the fictional town. The tests
 * rate results at and near the limits of its bands.
 */

const { parsedSite } = validateSite(openSiteFolder(EXAMPLE_SITE));
const readBands = (plan: string) => buildBands(parsedSite?.plans.find(({ id }) => id === plan)?.bands.rows ?? []);
const rateCase = (plan: string, progressCase: ProgressCase) =>
  rateByOwnMethod(createProgressInput(progressCase), readBands(plan), null).band?.symbol ?? null;

type Row = readonly [progressCase: ProgressCase, symbol: string | null];
const increase = (latest: number, more: Partial<ProgressCase> = {}): ProgressCase => ({
  baseline: 100,
  target: 200,
  latest,
  ...more,
});
const decrease = (latest: number, more: Partial<ProgressCase> = {}): ProgressCase => ({
  baseline: 100,
  target: 50,
  latest,
  ...more,
});

const KINDS: Readonly<Record<string, readonly Row[]>> = {
  // 1: S at the target, A above the baseline, B at most 10 % below it, C lower.
  'mihon-kurashi': [
    [increase(200), 'S'],
    [increase(199), 'A'],
    [increase(100.1), 'A'],
    [increase(100), 'B'],
    [increase(90), 'B'],
    [increase(89.9), 'C'],
    [decrease(50), 'S'],
    [decrease(99), 'A'],
    [decrease(110), 'B'],
    [decrease(111), 'C'],
    [increase(150, { target: null, lacksTarget: true }), null],
  ],
  // 2: a as planned, b slower or unchanged, c worse than the baseline, with a margin of three points.
  'mihon-tsunagari': [
    [increase(150), 'a'],
    [increase(149), 'b'],
    [increase(100), 'b'],
    [increase(97), 'b'],
    [increase(96.9), 'c'],
    [decrease(75), 'a'],
    [decrease(76), 'b'],
    [decrease(103), 'b'],
    [decrease(103.1), 'c'],
    [increase(150, { to: null }), null],
  ],
  // 4: by share of the target; not rated if less is better.
  'mihon-midori': [
    [increase(200), 'A'],
    [increase(199), 'B'],
    [increase(160), 'B'],
    [increase(159), 'C'],
    [decrease(50), null],
  ],
  // 5: typed by the municipality.
  'mihon-sogo': [[increase(150), null]],
  // 6: by share of the way from baseline to target, at 80, 50 and 20 %.
  'mihon-minato': [
    [increase(180), '◎'],
    [increase(179), '○'],
    [increase(150), '○'],
    [increase(149), '△'],
    [increase(120), '△'],
    [increase(119), '×'],
    [increase(80), '×'],
    [decrease(60), '◎'],
    [decrease(75), '○'],
  ],
};

describe.each(Object.entries(KINDS))('the rating method of %s', (plan, rows) => {
  test.each(rows)('rates $latest on the way from $baseline to $target as $1', (progressCase, expected) => {
    expect(rateCase(plan, progressCase)).toBe(expected);
  });
});

// 3: a schedule of 20, 40, 60, 80 and 100 % of the way by year, with limits at 100 % and 60 % of each share.
describe('the rating method of mihon-manabi', () => {
  const rateResult = (end: string, latest: number) => {
    const input = createProgressInput({ baseline: 0, target: 100, latest });
    const datedInput = { ...input, latest: input.latest && { ...input.latest, period: createDayPeriod(end) } };
    return rateByOwnMethod(datedInput, readBands('mihon-manabi'), null).band?.symbol ?? null;
  };

  test.each([
    ['2024-03-31', [20, 19, 12, 11], ['A', 'B', 'B', 'C']],
    ['2025-03-31', [40, 39, 24, 23], ['A', 'B', 'B', 'C']],
    ['2026-03-31', [60, 59, 36, 35], ['A', 'B', 'B', 'C']],
    ['2027-03-31', [80, 79, 48, 47], ['A', 'B', 'B', 'C']],
    ['2028-03-31', [100, 99, 60, 59], ['A', 'B', 'B', 'C']],
    ['2023-03-31', [100, 0], [null, null]],
  ])('compares results of the year that ends on %s with the share of that year', (end, results, symbols) => {
    expect(results.map((latest) => rateResult(end, latest))).toEqual(symbols);
  });
});

test('mihon-sogo accepts each of its eight symbols', () => {
  const bands = readBands('mihon-sogo');
  const input = createProgressInput(increase(150));
  const symbols = bands.map((band) => rateByOwnMethod(input, bands, { symbol: band.symbol, end: null }).band?.symbol);
  expect(symbols).toEqual(['S', 'A', 'B', 'C', 'F', 'X', 'Y', 'Z']);
});
