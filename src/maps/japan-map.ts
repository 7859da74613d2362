import { geoMercator, geoPath } from 'd3';
import { feature } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import atlas from 'world-atlas/countries-50m.json' with { type: 'json' };
import { escapeXml } from '../charts/svg-text.ts';
import { formatCount } from '../notation/format.ts';
import { placeLabels } from '../charts/label-layout.ts';

/** A city to show: its name and where its city hall stands, in degrees. */
export interface MapCity {
  readonly title: string;
  readonly latitude: number;
  readonly longitude: number;
}

const WIDTH = 360;
const HEIGHT = 260;
const FONT = 14;
const GAP = 9;
const RADIUS = 4.5;
const RADIUS_OF_MANY = 1.5;
/** The least that the map shows, in degrees, so that a single city is not drawn without its surroundings. */
const LEAST = 5;
/** Degrees around the outermost cities. */
const AROUND = 0.9;
/** ISO 3166 number of Japan in the atlas. */
const JAPAN = '392';
/** Corners whose triangle covers less than this, in square degrees, are left out. */
const DETAIL = 0.002;

type Atlas = Parameters<typeof presimplify>[0];

/** The coast of Japan, as coarse as the picture is small. */
function coast() {
  const simple = simplify(presimplify(atlas as unknown as Atlas), DETAIL);
  const { countries } = simple.objects;
  const all = countries ? feature(simple, countries) : null;
  return all?.type === 'FeatureCollection' ? all.features.find(({ id }) => id === JAPAN) : undefined;
}

/** The middle and half the span of some degrees, with room around them. */
function span(values: readonly number[]): { middle: number; half: number } {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return { middle: (low + high) / 2, half: Math.max((high - low) / 2 + AROUND, LEAST / 2) };
}

/** The names of cities beside their dots, placed so that they keep off one another where they can. */
function namesBeside(cities: readonly MapCity[], points: readonly (readonly [number, number])[]): string[] {
  const boxes = cities.map(({ title }, at) => {
    const [x = 0, y = 0] = points[at] ?? [];
    return { x, y, width: [...title].length * FONT, height: FONT * 1.2 };
  });
  return placeLabels(boxes, GAP).map(
    ({ left, top }, at) =>
      `<text x="${left.toFixed(1)}" y="${(top + FONT).toFixed(1)}" font-size="${FONT}">${escapeXml(cities[at]?.title ?? '')}</text>`,
  );
}

/**
 * A part of Japan with cities as dots; null where no city's place is known.
 * @param named false where the cities are too many for their names to stand in the picture
 */
export function drawJapanMap(cities: readonly MapCity[], named = true): string | null {
  const land = coast();
  if (cities.length === 0 || !land) return null;
  const across = span(cities.map(({ longitude }) => longitude));
  const along = span(cities.map(({ latitude }) => latitude));
  const corner = (x: number, y: number): [number, number] => [
    across.middle + x * across.half,
    along.middle + y * along.half,
  ];
  const projection = geoMercator()
    .fitSize([WIDTH, HEIGHT], { type: 'MultiPoint', coordinates: [corner(-1, -1), corner(1, 1)] })
    .clipExtent([
      [0, 0],
      [WIDTH, HEIGHT],
    ]);
  const outline = geoPath(projection).digits(0)(land) ?? '';
  const points = cities.map(
    ({ longitude, latitude }): [number, number] => projection([longitude, latitude]) ?? [0, 0],
  );
  const names = named ? namesBeside(cities, points) : [];
  const marks = points.map(
    ([x, y], at) =>
      `<circle class="place" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${named ? RADIUS : RADIUS_OF_MANY}"/>${names[at] ?? ''}`,
  );
  const who = named ? cities.map(({ title }) => title).join('、') : `${formatCount(cities.length)}の市区町村`;
  const label = escapeXml(`地図：${who}の場所`);
  return `<svg class="japan" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${label}"><path class="land" d="${outline}"/>${marks.join('')}</svg>`;
}
