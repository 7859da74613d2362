import { describe, expect, test } from 'vitest';
import { createColourScale, listLegendSteps, type ZoneMark } from '../../../src/maps/zone-colours.ts';

const marks = (...values: (number | null | undefined)[]) =>
  values.map((value, at): ZoneMark => {
    const mark = { id: `z${at}`, title: `z${at}`, url: '' };
    return value === undefined ? mark : { ...mark, value };
  });

describe('the colour steps of a map', () => {
  test('go from the lowest value to the highest', () => {
    const step = createColourScale(marks(10, 20, 60));
    expect([10, 20, 35, 60].map(step)).toEqual([1, 2, 3, 5]);
  });

  test('are in the legend from low to high, if values have them', () => {
    expect(listLegendSteps(marks(60, 10, null, 11))).toMatchObject([
      { step: 1, low: { value: 10 }, high: { value: 11 } },
      { step: 5, low: { value: 60 }, high: { value: 60 } },
    ]);
  });

  test('are one if all values are equal', () => {
    expect(listLegendSteps(marks(50, 50))).toMatchObject([{ low: { value: 50 }, high: { value: 50 } }]);
  });

  test('are none without values', () => {
    expect(listLegendSteps(marks(null, null))).toEqual([]);
    expect(listLegendSteps(marks(undefined))).toEqual([]);
  });
});
