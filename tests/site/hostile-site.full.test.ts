import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { renderPng } from '../../src/open-data/render-png.ts';
import { hostileValues } from '../fuzz/hostile-values.ts';
import { appendFixtureLines, editFixtureFile, FIXTURE_SITES, writeFixture } from '../support/fixture-site.ts';
import { decodeEntities } from './support/page-html.ts';
import { copySiteSources, listFolderFiles } from './support/project-copy.ts';
import { spawnBuild } from './support/run-command.ts';
import { createTestProject } from './support/test-project.ts';

const project = createTestProject();
const out = join(project, 'dist');

/** Texts that a site may contain although they look dangerous, and that fit into a name. */
const texts = hostileValues
  .filter(({ kind, outcome, value }) => outcome === 'text' && kind !== 'look-alike' && value.trim() === value)
  .map(({ value }) => value)
  .filter((value) => value.length <= 60 && !/[\s;]{2}|[\n\r\t;]/.test(value));

const logo = renderPng(
  '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><rect width="1200" height="630"/></svg>',
);

const inCell = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** The tags of a page: the name of each element with its attributes. */
const TAG = /<([a-z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;

/** The attributes of a tag, with their values in quotes. */
const ATTRIBUTE = /\s([^\s=/"']+)(?:="([^"]*)")?/g;

/** True for an attribute that runs no program. Citations and pictures of charts are files that a link contains. */
function isHarmless(name: string, value: string): boolean {
  if (/^on/i.test(name)) return false;
  return (
    !/^(?:href|src|action)$/i.test(name) ||
    !/^\s*(?:javascript|data|vbscript|file|blob):/i.test(value) ||
    /^data:(?:application\/x-[a-z-]+|image\/svg\+xml)[;,]/.test(value)
  );
}

describe('a site whose names and summaries look like programs', () => {
  const pages: (readonly [file: string, html: string])[] = [];

  beforeAll(async () => {
    const rows = texts.flatMap((text, at) => [
      `x${at},1,,施策,${inCell(text)},${inCell(text)},publicity,,,,,,${inCell(text)},mihon-keikaku,${inCell(text)}`,
    ]);
    const root = copySiteSources(join(FIXTURE_SITES, 'sound'), join(project, 'town'));
    writeFixture(root, {
      ...editFixtureFile(
        'site.config.json',
        '"colours": { "theme": "#115a36" }',
        '"colours": { "theme": "#115a36", "brand": { "light": "#1d4f91", "dark": "#9cc3f5" } }, "logo": "content/logo.png", "english": { "name": "Mihon", "description": "A made-up town", "licence": { "name": "Made up", "url": "https://licence.example/" } }',
      ),
      'content/guides/notes.mdx':
        '---\ntitle: 注\norder: 9\n---\n\n市[^__proto__]と町[^b]\n\n[^__proto__]: 場所\n\n[^b]: 場所\n',
      'content/logo.png': logo,
      'data/private/names.csv': 'names\nmade up\n',
      'data/plans/mihon-keikaku/names.csv': 'names\nmade up\n',
      ...appendFixtureLines(
        'data/plans/mihon-keikaku/tree.csv',
        ...rows,
        'y1,,,姿勢,町民と考える,町民と考えます。,publicity,,,,,,,mihon-keikaku,',
      ),
      ...appendFixtureLines(
        'data/glossary.csv',
        ...texts.slice(0, 20).map((text, at) => `x${at},${inCell(text)},,,${inCell(text)}`),
      ),
    });
    await spawnBuild(out, ['--root', root], project);
    for (const file of listFolderFiles(out, '**/*.html')) pages.push([file, readFileSync(join(out, file), 'utf8')]);
  });

  test('an item outside the levels of its plan is called by its kind', () => {
    const read = (path: string) => pages.find(([file]) => file === join(path, 'index.html'))?.[1] ?? '';
    expect(read('plans/mihon-keikaku')).toMatch(/<h2[^>]*>姿勢と課題<\/h2>/);
    expect(read('plans/mihon-keikaku/1')).toMatch(/<h2[^>]*>施策<\/h2>/);
    expect(read('themes/publicity')).toContain('（姿勢）');
    expect(read('themes/publicity')).not.toContain('（）');
  });

  test('has the logo and the main colour of its settings', () => {
    const [, home = ''] = pages.find(([file]) => file === 'index.html') ?? [];
    const [, styles = ''] = /<link rel="stylesheet" href="\/([^"]+)"/.exec(home) ?? [];
    expect(home).toMatch(/<link rel="icon" href="\/logo\.png" type="image\/png"[^>]*>/);
    expect(home).toMatch(/<img src="\/logo\.png" width="57" height="30" alt=""[^>]*>/);
    expect(readFileSync(join(out, 'logo.png'))).toEqual(logo);
    expect(readFileSync(join(out, styles), 'utf8')).toMatch(/--brand: ?#1d4f91.*--brand: ?#9cc3f5/s);
  });

  test('contains no file that the check reports as unread', () => {
    const copies = listFolderFiles(out, 'check/files/**/*.csv');
    expect(copies).toContain('check/files/plans/mihon-keikaku/tree.csv');
    expect(copies.filter((file) => file.includes('names'))).toEqual([]);
  });

  test('says on its English pages, in English, that it is fictional', () => {
    const english = pages.filter(([file]) => file.startsWith('en/'));
    expect(english.length).toBeGreaterThan(3);
    for (const [, html] of english) {
      expect(html).toContain('Everything on this site is fictional.');
      expect(html).not.toContain('すべて架空です');
    }
  });

  test('does not say that titles are translated', () => {
    const [, html = ''] = pages.find(([file]) => file === 'en/plans/mihon-keikaku/index.html') ?? [];
    expect(html).toContain('Links lead to Japanese pages.');
    expect(html).not.toMatch(/English titles|The titles/);
  });

  test('has a page for each of the texts', () => {
    expect(texts.length).toBeGreaterThan(100);
    const files = new Map(pages);
    const lacking = texts.filter((text, at) => {
      const html = files.get(`plans/mihon-keikaku/x${at}/index.html`) ?? '';
      return !decodeEntities(/<h1[^>]*>[\s\S]*?<\/h1>/.exec(html)?.[0] ?? '').includes(text);
    });
    expect(lacking).toEqual([]);
  });

  test('has no empty column beside the zones of a municipality without shapes', () => {
    const [, html = ''] = pages.find(([file]) => file === 'zones/mihon/index.html') ?? [];
    expect(html).toMatch(/<div class="zone-pair"[^>]*>\s*<div class="flow"[^>]*>\s*<h2[^>]*>地域の一覧/);
  });

  test('leads from a word to its footnote and back', () => {
    const [, html = ''] = pages.find(([file]) => file === 'about/notes/index.html') ?? [];
    expect(html).toMatch(/<a (?=[^>]*href="#user-content-fn-__proto__")(?=[^>]*id="user-content-fnref-__proto__")/);
    expect(html).toContain('href="#user-content-fnref-__proto__"');
  });

  test('names no terms for statistics whose sources have none', () => {
    const [, html = ''] = pages.find(([file]) => file === 'en/data/index.html') ?? [];
    expect(html).toContain('Everything in one ZIP file');
    expect(html).not.toContain('#licence');
  });

  test('has no element, attribute or link that a text made', () => {
    const faults = pages.flatMap(([file, html]) =>
      [...html.matchAll(TAG)].flatMap(([tag, name = '', attributes = '']) => {
        const isOwn = name !== 'script' || /\ssrc="\/|type="application\/(?:ld\+)?json"/.test(attributes);
        const isKnown = !/^(?:iframe|object|embed|x|math|indicator)$/i.test(name) && !/^<base [^>]*href/.test(tag);
        const isSafe = [...attributes.matchAll(ATTRIBUTE)].every(([, key = '', value = '']) => isHarmless(key, value));
        return isOwn && isKnown && isSafe ? [] : [`${file}: ${tag}`];
      }),
    );
    expect(faults.slice(0, 10)).toEqual([]);
  });

  test('has valid JSON for programs on every page', () => {
    const blocks = pages.flatMap(([file, html]) =>
      [...html.matchAll(/<script type="application\/(?:ld\+)?json"[^>]*>([\s\S]*?)<\/script>/g)].map(
        ([, json = '']) => ({ file, json }),
      ),
    );
    expect(blocks.length).toBeGreaterThan(100);
    for (const { file, json } of blocks) expect(() => JSON.parse(json) as unknown, file).not.toThrow();
  });
});
