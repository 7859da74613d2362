import { describe, expect, test } from 'vitest';
import { createChartPicture, type PictureText } from '../../../src/charts/chart-picture.ts';

const CHART =
  '<svg class="chart" viewBox="0 0 300 200" width="300" height="200" role="img" aria-label="x"><a href="#a"><circle class="baseline" r="7"/></a></svg>';
const words: PictureText = {
  title: '歩く人 & <走る人>',
  owner: '見本市「計画」',
  description: '10人から20人まで。',
  notes: ['● 現状値'],
  foot: ['出典：見本市「計画」', '利用条件：CC BY 4.0'],
};
const made = (change: Partial<PictureText> = {}) => createChartPicture(CHART, { ...words, ...change });
const heightOf = (svg: string) => Number(/ height="(\d+)"/.exec(svg)?.[1]);

describe('a picture to take away', () => {
  test('stands alone: it names its namespace and asks no server for anything', () => {
    expect(made()).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(made()).not.toMatch(/href|url\(|@import|src=/);
  });

  test('holds the chart on white ground, without its links', () => {
    expect(made()).toContain('fill="#fff"/>');
    expect(made()).toContain('<g class="chart" transform="translate(24 ');
    expect(made()).toContain('<g><circle class="baseline" r="7"/></g>');
  });

  test('shows title, owner, notes and foot as text, made safe', () => {
    const shown = [...made().matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((found) => found[1]);
    expect(shown).toEqual([
      '歩く人 &amp; &lt;走る人&gt;',
      '見本市「計画」',
      '● 現状値',
      '出典：見本市「計画」',
      '利用条件：CC BY 4.0',
    ]);
  });

  test('says in words what it shows', () => {
    expect(made()).toContain('<desc id="desc">10人から20人まで。</desc>');
    expect(made()).toContain('<title id="title">歩く人 &amp; &lt;走る人&gt;（見本市「計画」）</title>');
  });

  test('breaks a long title into lines, cuts nothing, and grows by them', () => {
    const title = '長い題名'.repeat(20);
    const svg = made({ title });
    const head = [...svg.matchAll(/<text class="head"[^>]*>([^<]*)</g)].map((found) => found[1] ?? '');
    expect(head.length).toBeGreaterThan(1);
    expect(head.join('')).toBe(title);
    expect(heightOf(svg)).toBe(heightOf(made()) + (head.length - 1) * 30);
  });

  test('keeps all letters at 12 px or more', () => {
    const sizes = [...made().matchAll(/font-size="(\d+)"/g)].map((found) => Number(found[1]));
    expect(Math.min(...sizes)).toBe(12);
  });

  test('is refused for a chart without a size', () => {
    expect(() => createChartPicture('<svg></svg>', words)).toThrow('size');
  });
});
