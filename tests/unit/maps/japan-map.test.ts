import { describe, expect, test } from 'vitest';
import { drawJapanMap } from '../../../src/maps/japan-map.ts';

const cities = [
  { title: '甲市', latitude: 35.8, longitude: 139.7 },
  { title: '乙市', latitude: 35.86, longitude: 139.98 },
  { title: '丙市', latitude: 34.6, longitude: 135.6 },
];

describe('the map of cities', () => {
  test('has a dot and a name for each city, and a description', () => {
    const svg = drawJapanMap(cities) ?? '';
    expect(svg.match(/class="place"/g)).toHaveLength(3);
    for (const { title } of cities) expect(svg).toContain(`>${title}</text>`);
    expect(svg).toContain('aria-label="地図：甲市、乙市、丙市の場所"');
  });

  test('has west at the left and north at the top, and every dot inside', () => {
    const svg = drawJapanMap(cities) ?? '';
    const dots = [...svg.matchAll(/class="place" cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    const [[x1 = 0, y1 = 0] = [], [x2 = 0, y2 = 0] = [], [x3 = 0, y3 = 0] = []] = dots;
    expect([x3 < x1, x1 < x2, y2 < y1, y1 < y3]).toEqual([true, true, true, true]);
    expect(dots.every(([x = 0, y = 0]) => x > 20 && x < 340 && y > 20 && y < 240)).toBe(true);
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
    expect(svg.match(/class="place"[^>]* r="1.5"/g)).toHaveLength(3);
    expect(svg).not.toContain('<text');
    expect(svg).toContain('aria-label="地図：3つの市区町村の場所"');
  });
});
