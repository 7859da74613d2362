import { describe, expect, test } from 'vitest';
import { createMadeUpIndicator, type MadeUpFigures } from '../../../examples/design/made-up-indicator.ts';
import { describeAxisStart, describeIndicatorChart, drawIndicatorChart } from '../../../src/charts/indicator-chart.ts';
import { EXAMPLE_SITE } from '../../support/example-site.ts';
import { openSharedSite } from '../../support/shared-sites.ts';

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

test('a chart without results says that this site has none yet', () => {
  expect(drawn({ ...usual, results: [] }).words).toMatch(
    /まで。計画をつくったあとの実績は、このサイトにまだありません。$/,
  );
  expect(drawn(usual).words).toContain('まで。実績は');
});

test('a chart whose results are all of zones says that this site has none of the whole', () => {
  const { indicator, observations } = createMadeUpIndicator(usual);
  const ofZone = observations.map((one) => ({ ...one, zone: one.role === 'result' ? 'hill' : null }));
  expect(describeIndicatorChart(indicator, ofZone)).toMatch(/全体の実績は、このサイトにまだありません。$/);
});

test('the baseline, the target, the latest result and interim targets have labels', () => {
  const { svg } = drawn({ ...usual, interim: [[2026, 60]] });
  expect([...svg.matchAll(/<text class="(label[^"]*)"[^>]*>([^<]*)</g)].map(([, ...label]) => label)).toEqual([
    ['label', '現状値 40%'],
    ['label', '目標値 80%'],
    ['label result-label', '46%'],
    ['label interim-label', '中間 60%'],
  ]);
});

describe('the axes', () => {
  const readTicks = (svg: string) => [...svg.matchAll(/<text class="tick"[^>]*>([^<]*)</g)].map((match) => match[1]);

  test('have different numbers, also between small values', () => {
    const { svg } = drawn({ baseline: [2020, 0.97], target: [2030, 0.98], results: [] });
    const numbers = readTicks(svg).filter((text = '') => text.startsWith('0.'));
    expect(numbers).toEqual(['0.965', '0.97', '0.975', '0.98', '0.985']);
  });

  test('have the years of results after the time of the target', () => {
    const { svg } = drawn({ ...usual, target: [2024, 80], results: [[2026, 46]] });
    expect(readTicks(svg)).toContain('2026年度');
  });
});

describe('the dotted line of an even pace', () => {
  const draw = (direction: 'increase' | 'decrease' | 'maintain', comparator: '>=' | '<=' | null, text = '80%') => {
    const { indicator } = createMadeUpIndicator({ ...usual, results: [] });
    const target = { ...indicator.target, comparator, text };
    return count(drawIndicatorChart({ ...indicator, direction, target }, [], 'wide') ?? '', '<line class="expected"');
  };

  test('leads from the baseline to the target', () => {
    expect([draw('increase', null), draw('increase', '>=')]).toEqual([1, 1]);
  });

  test('is missing if the baseline meets the target: results need not come nearer to it', () => {
    expect([draw('decrease', '<='), draw('maintain', '<=')]).toEqual([0, 0]);
  });

  test('is missing if each year must meet the target: nothing leads to it', () => {
    expect([draw('increase', '>=', '毎年度80%以上'), draw('increase', '>=', '80%以上')]).toEqual([0, 1]);
  });
});

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
        [2024, 48],
      ],
    });
    expect(count(svg, '<line class="result"')).toBe(2);
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

describe('a value axis', () => {
  const high: MadeUpFigures = { unit: '人', baseline: [2022, 5587], target: [2028, 7000] };
  const describeStart = (figures: MadeUpFigures) => {
    const { indicator, observations, targets } = createMadeUpIndicator(figures);
    return describeAxisStart(indicator, observations, targets);
  };

  test('that does not begin at zero has a sign and says where it begins', () => {
    expect(count(drawn(high).svg, 'class="axis-break"')).toBe(1);
    expect(describeStart(high)).toBe('縦の目もりは、0からではなく5,000人からです。');
    const low: MadeUpFigures = { unit: '人', baseline: [2022, 0.62], target: [2028, 0.7] };
    expect(describeStart(low)).toBe('縦の目もりは、0からではなく0.6人からです。');
  });

  test('of an index names the unit once, and not behind numbers', () => {
    const index: MadeUpFigures = { unit: '指数', baseline: [2022, 110], target: [2028, 120] };
    expect(drawn(index).svg).toContain('単位：指数');
    expect(describeStart(index)).toMatch(/^縦の目もりは、0からではなく[\d.]+からです。$/);
  });

  test('that ends below zero says where it begins', () => {
    const debt: MadeUpFigures = { unit: '百万円', baseline: [2022, -196.5], target: [2028, -184.5] };
    expect(describeStart(debt)).toBe('縦の目もりは、0からではなく−200百万円からです。');
  });

  test('is not described without a chart', () => {
    expect(describeStart({ baseline: [2028, 5587], target: [2028, 7000] })).toBeNull();
  });

  test.each<readonly [string, MadeUpFigures]>([
    ['begins at zero', { baseline: [2022, 3], target: [2028, 80] }],
    ['has values below zero', { unit: '百万円', baseline: [2022, -240], target: [2028, 50] }],
  ])('has no sign if it %s', (_case, figures) => {
    expect(drawn(figures).svg).not.toContain('axis-break');
    expect(describeStart(figures)).toBeNull();
  });

  test('has the unit in which the plan prints its values: 千人, not 人', () => {
    const { indicators, observationsOf, targetsOf } = openSharedSite(EXAMPLE_SITE);
    const [followers] = indicators.filter(({ id }) => id === 'mihon-sogo/sns-followers');
    const [observations, targets] = [observationsOf(followers?.id ?? ''), targetsOf(followers?.id ?? '')];
    const svg = followers && drawIndicatorChart(followers, observations, 'wide', targets);
    expect(svg).toContain('単位：千人');
    expect(svg).toContain('>22<');
    expect(followers && describeAxisStart(followers, observations, targets)).toBe(
      '縦の目もりは、0からではなく10千人からです。',
    );
  });

  test('does not hide its sign behind the label of the baseline', () => {
    const [, left = NaN, top = NaN] =
      /class="axis-break" d="M([\d.]+) ([\d.]+)l/.exec(drawn(high).svg)?.map(Number) ?? [];
    const [, x = NaN, y = NaN] =
      /class="label" x="([\d.]+)" y="([\d.]+)"[^>]*>現状値/.exec(drawn(high).svg)?.map(Number) ?? [];
    expect(y <= top - 5 || x >= left + 30).toBe(true);
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
    expect(words).not.toContain('別に設定');
  });
});

test('the description for screen readers has a word for the triangle that is a minus in labels', () => {
  const { indicator, observations, targets } = createMadeUpIndicator(usual);
  const results = observations.map((one) => (one.role === 'result' ? { ...one, text: '▲42%' } : one));
  const svg = drawIndicatorChart({ ...indicator, title: '△川の水' }, results, 'wide', targets) ?? '';
  expect(svg).toMatch(/ aria-label="△川の水。[^"]*実績は[^"]*マイナス42%[^"]*"/);
  expect(svg.split('aria-label')[1]?.split('"')[1]).not.toContain('▲');
});

test('an interim target that was revised is in the description with both days, and only the new one is drawn', () => {
  const { indicator, observations, targets } = createMadeUpIndicator({ ...usual, interim: [[2026, 60]] });
  const first = targets.map((one) => (one.kind === 'interim' ? { ...one, set: '2023-04-01' } : one));
  const revised = first.map((one) => ({ ...one, value: 55, text: '55%', set: '2026-01-15' }));
  const all = [...revised.filter(({ kind }) => kind === 'interim'), ...first];
  const svg = drawIndicatorChart(indicator, observations, 'wide', all) ?? '';
  expect(count(svg, 'class="target interim"')).toBe(1);
  expect([svg.includes('>中間 55%<'), svg.includes('>中間 60%<')]).toEqual([true, false]);
  const words = describeIndicatorChart(indicator, observations, all);
  expect(words).toContain('。中間の目標値は令和8年度 55%（2026-01-15 設定）。');
  expect(words).toContain('。前の中間の目標値は令和8年度 60%（2023-04-01 設定）。');
});

test('former targets are in the description with the day on which they were set, the current one is not', () => {
  const { indicator, observations, targets } = createMadeUpIndicator({ ...usual, interim: [[2026, 60]] });
  const former = targets.map((one) => ({ ...one, kind: 'final' as const }));
  const dated = former.map((one) => ({ ...one, set: '2023-04-01', text: indicator.target.text }));
  const current = former.map((one) => ({ ...one, ...indicator.target }));
  const all = [...former, ...dated, ...current];
  const changed = former.map((one) => ({ ...one, period: indicator.target.period }));
  const describeAll = (list: typeof all) => describeIndicatorChart(indicator, observations, list);
  expect(describeAll(all)).toContain('。別に設定された目標値は令和8年度 60%、令和8年度 80%（2023-04-01 設定）。');
  expect(describeAll(all)).not.toContain('中間');
  expect(describeAll(changed)).toContain('。別に設定された目標値は令和12年度 60%。');
  expect(describeAll(current)).not.toContain('別に設定');
});
