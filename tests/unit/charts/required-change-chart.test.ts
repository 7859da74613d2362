import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMadeUpIndicator } from '../../../examples/design/made-up-indicator.ts';
import {
  createChangeScale,
  describeTargets,
  drawRequiredChange,
  drawRequiredChangeAxis,
  formatRequiredChange,
} from '../../../src/charts/required-change-chart.ts';
import { rateLinear } from '../../../src/progress/linear-rating.ts';
import type { Indicator } from '../../../src/tables/indicators.ts';
import { createProgressInput, type ProgressCase } from '../../support/progress-input.ts';

/** Returns the ends of the bar, in per cent of the width. */
function findBar(svg: string) {
  const [, left = 'NaN', width = 'NaN'] = /<rect class="need" x="([-\d.]+)%" width="([-\d.]+)%"/.exec(svg) ?? [];
  return { left: Number(left), right: Number(left) + Number(width) };
}
const length = (svg: string) => findBar(svg).right - findBar(svg).left;

const change = fc.double({ min: -1, max: 1, noNaN: true }).filter((value) => Math.abs(value) > 0.01);

describe('the axis of needed changes', () => {
  test.each([
    [[0.525, 0.253, 0.25, 0.006], { low: 0, high: 0.6 }],
    [[0.006], { low: 0, high: 0.1 }],
    [[0.5], { low: 0, high: 0.5 }],
    [[-0.3, 0.52], { low: -0.3, high: 0.6 }],
    [[-0.3], { low: -0.3, high: 0 }],
    [[2.75, 0.2], { low: 0, high: 1 }],
    [[], { low: 0, high: 1 }],
  ])('of %j is %j', (changes, scale) => {
    expect(createChangeScale(changes)).toEqual(scale);
  });

  test('names the baseline', () => {
    expect(drawRequiredChangeAxis({ low: 0, high: 0.6 })).toContain('x="0%" y="1.25em">現状値<');
    expect(drawRequiredChangeAxis({ low: -0.3, high: 0.6 })).toContain(
      'x="33.33%" y="1.25em" text-anchor="middle">現状値<',
    );
    expect(drawRequiredChangeAxis({ low: 0, high: 0.6 })).toContain('text-anchor="end">+60%<');
  });
});

test('every second number of the axis is minor, counted from the baseline', () => {
  const axis = drawRequiredChangeAxis({ low: -0.3, high: 0.5 });
  expect([...axis.matchAll(/class="([^"]+)"[^>]*>([^<]+)</g)].map(([, kind, text]) => `${text}: ${kind}`)).toEqual([
    ...['−30%: tick minor', '−20%: tick', '−10%: tick minor', '現状値: strong'],
    ...['+10%: tick minor', '+20%: tick', '+30%: tick minor', '+40%: tick', '+50%: tick minor'],
  ]);
});

describe('the bar of a needed change', () => {
  test('begins at the baseline and is as long as the change, on one axis for all', () => {
    fc.assert(
      fc.property(change, change, (a, b) => {
        const scale = createChangeScale([a, b]);
        const ratio = length(drawRequiredChange(a, scale)) / length(drawRequiredChange(b, scale));
        // Positions are rounded to a hundredth of a per cent.
        expect(Math.abs(ratio - Math.abs(a / b))).toBeLessThan(0.1 * Math.abs(a / b) + 0.01);
      }),
    );
  });

  test('goes to the other side if the value should fall', () => {
    fc.assert(
      fc.property(change, (one) => {
        const scale = createChangeScale([one, -one]);
        expect(length(drawRequiredChange(one, scale))).toBeCloseTo(length(drawRequiredChange(-one, scale)), 1);
        const [rising, falling] = one > 0 ? [one, -one] : [-one, one];
        expect(findBar(drawRequiredChange(rising, scale)).left).toBe(50);
        expect(findBar(drawRequiredChange(falling, scale)).right).toBeCloseTo(50, 1);
      }),
    );
  });

  test('distinguishes a large change from a small one', () => {
    const scale = createChangeScale([31 / 59, 0.6 / 97.4]);
    expect(length(drawRequiredChange(31 / 59, scale))).toBeCloseTo(87.57, 1);
    expect(length(drawRequiredChange(0.6 / 97.4, scale))).toBeCloseTo(1.03, 1);
  });

  test('is cut beyond the axis, with the true number', () => {
    const svg = drawRequiredChange(2.75, createChangeScale([2.75, 0.2]));
    expect(findBar(svg).right).toBe(100);
    expect(svg).toContain('class="cut"');
    expect(svg).toContain('>+275.0%<');
  });

  test('has its number beside it, or inside if there is no room', () => {
    const scale = createChangeScale([0.525, -0.5]);
    expect(drawRequiredChange(0.05, scale)).toContain('dx="10">+5.0%<');
    expect(drawRequiredChange(0.525, scale)).toContain('dx="-10" text-anchor="end">+52.5%<');
    expect(drawRequiredChange(-0.05, scale)).toContain('dx="-10" text-anchor="end">−5.0%<');
    expect(drawRequiredChange(-0.5, scale)).toContain('dx="10">−50.0%<');
  });

  test('is described in words', () => {
    const scale = createChangeScale([0.525]);
    expect(drawRequiredChange(0.525, scale)).toContain('aria-label="目標値は、現状値より52.5%大きい値です。"');
    expect(drawRequiredChange(-0.4, createChangeScale([-0.4]))).toContain(
      'aria-label="目標値は、現状値より40.0%小さい値です。"',
    );
  });
});

test.each([
  [0.5254, '+52.5%'],
  [0.25, '+25.0%'],
  [-1 / 3, '−33.3%'],
  [0.0004, '+0.04%'],
  [-0.0004, '−0.04%'],
])('a change of %d is %s', (value, words) => {
  expect(formatRequiredChange(value)).toBe(words);
});

describe('the finding about targets', () => {
  const { indicator: plain } = createMadeUpIndicator({ baseline: [2022, 0], target: [2030, 1] });
  const createRated = (given: ProgressCase): Indicator => {
    const input = createProgressInput(given);
    const latest = input.latest && { ...input.latest, certainty: 'final' as const };
    return { ...plain, ...input, latest, progress: rateLinear(input) };
  };
  const fifth = createRated({ baseline: 50, target: 60, latest: null });
  const tenth = createRated({ baseline: 50, target: 55, latest: null });
  const met = createRated({ baseline: 50, target: 60, latest: 60 });
  const back = createRated({ baseline: 50, target: 60, latest: 40 });
  const late = createRated({ baseline: 0, target: 100, latest: 35 });
  const unmeasurable = createRated({ baseline: null, target: 60, latest: null });

  test('is the range of the needed changes if nothing was measured', () => {
    expect(describeTargets([tenth, fifth])).toBe('2つの目標値は、現状値より10.0%～20.0%大きい値です');
  });

  test('is one change if all are the same', () => {
    expect(describeTargets([tenth, tenth])).toBe('2つの目標値は、現状値より10.0%大きい値です');
  });

  test('contains every change, whichever is the largest', () => {
    const fall = createRated({ baseline: 100, target: 70, latest: null });
    expect(describeTargets([tenth, fall, fifth])).toBe('3つの目標値は、現状値との差が−30.0%～+20.0%です');
  });

  test('is a decrease if all are', () => {
    const [fall, deep] = [70, 60].map((target) => createRated({ baseline: 100, target, latest: null }));
    if (fall && deep) expect(describeTargets([deep, fall])).toBe('2つの目標値は、現状値より30.0%～40.0%小さい値です');
  });

  test('leaves percentages out of the range', () => {
    const percentage = { ...createRated({ baseline: 97.4, target: 98, latest: null }), unit: '%' };
    expect(describeTargets([tenth, fifth, percentage])).toBe(
      '3つの目標値のうち2つは、現状値より10.0%～20.0%大きい値です',
    );
  });

  test('has each of the rated indicators in one of its numbers if some are rated', () => {
    expect(late.progress.status).toBe('slightly-behind');
    expect(describeTargets([met, back, late, fifth])).toBe(
      '評価した3件の指標のうち、達成か順調は1件、やや\u2060遅れは1件、遅れ・後退・未達成は1件です',
    );
    expect(describeTargets([met, fifth])).toBe(
      '評価した1件の指標のうち、達成か順調は1件、やや\u2060遅れは0件、遅れ・後退・未達成は0件です',
    );
  });

  test('says that the plans have ended if all have', () => {
    const end = (indicator: Indicator) => ({ ...indicator, planState: 'ended' as const });
    expect(describeTargets([met, late].map(end))).toBe(
      '終わった計画の、評価した2件の指標のうち、達成か順調は1件、やや\u2060遅れは1件、遅れ・後退・未達成は0件です',
    );
    expect(describeTargets([tenth, fifth].map(end))).toBe(
      '終わった計画の2つの目標値は、現状値より10.0%～20.0%大きい値です',
    );
    expect(describeTargets([end(tenth), fifth])).toBe('2つの目標値は、現状値より10.0%～20.0%大きい値です');
  });

  test.each([
    ['there are no indicators', []],
    ['there is one target alone', [fifth]],
    ['a target has no needed change', [fifth, tenth, unmeasurable]],
  ])('is missing if %s', (_, indicators) => {
    expect(describeTargets(indicators)).toBeNull();
  });
});

test('of the labels of the axis, those beside 現状値 and each second from there are minor', () => {
  const svg = drawRequiredChangeAxis({ low: -1, high: 2 });
  const labels = [...svg.matchAll(/<text class="([^"]*)"[^>]*>([^<]*)</g)].map(([, kind, text]) => `${text} ${kind}`);
  expect(labels).toEqual([
    '−100% tick',
    '−50% tick minor',
    '現状値 strong',
    '+50% tick minor',
    '+100% tick',
    '+150% tick minor',
    '+200% tick',
  ]);
});
