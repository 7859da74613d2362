import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawSdgStrip } from '../../../src/charts/composition-charts.ts';
import { sdgGoals, getSdgTitle } from '../../../src/model/sdg-goals.ts';

const text = { title: '計画とSDGs', itemWord: '施策' };
const texts = (svg: string, kind: string) =>
  [...svg.matchAll(new RegExp(`<text class="${kind}"[^>]*>([^<]*)<`, 'g'))].map((found) => found[1]);
const heights = (svg: string) =>
  [...svg.matchAll(/class="bar"[^>]* height="([\d.]+)"/g)].map((found) => Number(found[1]));
const wordsOf = (svg: string) => /aria-label="([^"]*)"/.exec(svg)?.[1] ?? '';

const counts = fc
  .uniqueArray(fc.record({ goal: fc.integer({ min: 1, max: 17 }), count: fc.integer({ min: 1, max: 99_999 }) }), {
    selector: ({ goal }) => goal,
    minLength: 1,
  })
  .map((all) => all.sort((a, b) => a.goal - b.goal));

describe('the SDG strip', () => {
  const linked = [
    { goal: 16, count: 1 },
    { goal: 17, count: 1200 },
  ];

  test('has a number and a name for each of the seventeen goals, linked or not', () => {
    const svg = drawSdgStrip(linked, text, 'wide');
    expect([...texts(svg, 'goal-none-number'), ...texts(svg, 'goal-number')]).toEqual(
      sdgGoals.map(({ goal }) => String(goal)),
    );
    expect([...texts(svg, 'goal-none-name'), ...texts(svg, 'goal-name')]).toEqual(sdgGoals.map(({ short }) => short));
  });

  test('names the place of each letter, because WebKit leaves a line between letters', () => {
    const names = [...drawSdgStrip(linked, text, 'wide').matchAll(/-name" x="[\d.]+" y="([\d. ]+)"[^>]*>([^<]*)</g)];
    expect(names).toHaveLength(sdgGoals.length);
    for (const [, tops = '', name = ''] of names) expect(tops.split(' ')).toHaveLength(name.length);
  });

  test('has a number on each bar, and no bar for other goals', () => {
    const svg = drawSdgStrip(linked, text, 'wide');
    expect(texts(svg, 'figure-label')).toEqual(['1', '1,200']);
    expect(heights(svg)).toHaveLength(2);
  });

  test('describes every number, and how many goals have none', () => {
    expect(wordsOf(drawSdgStrip(linked, text, 'narrow'))).toBe(
      `計画とSDGs。目標16「${getSdgTitle(16)}」施策1、目標17「${getSdgTitle(17)}」施策1,200。ほかの15の目標にはありません。`,
    );
  });

  test('says if all goals are linked', () => {
    const all = sdgGoals.map(({ goal }) => ({ goal, count: 2 }));
    expect(wordsOf(drawSdgStrip(all, text, 'wide'))).toContain('17の目標すべてにあります。');
  });

  test('is empty if no goal is linked', () => {
    expect(drawSdgStrip([], text, 'wide')).toBe('');
  });

  test('escapes markup', () => {
    expect(drawSdgStrip(linked, { ...text, title: '"><script>' }, 'wide')).not.toContain('<script>');
  });

  test.each(['wide', 'narrow'] as const)('keeps its parts inside the %s chart', (size) => {
    fc.assert(
      fc.property(counts, (some) => {
        const svg = drawSdgStrip(some, text, size);
        const [, width = 0, height = 0] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)?.map(Number) ?? [];
        const places = [...svg.matchAll(/ x="([-\d.]+)" y="([-\d.]+)"/g)];
        expect(places.length).toBeGreaterThan(0);
        expect(places.every(([, x, y]) => Number(x) >= 0 && Number(x) <= width && Number(y) <= height)).toBe(true);
        expect(places.every(([, , y]) => Number(y) >= 0)).toBe(true);
      }),
    );
  });

  test('never draws a larger count lower', () => {
    fc.assert(
      fc.property(counts, (some) => {
        const drawn = heights(drawSdgStrip(some, text, 'wide'));
        const byCount = some.map(({ count }, at) => [count, drawn[at] ?? 0] as const).sort(([a], [b]) => a - b);
        const sorted = byCount.map(([, height]) => height);
        expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
      }),
    );
  });
});
