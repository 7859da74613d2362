import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMadeUpIndicator } from '../../../examples/design/made-up-indicator.ts';
import {
  describeProgress,
  drawProgress,
  drawProgressAxis,
  drawProgressKey,
  locateShare,
} from '../../../src/charts/progress-chart.ts';
import { computeMetrics } from '../../../src/progress/progress-metrics.ts';
import type { ProgressView } from '../../../src/progress/target-view.ts';
import { createProgressInput } from '../../support/progress-input.ts';
import { readFileText } from '../../support/source-modules.ts';

const { indicator } = createMadeUpIndicator({ baseline: [2022, 40], target: [2030, 80], results: [[2026, 60]] });
const view = (share: number, elapsed: number | null = 0.5): ProgressView => ({ kind: 'progress', share, elapsed });
const draw = (share: number, elapsed: number | null = 0.5) => drawProgress(indicator, view(share, elapsed));

/** Returns the left end and the width of a bar, in per cent; null if there is no such bar. */
function findBar(svg: string, kind: string) {
  const match = new RegExp(`<rect class="${kind}" x="([-\\d.]+)%" width="([-\\d.]+)%"`).exec(svg);
  return match && { left: Number(match[1]), right: Number(match[1]) + Number(match[2]) };
}
const findDot = (svg: string) => Number(/<circle class="point[^"]*" cx="([-\d.]+)%"/.exec(svg)?.[1] ?? NaN);
const START = locateShare(0).x;
const GOAL = locateShare(1).x;

const inside = fc.double({ min: -0.6, max: 1.55, noNaN: true });
const any = fc.double({ min: -1000, max: 1000, noNaN: true });

test.each([
  [9.999, '999.9%'],
  [28.906, '2,891%'],
  [-28.906, '−2,891%'],
])('the share %d is written as %s, in the steps that the method names', (share, text) => {
  expect(draw(share)).toContain(`>${text}</text>`);
  expect(readFileText('content/guides/method.mdx')).toContain('数は0.1%きざみで、1,000%からは1%きざみです');
});

describe('the position of a result', () => {
  test('is linear in its share of the way', () => {
    fc.assert(
      fc.property(inside, inside, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, part) => {
        const between = a + (b - a) * part;
        const [from, to] = [locateShare(a).x, locateShare(b).x];
        expect(locateShare(between).x).toBeCloseTo(from + (to - from) * part, 6);
      }),
    );
  });

  test('keeps the order of shares', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(Math.sign(locateShare(a).x - locateShare(b).x) * Math.sign(a - b)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test.each([-0.6, 1.5, 1.55])('is inside the axis up to its edges: %d', (share) => {
    expect(locateShare(share).cut).toBeNull();
  });

  test('is never inside the axis if the share is outside', () => {
    fc.assert(
      fc.property(any, (share) => {
        const { x, cut } = locateShare(share);
        const svg = draw(share);
        if (share < -0.6) expect([x, cut]).toEqual([0, 'left']);
        else if (share > 1.55) expect([x, cut]).toEqual([100, 'right']);
        else expect(cut).toBeNull();
        expect(svg.includes('<circle')).toBe(cut === null);
        expect(svg.includes('class="cut"')).toBe(cut !== null);
      }),
    );
  });

  test('is the same for values that should rise and for their mirror, which should fall', () => {
    const whole = fc.integer({ min: -10_000, max: 10_000 });
    fc.assert(
      fc.property(whole, whole, whole, (baseline, distance, latestValue) => {
        fc.pre(distance > 0);
        const rise = computeMetrics(
          createProgressInput({ baseline, target: baseline + distance, latest: latestValue, direction: 'increase' }),
        );
        const fall = computeMetrics(
          createProgressInput({
            baseline: -baseline,
            target: -baseline - distance,
            latest: -latestValue,
            direction: 'decrease',
          }),
        );
        expect(fall.achieved).toBe(rise.achieved);
        expect(draw(fall.achieved ?? 0)).toBe(draw(rise.achieved ?? 0));
      }),
    );
  });
});

describe('the picture of the way', () => {
  test('has the baseline and the target at one position in every row', () => {
    for (const share of [-5, -0.2, 0, 0.4, 1, 1.3, 30]) {
      const svg = draw(share);
      expect(/class="start" x1="([\d.]+)%"/.exec(svg)?.[1]).toBe('27.91');
      expect(/class="goal" x1="([\d.]+)%"/.exec(svg)?.[1]).toBe('74.42');
    }
    expect([START, GOAL].map((x) => x.toFixed(2))).toEqual(['27.91', '74.42']);
  });

  test('has an axis with each share and the words for both ends at their positions', () => {
    const labels = [...drawProgressAxis().matchAll(/x="([\d.]+)%"[^>]*>([^<]+)</g)].map(
      ([, x, text]) => `${text} ${x}`,
    );
    const at = (share: number) => locateShare(share).x.toFixed(2);
    expect(labels).toEqual([
      ...[`現状値 ${at(0)}`, `目標値 ${at(1)}`],
      ...[`−50% ${at(-0.5)}`, `0 ${at(0)}`, `50% ${at(0.5)}`, `100% ${at(1)}`],
      ...['← 後退 0', 'こえた → 100'],
    ]);
  });

  test('is solid from the baseline to the result', () => {
    const svg = draw(0.5);
    expect(findBar(svg, 'done')?.left).toBeCloseTo(START, 1);
    expect(findBar(svg, 'done')?.right).toBeCloseTo(findDot(svg), 1);
    expect(findBar(svg, 'back')).toBeNull();
    expect(svg).toContain('>50.0%<');
  });

  test('goes left from the baseline and is hatched if the result is worse', () => {
    const svg = draw(-0.35);
    expect(findDot(svg)).toBeLessThan(START);
    expect(findBar(svg, 'back')?.left).toBeCloseTo(findDot(svg), 1);
    expect(findBar(svg, 'back')?.right).toBeCloseTo(START, 1);
    expect(findBar(svg, 'done')).toBeNull();
    expect(svg).toContain('class="back-hatch"');
    expect(svg).toContain('<text class="minus" x="74.42%" y="25" dx="12">−35.0%<');
  });

  test('has its number right of the target, without a bar behind it', () => {
    fc.assert(
      fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (share) => {
        const svg = draw(share);
        const [, x, y, middle] =
          /<text class="\w+" x="([\d.]+)%" y="(\d+)"(?: dx="12"|( text-anchor="middle"))>/.exec(svg) ?? [];
        // A narrow picture is 264 px wide, a number of four digits 49 px and its distance from the bar 12 px.
        const [from, to] = middle ? [Number(x) - 9.3, Number(x) + 9.3] : [Number(x), Number(x) + 23.1];
        expect(from).toBeGreaterThanOrEqual(Math.floor(GOAL));
        expect(to).toBeLessThanOrEqual(100);
        // Above the bars is room for a number.
        const bars = ['track', 'done', 'over', 'back'].flatMap((kind) =>
          y === '25' ? (findBar(svg, kind) ?? []) : [],
        );
        expect(bars.filter(({ left, right }) => left < to && right - 0.01 > from)).toEqual([]);
      }),
    );
  });

  test('goes on to the right of the target', () => {
    const svg = draw(1.2);
    expect(findBar(svg, 'done')?.right).toBeCloseTo(GOAL, 1);
    expect(findBar(svg, 'over')?.right).toBeCloseTo(findDot(svg), 1);
    expect(findDot(svg)).toBeGreaterThan(GOAL);
    expect(svg).toContain('<text class="number" x="87.21%" y="11" text-anchor="middle">120.0%<');
  });

  test.each([
    [-3, 'M-4 -9l-7 9l7 9', '−300.0%'],
    [9, 'M4 -9l7 9l-7 9', '900.0%'],
    [20.5, 'M4 -9l7 9l-7 9', '2,050%'],
    [-12_345, 'M-4 -9l-7 9l7 9', '−1,234,500%'],
  ])('is cut at %d, with the true number', (share, sign, number) => {
    const svg = draw(share);
    expect(svg).toContain(sign);
    expect(svg).toContain(`>${number}<`);
  });

  test.each([
    [0.6, locateShare(0.6).x],
    [1.4, GOAL],
  ])('marks an elapsed share of %d', (elapsed, position) => {
    const x = Number(/<svg x="([\d.]+)%" y="0"[^>]*><path class="now"/.exec(draw(0.5, elapsed))?.[1]);
    expect(x).toBeCloseTo(position, 1);
  });

  test.each([null, 0, -0.1])('has no mark of time if the elapsed share is %s', (elapsed) => {
    expect(draw(0.5, elapsed)).not.toContain('class="now"');
  });

  test('shows 速報 as a hollow point', () => {
    const { indicator: provisional } = createMadeUpIndicator({
      baseline: [2022, 40],
      target: [2030, 80],
      results: [[2026, 60]],
      provisional: [2026],
    });
    expect(drawProgress(provisional, view(0.5))).toContain('class="point provisional"');
    expect(drawProgress(indicator, view(0.5))).toContain('class="point" ');
  });

  test.each([
    [view(0.2, 0.6), '目標までの道のりの20%のところです（期間の60%が過ぎた時点）'],
    [view(-0.5, null), '現状値より後退し、その幅は、目標までの差の50%です'],
    [view(-1, 1), '現状値より後退し、その幅は、目標までの差と同じです（期間が終わった時点）'],
    [view(1.1, 1), '目標をこえ、目標までの道のりの110%のところです（期間が終わった時点）'],
    // 9件 does not meet 9件未満, so the words do not say that it does.
    [view(1, 0.4), '目標値と同じところです（期間の40%が過ぎた時点）'],
    [view(0, -0.1), '目標までの道のりの0%のところです'],
  ])('is described in words for the share $share and the elapsed share $elapsed', (way, words) => {
    expect(describeProgress(way)).toBe(words);
    expect(drawProgress(indicator, way)).toContain(`aria-label="${words}。"`);
  });
});

describe('the key', () => {
  const words = (...views: readonly ProgressView[]) =>
    [...drawProgressKey(views.map((one) => ({ indicator, view: one }))).matchAll(/([^>]+)<\/li>/g)].map(
      ([, text]) => text,
    );

  test('explains only the signs of its list', () => {
    expect(words(view(0.5, null))).toEqual(['実績までの進み']);
    expect(words(view(-2, 0.5))).toEqual([
      '現状値より後退（0の左）',
      '期間のうち、実績の時点までに過ぎた割合',
      '目もりの外（数字は実際の値）',
    ]);
    expect(words(view(0, 0), view(-0.1, null))).toEqual(['実績までの進み', '現状値より後退（0の左）']);
    expect(words(view(1, 0))).toEqual(['実績までの進み']);
    expect(words(view(1, 0), view(1.1, 0))).toEqual(['実績までの進み', '目標をこえた（100%の右）']);
  });

  test('shows the bar and the point of a result', () => {
    expect(drawProgressKey([{ indicator, view: view(0.5, null) }])).toMatch(
      /<rect class="done"[^>]*\/><circle class="point" cx="80%"[^>]*\/><\/svg>実績までの進み<\/li>/,
    );
  });

  test('explains the hollow point of 速報 if one result has it', () => {
    const latest = indicator.latest && { ...indicator.latest, certainty: 'provisional' as const };
    const rows = [indicator, { ...indicator, latest }].map((one) => ({ indicator: one, view: view(0.5) }));
    expect(drawProgressKey(rows)).toMatch(/<circle class="point provisional"[^>]*\/><\/svg>速報<\/li>/);
  });
});
