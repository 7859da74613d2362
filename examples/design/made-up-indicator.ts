import type { Indicator } from '../../src/tables/indicators.ts';
import type { Observation } from '../../src/tables/observations.ts';
import type { Period } from '../../src/model/quantity-schema.ts';
import type { Target } from '../../src/tables/targets.ts';
import { formatEraYear } from '../../src/notation/calendar.ts';
import { formatNumber } from '../../src/notation/format.ts';

/*
 * Records that are made up, for pictures of hard cases. Nothing here is read by any page of a plan, and none of it
 * goes into the open data.
 */
const INDICATOR = 'gallery/made-up';
const SOURCE = { id: 'made-up', place: '架空の数値' };

/** A fiscal year as plans print it: 2022 is 令和4年度. */
function yearOf(year: number): Period {
  const end = `${year + 1}-03-31`;
  return { text: `${formatEraYear(year, end)}年度`, start: `${year}-04-01`, end };
}

/** A value of a fiscal year; `null` is a year whose value was not published. */
function valueOf(year: number, value: number | null, unit: string) {
  return { value, text: value === null ? '－' : `${formatNumber(value)}${unit}`, period: yearOf(year) };
}

/** What differs from case to case: years and numbers. */
export interface MadeUpFigures {
  readonly title?: string;
  readonly unit?: string;
  readonly direction?: Indicator['direction'];
  readonly baseline: readonly [year: number, value: number];
  readonly target: readonly [year: number, value: number];
  readonly results?: readonly (readonly [year: number, value: number | null])[];
  /** Years whose results are 速報. */
  readonly provisional?: readonly number[];
  readonly interim?: readonly (readonly [year: number, value: number])[];
}

/** An indicator with what was measured of it, as the site data would give them. */
export interface MadeUpIndicator {
  readonly indicator: Indicator;
  readonly observations: readonly Observation[];
  readonly targets: readonly Target[];
}

/** Makes records of figures. */
export function createMadeUpIndicator(figures: MadeUpFigures): MadeUpIndicator {
  const { title = '架空の指標', unit = '%', direction = 'increase', results = [], interim = [] } = figures;
  const baseline = valueOf(...figures.baseline, unit);
  const target = { ...valueOf(...figures.target, unit), comparator: null, low: null, high: null };
  const certaintyOf = (year: number) => (figures.provisional?.includes(year) ? 'provisional' : 'final');
  const last = results.findLast(([, value]) => value !== null);
  const indicator: Indicator = {
    id: INDICATOR,
    plan: 'gallery',
    municipality: 'gallery',
    node: null,
    nodes: [],
    title,
    unit,
    direction,
    aggregation: null,
    state: 'continuing',
    baseline,
    target,
    latest: last ? { ...valueOf(...last, unit), certainty: certaintyOf(last[0]) } : null,
    progress: {
      status: 'not-rated',
      reason: 'not-measured',
      achieved: null,
      elapsed: null,
      method: 'linear',
      own: null,
    },
    note: '',
    source: SOURCE,
    url: '',
  };
  const observations = results.map(([year, value]): Observation => ({
    indicator: INDICATOR,
    role: 'result',
    zone: null,
    ...valueOf(year, value, unit),
    certainty: certaintyOf(year),
    sample: null,
    rating: '',
    note: '',
    source: SOURCE,
  }));
  const targets = interim.map(([year, value]): Target => ({
    indicator: INDICATOR,
    kind: 'interim',
    set: null,
    ...valueOf(year, value, unit),
    comparator: null,
    low: null,
    high: null,
    source: SOURCE,
  }));
  return { indicator, observations, targets };
}
