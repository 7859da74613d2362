import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawDepartmentBars } from '../../../src/charts/composition-charts.ts';

const KINDS = ['施策', '取組'];
const departments = [
  { title: '企画課', counts: [2, 4] },
  { title: '広報課', counts: [0, 1] },
  { title: '担当の記載なし', counts: [1, 0], unnamed: true },
];
const bars = (svg: string) =>
  [...svg.matchAll(/<rect class="bar bar-(\w+)"[^>]* width="([\d.]+)%"/g)].map((found) => ({
    kind: found[1],
    length: Number(found[2]),
  }));
const labels = (svg: string) => [...svg.matchAll(/<text class="figure-label"[^>]*>([^<]*)</g)].map((found) => found[1]);

describe('the department bars', () => {
  const svg = drawDepartmentBars(departments, KINDS, '部署ごとの数');

  test('share one scale from zero', () => {
    const [two, four, one] = bars(svg);
    expect(four?.length).toBeCloseTo((two?.length ?? 0) * 2, 5);
    expect(one?.length).toBeCloseTo((two?.length ?? 0) / 2, 5);
  });

  test('all have labels; a zero has a number but no bar', () => {
    expect(labels(svg)).toEqual(['施策2', '取組4', '施策0', '取組1', '施策1', '取組0']);
    expect(bars(svg)).toHaveLength(4);
  });

  test('have their own kind for items without a department', () => {
    expect(bars(svg).map(({ kind }) => kind)).toEqual(['1', '2', '2', 'unnamed']);
  });

  test('have a description with every number', () => {
    expect(svg).toContain(
      'aria-label="部署ごとの数。企画課 施策2、取組4。広報課 施策0、取組1。担当の記載なし 施策1、取組0。"',
    );
  });

  test('hide their parts from screen readers that look inside an image', () => {
    const hidden = svg.match(/<div aria-hidden="true"><b>/g);
    expect(hidden).toHaveLength(departments.length);
  });

  test('are empty without departments', () => {
    expect(drawDepartmentBars([], KINDS, '部署ごとの数')).toBe('');
  });

  test('escape markup', () => {
    const named = drawDepartmentBars([{ title: '<b>"', counts: [1] }], ['取組'], '"');
    expect(named).not.toMatch(/<b><b>|aria-label="""/);
  });

  test('are as long as the row at most', () => {
    const some = fc.array(
      fc.record({
        title: fc.string({ unit: 'grapheme', minLength: 1 }),
        counts: fc.tuple(fc.nat(99_999), fc.nat(99_999)),
      }),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(some, (all) => {
        const drawn = bars(drawDepartmentBars(all, KINDS, '部署ごとの数'));
        expect(drawn).toHaveLength(all.flatMap(({ counts }) => counts).filter((count) => count > 0).length);
        expect(drawn.every(({ length }) => length <= 100)).toBe(true);
      }),
    );
  });
});
