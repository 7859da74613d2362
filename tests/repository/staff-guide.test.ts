import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { unreadableLayouts } from '../../src/authoring/import/unreadable-layout.ts';
import { renderStaffGuide } from '../../src/components/text/staff-guide-html.ts';
import { messageCatalogue } from '../../src/diagnostics/catalogue/message-catalogue.ts';
import { messageGroups } from '../../src/diagnostics/catalogue/message-catalogue.ts';
import type { NotationResult } from '../../src/notation/normalize.ts';
import { readPeriod } from '../../src/notation/period.ts';
import { readQuantity } from '../../src/notation/quantity.ts';
import { readTarget } from '../../src/notation/target.ts';
import { readGuidePictures, readStaffGuide } from '../../src/site-data/project-files.ts';
import { createSiteUrls } from '../../src/site-data/urls.ts';
import { appendFixtureLines, validateFixture } from '../support/fixture-site.ts';
import { importSheetLines } from '../support/import-sheet.ts';
import { readFileText, REPOSITORY_FOLDER } from '../support/source-modules.ts';

const guide = readFileText('docs/staff-guide.ja.md') ?? '';
const findInGuide = (pattern: RegExp) => [...guide.matchAll(pattern)].map((match) => match[1] ?? '');

/** Returns the code in the tables of a chapter. */
function readNotations(chapter: number): string[] {
  const text = new RegExp(`^## ${chapter}\\. [\\s\\S]*?(?=^## )`, 'm').exec(guide)?.[0] ?? '';
  const rows = text.split('\n').filter((line) => line.startsWith('|'));
  return rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''));
}

/** Returns a guide as a page shows it, with the words and the anchors of its headings. */
function renderGuide(slug: 'staff' | 'staff/yearly', base = '/') {
  const markdown = readStaffGuide(REPOSITORY_FOLDER, slug);
  const pictures = readGuidePictures(REPOSITORY_FOLDER);
  const urls = createSiteUrls(base, 'https://example.org');
  const html = renderStaffGuide(markdown, pictures, urls);
  const found = [...html.matchAll(/<h[23] id="([^"]*)">(.*?)<\/h[23]>/g)];
  const [anchors, headings] = [1, 2].map((at) => found.map((match) => match[at] ?? ''));
  return { url: urls.guide(slug), html, pictures, anchors: anchors ?? [], headings: headings ?? [] };
}

const isSilent = (reading: NotationResult<unknown>) => reading.ok && reading.warnings.length === 0;

describe('the guide for staff', () => {
  test('has its title once on the page, also if its lines end as on Windows', () => {
    const html = renderStaffGuide('# 手引き\r\n\r\n本文\r\n', [], createSiteUrls('/', 'https://example.org'));
    expect(html.trim()).toBe('<p>本文</p>');
  });

  test('has short cells on one line', () => {
    expect(renderGuide('staff/yearly').html).toContain('<td class="nowrap">15分</td>');
  });

  test.each(['staff', 'staff/yearly'] as const)('shows no asterisks of bold words on /about/%s/', (slug) => {
    expect(renderGuide(slug).html).not.toContain('**');
  });

  test('contains only notations of values that cause no error and no warning', () => {
    const values = readNotations(6);
    expect(values).toContain('▲3.2');
    expect(values.filter((text) => !isSilent(readQuantity(text)) && !isSilent(readTarget(text)))).toEqual([]);
  });

  test('contains only notations of periods that cause no error and no warning', () => {
    const periods = readNotations(7);
    expect(periods).toContain('令和4年度末');
    expect(periods.filter((text) => !isSilent(readPeriod(text)))).toEqual([]);
  });

  test('links only to messages that exist', () => {
    const codes = findInGuide(/\/about\/messages\/#([a-z0-9-]+)/g);
    expect(codes).toContain('ragged-row');
    expect(codes.filter((code) => !(code in messageCatalogue))).toEqual([]);
  });

  test('names only codes that exist', () => {
    const codes = findInGuide(/(?:注意|まちがい)（`([a-z0-9-]+)`）/g);
    expect(codes).toContain('no-era');
    expect(codes.filter((code) => !(code in messageCatalogue))).toEqual([]);
  });

  test('has the chapters that messages lead to', () => {
    const { anchors } = renderGuide('staff');
    expect(messageGroups.map(({ chapter }) => chapter).filter((chapter) => !anchors.includes(chapter))).toEqual([]);
  });

  test('is a page with its pictures, and without links to files of the project', () => {
    const { html, pictures } = renderGuide('staff', '/base/');
    expect(html.match(/<img src="\/base\/about\/staff\/[\w-]+\.png" width="\d+" height="\d+"/g)).toHaveLength(
      pictures.length,
    );
    expect([...html.matchAll(/href="([^"]+)"/g)].filter(([, to = '']) => !/^(?:#|\/base\/|https?:)/.test(to))).toEqual(
      [],
    );
  });

  test('and the guide to a year’s work lead to each other’s headings', () => {
    const guides = (['staff', 'staff/yearly'] as const).map((slug) => renderGuide(slug));
    const targets = guides.flatMap(({ url, anchors }) => [url, ...anchors.map((anchor) => `${url}#${anchor}`)]);
    for (const { url, html } of guides) {
      const links = [...html.matchAll(/href="(\/about\/staff\/[^"]*)"/g)].map(([, to = '']) => decodeURI(to));
      expect(links.some((to) => to.split('#')[0] !== url)).toBe(true);
      expect(links.filter((to) => !targets.includes(to))).toEqual([]);
    }
  });

  test.each(['staff', 'staff/yearly'] as const)('leads to its own headings: %s', (slug) => {
    const { html, anchors } = renderGuide(slug);
    const links = [...html.matchAll(/href="#([^"]*)"/g)].map(([, to = '']) => decodeURI(to));
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((to) => !anchors.includes(to))).toEqual([]);
  });

  test('gives each table a name of its own with its heading', () => {
    const { html, headings } = renderGuide('staff');
    const frames = [...html.matchAll(/aria-label="([^"]*)"/g)].map(([, name = '']) => name);
    expect(new Set(frames).size).toBe(frames.length);
    // Preformatted texts have names, too.
    const names = frames.filter((name) => !/の枠\d*$/.test(name));
    expect(names.length).toBe(guide.match(/^ *\|(?:---\|)+$/gm)?.length);
    expect(names.filter((name) => !headings.some((title) => name.startsWith(`「${title}」の表`)))).toEqual([]);
  });

  test('has an example without an error or warning', () => {
    const blocks = [...guide.matchAll(/^(新しいファイル|足す行) (\S+):\n\n```(?:csv|mdx)\n([\s\S]*?)```$/gm)].map(
      ([, mode = '', path = '', text = '']) => ({ mode, path, text }),
    );
    expect(blocks.map(({ path }) => path).sort()).toEqual([
      'content/plans/mihon-plan/index.mdx',
      'data/changes.csv',
      'data/plans/mihon-plan/indicators.csv',
      'data/plans/mihon-plan/observations.csv',
      'data/plans/mihon-plan/targets.csv',
      'data/plans/mihon-plan/tree.csv',
      'data/sources.csv',
    ]);
    const files = blocks.flatMap(({ mode, path, text }) =>
      Object.entries(mode === '足す行' ? appendFixtureLines(path, text.trimEnd()) : { [path]: text }),
    );
    // The town's own rows have no 種類.
    const addKind = (text: string) => text.replace(/出典ID$/m, '$&,種類').replace(/^2026(?!.*mihon-plan).*$/gm, '$&,');
    const all = files.map(
      ([path, text]) => [path, path === 'data/changes.csv' ? addKind(String(text)) : text] as const,
    );
    expect(validateFixture(Object.fromEntries(all))).toEqual(validateFixture({}));
  });
});

describe('the section about the import of sheets', () => {
  const section = guide.split('### 市の指標の表を取りこむ')[1]?.split('\n### ')[0] ?? '';
  const sheets = [...section.matchAll(/```csv\n([\s\S]*?)```/g)].map(([, text = '']) => text.trim());

  test('has at least three sheets', () => {
    expect(sheets.length).toBeGreaterThanOrEqual(3);
  });

  test.each(sheets)('has a sheet that can be read whole: %s', (sheet) => {
    const { indicators, results, issues } = importSheetLines(sheet.split('\n'));
    expect([indicators.length > 0, results.length > 0, issues]).toEqual([true, true, []]);
  });

  test('names every layout that can’t be read', () => {
    const names = Object.values(unreadableLayouts).map(({ layout }) => layout);
    expect(names.filter((name) => !section.includes(name))).toEqual([]);
  });
});

describe('the pictures of the guide', () => {
  const pictures = globSync('docs/images/*.png', { cwd: REPOSITORY_FOLDER }).map((path) => path.replaceAll('\\', '/'));
  const ofReadmes = ['docs/images/home-dark.png', 'docs/images/home-light.png'];

  test('are all in the guide, with alternative text', () => {
    const guidePaths = findInGuide(/!\[[^\]]{20,}\]\((images\/[^)]+)\)/g).map((path) => `docs/${path}`);
    expect(pictures.toSorted()).toEqual([...guidePaths, ...ofReadmes].toSorted());
  });

  test.each(pictures)('%s is a PNG of at most 150 KiB', (path) => {
    expect(readFileSync(join(REPOSITORY_FOLDER, path)).subarray(1, 4).toString()).toBe('PNG');
    expect(statSync(join(REPOSITORY_FOLDER, path)).size).toBeLessThanOrEqual(150 * 1024);
  });
});
