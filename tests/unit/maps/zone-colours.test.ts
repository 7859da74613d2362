import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createColourScale,
  createRadiusScale,
  createZoneLook,
  getZoneScale,
  listLegendSteps,
  type MapZone,
} from '../../../src/maps/zone-map.ts';

const mapZones = (...values: (number | null | undefined)[]) =>
  values.map((value, at): MapZone => {
    const mark = { id: `z${at}`, title: `z${at}`, url: '' };
    return value === undefined ? mark : { ...mark, value };
  });

describe('the colour steps of a map', () => {
  test.each([
    ['go from the lowest value to the highest', [10, 20, 60], [1, 3, 5]],
    ['differ between the middle and the highest of very unequal values', [60, 180, 210], [1, 3, 5]],
    ['are as far from one another for low values as for high ones', [10, 20, 30, 40], [1, 2, 4, 5]],
  ])('%s', (_what, values, steps) => {
    expect(values.map(createColourScale(mapZones(...values)))).toEqual(steps);
  });

  test('have the same number of values each, if these are many', () => {
    const values = Array.from({ length: 100 }, (_, at) => at * at);
    const counts = Map.groupBy(values, createColourScale(mapZones(...values)));
    expect([...counts].map(([step, { length }]) => [step, length])).toEqual([1, 2, 3, 4, 5].map((step) => [step, 20]));
  });

  test('are in order, alike for equal values, and different for the middle and the highest', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 40 }), (values) => {
        const step = createColourScale(mapZones(...values));
        const sorted = [...new Set(values)].sort((a, b) => a - b);
        const steps = sorted.map(step);
        expect(steps).toEqual([...steps].sort((a, b) => a - b));
        expect(steps.every((one) => Number.isInteger(one) && one >= 1 && one <= 5)).toBe(true);
        if (sorted.length <= 5) expect(new Set(steps).size).toBe(sorted.length);
        if (sorted.length >= 3) expect(steps[Math.floor((sorted.length - 1) / 2)]).toBeLessThan(steps.at(-1) ?? 0);
      }),
    );
  });

  test('are in the legend from low to high, if values have them', () => {
    expect(listLegendSteps(mapZones(60, 10, null, 11))).toMatchObject([
      { step: 1, low: { value: 10 }, high: { value: 10 } },
      { step: 3, low: { value: 11 }, high: { value: 11 } },
      { step: 5, low: { value: 60 }, high: { value: 60 } },
    ]);
  });

  test('have the zones of their lowest and highest value in the legend', () => {
    const steps = listLegendSteps(mapZones(...Array.from({ length: 20 }, (_, at) => at)));
    expect(steps.map(({ low, high }) => [low.value, high.value])).toEqual([
      [0, 3],
      [4, 7],
      [8, 11],
      [12, 15],
      [16, 19],
    ]);
  });

  test('are one if all values are equal', () => {
    expect(listLegendSteps(mapZones(50, 50))).toMatchObject([{ step: 3, low: { value: 50 }, high: { value: 50 } }]);
  });

  test('are none without values', () => {
    expect(listLegendSteps(mapZones(null, null))).toEqual([]);
    expect(listLegendSteps(mapZones(undefined))).toEqual([]);
  });
});

describe('the circles of a map', () => {
  test('show every unit but the percentage', () => {
    expect(['%', '人', '件', '', 'ポイント'].map(getZoneScale)).toEqual([
      'colour',
      'circle',
      'circle',
      'circle',
      'circle',
    ]);
  });

  test('have areas in proportion to the values', () => {
    const radius = createRadiusScale(mapZones(0, 50, 200));
    expect(radius(0)).toBe(0);
    expect(radius(200) ** 2 / radius(50) ** 2).toBeCloseTo(4);
    expect(createRadiusScale(mapZones(0.1))(0.1)).toBe(radius(200));
  });

  test('have no size if all values are 0 or missing', () => {
    expect(createRadiusScale(mapZones(0, 0))(0)).toBe(0);
    expect(createRadiusScale(mapZones(null))(0)).toBe(0);
  });

  test('have one scale for all times', () => {
    const [small] = mapZones(50);
    const all = mapZones(50, 200);
    if (!small) throw new Error('no mark');
    expect(createZoneLook([small], 'circle', all)(small).radius).toBeCloseTo(createRadiusScale(all)(50));
  });

  test('are marked for negative values, and missing values have none', () => {
    const all = mapZones(-12, 8, null, undefined);
    expect(all.map(createZoneLook(all, 'circle'))).toEqual([
      { isNegative: true, classes: '', radius: 46 },
      { isNegative: false, classes: '', radius: createRadiusScale(all)(8) },
      { isNegative: false, classes: 'none', radius: 0 },
      { isNegative: false, classes: '', radius: 0 },
    ]);
  });

  test('are not on a map of colours', () => {
    const all = mapZones(-12, 8);
    expect(all.map(createZoneLook(all, 'colour'))).toEqual([
      { isNegative: false, classes: 'step-1', radius: 0 },
      { isNegative: false, classes: 'step-5', radius: 0 },
    ]);
  });
});
