import { describe, expect, test } from 'vitest';
import { createChartPicture, type PictureText } from '../../../src/charts/chart-picture.ts';

const CHART =
  '<svg class="chart" viewBox="0 0 300 200" width="300" height="200" role="img" aria-label="x"><a href="#a"><circle class="baseline" r="7"/></a></svg>';
const words: PictureText = {
  brand: undefined,
  title: '歩く人 & <走る人>',
  owner: '見本市「計画」',
  description: '10人から20人まで。',
  notes: ['● 現状値'],
  foot: ['出典：見本市「計画」', '利用条件：CC BY 4.0'],
};
const draw = (change: Partial<PictureText> = {}) => createChartPicture(CHART, { ...words, ...change });
const getHeight = (svg: string) => Number(/ height="(\d+)"/.exec(svg)?.[1]);

describe('a downloadable picture', () => {
  test('has its namespace and loads nothing from a server', () => {
    expect(draw()).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(draw()).not.toMatch(/href|url\(|@import|src=/);
  });

  test('contains the chart on white, without its links', () => {
    expect(draw()).toContain('fill="#fff"/>');
    expect(draw()).toContain('<g class="chart" transform="translate(24 ');
    expect(draw()).toContain('<g><circle class="baseline" r="7"/></g>');
  });

  test('shows title, owner, notes and foot as escaped text', () => {
    const shown = [...draw().matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((found) => found[1]);
    expect(shown).toEqual([
      '歩く人 &amp; &lt;走る人&gt;',
      '見本市「計画」',
      '● 現状値',
      '出典：見本市「計画」',
      '利用条件：CC BY 4.0',
    ]);
  });

  test('has a description', () => {
    expect(draw()).toContain('<desc id="desc">10人から20人まで。</desc>');
    expect(draw()).toContain('<title id="title">歩く人 &amp; &lt;走る人&gt;（見本市「計画」）</title>');
  });

  test('breaks a long title into lines without cutting it, and grows', () => {
    const title = '長い題名'.repeat(20);
    const svg = draw({ title });
    const head = [...svg.matchAll(/<text class="head"[^>]*>([^<]*)</g)].map((found) => found[1] ?? '');
    expect(head.length).toBeGreaterThan(1);
    expect(head.join('')).toBe(title);
    expect(getHeight(svg)).toBe(getHeight(draw()) + (head.length - 1) * 30);
  });

  test('has text of at least 12 px', () => {
    const sizes = [...draw().matchAll(/font-size="(\d+)"/g)].map((found) => Number(found[1]));
    expect(Math.min(...sizes)).toBe(12);
  });

  test('rejects a chart without a size', () => {
    expect(() => createChartPicture('<svg></svg>', words)).toThrow('size');
  });
});
