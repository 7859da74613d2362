import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  getCitationKey,
  formatCitations,
  formatEnglishSources,
  formatLicence,
  type CitedWork,
} from '../../../src/open-data/citation-formats.ts';
import { citeDocuments } from '../../../src/site-data/source-citations.ts';
import { openSharedSite } from '../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

const cited: CitedWork = {
  key: 'indicators-mihon-sogo-leaks',
  author: '計画ひろば',
  title: '漏水の率 100%_{A}&B（見本市）',
  updated: '2026-11-20',
  version: '0123456789ab',
  url: 'https://mihon.example/indicators/mihon-sogo/leaks/',
  release: null,
  licence: 'CC BY 4.0',
  sources: ['見本市「計画」第2章'],
  summarizeSources: () => '見本市、一覧 https://mihon.example/data/sources/',
};
const made = (change: Partial<CitedWork> = {}) =>
  Object.fromEntries(formatCitations({ ...cited, ...change }).map(({ kind, text }) => [kind, text]));
const bibtex = (change: Partial<CitedWork> = {}) => made(change).BibTeX ?? '';
const ris = (change: Partial<CitedWork> = {}) => made(change).RIS ?? '';

describe('the line of 出典', () => {
  test('has the owners and the URL of the list in place of sources that make it too long for an article', () => {
    const sources = Array.from({ length: 19 }, (_, at) => `見本市「${at + 1}つめの長い名前の資料」`);
    const many = made({ sources });
    expect(many['出典の行（そのまま使うとき）']).toContain(`（もとの資料：${cited.summarizeSources()}）`);
    expect(many.文献一覧の行).toContain(`。もとの資料：${cited.summarizeSources()}。`);
    for (const source of sources) expect(many.RIS).toContain(source);
  });

  test('contains the title, version, day, licence, URL and sources', () => {
    expect(made()['出典の行（そのまま使うとき）']).toBe(
      '出典：計画ひろば「漏水の率 100%_{A}&B（見本市）」（データの版 0123456789ab、2026-11-20 更新、CC BY 4.0）' +
        'https://mihon.example/indicators/mihon-sogo/leaks/ （もとの資料：見本市「計画」第2章）',
    );
  });

  test('mentions processing of the data', () => {
    expect(made()['出典の行（加工したとき）']).toMatch(/leaks\/ を加工して作成（もとの資料：見本市「計画」第2章）$/);
  });

  test('has no sources for the site’s own texts', () => {
    const own = Object.values(made({ sources: [] })).join('\n');
    expect(own).not.toContain('もとの資料');
    expect(made({ sources: [] })['出典の行（そのまま使うとき）']).toMatch(/leaks\/$/);
  });
});

test('every format names the release with the cited data, and its URL', () => {
  const url = 'https://mihon.example/data/versions/2026-11-20/';
  const texts = made({ release: { version: '2026-11-20', url } });
  for (const text of Object.values(texts)) {
    expect(text).toContain('保存版 2026-11-20、データの版 0123456789ab');
    expect(text).toContain(`保存版：${url}`);
  }
  // No URL touches the sign behind it: programs that make URLs into links would include it.
  expect(texts['出典の行（そのまま使うとき）']).toContain(` （保存版：${url} ）`);
  expect(texts.文献一覧の行).toContain(`。保存版：${url} 。`);
  expect(Object.values(made({ url, release: { version: '2026-11-20', url } })).join()).not.toContain('保存版：');
});

test('a sentence contains the author, title, version, day, URL and source', () => {
  expect(made().文献一覧の行).toBe(
    '計画ひろば『漏水の率 100%_{A}&B（見本市）』データの版 0123456789ab（2026-11-20 更新）、' +
      'https://mihon.example/indicators/mihon-sogo/leaks/ 。もとの資料：見本市「計画」第2章。',
  );
});

test('no format contains an unknown day', () => {
  const all = Object.values(made({ updated: null })).join('\n');
  expect(all).not.toMatch(/更新|year|month|PY {2}-|DA {2}-/);
});

/** Converts TeX to plain text. */
function untex(text: string): string {
  const words: Readonly<Record<string, string>> = {
    textbackslash: '\\',
    textbraceleft: '{',
    textbraceright: '}',
    textasciitilde: '~',
    textasciicircum: '^',
  };
  return text.replace(/\\(text[a-z]+)\{\}|\\([%&$#_])/g, (_all, word?: string, sign?: string) =>
    word === undefined ? (sign ?? '') : (words[word] ?? '?'),
  );
}

/** Returns the depth of braces at each line, as BibTeX counts them, which ignores backslashes. */
function depths(entry: string): number[] {
  let depth = 0;
  return entry.split('\n').map((line) => {
    const before = depth;
    for (const sign of line) depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
    return before;
  });
}

const SIGNS = ['\\', '{', '}', '%', '&', '$', '#', '_', '~', '^', '"', '@', ',', '\u3000', '計', '①', '「', '」'];

/** Any text, with many special characters. */
const anyText = fc.string({
  unit: fc.oneof(fc.constantFrom(...SIGNS, '\r\n', '\u2028', 'ER  - '), fc.string({ unit: 'grapheme' })),
});
/** Returns a text without line breaks and control characters. */
const inOneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');

describe('BibTeX', () => {
  test('is one entry with escaped special characters', () => {
    expect(bibtex().split('\n')).toEqual([
      '@misc{indicators-mihon-sogo-leaks,',
      '  author = {{計画ひろば}},',
      '  title = {{漏水の率 100\\%\\_\\textbraceleft{}A\\textbraceright{}\\&B（見本市）}},',
      '  year = {2026},',
      '  month = {11},',
      '  note = {データの版 0123456789ab。CC BY 4.0。もとの資料：見本市「計画」第2章},',
      '  url = {https://mihon.example/indicators/mihon-sogo/leaks/},',
      '}',
      '',
    ]);
  });

  test('has the number of the month without a zero', () => {
    expect(bibtex({ updated: '2026-04-01' })).toContain('\n  month = {4},\n');
  });

  test('keeps any title and closes every brace', () => {
    fc.assert(
      fc.property(anyText, (title) => {
        const entry = bibtex({ title });
        const rows = entry.split('\n');
        expect(rows).toHaveLength(9);
        expect(depths(entry)).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 0]);
        const written = /^ {2}title = \{\{(.*)\}\},$/u.exec(rows[2] ?? '')?.[1] ?? '';
        // No command but those that stand for a sign.
        expect(written.replace(/\\text[a-z]+\{\}|\\[%&$#_]/g, '')).not.toMatch(/[\\{}%&$#_~^]/);
        expect(untex(written)).toBe(inOneLine(title));
      }),
    );
  });
});

describe('RIS', () => {
  const rows = (text: string) => text.split('\r\n');

  test('has one tag per line, from TY to ER, with CR LF', () => {
    expect(rows(ris({ sources: ['甲', '乙'] })).map((row) => row.slice(0, 6))).toEqual([
      ...['TY', 'AU', 'TI', 'PY', 'DA', 'ET', 'N1', 'N1', 'C1', 'LA', 'UR', 'ER'].map((tag) => `${tag}  - `),
      '',
    ]);
    expect(rows(ris())).toContain('PY  - 2026');
    expect(rows(ris())).toContain('DA  - 2026/11/20');
  });

  test('keeps any value in one line', () => {
    fc.assert(
      fc.property(anyText, anyText, (title, source) => {
        const all = rows(ris({ title, sources: [source] }));
        expect(all).toHaveLength(12);
        expect(all.join('')).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(all[2]).toBe(`TI  - ${inOneLine(title)}`);
        expect(all[6]).toBe(`N1  - もとの資料：${inOneLine(source)}`);
      }),
    );
  });
});

test.each([
  ['plans/mihon/1_1/', 'plans-mihon-1_1'],
  ['/data/nodes/', 'data-nodes'],
  ['', 'home'],
])('the key of “%s” is %s', (path, key) => {
  expect(getCitationKey(path)).toBe(key);
});

test.each([
  ['CC-BY-4.0', 'CC BY 4.0'],
  ['CC-BY-SA-4.0', 'CC BY-SA 4.0'],
  ['CC0-1.0', 'CC0 1.0'],
  ['PDL-1.0', 'PDL-1.0'],
])('the short name of the licence %s is %s', (id, name) => {
  expect(formatLicence(id)).toBe(name);
});

describe('the sources in an English citation', () => {
  const siteData = openSharedSite(REPOSITORY_FOLDER);
  const cite = (count: number, ids: readonly string[]) =>
    formatEnglishSources(
      siteData,
      citeDocuments([...siteData.plans.slice(0, count).map(({ source }) => source), ...ids]),
    );

  test('are the titles of a few documents', () => {
    expect(cite(1, [])).toMatch(/^\(CC BY 4\.0\)\. Sources: Chapter 7: [^;]+, Warabi City; all documents: https:/);
    expect(cite(5, [])).toContain('Warabi City');
  });

  test('are not the many municipalities of a page, but publishers of statistics and names that terms demand', () => {
    const citation = cite(5, ['census-2025', 'ssdse-2026-area']);
    expect(citation).toMatch(
      /Sources: Statistics Bureau of Japan; SSDSE [^;]+ total area, National Statistics Center; all documents: https:/,
    );
    expect(citation).not.toContain('Warabi City');
  });

  test('are none on a page without sources', () => {
    expect(cite(0, [])).toBe('(CC BY 4.0).');
  });
});
