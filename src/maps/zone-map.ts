import { scaleSqrt, transpose } from 'd3';
import { createSvg, escapeXml, fitLabel, formatCoordinate, MISSING_VALUE, truncateText } from '../charts/svg-text.ts';
import { isSameUnit } from '../notation/number-and-unit.ts';
import type { ZoneOutlineSet } from '../tables/zones.ts';
import { findLabelSpace, formatPolygonPath, projectOutlines } from './zone-geometry.ts';

export interface MapZone {
  readonly id: string;
  readonly title: string;
  /** The page or anchor that the zone links to. */
  readonly url: string;
  /** The value that the map shows; null if it is missing, undefined on a map without values. */
  readonly value?: number | null;
  /** The value in the notation of the plan. */
  readonly text?: string;
  /** How many people answered, if the value is from a survey: 答えた人 30人. */
  readonly sample?: string;
}

/** How a map shows values: rates colour the zones, rates of too few answers are only text, all others are circles. */
export type ZoneScale = 'colour' | 'text' | 'circle';

/** Returns how a map shows values of a unit. Coloured areas would make counts of large zones look larger. */
export const getZoneScale = (unit: string): ZoneScale => (isSameUnit(unit, '%') ? 'colour' : 'circle');

/** The size of the map, in pixels. */
const [WIDTH, HEIGHT] = [520, 420];
/** Number of colours. */
const STEPS = 5;

const listShownValues = (zones: readonly MapZone[]): number[] => zones.flatMap(({ value }) => value ?? []);

/**
 * Returns the function from a value to its step, 1 to 5. Different values are in order and have different steps as long
 * as there are at most five; of more, each step has about the same number. So of three values or more, the middle one
 * never looks like the highest. A single value has the step in the middle.
 */
export function createColourScale(zones: readonly MapZone[]): (value: number) => number {
  const values = [...new Set(listShownValues(zones))].sort((a, b) => a - b);
  const last = values.length - 1;
  return (value) => {
    const rank = values.indexOf(value);
    if (last === 0) return (STEPS + 1) / 2;
    return values.length <= STEPS
      ? 1 + Math.round((rank * (STEPS - 1)) / last)
      : 1 + Math.floor((rank * STEPS) / values.length);
  };
}

/** The radius of the largest circle, in pixels; of many zones, it has this share of the radius of a mean zone. */
const [MAX_RADIUS, RADIUS_SHARE] = [46, 0.6];

/** Returns the function from a value to the radius of its circle: its area is proportional to the value. */
export function createRadiusScale(zones: readonly MapZone[]): (value: number) => number {
  const largest = Math.max(...listShownValues(zones).map(Math.abs), 0);
  const count = new Set(zones.map(({ id }) => id)).size;
  const most = Math.min(MAX_RADIUS, RADIUS_SHARE * Math.sqrt((WIDTH * HEIGHT) / Math.PI / count));
  const scale = scaleSqrt([0, largest || 1], [0, most]);
  return (value) => scale(Math.abs(value));
}

/** How a zone looks on a map with values. */
export interface ZoneLook {
  /** The CSS classes of its area; empty for the plain colour. */
  readonly classes: string;
  /** The radius of its circle, in pixels; 0 without a circle. */
  readonly radius: number;
  readonly isNegative: boolean;
}

/** Returns the function from a zone to its look. `all` has the zones at all times: their circles have one scale. */
export function createZoneLook(
  zones: readonly MapZone[],
  scale: ZoneScale,
  all: readonly MapZone[] = zones,
): (zone: MapZone) => ZoneLook {
  const getStep = createColourScale(zones);
  const getRadius = createRadiusScale(all);
  return ({ value }) => {
    if (typeof value !== 'number') return { classes: value === null ? 'none' : '', radius: 0, isNegative: false };
    return scale === 'circle'
      ? { classes: '', radius: getRadius(value), isNegative: value < 0 }
      : { classes: scale === 'colour' ? `step-${getStep(value)}` : '', radius: 0, isNegative: false };
  };
}

/** Returns the steps that occur on a map, from low to high, each with its zones of the lowest and the highest value. */
export function listLegendSteps(zones: readonly MapZone[]) {
  const sorted = zones.filter(({ value }) => typeof value === 'number').sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const getStep = createColourScale(zones);
  const groups = Map.groupBy(sorted, ({ value }) => getStep(value ?? 0));
  return [...groups].flatMap(([step, [low, ...rest]]) => (low ? [{ step, low, high: rest.at(-1) ?? low }] : []));
}

/** Height of the badge of a schematic, with a margin. */
const BADGE = 40;
const [NAME_FONT, VALUE_FONT] = [18, 14];
/** Font size on a phone (zone-map.css): names and values have to fit at this size. */
const MAX_FONT = 22;
/** Space between a name and the borders. */
const GAP = 4;

/** Returns the title of a zone and the value that the map shows, with the sample. */
const nameZoneValue = ({ title, text = '', sample = '' }: MapZone, missing = ''): string =>
  [title, text || missing, sample].filter(Boolean).join(' ');

/** Returns what a map says to screen readers: its title and the value of each zone. */
export function describeZoneMap(zones: readonly MapZone[], title: string): string {
  const values = zones.flatMap((zone) => (zone.value === undefined ? [] : [nameZoneValue(zone, MISSING_VALUE)]));
  return values.length === 0 ? title : `${title}：${values.join('、')}`;
}

/** What a schematic map is. It does not say who drew it, because the source files don't: the site, a city or others. */
export const SCHEMATIC_NOTE =
  '模式図です。実際の境界を写した図ではないので、形も、となり合い方も、実際とはちがうことがあります。';

/**
 * Draws the zones of a municipality. Each zone is a link with its name; a schematic map has a badge.
 * @param zones the zones in their order; the map leaves out zones without outline, and names and values without space
 * @param key distinguishes this map from others on the page, for ids inside the SVG
 * @param scale how the map shows values
 * @param all the zones at all times of an indicator, whose circles have one scale
 */
export function drawZoneMap(
  outlines: ZoneOutlineSet,
  zones: readonly MapZone[],
  title: string,
  key: string,
  scale: ZoneScale = 'colour',
  all: readonly MapZone[] = zones,
): string {
  const projected = projectOutlines(outlines, WIDTH, HEIGHT);
  const polygonsByZone = new Map(projected.map(({ zone, polygons }) => [zone, polygons]));
  const hatch = `hatch-${key}`;
  const getLook = createZoneLook(zones, scale, all);
  const hasValues = zones.some(({ value }) => value !== undefined);
  const layers = zones.flatMap((one) => {
    const polygons = polygonsByZone.get(one.id);
    if (!polygons) return [];
    const { x, y, width } = findLabelSpace(polygons, MAX_FONT / 2, hasValues ? MAX_FONT * 1.5 : MAX_FONT / 2);
    const drawText = (text: string, down: number, font: number, attributes = '') =>
      `<text${attributes} x="${x.toFixed(1)}" text-anchor="middle" y="${(y + NAME_FONT * down).toFixed(1)}" font-size="${font}">${escapeXml(text)}</text>`;
    const name = truncateText(one.title, width - GAP * 2, MAX_FONT);
    const nameText = name && drawText(name, 0.35, NAME_FONT);
    const zone = `data-zone="${escapeXml(one.id)}"`;
    const room = (width / MAX_FONT).toFixed(1);
    const attributes = ` class="figure-text" ${zone} data-room="${room}"`;
    const valueText = drawText(fitLabel(one.text ?? '', room), 1.3, VALUE_FONT, attributes);
    const { classes, radius, isNegative } = getLook(one);
    // The hatch is an attribute because `url(#…)` in a style sheet refers to that sheet.
    const fill = classes === 'none' ? ` fill="url(#${hatch})"` : '';
    const area = `<path class="zone${classes && ` ${classes}`}"${fill} d="${formatPolygonPath(polygons)}"/>`;
    const circle = `<circle class="count${isNegative ? ' negative' : ''}" ${zone} cx="${x.toFixed(1)}" cy="${(y + NAME_FONT * 0.4).toFixed(1)}" r="${formatCoordinate(radius)}"/>`;
    const link = `<a href="${escapeXml(one.url)}" ${zone}><title>${escapeXml(nameZoneValue(one))}</title>${area}</a>`;
    return [[link, ...(hasValues ? [circle, nameText + valueText] : ['', nameText])]];
  });
  // No area covers the circle of another zone, and no circle covers a name.
  const [links = '', circles = '', texts = ''] = transpose(layers).map((layer) => layer.join(''));
  const drawn = `${links}<g aria-hidden="true">${circles}${texts}</g>`;
  // The badge is above the outlines and covers none of them.
  const top = outlines.schematic ? BADGE : 0;
  const drawnZones = top === 0 ? drawn : `<g transform="translate(0 ${top})">${drawn}</g>`;
  const badge = outlines.schematic
    ? '<g class="badge"><rect x="4" y="4" width="76" height="30"/><text x="42" y="25" text-anchor="middle" font-size="15">模式図</text></g>'
    : '';
  const pattern = `<pattern id="${hatch}" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="8" height="8"/><line class="hatch-line" x1="0" y1="0" x2="0" y2="8"/></pattern>`;
  const defs = hasValues ? `<defs>${pattern}</defs>` : '';
  return createSvg(
    { classes: 'zone-map', width: WIDTH, height: HEIGHT + top, label: describeZoneMap(zones, title), role: 'group' },
    defs + drawnZones + badge,
  );
}
