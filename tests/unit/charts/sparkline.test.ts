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

test('has the description of the large chart', () => {
  expect(drawSparkline(indicator, observations, targets)).toContain(
    describeIndicatorChart(indicator, observations, targets),
  );
});

test('has a gap where the large chart has one', () => {
  const svg = drawSparkline(indicator, observations, targets) ?? '';
  expect(svg.split('<line class="result"').length - 1).toBe(1);
});

test('is null if baseline and target have the same period', () => {
  const target = { ...indicator.target, period: indicator.baseline.period };
  expect(drawSparkline({ ...indicator, target }, observations, targets)).toBeNull();
});
