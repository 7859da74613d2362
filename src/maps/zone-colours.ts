import { quantize, scaleQuantize } from 'd3';

/** A zone on the map. */
export interface ZoneMark {
  readonly id: string;
  readonly title: string;
  /** The page or anchor that the zone links to. */
  readonly url: string;
  /** The value that colours the zone; null if it is missing, undefined on a map without values. */
  readonly value?: number | null;
  /** The value in the notation of the plan. */
  readonly text?: string;
}

/** Number of colours. */
const STEPS = 5;

/** Returns the function from a value to its step. The steps divide the range of the values into equal parts. */
export function createColourScale(marks: readonly ZoneMark[]): (value: number) => number {
  const values = marks.flatMap(({ value }) => value ?? []);
  return scaleQuantize()
    .domain([Math.min(...values), Math.max(...values)])
    .range(quantize((share) => Math.round(share * (STEPS - 1)) + 1, STEPS));
}

/** Returns the steps that occur on a map, from low to high, each with its zones of the lowest and the highest value. */
export function listLegendSteps(marks: readonly ZoneMark[]) {
  const sorted = marks
    .flatMap((mark) => (typeof mark.value === 'number' ? [{ mark, value: mark.value }] : []))
    .sort((a, b) => a.value - b.value);
  const getStep = createColourScale(marks);
  const groups = Map.groupBy(sorted, ({ value }) => getStep(value));
  return [...groups].flatMap(([step, [low, ...rest]]) =>
    low ? [{ step, low: low.mark, high: (rest.at(-1) ?? low).mark }] : [],
  );
}
