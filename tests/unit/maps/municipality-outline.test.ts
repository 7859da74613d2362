import { geoArea } from 'd3';
import { describe, expect, test } from 'vitest';
import {
  drawMunicipalityOutline,
  drawMunicipalityInPrefecture,
  drawSmallOutline,
} from '../../../src/maps/municipality-outline.ts';
import { EARTH_RADIUS } from '../../../src/model/municipality.ts';
import { openSharedSite } from '../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

const siteData = openSharedSite(REPOSITORY_FOLDER);
const { municipalityOutlines } = siteData;
const named = municipalityOutlines.map((outline) => ({ outline, city: siteData.municipality(outline.municipality) }));
const label = (svg: string | null) => /aria-label="([^"]*)"/.exec(svg ?? '')?.[1];
/** Returns the points of the paths of a class, of which there must be some. */
function readPoints(svg: string, kind = ''): [number, number][] {
  const points = [...svg.matchAll(new RegExp(`<path${kind && ` class="${kind}"`} d="([^"]*)"`, 'g'))].flatMap(
    ([, path = '']) =>
      [...path.matchAll(/([\d.-]+)[ ,]([\d.-]+)/g)].map(([, x, y]): [number, number] => [Number(x), Number(y)]),
  );
  if (points.length === 0) throw new Error(`no points of “${kind}”`);
  return points;
}

/** A square of some degrees with its corner at a position. */
const createSquare = (longitude: number, latitude: number, size = 0.1) => ({
  municipality: 'mihon',
  source: 'mihon',
  polygons: [
    [
      [
        [longitude, latitude],
        [longitude + size, latitude],
        [longitude + size, latitude + size],
        [longitude, latitude + size],
        [longitude, latitude],
      ] satisfies [number, number][],
    ],
  ],
});
const mihon = { title: '見本町', prefecture: '千葉県', code: '120000' };

describe('the outlines of the five cities', () => {
  test('are five', () => {
    expect(municipalityOutlines).toHaveLength(5);
  });

  test.each(named)('$city.title has 100 to 400 points and the area of its statistic', ({ outline, city }) => {
    expect(outline.polygons.flat(2).length).toBeGreaterThanOrEqual(100);
    expect(outline.polygons.flat(2).length).toBeLessThanOrEqual(400);
    // RFC 7946 and d3 disagree about the direction of rings.
    const coordinates = outline.polygons.map((rings) => rings.map((ring) => ring.toReversed()));
    const area = geoArea({ type: 'MultiPolygon', coordinates }) * EARTH_RADIUS ** 2;
    const published = siteData
      .statisticValuesOf('area')
      .findLast(({ municipality }) => municipality === city.id)?.value;
    expect(Math.abs(area / (published ?? 0) - 1)).toBeLessThan(0.02);
  });
});

describe('the picture of a shape', () => {
  test.each(named)('of $city.title is named and inside its frame', ({ outline, city }) => {
    const svg = drawMunicipalityOutline(outline, city);
    expect(label(svg)).toBe(`${city.title}の形`);
    const [, width = 0, height = 0] = (/viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []).map(Number);
    for (const [x, y] of readPoints(svg)) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(height);
    }
  });

  test('has a bar of the length that it names', () => {
    const svg = drawMunicipalityOutline(createSquare(140, 60), mihon);
    const [, end = '', text = ''] = /M3 \d+v6H([\d.]+)v-6"\/><text[^>]*>(\d+)km/.exec(svg) ?? [];
    const across = Math.max(...readPoints(svg).map(([x]) => x)) - 3;
    // At 60° north, 0.1 degrees are half as long as at the equator.
    const kilometres = ((Math.PI / 180) * 0.1 * EARTH_RADIUS) / 2;
    expect((Number(end) - 3) / Number(text)).toBeCloseTo(across / kilometres, 0);
  });

  test.each([
    [0.01, 0.2],
    [0.02, 0.5],
    [0.04, 1],
    [0.05, 2],
    [0.2, 5],
    [0.3, 10],
    [1, 20],
    [2, 50],
    [3, 100],
  ])('of %f degrees has a bar of %f km', (size, length) => {
    expect(drawMunicipalityOutline(createSquare(140, 60 - size / 2, size), mihon)).toContain(`>${length}km</text>`);
  });

  test('has a margin, and below the outline the bar with its text', () => {
    const svg = drawMunicipalityOutline(createSquare(140, 60), mihon);
    expect(svg).toContain('class="shape" viewBox="0 0 130 224" width="130" height="224"');
    expect(svg).toContain('<path d="M3,197L99.9,197L99.9,3L3,3Z"/><path class="scale" d="M3 204v6H37.9v-6"/>');
    expect(svg).toContain('<text x="43.9" y="214" font-size="15">2km</text>');
  });

  test('on a card has steps of whole pixels', () => {
    const svg = drawSmallOutline(createSquare(140, 36), mihon);
    expect(svg).toContain('class="shape small" viewBox="0 0 157 192" width="157" height="192"');
    expect(svg).toContain('<path d="M3 189l150 0 0-186-150 0z"/>');
  });

  test.each(named)('of $city.title has at most 60 points on a card', ({ outline, city }) => {
    const svg = drawSmallOutline(outline, city);
    expect(label(svg)).toBe(`${city.title}の形`);
    const count = (/ d="([^"]*)"/.exec(svg)?.[1]?.match(/-?\d+/g)?.length ?? 0) / 2;
    expect(count).toBeGreaterThan(30);
    expect(count).toBeLessThanOrEqual(60);
    expect(svg.length).toBeLessThan(550);
  });
});

describe('the position in the prefecture', () => {
  test.each([
    ['北西', 140, 35.85],
    ['南', 140.25, 35.1],
    ['東', 140.7, 35.5],
    ['中ほど', 140.2, 35.45],
  ])('is described in words: %s', (where, longitude, latitude) => {
    const svg = drawMunicipalityInPrefecture(createSquare(longitude, latitude), mihon);
    expect(label(svg)).toBe(`千葉県の中の見本町の場所。県の${where}にあります`);
  });

  test('is inside the land', () => {
    for (const { outline, city } of named) {
      const svg = drawMunicipalityInPrefecture(outline, city) ?? '';
      const xs = (kind: string) => readPoints(svg, kind).map(([x]) => x);
      expect(Math.min(...xs('here'))).toBeGreaterThan(Math.min(...xs('prefecture')) - 2);
      expect(Math.max(...xs('here'))).toBeLessThan(Math.max(...xs('prefecture')) + 2);
    }
  });

  test('is circled if it is small', () => {
    const circles = named.filter(({ outline, city }) =>
      drawMunicipalityInPrefecture(outline, city)?.includes('<circle'),
    );
    expect(circles.map(({ city }) => city.title)).toEqual(['蕨市']);
  });

  test('is circled in its middle, if neither its width nor its height is large', () => {
    const tiny = createSquare(140, 35.45, 0.02);
    const svg = drawMunicipalityInPrefecture(tiny, mihon) ?? '';
    const [, x, y] = /<circle cx="([^"]*)" cy="([^"]*)" r="12"/.exec(svg) ?? [];
    const here = readPoints(svg, 'here');
    expect([Number(x), Number(y)]).toEqual([
      expect.closeTo(((here[0]?.[0] ?? 0) + (here[2]?.[0] ?? 0)) / 2, 0),
      expect.closeTo(((here[0]?.[1] ?? 0) + (here[2]?.[1] ?? 0)) / 2, 0),
    ]);
    const long = tiny.polygons
      .flat()
      .map((ring) => ring.map(([east, north]): [number, number] => [140 + (east - 140) * 20, north]));
    expect(drawMunicipalityInPrefecture({ ...tiny, polygons: [long] }, mihon)).not.toContain('<circle');
  });

  test('leaves out islands beyond the largest part of the prefecture and the municipality', () => {
    const tokyo = { title: '見本村', prefecture: '東京都', code: '130001' };
    const listParts = (longitude: number, latitude: number) => {
      const svg = drawMunicipalityInPrefecture(createSquare(longitude, latitude), tokyo) ?? '';
      const [, width = 0, height = 0] = (/viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []).map(Number);
      const parts = (/class="prefecture" d="([^"]*)"/.exec(svg)?.[1] ?? '').split('Z').slice(0, -1);
      return parts.map((part) =>
        [...part.matchAll(/([\d.-]+),([\d.-]+)/g)].some(
          ([, x, y]) => Number(x) > 0 && Number(x) < width && Number(y) > 0 && Number(y) < height,
        ),
      );
    };
    const [near, far] = [listParts(139.7, 35.6), listParts(142.1, 27)];
    expect(new Set([...near, ...far])).toEqual(new Set([true]));
    expect(near.length).toBeLessThan(far.length);
  });

  test('needs a prefecture that exists', () => {
    expect(drawMunicipalityInPrefecture(createSquare(140, 36), { ...mihon, code: '992011' })).toBeNull();
  });
});
