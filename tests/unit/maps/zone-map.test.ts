import { extent, polygonArea } from 'd3';
import { describe, expect, test } from 'vitest';
import { projectOutlines } from '../../../src/maps/zone-geometry.ts';
import { createRadiusScale, type MapZone, drawZoneMap, getZoneScale } from '../../../src/maps/zone-map.ts';
import type { ZoneOutlineSet } from '../../../src/tables/zones.ts';

type Point = [number, number];

/** Returns a jagged line between two points, the same each time: two waves move its points off the straight line. */
function jagged([x0, y0]: Point, [x1, y1]: Point, count: number): Point[] {
  return Array.from({ length: count + 1 }, (_, at) => {
    const share = at / count;
    const off = at === 0 || at === count ? 0 : (Math.sin(share * 40) + Math.sin(share * 333)) * 0.002;
    return [x0 + (x1 - x0) * share - (y1 - y0) * off, y0 + (y1 - y0) * share + (x1 - x0) * off];
  });
}

/** Creates four zones around a middle, with 3,000 points in all. Neighbours share the points of their border. */
function createFourZones(): ZoneOutlineSet {
  const [west, east, south, north] = [139.9, 140.1, 35.8, 36];
  const middle: Point = [140, 35.9];
  const corners: Point[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
  const halves: Point[] = [
    [140, south],
    [east, 35.9],
    [140, north],
    [west, 35.9],
  ];
  const spokes = halves.map((half) => jagged(half, middle, 250));
  const outlines = ['sw', 'se', 'ne', 'nw'].map((name, at) => {
    const [from, corner, to] = [halves[(at + 3) % 4], corners[at], halves[at]];
    if (!from || !corner || !to) throw new Error('no corner');
    const out = spokes[at] ?? [];
    const back = [...(spokes[(at + 3) % 4] ?? [])].reverse();
    const ring = [...jagged(from, corner, 125), ...jagged(corner, to, 125).slice(1), ...out.slice(1), ...back.slice(1)];
    return { zone: `mihon/${name}`, polygons: [[ring]] };
  });
  return { municipality: 'mihon', schematic: false, outlines };
}

const outlines = createFourZones();
const mapZones: MapZone[] = outlines.outlines.map(({ zone }) => ({ id: zone, title: zone, url: `#${zone}` }));
const rings = projectOutlines(outlines, 520, 420).map(({ polygons }) => polygons[0]?.[0] ?? []);
const area = (ring: readonly (readonly [number, number])[]) =>
  Math.abs(polygonArea(ring.map(([x, y]): Point => [x, y])));

test('a schematic of very many points fits into its map', () => {
  const [one, ...others] = createFourZones().outlines;
  if (!one) throw new Error('no zone');
  const many = {
    ...one,
    polygons: one.polygons.map(([ring = []]) => [Array.from({ length: 200 }, () => ring).flat()]),
  };
  const drawn = projectOutlines({ municipality: 'mihon', schematic: true, outlines: [many, ...others] }, 400, 300);
  const points = drawn.flatMap(({ polygons }) => polygons.flat(2));
  expect(points.every(([x, y]) => x >= 0 && x <= 400 && y >= 0 && y <= 300)).toBe(true);
  expect(points.length).toBeGreaterThan(100);
});

describe('outlines of thousands of points', () => {
  test('have thousands of points in the data', () => {
    expect(outlines.outlines.reduce((sum, { polygons }) => sum + (polygons[0]?.[0]?.length ?? 0), 0)).toBeGreaterThan(
      2900,
    );
  });

  test('make an SVG of less than 8 KiB', () => {
    expect(drawZoneMap(outlines, mapZones, '地域', 'a').length).toBeLessThan(8 * 1024);
  });

  test('have neither gaps nor overlaps between neighbours', () => {
    const key = ([x, y]: readonly [number, number]) => `${x.toFixed(6)},${y.toFixed(6)}`;
    const edges = new Map<string, number>();
    for (const ring of rings)
      for (const [at, point] of ring.slice(1).entries()) {
        const before = ring[at];
        if (!before) continue;
        const edge = [key(before), key(point)].sort().join(' ');
        edges.set(edge, (edges.get(edge) ?? 0) + 1);
      }
    // The edges of only one zone are the coast. Its area equals the sum of the zones.
    const coast = [...edges].filter(([, count]) => count === 1).map(([edge]) => edge.split(' '));
    const next = new Map<string, string[]>();
    for (const [a = '', b = ''] of coast) {
      next.set(a, [...(next.get(a) ?? []), b]);
      next.set(b, [...(next.get(b) ?? []), a]);
    }
    const start = coast[0]?.[0] ?? '';
    const walk = [start];
    for (let at = next.get(start)?.[0] ?? ''; at !== start;) {
      const before = walk.at(-1);
      walk.push(at);
      at = next.get(at)?.find((one) => one !== before) ?? start;
    }
    const around = walk.map((one): Point => one.split(',').map(Number) as Point);
    const together = rings.reduce((sum, ring) => sum + area(ring), 0);
    expect(area(around)).toBeCloseTo(together, 3);
  });

  test('keep their proportions', () => {
    const all = rings.map(area);
    const whole = all.reduce((sum, one) => sum + one, 0);
    expect(all).toHaveLength(4);
    for (const one of all) expect(one / whole).toBeCloseTo(0.25, 1);
  });
});

describe('outlines with reversed rings', () => {
  /** Returns the smallest and largest x and y of each zone, to a tenth of a pixel. */
  const boxes = (some: ZoneOutlineSet) =>
    projectOutlines(some, 520, 420).map(({ zone, polygons }) => {
      const points = polygons.flat(2);
      return [zone, ...extent(points, ([x]) => x), ...extent(points, ([, y]) => y)].map((one) =>
        typeof one === 'number' ? Math.round(one * 10) / 10 : one,
      );
    });
  const turned: ZoneOutlineSet = {
    ...outlines,
    outlines: outlines.outlines.map((one) => ({
      ...one,
      polygons: one.polygons.map((all) => all.map((ring) => ring.toReversed())),
    })),
  };

  test.each([true, false])('make the same map (schematic: %s)', (schematic) => {
    expect(boxes({ ...turned, schematic })).toEqual(boxes({ ...outlines, schematic }));
  });

  test('fill the map', () => {
    const all = boxes(turned).flatMap(([, ...ends]) => ends.map(Number));
    expect(Math.max(...all) - Math.min(...all)).toBeGreaterThan(380);
  });
});

test.each([true, false])('draws an outline of 200,000 points (schematic: %s)', (schematic) => {
  const ring = Array.from({ length: 200_000 }, (_, at): Point => {
    const angle = ((at % 199_999) / 199_999) * 2 * Math.PI;
    return [139.7 + Math.cos(angle) * 0.01, 35.8 + Math.sin(angle) * 0.01];
  });
  const round = { zone: 'mihon/round', polygons: [[ring]] };
  expect(projectOutlines({ municipality: 'mihon', schematic, outlines: [round] }, 520, 420)).toHaveLength(1);
});

describe('the map of zones', () => {
  const map = (changed: readonly Partial<MapZone>[], over: Partial<ZoneOutlineSet> = {}) =>
    drawZoneMap(
      { ...outlines, ...over },
      mapZones.map((mark, at) => ({ ...mark, ...changed[at] })),
      '地域',
      'k',
    );

  test('has a badge above the zones if it is schematic', () => {
    const [schematic, exact] = [map([], { schematic: true }), map([])];
    expect(schematic).toContain('模式図');
    expect(exact).not.toContain('模式図');
    expect(schematic).toContain('viewBox="0 0 520 460"');
    expect(schematic).toContain('<g transform="translate(0 40)"><a href="#mihon/sw"');
    expect(exact).toContain('viewBox="0 0 520 420"');
    expect(exact).not.toContain('translate');
  });

  test('leaves out a zone without an outline, but describes its value', () => {
    const svg = map(
      [
        { value: 1, text: '1%' },
        { value: 5, text: '5%' },
      ],
      { outlines: outlines.outlines.slice(1) },
    );
    expect([...svg.matchAll(/<a href="([^"]*)"/g)].map(([, url]) => url)).toEqual([
      '#mihon/se',
      '#mihon/ne',
      '#mihon/nw',
    ]);
    expect(svg).toContain('aria-label="地域：mihon/sw 1%、mihon/se 5%"');
  });

  test('links each zone by its name', () => {
    expect(map([])).toContain('<a href="#mihon/sw" data-zone="mihon/sw"><title>mihon/sw</title>');
  });

  test('hatches a zone without a value, and describes the values', () => {
    const svg = map([{ value: null }, { value: 1, text: '1%' }, { value: 5, text: '5%' }, { value: 9, text: '9%' }]);
    expect(svg.match(/fill="url\(#hatch-k\)"/g)).toHaveLength(1);
    expect(svg).toContain('<defs><pattern id="hatch-k"');
    expect(svg).toContain('<title>mihon/nw 9%</title>');
    expect(svg).toContain('zone step-5');
    expect(svg).toContain('aria-label="地域：mihon/sw 値なし、mihon/se 1%、mihon/ne 5%、mihon/nw 9%"');
    expect(map([{ value: 1, text: '1%' }])).toContain('aria-label="地域：mihon/sw 1%"');
    expect(map([])).toContain('aria-label="地域"');
  });

  test('has neither a hatch nor circles without values', () => {
    expect(map([])).not.toMatch(/<pattern|<circle/);
  });

  test('shows counts as circles on plain areas, which have one scale at all times', () => {
    const counts = [60, 180, 210].map((value) => ({ value, text: `${value}人` }));
    const zones = mapZones.slice(0, 3).map((mark, at) => ({ ...mark, ...counts[at] }));
    const draw = (all?: readonly MapZone[]) => drawZoneMap(outlines, zones, '地域', 'k', 'circle', all);
    const listRadii = (drawn: string) =>
      [...drawn.matchAll(/<circle class="count"[^>]* r="([\d.]+)"/g)].map(([, radius]) => Number(radius));
    const svg = draw();
    const radii = listRadii(svg);
    expect(radii).toHaveLength(3);
    const later = mapZones.slice(0, 3).map((mark) => ({ ...mark, value: 840 }));
    const smaller = listRadii(draw([...zones, ...later]));
    expect(smaller.map((radius, at) => Math.round((10 * radius) / (radii[at] ?? 0)))).toEqual([5, 5, 5]);
    expect(radii).toEqual([...radii].sort((a, b) => a - b));
    expect(svg).not.toContain('step-');
  });

  test('has smaller circles for many zones, and draws them and the names above all areas', () => {
    const largest = (zones: number) =>
      createRadiusScale(Array.from({ length: zones }, (_, at) => ({ id: `${at}`, title: '', url: '', value: 7 })))(7);
    expect(largest(12)).toBeGreaterThan(45);
    expect(largest(40)).toBeCloseTo(25, 0);
    const svg = map([{ value: 1, text: '1人' }]);
    expect(svg.lastIndexOf('</a>')).toBeLessThan(svg.indexOf('<circle'));
    expect(svg.lastIndexOf('<circle')).toBeLessThan(svg.indexOf('<text'));
  });

  test.each(['%', '％', 'パーセント'])('shows rates in %s as colours', (unit) => {
    expect(getZoneScale(unit)).toBe('colour');
  });

  test('draws only values that fit into their zones, and has every value in a title', () => {
    const svg = map([
      { value: 12, text: '12円' },
      { value: 1e12, text: '1,000,000,000,000,000円' },
    ]);
    expect([...svg.matchAll(/class="figure-text"[^>]*>([^<]*)</g)].map(([, text]) => text)).toEqual([
      '12円',
      '',
      '',
      '',
    ]);
    expect(svg).toContain('<title>mihon/se 1,000,000,000,000,000円</title>');
    const texts = svg.matchAll(/<text[^>]*? x="([\d.]+)"[^>]*? y="([\d.]+)"/g);
    const places: number[][] = Array.from(texts, ([, x, y]) => [Number(x), Number(y)]);
    const [[x1 = 0, y1 = 0] = [], [x2 = 0, y2 = 0] = []] = places;
    // The value is below the name, in the middle of the zone.
    expect([x2, y2 - y1 > 14, y2 - y1 < 22]).toEqual([x1, true, true]);
  });

  test('cuts a name that does not fit into its zone at the font size of a phone', () => {
    const svg = map([{ title: '市役所のまわりとその北と南にある地域' }]);
    expect(/<text[^>]*>([^<]*)</.exec(svg)?.[1]).toBe('市役所のまわ…');
  });

  test('escapes markup', () => {
    expect(map([{ title: '<b>"' }])).not.toContain('<b>');
  });
});
