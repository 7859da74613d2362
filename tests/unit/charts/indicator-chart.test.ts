import { describe, expect, test } from 'vitest';
import { describeIndicatorChart, drawIndicatorChart } from '../../../src/charts/indicator-chart.ts';
import { createMadeUpIndicator, type MadeUpFigures } from '../../../examples/design/made-up-indicator.ts';

const usual: MadeUpFigures = {
  baseline: [2020, 40],
  target: [2030, 80],
  results: [
    [2021, 42],
    [2022, 44],
    [2023, 46],
  ],
};
const drawn = (figures: MadeUpFigures) => {
  const { indicator, observations, targets } = createMadeUpIndicator(figures);
  return {
    svg: drawIndicatorChart(indicator, observations, 'wide', targets) ?? '',
    words: describeIndicatorChart(indicator, observations, targets),
  };
};
const count = (svg: string, part: string) => svg.split(part).length - 1;

describe('the line of results', () => {
  test('joins the baseline and consecutive years', () => {
    expect(count(drawn(usual).svg, '<line class="result"')).toBe(3);
  });

  test('has a gap at a missing year', () => {
    const { svg } = drawn({
      ...usual,
      results: [
        [2021, 42],
        [2023, 46],
      ],
    });
    expect(count(svg, '<line class="result"')).toBe(1);
    expect(count(svg, 'class="result-dot"')).toBe(2);
  });

  test('has a gap at an unpublished value, and describes it', () => {
    const { svg, words } = drawn({
      ...usual,
      results: [
        [2021, 42],
        [2022, null],
        [2023, 46],
      ],
    });
    expect(count(svg, '<line class="result"')).toBe(1);
    expect(words).toContain('令和4年度 －');
  });

  test('joins the results of a survey every third year', () => {
    const { svg } = drawn({
      ...usual,
      results: [
        [2023, 46],
        [2026, 50],
        [2029, 60],
      ],
    });
    expect(count(svg, '<line class="result"')).toBe(3);
  });
});

describe('a 速報', () => {
  const figures = { ...usual, provisional: [2023] };

  test('is a hollow dot, and the only one', () => {
    expect(count(drawn(figures).svg, 'class="result-dot provisional"')).toBe(1);
  });

  test('is in the label and in the description', () => {
    const { svg, words } = drawn(figures);
    expect(svg).toContain('>速報 46%<');
    expect(words).toContain('令和5年度 46%（速報）');
  });

  test('is replaced by the 確報 of the same period', () => {
    const { indicator, observations } = createMadeUpIndicator(figures);
    const last = observations.at(-1);
    if (!last) throw new Error('the figures have no results');
    const final = { ...last, value: 47, text: '47%', certainty: 'final' as const };
    const svg = drawIndicatorChart(indicator, [...observations, final], 'wide') ?? '';
    expect(count(svg, 'provisional')).toBe(0);
    expect(count(svg, 'class="result-dot"')).toBe(3);
  });
});

describe('interim targets', () => {
  const { svg, words } = drawn({ ...usual, interim: [[2026, 60]] });

  test('are smaller than the target', () => {
    expect(count(svg, 'class="target interim"')).toBe(1);
    expect(count(svg, 'class="target"')).toBe(1);
  });

  test('are in the description with their period', () => {
    expect(words).toContain('中間の目標値は令和8年度 60%。');
  });
});
