import { scaleSqrt } from 'd3';

/** A zone on the map. */
export interface ZoneMark {
  readonly id: string;
  readonly title: string;
  /** The page or anchor that the zone links to. */
  readonly url: string;
  /** The value that the map shows; null if it is missing, undefined on a map without values. */
  readonly value?: number | null;
  /** The value in the notation of the plan. */
  readonly text?: string;
}

/** How a map shows values: rates colour the zones, all other values are circles. */
export type ZoneScale = 'colour' | 'circle';

/** Returns how a map shows values of a unit. Coloured areas would make counts of large zones look larger. */
export const getZoneScale = (unit: string): ZoneScale => (unit === '%' ? 'colour' : 'circle');

/** Number of colours. */
const STEPS = 5;

const listValues = (marks: readonly ZoneMark[]): number[] => marks.flatMap(({ value }) => value ?? []);

/**
 * Returns the function from a value to its step, 1 to 5. Different values are in order and have different steps as long
 * as there are at most five; of more, each step has about the same number. So of three values or more, the middle one
 * never looks like the highest. A single value has the step in the middle.
 */
export function createColourScale(marks: readonly ZoneMark[]): (value: number) => number {
  const values = [...new Set(listValues(marks))].sort((a, b) => a - b);
  const last = values.length - 1;
  return (value) => {
    const rank = values.indexOf(value);
    if (last === 0) return (STEPS + 1) / 2;
    return values.length <= STEPS
      ? 1 + Math.round((rank * (STEPS - 1)) / last)
      : 1 + Math.floor((rank * STEPS) / values.length);
  };
}

/** The radius of the largest circle, in pixels. */
const MAX_RADIUS = 46;

/** Returns the function from a value to the radius of its circle: its area is proportional to the value. */
export function createRadiusScale(marks: readonly ZoneMark[]): (value: number) => number {
  const largest = Math.max(...listValues(marks).map(Math.abs), 0);
  const scale = scaleSqrt([0, largest || 1], [0, MAX_RADIUS]);
  return (value) => scale(Math.abs(value));
}

/** How a zone looks on a map with values. */
export interface ZoneLook {
  /** The CSS class of its area; empty for the plain colour. */
  readonly kind: string;
  /** The radius of its circle, in pixels; 0 without a circle. */
  readonly radius: number;
  readonly isNegative: boolean;
}

/**
 * Returns the function from a zone to its look.
 * @param all the marks of all times of an indicator, whose circles have one scale
 */
export function createZoneLook(
  marks: readonly ZoneMark[],
  scale: ZoneScale,
  all: readonly ZoneMark[] = marks,
): (mark: ZoneMark) => ZoneLook {
  const getStep = createColourScale(marks);
  const getRadius = createRadiusScale(all);
  return ({ value }) => {
    if (value === undefined) return { kind: '', radius: 0, isNegative: false };
    if (value === null) return { kind: 'none', radius: 0, isNegative: false };
    return scale === 'colour'
      ? { kind: `step-${getStep(value)}`, radius: 0, isNegative: false }
      : { kind: '', radius: getRadius(value), isNegative: value < 0 };
  };
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
