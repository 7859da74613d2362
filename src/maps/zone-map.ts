import { createSvg, escapeXml, formatCoordinate, truncateText } from '../charts/svg-text.ts';
import type { MunicipalityOutlines } from '../tables/zones.ts';
import { createZoneLook, type ZoneMark, type ZoneScale } from './zone-colours.ts';
import { findLabelSpace, formatPolygonPath, projectOutlines } from './zone-geometry.ts';

/** The size of the map, in pixels. */
const [WIDTH, HEIGHT] = [520, 420];
/** Height of the badge of a schematic, with a margin. */
const BADGE = 40;
/** The font sizes of names and of values, in pixels. */
const [NAME_FONT, VALUE_FONT] = [18, 14];
/** Font size on a phone (zone-map.css): names have to fit at this size. */
const MAX_FONT = 22;
/** Space between a name and the borders. */
const GAP = 4;

/** Returns what a map says to screen readers: its title and the value of each zone. */
export function describeZoneMap(marks: readonly ZoneMark[], title: string): string {
  const values = marks.flatMap(({ title: name, text, value }) =>
    value === undefined ? [] : [`${name} ${value === null ? '公表されていません' : (text ?? '')}`],
  );
  return values.length === 0 ? title : `${title}：${values.join('、')}`;
}

/**
 * Returns what a schematic map is and who drew it.
 * @param word what municipalities are called: 市区町村
 */
export const describeSchematic = (siteName: string, word: string): string =>
  `${siteName}が描いた模式図です。${word}がつくった図ではありません。もとにした資料からは範囲が分からないので、形も、となり合い方も、実際とはちがうことがあります。`;

/**
 * Draws the zones of a municipality. Each zone is a link with its name; a schematic map has a badge.
 * @param marks the zones in their order; the map leaves out zones without an outline, and names without space
 * @param key distinguishes this map from others on the page, for ids inside the SVG
 * @param scale how the map shows values
 * @param all the marks of all times of an indicator, whose circles have one scale
 */
export function drawZoneMap(
  outlines: MunicipalityOutlines,
  marks: readonly ZoneMark[],
  title: string,
  key: string,
  scale: ZoneScale = 'colour',
  all: readonly ZoneMark[] = marks,
): string {
  const polygonsByZone = new Map(
    projectOutlines(outlines, WIDTH, HEIGHT).map(({ zone, polygons }) => [zone, polygons]),
  );
  const hatch = `hatch-${key}`;
  const getLook = createZoneLook(marks, scale, all);
  const hasValues = marks.some(({ value }) => value !== undefined);
  const zones = marks.flatMap((mark) => {
    const polygons = polygonsByZone.get(mark.id);
    if (!polygons) return [];
    const { x, y, width } = findLabelSpace(polygons, MAX_FONT / 2, hasValues ? MAX_FONT * 1.5 : MAX_FONT / 2);
    const name = truncateText(mark.title, width - GAP * 2, MAX_FONT);
    const position = `x="${x.toFixed(1)}" text-anchor="middle"`;
    const nameText = name
      ? `<text ${position} y="${(y + NAME_FONT * 0.35).toFixed(1)}" font-size="${NAME_FONT}">${escapeXml(name)}</text>`
      : '';
    const { kind, radius, isNegative } = getLook(mark);
    // The hatch is an attribute because `url(#…)` in a style sheet refers to that sheet.
    const fill = kind === 'none' ? ` fill="url(#${hatch})"` : '';
    const area = `<path class="zone${kind && ` ${kind}`}"${fill} d="${formatPolygonPath(polygons)}"/>`;
    const circle = `<circle class="count${isNegative ? ' negative' : ''}" cx="${x.toFixed(1)}" cy="${(y + NAME_FONT * 0.4).toFixed(1)}" r="${formatCoordinate(radius)}"/>`;
    const valueText = `<text class="figure-text" ${position} y="${(y + NAME_FONT * 1.3).toFixed(1)}" font-size="${VALUE_FONT}">${escapeXml(mark.text ?? '')}</text>`;
    const label = escapeXml(mark.text ? `${mark.title} ${mark.text}` : mark.title);
    const shapes = hasValues ? area + circle + nameText + valueText : area + nameText;
    return [`<a href="${escapeXml(mark.url)}" data-zone="${escapeXml(mark.id)}"><title>${label}</title>${shapes}</a>`];
  });
  // The badge is above the outlines and covers none of them.
  const top = outlines.schematic ? BADGE : 0;
  const drawnZones = top === 0 ? zones.join('') : `<g transform="translate(0 ${top})">${zones.join('')}</g>`;
  const badge = outlines.schematic
    ? '<g class="badge"><rect x="4" y="4" width="76" height="30"/><text x="42" y="25" text-anchor="middle" font-size="15">模式図</text></g>'
    : '';
  const pattern = `<pattern id="${hatch}" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="8" height="8"/><line class="hatch-line" x1="0" y1="0" x2="0" y2="8"/></pattern>`;
  const defs = hasValues ? `<defs>${pattern}</defs>` : '';
  return createSvg(
    { kind: 'zone-map', width: WIDTH, height: HEIGHT + top, label: describeZoneMap(marks, title), role: 'group' },
    defs + drawnZones + badge,
  );
}
