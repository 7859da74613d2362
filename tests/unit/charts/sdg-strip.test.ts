import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawSdgStrip } from '../../../src/charts/composition-charts.ts';
import { sdgGoals, getSdgTitle } from '../../../src/model/sdg-goals.ts';

const text = { title: '計画とSDGs', itemWord: '施策' };
/** Returns the texts of the goals of a class, in a cell: their counts, numbers and names. */
const readGoals = (html: string, kind: 'goal' | 'goal-none') =>
  [...html.matchAll(new RegExp(`<div class="${kind}" [^>]*><div>(.*?)</div><b>(.*?)</b><span>(.*?)</span>`, 'g'))].map(
    ([, count = '', number, name]) => ({ count: /<b>(.*)<\/b>/.exec(count)?.[1], number, name }),
  );
const heights = (html: string) => [...html.matchAll(/ height="([\d.]+)"/g)].map((found) => Number(found[1]));
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
    const html = drawSdgStrip(linked, text);
    const goals = [...readGoals(html, 'goal-none'), ...readGoals(html, 'goal')];
    expect(goals.map(({ number }) => number)).toEqual(sdgGoals.map(({ goal }) => String(goal)));
    expect(goals.map(({ name }) => name)).toEqual(sdgGoals.map(({ short }) => short));
  });

  test('has a number on each bar, and no bar for other goals', () => {
    const html = drawSdgStrip(linked, text);
    expect(readGoals(html, 'goal').map(({ count }) => count)).toEqual(['1', '1,200']);
    expect(readGoals(html, 'goal-none').filter(({ count }) => count !== undefined)).toEqual([]);
    expect(heights(html)).toHaveLength(2);
  });

  test('describes every number, and how many goals have none', () => {
    expect(wordsOf(drawSdgStrip(linked, text))).toBe(
      `計画とSDGs。目標16「${getSdgTitle(16)}」施策1、目標17「${getSdgTitle(17)}」施策1,200。ほかの15の目標にはありません。`,
    );
  });

  test('hides its parts from screen readers that look inside an image', () => {
    const [, ...parts] = drawSdgStrip(linked, text).split(/(?=<div class="goal)/);
    expect(parts).toHaveLength(17);
    expect(parts.filter((part) => !/^<div class="[\w-]+" aria-hidden="true">/.test(part))).toEqual([]);
  });

  test('says if all goals are linked', () => {
    const all = sdgGoals.map(({ goal }) => ({ goal, count: 2 }));
    expect(wordsOf(drawSdgStrip(all, text))).toContain('17の目標すべてにあります。');
  });

  test('is empty if no goal is linked', () => {
    expect(drawSdgStrip([], text)).toBe('');
  });

  test('escapes markup', () => {
    expect(drawSdgStrip(linked, { ...text, title: '"><script>' })).not.toContain('<script>');
  });

  test('never draws a larger count lower', () => {
    fc.assert(
      fc.property(counts, (some) => {
        const drawn = heights(drawSdgStrip(some, text));
        const byCount = some.map(({ count }, at) => [count, drawn[at] ?? 0] as const).sort(([a], [b]) => a - b);
        const sorted = byCount.map(([, height]) => height);
        expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
      }),
    );
  });
});
