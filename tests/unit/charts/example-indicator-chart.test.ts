import { describe, expect, test } from 'vitest';
import { describeIndicatorChart, drawIndicatorChart } from '../../../src/charts/indicator-chart.ts';
import { estimateTextWidth } from '../../../src/charts/svg-text.ts';
import type { Indicator } from '../../../src/tables/indicators.ts';
import { EXAMPLE_SITE } from '../../support/example-site.ts';
import { openSharedSite } from '../../support/shared-sites.ts';

const siteData = openSharedSite(EXAMPLE_SITE);
const drawn = (indicator: Indicator) => drawIndicatorChart(indicator, siteData.observationsOf(indicator.id), 'wide');

/** Returns a chart; throws if it is null. */
function requireChart(svg: string | null): string {
  if (svg === null) throw new Error('nothing was drawn');
  return svg;
}

const count = (svg: string, part: string) => svg.split(part).length - 1;

describe('the indicator chart', () => {
  const indicator = siteData.indicators.find(({ latest, target }) => latest !== null && target.value !== null);
  if (!indicator) throw new Error('the example has no indicator with results');
  const observations = siteData.observationsOf(indicator.id);

  test('has one dot for each result of the whole city, a baseline and a target', () => {
    const svg = requireChart(drawn(indicator));
    const results = observations.filter(
      ({ role, zone, value }) => role === 'result' && zone === null && value !== null,
    );
    expect(count(svg, 'class="result-dot')).toBe(results.length);
    expect(count(svg, 'class="baseline"')).toBe(1);
    expect(count(svg, 'class="target"')).toBe(1);
  });

  test('has a description', () => {
    const words = describeIndicatorChart(indicator, observations);
    expect(words).toContain(indicator.baseline.text);
    expect(words).toContain(indicator.target.text);
    expect(drawn(indicator)).toContain('role="img"');
  });

  test('is null if the target has no number', () => {
    const inWords = siteData.indicators.find(({ progress }) => progress.reason === 'target-in-words');
    expect(inWords && drawn(inWords)).toBeNull();
  });

  test('has text of at least 12 px in both sizes', () => {
    for (const size of ['wide', 'narrow'] as const) {
      const svg = requireChart(drawIndicatorChart(indicator, observations, size));
      const sizes = [...svg.matchAll(/font-size="(\d+)"/g)].map((found) => Number(found[1]));
      expect(sizes.length).toBeGreaterThan(0);
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
    }
  });

  test('has no style attribute, which the content security policy forbids', () => {
    const all = siteData.indicators.flatMap((one) => drawn(one) ?? []);
    expect(all.length).toBeGreaterThan(10);
    for (const svg of all) expect(svg).not.toContain('style=');
  });

  test('escapes markup', () => {
    const svg = requireChart(drawn({ ...indicator, title: '"><script>' }));
    expect(svg).not.toContain('<script>');
    expect(svg).toContain('&quot;&gt;&lt;script&gt;');
  });

  test('has no space below zero if no value is negative', () => {
    const zero = { ...indicator.baseline, value: 0, text: '0件' };
    const svg = drawIndicatorChart({ ...indicator, unit: '件', baseline: zero }, [], 'wide');
    expect(requireChart(svg)).not.toContain('>−');
  });
});

/** The marks with labels: the classes of the label, and a pattern of the mark's circle. */
const MARKS = {
  現状値: 'class="baseline"',
  目標値: 'class="target"',
  結果: 'class="result-dot[^"]*"',
  中間: 'class="target interim"',
};

/** Returns the distance from a mark to the edge of a label. */
function measureDistance([, x, y]: string[], [, , left, bottom, text = '']: string[]): number {
  const [fromLeft, fromBottom] = [Number(x) - Number(left), Number(y) - Number(bottom) - 3];
  const [beyondRight, beyondTop] = [fromLeft - estimateTextWidth(text, 15), -18 - fromBottom];
  return Math.hypot(Math.max(0, -fromLeft, beyondRight), Math.max(0, fromBottom, beyondTop));
}

test('each label of a chart is nearer to its own mark than to any other with a label', () => {
  const charts = siteData.indicators.flatMap((one) =>
    (['wide', 'narrow'] as const).flatMap((size) => {
      const targets = siteData.targetsOf(one.id);
      return drawIndicatorChart(one, siteData.observationsOf(one.id), size, targets) ?? [];
    }),
  );
  const labels: string[] = [];
  const doubtful: string[] = [];
  for (const svg of charts) {
    const marks = Object.entries(MARKS).flatMap(([name, classes]) => {
      const circle = [...svg.matchAll(new RegExp(`<circle ${classes} cx="([^"]*)" cy="([^"]*)"`, 'g'))].at(-1);
      return circle ? [{ name, circle }] : [];
    });
    for (const label of svg.matchAll(/<text class="(label[^"]*)" x="([^"]*)" y="([^"]*)"[^>]*>([^<]*)</g)) {
      const [text = '', classes] = [label[4], label[1]];
      const own = classes === 'label result-label' ? '結果' : text.slice(0, text.indexOf(' '));
      const near = marks.toSorted((a, b) => measureDistance(a.circle, label) - measureDistance(b.circle, label));
      labels.push(text);
      if (near[0]?.name !== own) doubtful.push(text);
    }
  }
  expect(labels.length).toBeGreaterThan(100);
  // The baseline always has a label. On the narrow chart of this indicator there is only room above the first result.
  expect(doubtful).toEqual(['現状値 0回']);
});
