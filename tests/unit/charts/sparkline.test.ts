import { expect, test } from 'vitest';
import { describeIndicatorChart } from '../../../src/charts/indicator-chart.ts';
import { drawSparkline } from '../../../src/charts/sparkline.ts';
import { createMadeUpIndicator } from '../../../examples/design/made-up-indicator.ts';

const { indicator, observations, targets } = createMadeUpIndicator({
  baseline: [2020, 40],
  target: [2030, 80],
  results: [
    [2021, 42],
    [2023, 46],
  ],
});

test('a small path says as much as a large one', () => {
  expect(drawSparkline(indicator, observations, targets)).toContain(
    describeIndicatorChart(indicator, observations, targets),
  );
});

test('a small path breaks its line where a large one does', () => {
  const svg = drawSparkline(indicator, observations, targets) ?? '';
  expect(svg.split('<line class="result"').length - 1).toBe(1);
});

test('a small path is not drawn where no time lies between baseline and target', () => {
  const target = { ...indicator.target, period: indicator.baseline.period };
  expect(drawSparkline({ ...indicator, target }, observations, targets)).toBeNull();
});
