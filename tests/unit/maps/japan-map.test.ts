import { describe, expect, test } from 'vitest';
import { drawJapanMap } from '../../../src/maps/japan-map.ts';

const cities = [
  { title: '甲市', latitude: 35.8, longitude: 139.7 },
  { title: '乙市', latitude: 35.86, longitude: 139.98 },
  { title: '丙市', latitude: 34.6, longitude: 135.6 },
];

/** Returns the middles of the dots on a map. */
const readDots = (svg: string | null) =>
  [...(svg ?? '').matchAll(/class="city" cx="([\d.-]+)" cy="([\d.-]+)"/g)].map(([, x, y]) => [Number(x), Number(y)]);

describe('the map of cities', () => {
  test('has a dot and a name for each city, and a description', () => {
    const svg = drawJapanMap(cities) ?? '';
    expect(svg.match(/class="city"/g)).toHaveLength(3);
    for (const { title } of cities) expect(svg).toContain(`>${title}</text>`);
    expect(svg).toContain('aria-label="地図：甲市、乙市、丙市の場所"');
  });

  test('has west at the left and north at the top, and every dot inside', () => {
    const dots = readDots(drawJapanMap(cities));
    const [[x1 = 0, y1 = 0] = [], [x2 = 0, y2 = 0] = [], [x3 = 0, y3 = 0] = []] = dots;
    expect([x3 < x1, x1 < x2, y2 < y1, y1 < y3]).toEqual([true, true, true, true]);
    expect(dots.every(([x = 0, y = 0]) => x > 20 && x < 340 && y > 20 && y < 240)).toBe(true);
  });

  test('has every dot inside, for cities at both ends of the country', () => {
    const [sapporo = [], naha = []] = readDots(
      drawJapanMap([
        { title: '北市', latitude: 43.06, longitude: 141.35 },
        { title: '南市', latitude: 26.21, longitude: 127.68 },
      ]),
    );
    const [right = 0, top = 0, left = 0, bottom = 0] = [...sapporo, ...naha];
    expect([left > 20, right < 340, top > 10, bottom < 250]).toEqual([true, true, true, true]);
    expect([left + right, top + bottom]).toEqual([expect.closeTo(360, 0), expect.closeTo(260, -1)]);
  });

  test('has a single city in its middle, with a map of about five degrees around it', () => {
    const [one = []] = readDots(drawJapanMap(cities.slice(0, 1)));
    expect(one).toEqual([expect.closeTo(180, 0), expect.closeTo(130, -1)]);
    const near = { title: '丁市', latitude: 35.8, longitude: 142.1 };
    const [[left = 0] = [], [right = 0] = []] = readDots(drawJapanMap([...cities.slice(0, 1), near]));
    // Five degrees of latitude fill the 260 pixels of the height; a degree of longitude is shorter.
    expect((right - left) / 2.4).toBeCloseTo((260 / 5) * Math.cos((35.8 * Math.PI) / 180), 0);
  });

  test('has the names of two near cities above each other', () => {
    const near = cities.slice(0, 2).map((city, at) => ({ ...city, latitude: 35.8, longitude: 139.7 + at / 100 }));
    const texts = (drawJapanMap(near) ?? '').matchAll(/<text class="label" x="([\d.]+)" y="([\d.]+)"/g);
    const names: number[][] = Array.from(texts, ([, x, y]) => [Number(x), Number(y)]);
    const [[x1 = 0, y1 = 0] = [], [x2 = 0, y2 = 0] = []] = names;
    expect(Math.abs(y1 - y2) >= 14 || Math.abs(x1 - x2) >= 28).toBe(true);
  });

  test('has every name inside, also a long one at the right edge', () => {
    const svg = drawJapanMap([
      { title: 'つくばみらい市', latitude: 35.96, longitude: 140.04 },
      { title: '大阪市', latitude: 34.69, longitude: 135.5 },
    ]);
    const names = [...(svg ?? '').matchAll(/<text class="label" x="([\d.]+)" y="([\d.]+)" font-size="(\d+)">([^<]+)/g)];
    const ends = names.map(([, x, , font, title = '']) => Number(x) + title.length * Number(font));
    expect(names).toHaveLength(2);
    expect(Math.max(...ends)).toBeLessThanOrEqual(360);
  });

  test('has the coast of the country, without borders of prefectures and holes', () => {
    const svg = drawJapanMap(cities) ?? '';
    const coast = /class="land" d="([^"]+)"/.exec(svg)?.[1] ?? '';
    const corners = coast.match(/-?\d+,-?\d+/g) ?? [];
    expect(corners.length).toBeGreaterThan(100);
    // A border would have its corners twice, and 和歌山県 has an exclave in the middle of 紀伊半島.
    expect(corners.length - new Set(corners).size).toBeLessThan(corners.length / 10);
    expect(coast.split('M').length).toBeLessThan(20);
    // 埼玉県 and 栃木県 leave a hole north of these cities: their map has eight pieces of land.
    const [around = ''] =
      /(?<=class="land" d=")[^"]+/.exec(drawJapanMap([{ title: '丁市', latitude: 36, longitude: 139.6 }]) ?? '') ?? [];
    expect(around.match(/M/g)).toHaveLength(8);
  });

  test('is small', () => {
    expect((drawJapanMap(cities) ?? '').length).toBeLessThan(6 * 1024);
  });

  test('is null without cities', () => {
    expect(drawJapanMap([])).toBeNull();
  });

  test('shows the surroundings of a single city', () => {
    expect(drawJapanMap(cities.slice(0, 1))).toContain('class="land" d="M');
  });

  test('has only dots for many cities, and their number in the description', () => {
    const svg = drawJapanMap(cities, false) ?? '';
    expect(svg.match(/class="city"[^>]* r="1.5"/g)).toHaveLength(3);
    expect(svg).not.toContain('<text');
    expect(svg).toContain('aria-label="地図：3つの市区町村の場所"');
  });
});
