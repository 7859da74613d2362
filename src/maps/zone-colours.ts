import { quantize, scaleQuantize } from 'd3';

/** What one zone is called and says in the picture. */
export interface ZoneMark {
  readonly id: string;
  readonly title: string;
  /** The address that the zone links to. */
  readonly url: string;
  /** A figure to colour the zone by; null where there is none, undefined where the map shows no figures. */
  readonly value?: number | null;
  /** The figure as printed. */
  readonly text?: string;
}

/** Steps of the colours of figures, from low to high. */
const STEPS = 5;

/** One colour of a map: its step, and the zones with the lowest and the highest of the figures that have it. */
interface Step {
  readonly step: number;
  readonly low: ZoneMark;
  readonly high: ZoneMark;
}

/** The step of each figure: the way from the lowest to the highest, cut into parts of one length. */
export function createColourScale(marks: readonly ZoneMark[]): (value: number) => number {
  const values = marks.flatMap(({ value }) => value ?? []);
  return scaleQuantize()
    .domain([Math.min(...values), Math.max(...values)])
    .range(quantize((at) => Math.round(at * (STEPS - 1)) + 1, STEPS));
}

/** The colours that a map shows, from low to high. */
export function listLegendSteps(marks: readonly ZoneMark[]): Step[] {
  const known = marks
    .flatMap((mark) => (typeof mark.value === 'number' ? [{ mark, value: mark.value }] : []))
    .sort((a, b) => a.value - b.value);
  const step = createColourScale(marks);
  const shown = Map.groupBy(known, ({ value }) => step(value));
  return [...shown].flatMap(([at, [low, ...rest]]) =>
    low ? [{ step: at, low: low.mark, high: (rest.at(-1) ?? low).mark }] : [],
  );
}
