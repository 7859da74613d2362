import { describe, expect, test } from 'vitest';
import { createMadeUpChart } from '../../../examples/design/made-up-statistic.ts';
import { createLineFrame, type LineChart } from '../../../src/charts/line-chart-frame.ts';
import { drawLineLayer } from '../../../src/charts/line-chart-lines.ts';

const draw = (chart: LineChart) => drawLineLayer(chart, createLineFrame(chart));
const matchAll = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map((match) => match[1] ?? '');

describe('behind the lines of a chart', () => {
  const readRules = (html: string) =>
    [...html.matchAll(/<path class="(grid[^"]*|strip-rule|threshold)" d="M0,([\d.]+)H1000"/g)].map(
      ([, kind, y]) => `${kind} ${Number(y) / 10}`,
    );

  test('is a line at each number of the axis, and at a threshold; that of 0 is marked if values are below it', () => {
    const threshold = { value: 15, title: '架空の基準' };
    const draw20 = (low: number) =>
      readRules(draw(createMadeUpChart({ 架空市: [low, 20] }, { domain: [low, 20], threshold })));
    expect(draw20(-20)).toEqual(['grid 100', 'grid 75', 'grid zero 50', 'grid 25', 'grid 0', 'threshold 12.5']);
    expect(draw20(0)).toEqual(['grid 100', 'grid 75', 'grid 50', 'grid 25', 'grid 0', 'threshold 25']);
  });

  test('is a rule above 算定なし, and no grid below it', () => {
    const chart = createMadeUpChart({ 架空市: [10, '算定なし'] }, { domain: [0, 10] });
    const html = draw(chart);
    const { bottom } = createLineFrame(chart);
    const heights = readRules(html).map((rule) => Number(rule.split(' ').at(-1)));
    expect(readRules(html).at(-1)).toMatch(/^strip-rule /);
    expect(heights[0]).toBeCloseTo(bottom, 1);
    expect(heights.at(-1)).toBeGreaterThan(bottom);
  });

  test('is no summary if only single lines have values', () => {
    expect(draw(createMadeUpChart({ 架空市: [1, 2] }))).not.toMatch(/middle-half|median/);
  });

  test.each([
    ['neighbours, as one', [0, 1], ['0 375']],
    ['others, without the times between them', [0, 2, 4], ['0 124', '375 249', '875 124']],
  ])('are shaded times: %s', (_which, positions, expected) => {
    const chart = createMadeUpChart({ 架空市: [1, 2, 3, 4, 5] });
    const days = chart.series[0]?.points.map(({ day }) => day) ?? [];
    const html = draw({ ...chart, shaded: new Set(days.filter((_day, at) => positions.includes(at))) });
    const shades = html.matchAll(/<rect class="shade" x="(\d+)[^"]*" y="0" width="(\d+)[^"]*" height="1000"/g);
    expect([...shades].map(([, from, width]) => `${from} ${width}`)).toEqual(expected);
  });

  test('are shaded times as two, if an interval between them is long', () => {
    const chart = createMadeUpChart({ 架空市: [1, 2, 3, 4, 5] });
    const series = chart.series.map((one) => ({ ...one, points: [...one.points.slice(0, 2), ...one.points.slice(4)] }));
    const html = draw({
      ...chart,
      series,
      shaded: new Set(series.flatMap(({ points }) => points.map(({ day }) => day))),
    });
    expect(matchAll(html, /<rect class="shade" x="(\d+)/g)).toEqual(['0', '874']);
  });

  test('grey lines are behind the others', () => {
    const chart = createMadeUpChart({ 架空市: [5, 6], 例示市: [7, 8] });
    const html = draw({ ...chart, series: chart.series.map((one, at) => ({ ...one, isMain: at === 0 })) });
    expect(matchAll(html, /<path class="(line [^"]*)"/g)).toEqual(['line city-2 other', 'line city-1']);
  });
});
