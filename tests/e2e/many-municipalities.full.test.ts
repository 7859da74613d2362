import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BrowserContextOptions } from 'playwright-core';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startServer } from '../../src/cli/static-server.ts';
import { computeCheckDigit } from '../../src/model/municipality.ts';
import { readMainPart } from '../site/support/built-site.ts';
import { addCsvRows, mergeSites } from '../site/support/merge-sites.ts';
import { copySiteSources } from '../site/support/project-copy.ts';
import { spawnBuild } from '../site/support/run-command.ts';
import { createTestProject } from '../site/support/test-project.ts';
import { FIXTURE_SITES } from '../support/fixture-site.ts';
import { connectBrowser, NARROW_SCREEN, openTab } from './support/browser-tabs.ts';
import { openSearchPage, readShownResults, waitForAnswer } from './support/search-actions.ts';

const browser = await connectBrowser();
const project = createTestProject();
const out = join(project, 'dist');
const readPage = (path: string) => readFileSync(join(out, path, 'index.html'), 'utf8');
const readMain = (path: string) => readMainPart({ dist: out }, join(path, 'index.html'));

const REAL_CITIES = ['warabi', 'kashiwa', 'hiratsuka', 'kanazawa', 'kashiwara'];

/** Fictional towns: together with the five cities they are too many for a column each. */
const towns = Array.from({ length: 8 }, (_, index) => {
  const code = `${index < 4 ? 99 : 98}30${index + 1}`;
  return {
    団体コード: `${code}${computeCheckDigit(code)}`,
    市区町村ID: `kakuu-${index + 1}`,
    // The fourth and the eighth have the same name.
    名称: index % 4 === 3 ? '架空府中市' : `架空${index + 1}町`,
    都道府県: index < 4 ? '架空県' : '見本県',
    出典ID: 'localgovjp',
  };
});

// Both groups of tests use this site, because a build takes long.
beforeAll(async () => {
  const root = copySiteSources(project, join(project, 'root'));
  addCsvRows(join(root, 'data', 'municipalities.csv'), towns);
  mergeSites(join(FIXTURE_SITES, 'bare'), root);
  const tree = join(root, 'data', 'plans', 'mihon-annai', 'tree.csv');
  const [headings = ''] = readFileSync(tree, 'utf8').split('\n');
  writeFileSync(tree, `${headings}\n`);
  rmSync(join(root, 'content', 'guides'), { recursive: true });
  const cells = (cell: string) => `|${` ${cell} |`.repeat(14)}\n`;
  const text = join(root, 'content', 'plans', 'mihon-annai', 'text', 'table.mdx');
  mkdirSync(dirname(text), { recursive: true });
  writeFileSync(text, `---\ntitle: 年ごとの数\n---\n\n${cells('年度')}${cells('---')}${cells('12,345人')}`);
  // The build fails if a link is broken.
  await spawnBuild(out, ['--root', root], project);
});

describe('a site with many municipalities, some of them without a plan', () => {
  test.each(['', 'plans'])('lists every municipality by prefecture on /%s', (path) => {
    const html = readMain(path);
    for (const id of [...REAL_CITIES, ...towns.map((town) => town.市区町村ID)])
      expect(html).toContain(`href="/cities/${id}/"`);
    expect([...html.matchAll(/<h[23][^>]*>([^<]*[県府])<\/h[23]>/g)].map((match) => match[1])).toEqual([
      '埼玉県',
      '千葉県',
      '神奈川県',
      '石川県',
      '大阪府',
      '見本県',
      '架空県',
    ]);
    expect(html).not.toContain('class="card"');
  });

  test.each(['', 'plans', 'cities'])('leads from the beginning of /%s to each prefecture', (path) => {
    const html = readMain(path);
    const jumps = /<ul class="link-row" aria-label="都道府県">[\s\S]*?<\/ul>/.exec(html)?.[0] ?? '';
    const ids = [...jumps.matchAll(/href="#([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(ids).toEqual(['11', '12', '14', '17', '27', '98', '99'].map((id) => `prefecture-${id}`));
    for (const id of ids) expect(html).toContain(` id="${id}">`);
  });

  test('leads on the page of a theme to the first municipality of each prefecture', () => {
    expect(readMain('themes/digital')).toMatch(/<a href="#warabi">\s*埼玉県\s*<\/a>/);
    expect(readMain('themes/digital')).toContain('<section id="warabi"');
  });

  test.each(['', 'plans', 'cities'])('marks in the list on /%s the municipalities without a plan', (path) => {
    expect(readMain(path)).toMatch(/>架空1町<\/a>\s*<small>計画は未掲載<\/small>/);
    expect(readMain(path).match(/>計画は未掲載</g)).toHaveLength(8);
  });

  test('does so on the English pages', () => {
    expect(readMain('en/plans').match(/>No plan on this site</g)).toHaveLength(8);
  });

  test('counts the actions of each theme on the English page, and leads to its Japanese page', () => {
    const html = readMain('en/themes');
    expect(html).toContain('How many actions all plans have, by 19 themes.');
    expect(html).toMatch(/<a href="\/themes\/digital\/" hreflang="ja">[\s\S]*?<span class="num">\(23\)/);
    expect(html).not.toContain('<h2');
  });

  test('leads from the page of a municipality to the others of its prefecture', () => {
    expect(readPage('cities/kakuu-1')).toMatch(/<a href="\/plans\/#prefecture-99">\s*架空県\s*<\/a>/);
  });

  test.each(['', 'plans', 'cities'])('marks both ended plans in the list on /%s', (path) => {
    expect(readMain(path).match(/<\/a>\s*<span class="badge ended">/g)).toHaveLength(2);
  });

  test('counts only the municipalities with a plan where it says what plans contain', () => {
    for (const path of ['', 'compare', 'explore', 'themes']) expect(readMain(path)).toContain('6つの市区町村の');
    expect(readMain('themes/digital')).toMatch(/6つの市区町村の(?:うち|すべて)/);
    expect(readMain('themes/digital')).not.toContain('架空');
    expect(readPage('en')).toContain('the plans of 6 municipalities');
  });

  test('counts only the municipalities with values or with a known position where it says so', () => {
    expect(readMain('statistics')).toContain('19の統計で、5つの市区町村の');
    expect(readMain('plans')).toContain('位置のわかる5つの市区町村だけです。');
  });

  test('says which municipalities of the comparison have no plan here, and counts the others in its frame', () => {
    expect(readMain('compare')).toMatch(/>架空1町<\/a>\s*<small>計画は未掲載<\/small>/);
    expect(readMain('compare').match(/>計画は未掲載</g)).toHaveLength(8);
    expect(readPage('embed/compare')).toContain('6つの市区町村');
  });

  test('distinguishes municipalities of the same name in titles and links to their pages', () => {
    for (const [id, prefecture] of Object.entries({ 'kakuu-4': '架空県', 'kakuu-8': '見本県' })) {
      expect(readPage(`cities/${id}`)).toContain(`<title>架空府中市（${prefecture}）｜`);
      expect(readPage(`compare/city/${id}`)).toContain(`<title>架空府中市（${prefecture}）の計画をテーマで見る｜`);
      const nav = /<nav class="compare-nav"[\s\S]*?<\/nav>/.exec(readPage(`compare/city/${id}`))?.[0];
      expect(nav).toContain(`>架空府中市（${prefecture}）</a>`);
    }
  });

  test('counts each theme over all municipalities on the home page, and links to the comparison', () => {
    const html = readMain('');
    expect(html).not.toContain('class="matrix"');
    expect(html).toMatch(/<a href="\/themes\/digital\/">[^<]*<\/a> ?<span class="num">23<\/span>/);
    expect(html).toContain('href="/compare/"');
  });

  test('has a row for each municipality in the matrix, with a link to its own comparison', () => {
    const rows = [...readMain('compare').matchAll(/<tr>\s*<th scope="row">\s*<input[^>]*>\s*<a href="([^"]+)"/g)];
    expect(rows).toHaveLength(14);
    expect(rows[0]?.[1]).toBe('/compare/city/warabi/');
    expect(readMain('compare')).toContain('<a href="/themes/digital/#warabi"');
  });

  test('shows only the chosen rows of the comparison, without JavaScript', async () => {
    const server = await startServer(out, '/', 0);
    onTestFinished(() => server.close());
    const page = await openTab(browser, { javaScriptEnabled: false });
    await page.goto(`http://localhost:${server.port}/compare/`);
    const rows = page.locator('.matrix tbody tr:visible');
    for (const name of ['蕨市', '架空2町（計画は未掲載）'])
      await page.getByRole('checkbox', { name: `${name}を選ぶ` }).check();
    expect(await rows.count()).toBe(14);
    await page.getByRole('checkbox', { name: '選んだ市区町村だけを並べる' }).check();
    await expect.poll(() => rows.locator('th a').allInnerTexts()).toEqual(['蕨市', '架空2町']);
  });

  test('links from the comparison of a municipality to the table of all, and to no other municipality', () => {
    const nav = /<nav class="compare-nav"[\s\S]*?<\/nav>/.exec(readPage('compare/city/warabi'))?.[0] ?? '';
    expect([...nav.matchAll(/\/compare\/city\/([^/]+)\//g)].map((match) => match[1])).toEqual(['warabi']);
    expect(nav).toContain('href="/compare/"');
  });

  test('says so on the page of a municipality without a plan, and links to no missing file', () => {
    expect(readMain('cities/kakuu-1')).toContain('架空1町（架空県）の計画は、このサイトにまだありません。');
    expect(readMain('cities/kakuu-1')).not.toContain('/data/municipalities/kakuu-1/');
    expect(readMain('compare/city/kakuu-1')).toContain('このサイトにまだありません');
  });

  test('links from a theme to the measures of each municipality, not to their actions', () => {
    const html = readMain('themes/digital');
    expect(html).toContain('href="/plans/warabi-jiritsu/35_2/"');
    expect(html).not.toContain('href="/plans/warabi-jiritsu/35_2/#');
  });

  test('lets readers choose the municipality to search in, with its number of results', async () => {
    const server = await startServer(out, '/', 0);
    onTestFinished(() => server.close());
    const site = { served: `http://localhost:${server.port}`, base: '/' };
    const { page, faults } = await openSearchPage(browser, site, 'q=%E9%98%B2%E7%81%BD');
    await waitForAnswer(page);
    const citySelect = page.getByRole('combobox', { name: '市区町村' });
    const readLabel = (id: string) =>
      citySelect.locator(`option[value="${id}"]`).evaluate((option) => (option as HTMLOptionElement).label);
    expect(await readLabel('kashiwara')).toMatch(/^柏原市（[1-9]\d*）$/);
    expect(await readLabel('kakuu-1')).toBe('架空1町（0）');
    await citySelect.selectOption('kashiwara');
    await waitForAnswer(page);
    expect(new URL(page.url()).searchParams.get('city')).toBe('kashiwara');
    const results = await readShownResults(page);
    expect(results.length).toBeGreaterThan(0);
    expect(results.filter((url) => !url.includes('kashiwara'))).toEqual([]);
    await page.goBack();
    await waitForAnswer(page);
    expect(await citySelect.inputValue()).toBe('');
    expect(faults).toEqual([]);
  });
});

describe('the search on that site', () => {
  test.each([
    ['架空1町 防災', '架空1町の計画は、このサイトにまだありません。', '/cities/kakuu-1/'],
    ['柏市 防災', '今の条件では、柏市の計画の、のせた部分に見つかりません。', '/cities/kashiwa/'],
  ])('says of %s whether the site has a plan of the municipality', async (query, words, url) => {
    const server = await startServer(out, '/', 0);
    onTestFinished(() => server.close());
    const { page } = await openSearchPage(
      browser,
      { served: `http://localhost:${server.port}`, base: '/' },
      `q=${query}`,
    );
    await waitForAnswer(page);
    const below = page.locator('#search-below');
    expect(await below.innerText()).toContain(words);
    expect(await below.locator(`ul.buttons a[href="${url}"]`).count()).toBe(1);
  });

  test('says so of a remembered municipality without a plan', async () => {
    const server = await startServer(out, '/', 0);
    onTestFinished(() => server.close());
    const { page } = await openSearchPage(browser, { served: `http://localhost:${server.port}`, base: '/' }, 'q=防災');
    await page.evaluate(() => {
      localStorage.setItem('search-city', 'kakuu-1');
    });
    await page.reload();
    await waitForAnswer(page);
    expect(await page.locator('#search-home').innerText()).toContain('架空1町の計画は、このサイトにまだありません。');
  });
});

describe('the page /explore/ of a site with many prefectures', () => {
  const many = Array.from({ length: 200 }, (_, index) => {
    const code = `${String(10 + (index % 30))}${700 + Math.floor(index / 30)}`;
    const [団体コード, 市区町村ID] = [`${code}${computeCheckDigit(code)}`, `town-${index}`];
    return { 団体コード, 市区町村ID, 名称: `架空${index}町`, 出典ID: 'mihon-annai' };
  });
  const built = join(project, 'many-dist');
  const openExplore = async () => {
    const server = await startServer(built, '/', 0);
    onTestFinished(() => server.close());
    const page = await openTab(browser);
    return { page, url: `http://localhost:${server.port}/explore/?city=town-7` };
  };

  beforeAll(async () => {
    const root = join(project, 'many-root');
    cpSync(join(FIXTURE_SITES, 'bare'), root, { recursive: true });
    addCsvRows(join(root, 'data', 'municipalities.csv'), many);
    const file = join(root, 'data', 'municipalities.csv');
    const [headings = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split(/\r?\n/);
    const merged = rows.map((row) => row + (row.includes(',town-1,') ? ',2026-04-01,town-2' : ',,'));
    writeFileSync(file, [`${headings},廃止日,合併先`, ...merged, ''].join('\n'));
    writeFileSync(join(root, 'data', 'changes.csv'), '日付,対象,項目\n2026-04-01,town-1,合併しました\n');
    await spawnBuild(built, ['--root', root, '--base', '/'], project);
  });

  test('says on its page, in lists and in files when a municipality merged, and into which', () => {
    const read = (path: string) => readFileSync(join(built, path), 'utf8');
    const words = '2026年4月1日に合併し、架空2町の一部になりました';
    for (const path of ['cities/town-1', 'cities', 'plans']) expect(read(`${path}/index.html`)).toContain(words);
    expect(readMainPart({ dist: built }, 'cities/town-1/index.html')).toContain('<a href="/cities/town-2/">');
    expect(read('cities/town-2/index.html')).not.toContain(words);
    expect(read('data/municipalities.csv')).toMatch(/^town-1,.*,2026-04-01,town-2,/m);
  });

  test('leads to the prefecture of the municipality in its URL', async () => {
    const { page, url } = await openExplore();
    await page.goto(url);
    await expect.poll(() => page.url()).toMatch(/\/explore\/prefecture\/17\/\?city=town-7$/);
  });

  test('says what a link with a theme narrows', async () => {
    const { page, url } = await openExplore();
    await page.goto(url.replace('city=town-7', 'theme=aisatsu'));
    const note = page.getByText('リンクのテーマでしぼりこみます。');
    await note.waitFor();
    await page.locator('#explore-prefectures a').nth(7).click();
    await page.waitForURL('**/explore/prefecture/17/?theme=aisatsu');
    await page.goto(url.replace('?city=town-7', ''));
    expect(await note.count()).toBe(0);
  });

  test('lets readers choose the prefecture if the municipalities cannot be loaded', async () => {
    const { page, url } = await openExplore();
    const failures: Error[] = [];
    page.on('pageerror', (error) => failures.push(error));
    await page.route('**/municipalities.json', (route) => route.abort());
    await page.goto(url);
    await page.getByRole('alert').getByText('都道府県を選んでください').waitFor();
    await page.locator('#explore-prefectures a').nth(7).click();
    await page.waitForURL('**/explore/prefecture/17/?city=town-7');
    expect(failures.map(({ message }) => message)).toEqual([expect.stringContaining('fetch')]);
  });
});

describe('a site without guides and with a plan without rows', () => {
  test('shows the plan without a file and a picture of its rows', () => {
    const plan = readPage('plans/mihon-annai');
    expect(plan).toContain('<h1>見本村の案内</h1>');
    expect(plan).toContain('読めます。のせた部分に、指標1件があります。"');
    expect(plan).not.toContain('nodes.csv');
    expect(plan).not.toContain('class="plan-overview"');
  });

  test('shows the municipality without a file of rows', () => {
    const city = readPage('cities/mihonmura');
    expect(city).toContain('見本村の案内');
    expect(city).not.toContain('nodes.csv');
  });
});

describe('a table of many columns', () => {
  const openOnSite = async (path: string, options: BrowserContextOptions) => {
    const server = await startServer(out, '/', 0);
    onTestFinished(server.close);
    const page = await openTab(browser, options);
    await page.goto(`http://localhost:${server.port}${path}`);
    return page;
  };

  test.each(['/compare/', '/plans/mihon-annai/text/table/'])('on %s fits on a sheet of A4', async (path) => {
    // Chromium makes a page smaller whose content is up to a quarter wider than the sheet, and cuts what is wider.
    const sheet = { width: 672, height: 960 };
    const page = await openOnSite(path, { viewport: sheet });
    await page.emulateMedia({ media: 'print' });
    const width = await page.locator('main table').evaluate((table) => table.getBoundingClientRect().right);
    expect(width).toBeLessThan(sheet.width * 1.25);
    expect(await page.locator('.chosen-rows:visible, .matrix input:visible').count()).toBe(0);
  });

  test('in a text scrolls by itself, also with the keyboard', async () => {
    const page = await openOnSite('/plans/mihon-annai/text/table/', NARROW_SCREEN);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROW_SCREEN.viewport.width);
    const frame = page.getByRole('group', { name: '表' });
    await frame.press('ArrowRight');
    await expect.poll(() => frame.evaluate((box) => box.scrollLeft)).toBeGreaterThan(0);
  });
});
