import { describe, expect, test } from 'vitest';
import { createMadeUpChart, createPoints, type MadeUpValues } from '../../../examples/design/made-up-statistic.ts';
import type { LineChart } from '../../../src/charts/line-chart-frame.ts';
import {
  describeLineAxis,
  describeLineChart,
  describeThreshold,
  describeMiddleHalf,
  drawLineChart,
} from '../../../src/charts/line-chart.ts';

const draw = (chart: LineChart) => drawLineChart(chart, 'values');

describe('the text alternative of a chart', () => {
  test('has the first and the last value of each line', () => {
    const chart = createMadeUpChart({ 架空市: [76.5, 20, '算定なし'], 例示市: [null, 3] });
    expect(describeLineChart(chart)).toBe(
      '架空の比率（%）。架空市 2010年度 76.5%、2012年度 算定なし。例示市 2011年度 3%。',
    );
    expect(draw(chart)).toContain(`role="img" aria-label="${describeLineChart(chart)}"`);
  });

  /** Describes a number of lines, of which those with `isMain` are no grey ones. */
  const describeLines = (count: number, isMain: (at: number) => boolean) => {
    const names = Array.from({ length: count }, (_, at): [string, MadeUpValues] => [`${at}番市`, [at]]);
    const chart = createMadeUpChart(Object.fromEntries(names), { unit: '' });
    return describeLineChart({ ...chart, series: chart.series.map((one, at) => ({ ...one, isMain: isMain(at) })) });
  };

  test('has the values of grey lines, but not if they are many', () => {
    const isFirst = (at: number) => at === 0;
    expect(describeLines(2, isFirst)).toBe('架空の比率。0番市 2010年度 0%。1番市 2010年度 1%。');
    expect(describeLines(9, isFirst)).toBe('架空の比率。0番市 2010年度 0%。ほかに灰色の線が8本。');
  });

  test('only counts lines if all of many are grey', () => {
    const isNone = () => false;
    expect(describeLines(8, isNone)).toMatch(/^架空の比率。0番市 2010年度 0%。.*7番市 2010年度 7%。$/);
    expect(describeLines(9, isNone)).toBe('架空の比率。灰色の線が9本。');
  });

  test('names a line without a value', () => {
    expect(describeLineChart(createMadeUpChart({ 架空市: [null] }))).toBe('架空の比率（%）。架空市 掲載なし。');
  });
});

describe('a threshold', () => {
  const lines = { 架空市: [100, 20] };

  test('far above the axis is a sentence, and not on the chart', () => {
    const chart = createMadeUpChart(lines, { domain: [0, 130], threshold: { value: 350, title: '早期健全化基準' } });
    expect(describeThreshold(chart)).toBe('↑ 早期健全化基準 350% は、この図の上のはし（130%）より高い値です。');
    expect(draw(chart)).not.toContain('threshold');
  });

  test.each([
    [[-20, 0], 5, '↑ 架空の基準 5% は、この図の上のはし（0%）より高い値です。'],
    [[80, 110], 111, '↑ 架空の基準 111% は、この図の上のはし（110%）より高い値です。'],
    [[80, 110], 79, '↓ 架空の基準 79% は、この図の下のはし（80%）より低い値です。'],
    [[80, 110], 80, null],
    [[80, 110], 110, null],
  ] as const)('beside an axis of %j at %d is described', (domain, value, words) => {
    const chart = createMadeUpChart({ 架空市: [...domain] }, { domain, threshold: { value, title: '架空の基準' } });
    expect(describeThreshold(chart)).toBe(words);
    expect(draw(chart).includes('threshold-name')).toBe(words === null);
  });

  test('inside the axis is a dashed line with its name', () => {
    const chart = createMadeUpChart(lines, { threshold: { value: 110, title: '架空の基準' } });
    expect(describeThreshold(chart)).toBeNull();
    expect(draw(chart)).toMatch(/class="threshold-name"[^>]*>架空の基準 110%</);
  });

  test('does not hide where the axis begins', () => {
    expect(describeLineAxis(createMadeUpChart({ 架空市: [90, 100] }, { domain: [80, 110] }))).toBe(
      '縦の目もりは、0からではなく80%からです。',
    );
    expect(describeLineAxis(createMadeUpChart(lines))).toBeNull();
  });

  test('and a small axis are described with all their decimals', () => {
    const small = { domain: [0.0025, 0.0125] as const, threshold: { value: 0.025, title: '架空の基準' } };
    const chart = createMadeUpChart({ 架空市: [0.003, 0.012] }, small);
    expect(describeLineAxis(chart)).toBe('縦の目もりは、0からではなく0.0025%からです。');
    expect(describeThreshold(chart)).toBe('↑ 架空の基準 0.025% は、この図の上のはし（0.0125%）より高い値です。');
  });
});

describe('the middle half of all municipalities', () => {
  const summaries = createPoints(2010, [5, 6]).map((point) => {
    const middle = { low: 2, median: point.value ?? 0, high: 8 };
    return { ...point, numbers: 1700, notCalculated: 41, decimals: 1, middle };
  });
  const chart = { ...createMadeUpChart({}, { domain: [0, 10] }), summaries };

  test('has its first and last median in the text alternative', () => {
    expect(describeLineChart(chart)).toBe('架空の比率（%）。中央値 2010年度 5.0%、2011年度 6.0%。');
    expect(describeLineChart({ ...chart, summaries: summaries.slice(1) })).toBe(
      '架空の比率（%）。中央値 2011年度 6.0%。',
    );
    expect(describeLineChart({ ...chart, summaries: summaries.map((one) => ({ ...one, middle: null })) })).toBe(
      '架空の比率（%）。',
    );
  });

  test('is explained, with the municipalities that it leaves out at the last time', () => {
    const meaning = '帯は、数のある市区町村の中ほどの半分が入る範囲です。帯の中の太い線は中央値です。';
    expect(describeMiddleHalf(summaries, '市区町村')).toBe(
      `${meaning}2011年度に数があるのは1,700で、算定なしの41は帯に入っていません。`,
    );
    expect(
      describeMiddleHalf(
        summaries.map((one) => ({ ...one, notCalculated: 0 })),
        '市区町村',
      ),
    ).toBe(meaning);
    expect(describeMiddleHalf([], '市区町村')).toBe(meaning);
  });
});
