import type { Period } from '../../src/model/quantity-schema.ts';
import { formatEraYear } from '../../src/notation/calendar.ts';
import { formatNumber } from '../../src/notation/format.ts';
import type { Indicator } from '../../src/tables/indicators.ts';
import type { Observation } from '../../src/tables/observations.ts';
import type { Target } from '../../src/tables/targets.ts';

/* Made-up records for charts of hard cases. They are neither on pages of plans nor in the open data. */
const INDICATOR = 'gallery/made-up';
const SOURCE = { id: 'made-up', place: '架空の数値' };

/** Returns a fiscal year in the notation of plans: 2022 is 令和4年度. */
function createPeriod(year: number): Period {
  const end = `${year + 1}-03-31`;
  return { text: `${formatEraYear(year, end)}年度`, start: `${year}-04-01`, end };
}

/** Returns the value of a fiscal year; null if the value was not published. */
function createQuantity(year: number, value: number | null, unit: string) {
  return { value, text: value === null ? '－' : `${formatNumber(value)}${unit}`, period: createPeriod(year) };
}

/** The years and numbers of one case. */
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

/** An indicator with its observations and targets. */
interface MadeUpIndicator {
  readonly indicator: Indicator;
  readonly observations: readonly Observation[];
  readonly targets: readonly Target[];
}

/** Creates the records of one case. */
export function createMadeUpIndicator(figures: MadeUpFigures): MadeUpIndicator {
  const { title = '架空の指標', unit = '%', direction = 'increase', results = [], interim = [] } = figures;
  const baseline = createQuantity(...figures.baseline, unit);
  const target = { ...createQuantity(...figures.target, unit), comparator: null, low: null, high: null };
  const getCertainty = (year: number) => (figures.provisional?.includes(year) ? 'provisional' : 'final');
  const last = results.findLast(([, value]) => value !== null);
  const indicator: Indicator = {
    id: INDICATOR,
    plan: 'gallery',
    municipality: 'gallery',
    node: null,
    nodes: [],
    title,
    titleEn: '',
    unit,
    unitEn: '',
    direction,
    aggregation: null,
    state: 'continuing',
    planState: 'unknown',
    baseline,
    target,
    latest: last ? { ...createQuantity(...last, unit), certainty: getCertainty(last[0]) } : null,
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
    targetSource: SOURCE,
    latestSource: last ? SOURCE : null,
    url: '',
  };
  const observations = results.map(([year, value]): Observation => ({
    indicator: INDICATOR,
    role: 'result',
    zone: null,
    ...createQuantity(year, value, unit),
    certainty: getCertainty(year),
    sample: null,
    rating: '',
    note: '',
    source: SOURCE,
  }));
  const targets = interim.map(([year, value]): Target => ({
    indicator: INDICATOR,
    kind: 'interim',
    set: null,
    ...createQuantity(year, value, unit),
    comparator: null,
    low: null,
    high: null,
    source: SOURCE,
  }));
  return { indicator, observations, targets };
}
