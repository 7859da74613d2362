import { geoMercator, geoPath, transpose } from 'd3';
import { merge } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import prefectures from '../../data/prefecture-outlines.json' with { type: 'json' };
import { layOutLabels } from '../charts/label-layout.ts';
import { createSvg, drawText, estimateTextWidth } from '../charts/svg-text.ts';
import { formatCount } from '../notation/format.ts';

/** A city with the coordinates of its city hall, in degrees. */
export type MapCity = Readonly<{ title: string; latitude: number; longitude: number }>;

const WIDTH = 360;
const HEIGHT = 260;
const FONT = 15;
const GAP = 9;
const RADIUS = 4.5;
const SMALL_RADIUS = 1.5;
/** The smallest area of the map, in degrees: it shows the surroundings of a single city. */
const MIN_SPAN = 5;
/** Margin around the outermost cities, in degrees. */
const AREA_MARGIN = 0.9;
/** Minimum area of the triangle at a corner, in square degrees. Smaller corners are left out. */
const DETAIL = 0.003;

type Atlas = Parameters<typeof presimplify>[0];
type Geometries = Parameters<typeof merge>[1];

/** Returns the coast of Japan for a small map, simplified, without the holes that small exclaves leave. */
function readCoast() {
  const atlas = simplify(presimplify(prefectures as unknown as Atlas), DETAIL);
  const { type, coordinates } = merge(atlas, prefectures.objects.prefectures.geometries as unknown as Geometries);
  return { type, coordinates: coordinates.map((rings) => rings.slice(0, 1)) };
}

/** Returns the ends of the map in one direction: around some degrees, with a margin. */
function getEnds(values: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [middle, half] = [(low + high) / 2, Math.max((high - low) / 2 + AREA_MARGIN, MIN_SPAN / 2)];
  return [middle - half, middle + half];
}

/** Draws the names of cities beside their dots, apart from each other if possible. */
function drawNames(cities: readonly MapCity[], points: readonly (readonly [number, number])[]): string[] {
  const boxes = cities.map(({ title }, index) => {
    const [x = 0, y = 0] = points[index] ?? [];
    return { x, y, width: estimateTextWidth(title, FONT), height: FONT * 1.2 };
  });
  return layOutLabels(boxes, GAP, [], { left: 2, top: 2, right: WIDTH - 2, bottom: HEIGHT - 2 }).map(
    ({ left, top }, index) => drawText('label', [left, top + FONT], FONT, cities[index]?.title ?? ''),
  );
}

/** Draws a part of Japan with cities as dots; null without cities. `hasNames` is false for too many to be named. */
export function drawJapanMap(cities: readonly MapCity[], hasNames = true): string | null {
  if (cities.length === 0) return null;
  const ends = [cities.map(({ longitude }) => longitude), cities.map(({ latitude }) => latitude)].map(getEnds);
  const projection = geoMercator()
    .fitSize([WIDTH, HEIGHT], { type: 'MultiPoint', coordinates: transpose(ends) })
    .clipExtent([
      [0, 0],
      [WIDTH, HEIGHT],
    ]);
  const outline = geoPath(projection).digits(0)(readCoast()) ?? '';
  const points = cities.map(({ longitude, latitude }): [number, number] => projection([longitude, latitude]) ?? [0, 0]);
  const names = hasNames ? drawNames(cities, points) : [];
  const dots = points.map(
    ([x, y], index) =>
      `<circle class="city" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${hasNames ? RADIUS : SMALL_RADIUS}"/>${names[index] ?? ''}`,
  );
  const owners = hasNames ? cities.map(({ title }) => title).join('、') : `${formatCount(cities.length)}の市区町村`;
  return createSvg(
    { classes: 'japan', width: WIDTH, height: HEIGHT, label: `地図：${owners}の場所` },
    `<path class="land" d="${outline}"/>${dots.join('')}`,
  );
}
