import { describe, expect, test } from 'vitest';
import { drawProgressRow } from '../../../src/charts/progress-row.ts';
import { createMadeUpIndicator, type MadeUpFigures } from '../../../examples/design/made-up-indicator.ts';

const chart = (figures: MadeUpFigures) => drawProgressRow(createMadeUpIndicator(figures).indicator);
const usual = { baseline: [2022, 40], target: [2030, 80] } as const;
/** Returns the x coordinate of a circle. */
const getX = (svg: string | null, kind: string) =>
  Number(new RegExp(`<circle class="${kind}" cx="([\\d.]+)"`).exec(svg ?? '')?.[1] ?? NaN);

describe('the progress row', () => {
  test('is a dotted line from baseline to target if there are no results', () => {
    const svg = chart(usual);
    expect(svg).toContain('class="required"');
    expect(svg).not.toContain('class="gone"');
    expect(getX(svg, 'from')).toBeLessThan(getX(svg, 'to'));
  });

  test('is solid up to the latest result', () => {
    const svg = chart({
      ...usual,
      results: [
        [2024, 50],
        [2026, 60],
      ],
    });
    const half = (getX(svg, 'from') + getX(svg, 'to')) / 2;
    expect(getX(svg, 'result')).toBeCloseTo(half, 0);
    expect(svg).toContain('最新の実績は60');
  });

  test('goes left from the baseline to a worse result, inside the chart', () => {
    const svg = chart({ ...usual, results: [[2026, 30]] });
    expect(getX(svg, 'result')).toBeLessThan(getX(svg, 'from'));
    expect(getX(svg, 'result')).toBeGreaterThan(0);
  });

  test('has the target on the right even if less is better', () => {
    const less = { direction: 'decrease', baseline: [2022, 24], target: [2030, 15] } as const;
    const svg = chart({ ...less, results: [[2026, 12]] });
    expect(getX(svg, 'to')).toBeGreaterThan(getX(svg, 'from'));
    expect(getX(svg, 'result')).toBeGreaterThan(getX(svg, 'to'));
  });

  test('is null if baseline and target are equal', () => {
    expect(chart({ baseline: [2022, 98], target: [2028, 98] })).toBeNull();
  });
});
