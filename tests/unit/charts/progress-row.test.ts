import { describe, expect, test } from 'vitest';
import { drawProgressRow } from '../../../src/charts/progress-row.ts';
import { createMadeUpIndicator, type MadeUpFigures } from '../../../examples/design/made-up-indicator.ts';

const chart = (figures: MadeUpFigures) => drawProgressRow(createMadeUpIndicator(figures).indicator);
const usual = { baseline: [2022, 40], target: [2030, 80] } as const;
/** Where the circle of a class stands, from the left. */
const middleOf = (svg: string | null, kind: string) =>
  Number(new RegExp(`<circle class="${kind}" cx="([\\d.]+)"`).exec(svg ?? '')?.[1] ?? NaN);

describe('the way in a row of a table', () => {
  test('goes from the baseline to the target, dotted, where nothing was measured yet', () => {
    const svg = chart(usual);
    expect(svg).toContain('class="required"');
    expect(svg).not.toContain('class="gone"');
    expect(middleOf(svg, 'from')).toBeLessThan(middleOf(svg, 'to'));
  });

  test('is solid as far as the latest result came', () => {
    const svg = chart({
      ...usual,
      results: [
        [2024, 50],
        [2026, 60],
      ],
    });
    const half = (middleOf(svg, 'from') + middleOf(svg, 'to')) / 2;
    expect(middleOf(svg, 'result')).toBeCloseTo(half, 0);
    expect(svg).toContain('最新の実績は60');
  });

  test('leads back from the baseline to a result that is worse, inside the picture', () => {
    const svg = chart({ ...usual, results: [[2026, 30]] });
    expect(middleOf(svg, 'result')).toBeLessThan(middleOf(svg, 'from'));
    expect(middleOf(svg, 'result')).toBeGreaterThan(0);
  });

  test('goes to the right also where less is better, as the values beside it stand', () => {
    const less = { direction: 'decrease', baseline: [2022, 24], target: [2030, 15] } as const;
    const svg = chart({ ...less, results: [[2026, 12]] });
    expect(middleOf(svg, 'to')).toBeGreaterThan(middleOf(svg, 'from'));
    expect(middleOf(svg, 'result')).toBeGreaterThan(middleOf(svg, 'to'));
  });

  test('is not drawn where there is none to go', () => {
    expect(chart({ baseline: [2022, 98], target: [2028, 98] })).toBeNull();
  });
});
