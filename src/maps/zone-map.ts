import { escapeXml, truncateText } from '../charts/svg-text.ts';
import type { MunicipalityOutlines } from '../tables/zones.ts';
import { createColourScale, type ZoneMark } from './zone-colours.ts';
import { findLabelSpace, type ProjectedZone, projectOutlines } from './zone-geometry.ts';

const WIDTH = 520;
const HEIGHT = 420;
/** Room for the badge of a schematic, and some air below it. */
const BADGE = 40;
const FONT = 18;
const SMALL = 14;
/** Names are written this large on a phone (by the style sheet), so that they must fit at this size. */
const LARGEST = 22;
/** What stays free between a name and the borders. */
const GAP = 4;

function pathOf(polygons: ProjectedZone['polygons']): string {
  const number = (value: number) => String(Math.round(value * 10) / 10);
  const ring = (points: readonly (readonly [number, number])[]) =>
    `M${points
      .slice(0, -1)
      .map(([x, y]) => `${number(x)} ${number(y)}`)
      .join('L')}Z`;
  return polygons.flatMap((rings) => rings.map(ring)).join('');
}

/**
 * The attributes of a zone's colour: a step for a figure, a hatch for none, plain where the map shows no figures. The
 * hatch stands as an attribute, because `url(#…)` in a style sheet would be looked for in that sheet.
 */
function shade(marks: readonly ZoneMark[], hatch: string): (mark: ZoneMark) => string {
  const steps = createColourScale(marks);
  return ({ value }) => {
    if (value === undefined) return 'class="zone"';
    return value === null ? `class="zone none" fill="url(#${hatch})"` : `class="zone step-${steps(value)}"`;
  };
}

/**
 * The map of a municipality's zones. Each zone is a link and carries its name; a schematic says so in the picture, and
 * figures are told in words too.
 * @param marks the zones, in their order; those without an outline, and names that have no room, are left to the
 *   list beside the map
 * @param key tells this map from others on the page, for ids inside the picture
 */
export function drawZoneMap(
  outlines: MunicipalityOutlines,
  marks: readonly ZoneMark[],
  title: string,
  key: string,
): string {
  const drawn = new Map(projectOutlines(outlines, WIDTH, HEIGHT).map((one) => [one.zone, one.polygons]));
  const hatch = `hatch-${key}`;
  const colourOf = shade(marks, hatch);
  const zones = marks.flatMap((mark) => {
    const polygons = drawn.get(mark.id);
    if (!polygons) return [];
    const { x, y, width } = findLabelSpace(polygons, LARGEST / 2, mark.text ? LARGEST * 1.5 : LARGEST / 2);
    const name = truncateText(mark.title, width - GAP * 2, LARGEST);
    const place = `x="${x.toFixed(1)}" text-anchor="middle"`;
    const written = name
      ? `<text ${place} y="${(y + FONT * 0.35).toFixed(1)}" font-size="${FONT}">${escapeXml(name)}</text>`
      : '';
    const figure = mark.text
      ? `<text class="figure-text" ${place} y="${(y + FONT * 1.3).toFixed(1)}" font-size="${SMALL}">${escapeXml(mark.text)}</text>`
      : '';
    const label = escapeXml(mark.text ? `${mark.title} ${mark.text}` : mark.title);
    return [
      `<a href="${escapeXml(mark.url)}"><title>${label}</title><path ${colourOf(mark)} d="${pathOf(polygons)}"/>` +
        `${written}${figure}</a>`,
    ];
  });
  // The badge stands above the outlines, so that it covers none of them.
  const top = outlines.schematic ? BADGE : 0;
  const drawnZones = top === 0 ? zones.join('') : `<g transform="translate(0 ${top})">${zones.join('')}</g>`;
  const badge = outlines.schematic
    ? '<g class="badge"><rect x="4" y="4" width="76" height="30"/><text x="42" y="25" text-anchor="middle" font-size="15">模式図</text></g>'
    : '';
  const pattern = `<pattern id="${hatch}" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="8" height="8"/><line class="hatch-line" x1="0" y1="0" x2="0" y2="8"/></pattern>`;
  const figures = marks.flatMap(({ title: name, text, value }) =>
    value === undefined ? [] : [`${name} ${value === null ? '公表されていません' : (text ?? '')}`],
  );
  const words = figures.length === 0 ? title : `${title}：${figures.join('、')}`;
  const defs = marks.some(({ value }) => value === null) ? `<defs>${pattern}</defs>` : '';
  return `<svg class="zone-map" viewBox="0 0 ${WIDTH} ${HEIGHT + top}" width="${WIDTH}" height="${HEIGHT + top}" role="group" aria-label="${escapeXml(words)}">${defs}${drawnZones}${badge}</svg>`;
}
