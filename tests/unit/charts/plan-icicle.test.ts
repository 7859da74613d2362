import { describe, expect, test } from 'vitest';
import { drawPlanIcicle, type IciclePart } from '../../../src/charts/plan-icicle.ts';

const action: IciclePart = { title: '取組', number: '①', url: null, children: [] };
const measure = (title: string, actions: number): IciclePart => ({
  title,
  number: '施策1',
  url: `/plans/mihon/${title}/`,
  children: Array.from({ length: actions }, () => action),
});
const plan: IciclePart[] = [
  { title: '政策', number: '1', url: '/plans/mihon/1/', children: [measure('a', 3), measure('b', 1)] },
  { title: '空の政策', number: '2', url: '/plans/mihon/2/', children: [] },
];
const heights = (svg: string, kind: string) =>
  [...svg.matchAll(new RegExp(`class="part ${kind}"[^>]*height="([\\d.]+)"`, 'g'))].map((found) => Number(found[1]));

describe('the icicle of a plan', () => {
  const svg = drawPlanIcicle(plan, '組み立て');

  test('links every part with a page', () => {
    expect([...svg.matchAll(/href="([^"]+)"/g)].map((found) => found[1])).toEqual([
      '/plans/mihon/1/',
      '/plans/mihon/2/',
      '/plans/mihon/a/',
      '/plans/mihon/b/',
    ]);
  });

  test('has a block for each action', () => {
    expect(svg.split('class="block"').length - 1).toBe(4);
  });

  test('makes the height of a part proportional to its actions', () => {
    const [high = 0, low = 0] = heights(svg, 'depth-2');
    expect(high + 2).toBeCloseTo((low + 2) * 3, 6);
  });

  test('shows a policy without actions too', () => {
    expect(heights(svg, 'depth-1')).toHaveLength(2);
    expect(heights(svg, 'depth-1')[1]).toBeGreaterThan(0);
  });

  test('escapes markup', () => {
    expect(drawPlanIcicle([measure('<b>', 1)], '"')).not.toMatch(/<b>|aria-label="""/);
  });
});
