import { getTimeKey, hasNumber } from '../../model/quantity-schema.ts';
import { splitMark } from '../../model/text-patterns.ts';
import { findScaleEnd, getUnitFactor, isCountedUnit, isNegativeCount } from '../../notation/number-and-unit.ts';
import { findBracketedUnit } from '../../notation/printed-unit.ts';
import { isOtherPeriod } from '../cell-period.ts';
import { findFractionPercentages, createFractionTest } from '../fraction-percentages.ts';
import { createUnitConversion, listValueCells, RESULT_HEADINGS, visitNumericCells } from '../numeric-cells.ts';
import type { SiteCheck, ValidationContext } from '../parsed-site.ts';
import { describeCountedTime, findCountedTime, findMixedTimes } from '../rates-and-totals.ts';
import { findTimeGround, isRateTime } from '../rates-and-totals.ts';
import { listNumericPoints, listSeries, listStatisticSeries } from '../value-series.ts';
import type { NumericPoint, ObservationSeries } from '../value-series.ts';

/** The point that OCR and people take for the comma of thousands: 1.000人. */
const THOUSANDS_POINT = /\p{Nd}[.．]\p{Nd}{3}(?!\p{Nd})/u;

/** Reports negative counts and +2社, except for differences, and counts with three decimals. Those of 千人 are exact. */
export const checkCounts: SiteCheck = (context, report) => {
  for (const plan of context.plans)
    visitNumericCells(plan, 'low', ({ text: value, value: number, unit, indicator, row, heading }) => {
      if (isNegativeCount(/^\s*[+＋]/.test(value) ? -number : number, unit, indicator?.title ?? ''))
        report.add(row.locate(heading), 'negative-count', { value, unit });
      if (isCountedUnit(unit) && !/[百千万億]/.test(unit) && THOUSANDS_POINT.test(value))
        report.add(row.locate(heading), 'count-with-decimals', { value, read: number });
    });
};

/** Reports percentages that were entered as the fractions that spreadsheets store (0.382 for 38.2 %). */
export const checkFractionPercentages: SiteCheck = (context, report) => {
  for (const plan of context.plans) {
    const { slips, uniform } = findFractionPercentages(plan);
    for (const { slipped, near } of slips) {
      const percent = `${Number((slipped.value * 100).toPrecision(12))}%`;
      const values = { value: slipped.text, heading: near.heading, near: near.text, percent };
      report.add(slipped.row.locate(slipped.heading), 'slipped-percent', values);
    }
    for (const { row, heading, text, indicator } of uniform)
      report.add(row.locate(heading), 'percent-as-fraction', { value: text, title: indicator?.title ?? '' });
  }
};

/** Reports percentages above 100: most have a misplaced decimal point, some are correct. */
export const checkLargePercentages: SiteCheck = (context, report) => {
  const inPercent = createUnitConversion('%');
  for (const plan of context.plans)
    visitNumericCells(plan, 'high', ({ text, value, unit, indicator, row, heading }) => {
      // 約1千 in a column of 人 has no unit of its own, and 千 as 単位 names none.
      const declared = indicator?.unit ?? '';
      if (unit === '' || getUnitFactor('%', declared === '' ? unit : declared) === null) return;
      if ((inPercent.convert(value, unit) ?? 0) <= 100) return;
      report.add(row.locate(heading), 'over-100-percent', { value: text });
    });
};

/** Reports numbers that count over a different time than others of their indicator: 月2回 if another is 18回. */
export const checkCountedTimes: SiteCheck = ({ plans }, report) => {
  for (const groups of plans.flatMap((plan) => [...findMixedTimes(plan).values()]))
    for (const { time, isUsual, first } of groups) {
      const other = groups.find((group) => group.isUsual) ?? groups.find((group) => group.time !== time);
      if (isUsual || !other) continue;
      const { text: value, row, heading, unit, period } = first;
      const { file, line } = other.first.row.locate(other.first.heading);
      const ground = findTimeGround(time, value);
      const total = isRateTime(time) ? unit : unit.replace(/[/／][年月週日]$/, '');
      report.add(row.locate(heading), 'mixed-times', {
        value,
        time: describeCountedTime(time),
        ground,
        // A period says less than a cell.
        period: (ground === '' || ground === 'short') && findCountedTime(value, unit) === '' ? period.text : '',
        unit: ground !== '' || (!isRateTime(time) && total === unit) ? '' : total,
        other: other.first.text,
        file,
        line,
      });
    }
};

/** Units of shares, and of what people count. */
const [SHARE, COUNT] = [/^[%％]$/, /^[百千万億]*[人件回円]$/];

/** Reports indicators with a unit in their name (年間観光入込客数（万人）), but none, another scale of it or no % as 単位. */
export const checkUnitsInNames: SiteCheck = (context, report) => {
  for (const { indicators } of context.plans)
    for (const { fields, locate } of indicators.rows) {
      const unit = findBracketedUnit(fields.title);
      const { title: value, unit: stated } = fields;
      // A share beside a number of people. 日 or ‰ beside % may be right.
      const isMixed = [unit, stated].some((one) => SHARE.test(one)) && [unit, stated].some((one) => COUNT.test(one));
      // 千人 beside 人: the column decides, but either may be wrong.
      const isOther = (getUnitFactor(unit, stated) ?? Number(!isMixed)) !== 1;
      if (unit && (stated === '' || isOther)) report.add(locate('単位'), 'unit-in-name', { value, unit, stated });
    }
};

/** Reports cells of values with another period than the column of periods, or with the mark of a missing footnote. */
export const checkValueCells: SiteCheck = ({ plans, folders }, report) => {
  const statistics = folders.flatMap(({ statisticValues }) => statisticValues.rows);
  const cells = [
    ...plans.flatMap((plan) => [...listValueCells(plan)]),
    ...statistics.map((row) => {
      const { value: parsed, period: column, note } = row.fields;
      return { ...RESULT_HEADINGS, row, parsed, column, note };
    }),
  ];
  for (const cell of cells) {
    const { column, row, heading, periodHeading, note = '' } = cell;
    const { text: value, period } = cell.parsed;
    const { mark: part } = splitMark(value);
    if (part && !note.includes(part)) report.add(row.locate(heading), 'companion-not-read', { value, part });
    if (period === null || !isOtherPeriod(column, period)) continue;
    const values = { value, period: period.text, heading: periodHeading, column: column.text };
    report.add(row.locate(heading), 'other-period', values);
  }
};

/** Minimum number of values for a median. A value among fewer is compared with its two neighbours. */
const MIN_VALUES = 5;
/** The maximum distance from the median, in median absolute deviations. */
const MAX_DEVIATIONS = 10;
/** The minimum deviation, as a share of the median, because an almost constant series may change once. */
const MIN_SHARE = 0.05;

/** A difference by one of these factors is probably a wrong unit, or a digit too many or too few. */
const FACTORS = [10, 100, 1000, 1e4, 1e5, 1e6, 1e8];
/** Whole numbers below this often grow tenfold, so they are not compared. */
const MIN_COMPARED = 10;
const isSmallCount = (values: readonly number[]) =>
  values.every(Number.isInteger) && Math.min(...values.map(Math.abs)) < MIN_COMPARED;

/** The maximum ratio of two neighbours that are alike, and the minimum ratio to a value that is far from both. */
const [ALIKE, FAR] = [1.5, 5];

/** Returns the median; of an even number of values the lower one, so that it is an entered value. */
const getMedian = (values: readonly number[]): number =>
  Float64Array.from(values).sort()[Math.ceil(values.length / 2) - 1] ?? 0;

function isAbout(a: number, b: number, slack: number): boolean {
  const ratio = a / b;
  return ratio <= slack && ratio >= 1 / slack;
}

type Neighbours = readonly [NumericPoint, NumericPoint];

/** Returns the two values nearest in time: one before and one after; at an end of the series, the nearest two. */
function findNeighbours(points: readonly NumericPoint[], index: number): Neighbours | null {
  const last = points.length - 1;
  const at = index === 0 ? [1, 2] : index === last ? [last - 1, last - 2] : [index - 1, index + 1];
  const [one, other] = at.map((index) => points[index]);
  return one && other ? [one, other] : null;
}

/** Returns the power of ten by which a value differs from both neighbours, in words; null if it does not. */
function findFactor({ value }: NumericPoint, [one, other]: Neighbours): string | null {
  if (isSmallCount([value, one.value, other.value])) return null;
  for (const factor of FACTORS) {
    // The tolerance for the factor, and for the ratio of two neighbours: numbers do not grow by a thousand.
    const slack = factor < 1000 ? 1.25 : 4;
    if (!isAbout(one.value, other.value, slack)) continue;
    if (isAbout(value, one.value * factor, slack)) return `${factor}倍`;
    if (isAbout(value * factor, one.value, slack)) return `${factor}分の1`;
  }
  return null;
}

/** True if a result is far from both neighbours, and these are alike: 13.6, 113.6, 15.2. A target may be far. */
const isFarFromBoth = ({ value, heading }: NumericPoint, [one, other]: Neighbours) =>
  heading !== '目標値' &&
  value / one.value >= 0 &&
  isAbout(one.value, other.value, ALIKE) &&
  [one, other].every((near) => !isAbout(value, near.value, FAR)) &&
  !isSmallCount([one.value, other.value]);

/** Returns the numbers of a series. Its target is the third beside a baseline and a single result. */
function listWithTarget(series: ObservationSeries): NumericPoint[] {
  const points = listNumericPoints(series);
  const value = series.target?.value ?? null;
  return points.length === 2 && series.target && value !== null ? [...points, { ...series.target, value }] : points;
}

/** Lists the numbers of each series, and whether one of its targets is 0. Fractions of percentages have a check of their own. */
function listComparedSeries(context: ValidationContext) {
  const indicators = context.plans.flatMap((plan) => {
    const isSlip = createFractionTest(plan);
    const aimed = new Set(plan.targets.rows.map(({ fields }) => fields.target.value === 0 && fields.indicator));
    return listSeries(plan).map((series) => {
      const { id = '', target } = series.indicator ?? {};
      const points = listWithTarget(series).filter(({ row, heading }) => !isSlip(row, heading));
      return { what: '指標', aimsAtZero: target?.value === 0 || aimed.has(id), points };
    });
  });
  const statistics = listStatisticSeries(context).map((points) => points.filter(hasNumber));
  return [...indicators, ...statistics.map((points) => ({ what: '統計', aimsAtZero: false, points }))];
}

/** Returns in words the values that a value is far from; null if it is near them. */
type Comparison = (point: NumericPoint, beside: Neighbours | null) => string | null;

const compareWithNeighbours: Comparison = (point, beside) =>
  beside && isFarFromBoth(point, beside) ? `時点の近い値は${beside.map(({ text }) => `「${text}」`).join('と')}` : null;

function createMedianComparison(points: readonly NumericPoint[]): Comparison {
  const values = points.map(({ value }) => value);
  const centre = getMedian(values);
  const spread = Math.max(getMedian(values.map((value) => Math.abs(value - centre))), MIN_SHARE * Math.abs(centre));
  const typical = points.find(({ value }) => value === centre)?.text ?? '';
  return ({ value }) =>
    spread > 0 && Math.abs(value - centre) > MAX_DEVIATIONS * spread ? `まん中は「${typical}」` : null;
}

/**
 * Reports values about a power of ten times as large or as small as both neighbours. Of the others, it reports, among
 * at least five, values more than ten median absolute deviations from the median, and among fewer, values far from both
 * neighbours.
 */
export const checkOutliers: SiteCheck = (context, report) => {
  for (const { what, aimsAtZero, points } of listComparedSeries(context)) {
    const compare = points.length < MIN_VALUES ? compareWithNeighbours : createMedianComparison(points);
    for (const [index, point] of points.entries()) {
      const { text: value, value: number, row, heading } = point;
      const beside = findNeighbours(points, index);
      const times = beside && findFactor(point, beside);
      // A new project begins at 0, some aim at 0, and some statistics have such years.
      const mayBeZero = heading === '現状値' || aimsAtZero || (what === '統計' && points.length < MIN_VALUES);
      const others = number === 0 && mayBeZero ? null : compare(point, beside);
      if (beside && times) report.add(row.locate(heading), 'slipped-unit', { value, near: beside[0].text, times });
      else if (others) report.add(row.locate(heading), 'outlier', { value, others, what, zero: Number(number === 0) });
    }
  }
};

/** The minimum number of copied results in a period, and their minimum share. */
const [MIN_COPIES, MIN_COPIED_SHARE] = [5, 0.9];

/** Reports a period once if almost all results are the numbers of the time before, or the targets: a copied column. */
export const checkCopiedResults: SiteCheck = ({ plans }, report) => {
  for (const plan of plans) {
    const compared = listSeries(plan).flatMap((series) => {
      const { title = '', unit = '', direction, baseline, target } = series.indicator ?? {};
      // Results of what a plan wants to keep stay the same.
      if (direction === 'maintain' || (baseline && hasNumber(baseline) && baseline.value === target?.value)) return [];
      return listNumericPoints(series).flatMap((point, index, all) => {
        // Many results stay at 0 or 100 %.
        if (point === series.baseline || findScaleEnd(point.value, unit, title) !== null) return [];
        return [{ point, '1つ前の時点の値': all[index - 1]?.value ?? null, 目標値: series.target?.value ?? null }];
      });
    });
    for (const group of Map.groupBy(compared, ({ point }) => getTimeKey(point.period)).values())
      for (const what of ['1つ前の時点の値', '目標値'] as const) {
        const others = group.filter((one) => one[what] !== null);
        const copies = others.filter((one) => one[what] === one.point.value);
        const [count, total] = [copies.length, others.length];
        const [first] = copies.map(({ point }) => point);
        if (!first || count < MIN_COPIES || count < MIN_COPIED_SHARE * total) continue;
        report.add(first.row.locate('値'), 'copied-results', { period: first.period.text, what, count, total });
        break;
      }
  }
};
