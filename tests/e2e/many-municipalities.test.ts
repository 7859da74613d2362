import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { startServer } from '../../src/cli/static-server.ts';
import { computeCheckDigit } from '../../src/model/municipality.ts';
import { FIXTURE_SITES } from '../support/fixture-site.ts';
import { addCsvRows, mergeSites } from '../site/support/merge-sites.ts';
import { copySiteSources } from '../site/support/project-copy.ts';
import { spawnBuild } from '../site/support/run-command.ts';
import { createTestProject } from '../site/support/test-project.ts';
import { connectBrowser } from './support/browser-tabs.ts';
import { openSearchPage, readShownResults, waitForAnswer } from './support/search-actions.ts';

const browser = await connectBrowser();
const project = createTestProject();
const out = join(project, 'dist');
const readPage = (path: string) => readFileSync(join(out, path, 'index.html'), 'utf8');
const readMain = (path: string) => /<main[\s\S]*<\/main>/.exec(readPage(path))?.[0] ?? '';

const FIVE = ['warabi', 'kashiwa', 'hiratsuka', 'kanazawa', 'kashiwara'];

/** Fictional towns: together with the five cities they are too many for columns. */
const towns = Array.from({ length: 8 }, (_, at) => {
  const five = `${at < 4 ? 99 : 98}30${at + 1}`;
  return {
    団体コード: `${five}${computeCheckDigit(five)}`,
    市区町村ID: `kakuu-${at + 1}`,
    名称: `架空${at + 1}町`,
    都道府県: at < 4 ? '架空県' : '見本県',
    出典ID: 'localgovjp',
  };
});

// One site for both: a build takes long.
beforeAll(async () => {
  const root = copySiteSources(project, join(project, 'root'));
  addCsvRows(join(root, 'data', 'municipalities.csv'), towns);
  mergeSites(join(FIXTURE_SITES, 'bare'), root);
  const tree = join(root, 'data', 'plans', 'mihon-annai', 'tree.csv');
  const [headings = ''] = readFileSync(tree, 'utf8').split('\n');
  writeFileSync(tree, `${headings}\n`);
  rmSync(join(root, 'content', 'guides'), { recursive: true });
  // The build fails if a link leads nowhere.
  await spawnBuild(out, ['--root', root], project);
});

describe('a site of many municipalities, some of them without a plan', () => {
  test.each(['', 'plans'])('lists every one of them by prefecture on /%s', (path) => {
    const html = readMain(path);
    for (const id of [...FIVE, ...towns.map((town) => town.市区町村ID)])
      expect(html).toContain(`href="/cities/${id}/"`);
    expect([...html.matchAll(/<h[23][^>]*>([^<]*[県府])<\/h[23]>/g)].map((found) => found[1])).toEqual([
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

  test('counts themes as a whole on the first page, and leads to the counts of each', () => {
    const html = readMain('');
    expect(html).not.toContain('class="matrix"');
    expect(html).toMatch(/<a href="\/themes\/digital\/">[^<]*<\/a> ?<span class="num">23<\/span>/);
    expect(html).toContain('href="/compare/"');
  });

  test('gives each a row of the matrix, that leads to its own comparison', () => {
    const rows = [...readMain('compare').matchAll(/<tr>\s*<th scope="row">\s*<a href="([^"]+)"/g)];
    expect(rows).toHaveLength(14);
    expect(rows[0]?.[1]).toBe('/compare/city/warabi/');
    expect(readMain('compare')).toContain('<a href="/themes/digital/#warabi"');
  });

  test('offers on one’s comparison no other, but the table of all', () => {
    const nav = /<nav class="compare-nav"[\s\S]*?<\/nav>/.exec(readPage('compare/city/warabi'))?.[0] ?? '';
    expect([...nav.matchAll(/\/compare\/city\/([^/]+)\//g)].map((found) => found[1])).toEqual(['warabi']);
    expect(nav).toContain('href="/compare/"');
  });

  test('says so on the pages of those without a plan, and leads to no file that is not there', () => {
    expect(readMain('cities/kakuu-1')).toContain('架空1町（架空県）の計画は、このサイトにまだありません。');
    expect(readMain('cities/kakuu-1')).not.toContain('/data/municipalities/kakuu-1/');
    expect(readMain('compare/city/kakuu-1')).toContain('このサイトにまだありません');
  });

  test('leads from a theme to the measures of each, without telling all they do', () => {
    const html = readMain('themes/digital');
    expect(html).toContain('href="/plans/warabi-jiritsu/35_2/"');
    expect(html).not.toContain('href="/plans/warabi-jiritsu/35_2/#');
  });

  test('offers a choice of the municipality to search in, with the number of results of each', async () => {
    const server = await startServer(out, '/', 0);
    const site = { served: `http://localhost:${server.port}`, base: '/' };
    const { page, faults, close } = await openSearchPage(browser, site, 'q=%E9%98%B2%E7%81%BD');
    await waitForAnswer(page);
    const cities = page.getByRole('combobox', { name: '市区町村' });
    const label = (id: string) =>
      cities.locator(`option[value="${id}"]`).evaluate((option) => (option as HTMLOptionElement).label);
    expect(await label('kashiwara')).toMatch(/^柏原市（[1-9]\d*）$/);
    expect(await label('kakuu-1')).toBe('架空1町（0）');
    await cities.selectOption('kashiwara');
    await waitForAnswer(page);
    expect(new URL(page.url()).searchParams.get('city')).toBe('kashiwara');
    expect((await readShownResults(page)).every((url) => url.includes('kashiwara'))).toBe(true);
    await page.goBack();
    await waitForAnswer(page);
    expect(await cities.inputValue()).toBe('');
    expect(faults).toEqual([]);
    await close();
    await server.close();
  });
});

describe('a site without guides, whose plan has no rows', () => {
  test('shows the plan without files of its rows and without a picture of them', () => {
    const plan = readPage('plans/mihon-annai');
    expect(plan).toContain('<h1>見本村の案内</h1>');
    expect(plan).toContain('読めます。"');
    expect(plan).not.toContain('nodes.csv');
    expect(plan).not.toContain('<svg class="icicle"');
  });

  test('shows its municipality without files of rows', () => {
    const city = readPage('cities/mihonmura');
    expect(city).toContain('見本村の案内');
    expect(city).not.toContain('nodes.csv');
  });
});
