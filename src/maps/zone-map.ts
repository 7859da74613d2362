import { createSvg, escapeXml, formatCoordinate, truncateText } from '../charts/svg-text.ts';
import type { MunicipalityOutlines } from '../tables/zones.ts';
import { createColourScale, type ZoneMark } from './zone-colours.ts';
import { findLabelSpace, type ProjectedZone, projectOutlines } from './zone-geometry.ts';

const WIDTH = 520;
const HEIGHT = 420;
/** Height of the badge of a schematic, with a margin. */
const BADGE = 40;
const FONT = 18;
const SMALL = 14;
/** Font size on a phone (zone-map.css): names have to fit at this size. */
const LARGEST = 22;
/** Space between a name and the borders. */
const GAP = 4;

function formatPath(polygons: ProjectedZone['polygons']): string {
  const ring = (points: readonly (readonly [number, number])[]) =>
    `M${points
      .slice(0, -1)
      .map(([x, y]) => `${formatCoordinate(x)} ${formatCoordinate(y)}`)
      .join('L')}Z`;
  return polygons.flatMap((rings) => rings.map(ring)).join('');
}

/**
 * Returns the function from a zone to the attributes of its colour: a step for a value, a hatch for a missing value,
 * none on a map without values. The hatch is an attribute because `url(#…)` in a style sheet refers to that sheet.
 */
function createFill(marks: readonly ZoneMark[], hatch: string): (mark: ZoneMark) => string {
  const getStep = createColourScale(marks);
  return ({ value }) => {
    if (value === undefined) return 'class="zone"';
    return value === null ? `class="zone none" fill="url(#${hatch})"` : `class="zone step-${getStep(value)}"`;
  };
}

/**
 * Draws the zones of a municipality. Each zone is a link with its name; a schematic map has a badge.
 * @param marks the zones in their order; the map leaves out zones without an outline, and names without space
 * @param key distinguishes this map from others on the page, for ids inside the SVG
 */
export function drawZoneMap(
  outlines: MunicipalityOutlines,
  marks: readonly ZoneMark[],
  title: string,
  key: string,
): string {
  const polygonsByZone = new Map(
    projectOutlines(outlines, WIDTH, HEIGHT).map(({ zone, polygons }) => [zone, polygons]),
  );
  const hatch = `hatch-${key}`;
  const getFill = createFill(marks, hatch);
  const zones = marks.flatMap((mark) => {
    const polygons = polygonsByZone.get(mark.id);
    if (!polygons) return [];
    const { x, y, width } = findLabelSpace(polygons, LARGEST / 2, mark.text ? LARGEST * 1.5 : LARGEST / 2);
    const name = truncateText(mark.title, width - GAP * 2, LARGEST);
    const position = `x="${x.toFixed(1)}" text-anchor="middle"`;
    const nameText = name
      ? `<text ${position} y="${(y + FONT * 0.35).toFixed(1)}" font-size="${FONT}">${escapeXml(name)}</text>`
      : '';
    const valueText = mark.text
      ? `<text class="figure-text" ${position} y="${(y + FONT * 1.3).toFixed(1)}" font-size="${SMALL}">${escapeXml(mark.text)}</text>`
      : '';
    const label = escapeXml(mark.text ? `${mark.title} ${mark.text}` : mark.title);
    return [
      `<a href="${escapeXml(mark.url)}"><title>${label}</title><path ${getFill(mark)} d="${formatPath(polygons)}"/>` +
        `${nameText}${valueText}</a>`,
    ];
  });
  // The badge is above the outlines and covers none of them.
  const top = outlines.schematic ? BADGE : 0;
  const drawnZones = top === 0 ? zones.join('') : `<g transform="translate(0 ${top})">${zones.join('')}</g>`;
  const badge = outlines.schematic
    ? '<g class="badge"><rect x="4" y="4" width="76" height="30"/><text x="42" y="25" text-anchor="middle" font-size="15">模式図</text></g>'
    : '';
  const pattern = `<pattern id="${hatch}" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="8" height="8"/><line class="hatch-line" x1="0" y1="0" x2="0" y2="8"/></pattern>`;
  const values = marks.flatMap(({ title: name, text, value }) =>
    value === undefined ? [] : [`${name} ${value === null ? '公表されていません' : (text ?? '')}`],
  );
  const description = values.length === 0 ? title : `${title}：${values.join('、')}`;
  const defs = marks.some(({ value }) => value === null) ? `<defs>${pattern}</defs>` : '';
  return createSvg(
    { kind: 'zone-map', width: WIDTH, height: HEIGHT + top, label: description, role: 'group' },
    defs + drawnZones + badge,
  );
}
