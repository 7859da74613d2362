import { geoPath, greatest, pairs } from 'd3';
import { feature } from 'topojson-client';
import prefectures from '../../data/prefecture-outlines.json' with { type: 'json' };
import { createSvg, formatCoordinate } from '../charts/svg-text.ts';
import { EARTH_RADIUS, getPrefectureNumber, type Municipality } from '../model/municipality.ts';
import type { MunicipalityOutline } from '../tables/zones.ts';
import { fitPolygons, formatPolygonPath, projectPolygons, simplifyZones } from './zone-geometry.ts';
import type { Point, Polygons } from './zone-geometry.ts';

/** The credit that the terms of `data/prefecture-outlines.json` ask for. Every site has the file, but not its source. */
export const PREFECTURE_OUTLINES_CREDIT = '国土交通省「国土数値情報（行政区域データ）」を加工して作成';

type Identity = Pick<Municipality, 'title' | 'prefecture' | 'code'>;

/** Width and height of the picture of a municipality or a prefecture. */
const SIZE = 200;
const MARGIN = 3;
/** The minimum width of a picture with a bar for kilometres: its text fits. */
const MIN_WIDTH = 130;
/** Height of the bar for kilometres with its text, below the outline. */
const BAR = 24;
/** Width and height of the picture on a card, which is shown half as large, and the most points of its outline. */
const CARD_SIZE = 192;
const CARD_POINTS = 60;
/** A municipality smaller than this gets a circle around it, in pixels. */
const TINY = 12;

/** Returns the smallest box around polygons: its left upper corner, its middle and its size. */
function measureBox(coordinates: Polygons) {
  const [[left, top], [right, bottom]] = geoPath().bounds({ type: 'MultiPolygon', coordinates });
  const middle: Point = [(left + right) / 2, (top + bottom) / 2];
  return { left, top, middle, width: right - left, height: bottom - top };
}

/** Returns the Mercator projection that fits polygons into a square, and the part of the square that they fill. */
function fitFrame(polygons: Polygons, size: number) {
  const projection = fitPolygons(polygons, [size, size], MARGIN);
  const { left, top, width, height } = measureBox(projectPolygons(polygons, projection));
  return {
    project: (point: Point): Point => {
      const [x, y] = projection(point);
      return [x - left + MARGIN, y - top + MARGIN];
    },
    width: Math.ceil(width + MARGIN * 2),
    height: Math.ceil(height + MARGIN * 2),
  };
}

/** Draws a bar of 0.2, 0.5, 1, 2, 5 … 100 kilometres: the longest up to 0.4 of `SIZE`, or else 0.2. */
function drawKilometreBar({ project, height }: ReturnType<typeof fitFrame>, polygons: Polygons): string {
  const [longitude, latitude] = measureBox(polygons).middle;
  const degree = (Math.PI / 180) * EARTH_RADIUS * Math.cos((latitude * Math.PI) / 180);
  const kilometre = project([longitude + 1 / degree, latitude])[0] - project([longitude, latitude])[0];
  const length = [100, 50, 20, 10, 5, 2, 1, 0.5].find((one) => one * kilometre <= SIZE * 0.4) ?? 0.2;
  const end = formatCoordinate(MARGIN + length * kilometre);
  const text = `<text x="${formatCoordinate(MARGIN + length * kilometre + 6)}" y="${height + 14}" font-size="15">${length}km</text>`;
  return `<path class="scale" d="M${MARGIN} ${height + 4}v6H${end}v-6"/>${text}`;
}

/** Draws the outline of a municipality (in degrees) with a bar for kilometres. North is at the top. */
export function drawMunicipalityOutline({ polygons }: MunicipalityOutline, { title }: Identity): string {
  const frame = fitFrame(polygons, SIZE);
  const outline = formatPolygonPath(projectPolygons(polygons, frame.project));
  return createSvg(
    { classes: 'shape', width: Math.max(frame.width, MIN_WIDTH), height: frame.height + BAR, label: `${title}の形` },
    `<path d="${outline}"/>${drawKilometreBar(frame, polygons)}`,
  );
}

/** Returns the path data of polygons as steps of whole pixels, which are much shorter than positions. */
function formatSteps(polygons: Polygons): string {
  const formatRing = (points: readonly Point[]) => {
    const corners = points.slice(0, -1).map(([x, y]): Point => [Math.round(x), Math.round(y)]);
    const [[left, top] = [0, 0]] = corners;
    const steps = pairs(corners, ([x0, y0], [x, y]) => `${x - x0} ${y - y0}`);
    return `M${left} ${top}l${steps.join(' ').replaceAll(' -', '-')}z`;
  };
  return polygons.flatMap((rings) => rings.map(formatRing)).join('');
}

/**
 * Draws the outline of a municipality with few points, for a card.
 * @param label what a screen reader says
 */
export function drawSmallOutline(
  { polygons }: MunicipalityOutline,
  { title }: Identity,
  label = `${title}の形`,
): string {
  const { project, width, height } = fitFrame(polygons, CARD_SIZE);
  const projected = projectPolygons(polygons, project);
  // The corners with the smallest triangles are left out.
  const chooseArea = (areas: readonly number[]) => areas.toSorted((a, b) => b - a)[CARD_POINTS - 1] ?? 0;
  const reduced = simplifyZones([{ zone: '', polygons: projected }], chooseArea)[0]?.polygons ?? projected;
  return createSvg({ classes: 'shape small', width, height, label }, `<path d="${formatSteps(reduced)}"/>`);
}

/** Returns the outline of a prefecture; null for a number that no prefecture has. */
function findPrefecture(number: string): Polygons | null {
  const atlas = prefectures as unknown as Parameters<typeof feature>[0];
  const collection = atlas.objects.prefectures ? feature(atlas, atlas.objects.prefectures) : null;
  const found =
    collection?.type === 'FeatureCollection' ? collection.features.find(({ id }) => id === number) : undefined;
  return found?.geometry.type === 'MultiPolygon' ? (found.geometry.coordinates as Polygons) : null;
}

/** Returns where a point is in a picture: 北西, or 中ほど for the middle third. */
function nameDirection([x, y]: Point, [width, height]: Point): string {
  const nameSide = (share: number, names: readonly [string, string]) =>
    share < 1 / 3 ? names[0] : share > 2 / 3 ? names[1] : '';
  return nameSide(y / height, ['北', '南']) + nameSide(x / width, ['西', '東']) || '中ほど';
}

/**
 * Draws the position of a municipality in its prefecture. The picture fits the largest part of the prefecture and the
 * municipality; islands beyond it are left out. Returns null if no prefecture has the number in the code.
 * @param outline in degrees
 */
export function drawMunicipalityInPrefecture({ polygons }: MunicipalityOutline, municipality: Identity): string | null {
  const land = findPrefecture(getPrefectureNumber(municipality.code));
  if (land === null) return null;
  const largest = greatest(land, (part) => {
    const { width: across, height: down } = measureBox([part]);
    return across * down;
  });
  const { project, width, height } = fitFrame([...(largest ? [largest] : []), ...polygons], SIZE);
  const here = projectPolygons(polygons, project);
  const parts = projectPolygons(land, project).filter((part) =>
    part.flat().some(([x, y]) => x > 0 && x < width && y > 0 && y < height),
  );
  const { middle, ...size } = measureBox(here);
  const isTiny = Math.max(size.width, size.height) < TINY;
  const circle = `<circle cx="${formatCoordinate(middle[0])}" cy="${formatCoordinate(middle[1])}" r="${TINY}"/>`;
  const { title, prefecture } = municipality;
  const where = nameDirection(middle, [width, height]);
  const label = `${prefecture}の中の${title}の場所。${prefecture.slice(-1)}の${where}にあります`;
  return createSvg(
    { classes: 'shape', width, height, label },
    `<path class="prefecture" d="${formatPolygonPath(parts)}"/><path class="here" d="${formatPolygonPath(here)}"/>${isTiny ? circle : ''}`,
  );
}
