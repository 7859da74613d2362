import { describe, expect, test } from 'vitest';
import { citations, type Cited } from '../../../src/downloads/citation.ts';

const cited: Cited = {
  key: 'mihon-sogo-leaks',
  author: '計画ひろば',
  title: '漏水の率 100%_{A}&B（見本市「計画」）',
  updated: '2026-11-20',
  version: '0123456789ab',
  address: 'https://mihon.example/indicators/mihon-sogo/leaks/',
  source: '見本市「計画」第2章',
};
const made = (change: Partial<Cited> = {}) =>
  Object.fromEntries(citations({ ...cited, ...change }).map(({ kind, text }) => [kind, text]));

describe('a citation', () => {
  test('as a sentence names author, title, version, day, address and source', () => {
    expect(made().文).toBe(
      '計画ひろば『漏水の率 100%_{A}&B（見本市「計画」）』データの版 0123456789ab（2026-11-20 更新）、' +
        'https://mihon.example/indicators/mihon-sogo/leaks/ 。原資料：見本市「計画」第2章。',
    );
  });

  test('for BibTeX is one entry, with its own signs made plain', () => {
    expect(made().BibTeX?.split('\n')).toEqual([
      '@misc{mihon-sogo-leaks,',
      '  author = {{計画ひろば}},',
      '  title = {{漏水の率 100\\%\\_\\{A\\}\\&B（見本市「計画」）}},',
      '  year = {2026},',
      '  month = {11},',
      '  note = {データの版 0123456789ab。原資料：見本市「計画」第2章},',
      '  url = {https://mihon.example/indicators/mihon-sogo/leaks/},',
      '}',
    ]);
  });

  test('for BibTeX takes no text for a command', () => {
    expect(made({ title: '\\input~^' }).BibTeX).toContain(
      'title = {{\\textbackslash{}input\\textasciitilde{}\\textasciicircum{}}}',
    );
  });

  test('for RIS has a tag in each line, from TY to ER', () => {
    const rows = made({ source: '見本市「計画」\nER  - 第2章' }).RIS?.split('\n') ?? [];
    expect(rows.map((row) => row.slice(0, 6))).toEqual(
      ['TY', 'AU', 'TI', 'PY', 'DA', 'ET', 'N1', 'LA', 'UR', 'ER'].map((tag) => `${tag}  - `),
    );
    expect(rows).toContain('N1  - 原資料：見本市「計画」 ER - 第2章');
    expect(rows).toContain('DA  - 2026/11/20');
  });

  test('names no day where none is known', () => {
    const all = Object.values(made({ updated: null })).join('\n');
    expect(all).not.toMatch(/更新|year|month|PY {2}-|DA {2}-/);
  });
});
