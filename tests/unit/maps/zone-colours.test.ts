import { describe, expect, test } from 'vitest';
import { createColourScale, listLegendSteps, type ZoneMark } from '../../../src/maps/zone-colours.ts';

const marks = (...values: (number | null | undefined)[]) =>
  values.map((value, at): ZoneMark => {
    const mark = { id: `z${at}`, title: `z${at}`, url: '' };
    return value === undefined ? mark : { ...mark, value };
  });

describe('the steps of a map', () => {
  test('go from the lowest figure to the highest', () => {
    const step = createColourScale(marks(10, 20, 60));
    expect([10, 20, 35, 60].map(step)).toEqual([1, 2, 3, 5]);
  });

  test('are told with the figures that have them, from low to high, and no others', () => {
    expect(listLegendSteps(marks(60, 10, null, 11))).toMatchObject([
      { step: 1, low: { value: 10 }, high: { value: 11 } },
      { step: 5, low: { value: 60 }, high: { value: 60 } },
    ]);
  });

  test('are one where all figures are the same', () => {
    expect(listLegendSteps(marks(50, 50))).toMatchObject([{ low: { value: 50 }, high: { value: 50 } }]);
  });

  test('are none where there are no figures', () => {
    expect(listLegendSteps(marks(null, null))).toEqual([]);
    expect(listLegendSteps(marks(undefined))).toEqual([]);
  });
});
