import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { startServer } from '../../src/cli/static-server.ts';
import { computeCheckDigit } from '../../src/model/municipality.ts';
import { spawnBuild, REPOSITORY_FOLDER, WORK_FOLDER } from './support/run-command.ts';
import { copySiteSources } from './support/copy-folders.ts';
import { addCsvRows } from './support/merge-sites.ts';
import { waitForAnswer, openSearchPage, readShownResults } from './support/search-actions.ts';

const MINUTES = 180_000;
const FIVE = ['warabi', 'kashiwa', 'hiratsuka', 'kanazawa', 'kashiwara'];

/** Fictional towns: with the five cities of the site more than stand beside each other. */
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

describe('a site of many municipalities, some of them without a plan', () => {
  let out: string;
  const page = (path: string) => readFileSync(join(out, path, 'index.html'), 'utf8');
  const main = (path: string) => /<main[\s\S]*<\/main>/.exec(page(path))?.[0] ?? '';

  beforeAll(async () => {
    const root = copySiteSources(REPOSITORY_FOLDER, join(WORK_FOLDER, 'many-root'));
    addCsvRows(join(root, 'data', 'municipalities.csv'), towns);
    out = join(WORK_FOLDER, 'many');
    await spawnBuild(out, ['--root', root]);
  }, MINUTES);

  test.each(['', 'plans'])('lists every one of them by prefecture on /%s', (path) => {
    const html = main(path);
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
    const html = main('');
    expect(html).not.toContain('class="matrix"');
    expect(html).toMatch(/<a href="\/themes\/digital\/">[^<]*<\/a> ?<span class="num">23<\/span>/);
    expect(html).toContain('href="/compare/"');
  });

  test('gives each a row of the matrix, that leads to its own comparison', () => {
    const rows = [...main('compare').matchAll(/<tr>\s*<th scope="row">\s*<a href="([^"]+)"/g)];
    expect(rows).toHaveLength(13);
    expect(rows[0]?.[1]).toBe('/compare/city/warabi/');
    expect(main('compare')).toContain('<a href="/themes/digital/#warabi"');
  });

  test('offers on one’s comparison no other, but the table of all', () => {
    const nav = /<nav class="compare-nav"[\s\S]*?<\/nav>/.exec(page('compare/city/warabi'))?.[0] ?? '';
    expect([...nav.matchAll(/\/compare\/city\/([^/]+)\//g)].map((found) => found[1])).toEqual(['warabi']);
    expect(nav).toContain('href="/compare/"');
  });

  test('says so on the pages of those without a plan, and leads to no file that is not there', () => {
    expect(main('cities/kakuu-1')).toContain('架空1町（架空県）の計画は、このサイトにまだありません。');
    expect(main('cities/kakuu-1')).not.toContain('/data/municipalities/kakuu-1/');
    expect(main('compare/city/kakuu-1')).toContain('このサイトにまだありません');
  });

  test('leads from a theme to the measures of each, without telling all they do', () => {
    const html = main('themes/digital');
    expect(html).toContain('href="/plans/warabi-jiritsu/35_2/"');
    expect(html).not.toContain('href="/plans/warabi-jiritsu/35_2/#');
  });

  test('lets readers choose one of them for the search, with how many there are of each', async () => {
    const browser = await chromium.connect(inject('browser'));
    const server = await startServer(out, '/', 0);
    const { page, faults, close } = await openSearchPage(
      browser,
      { served: `http://localhost:${server.port}`, base: '/' },
      'q=%E9%98%B2%E7%81%BD',
    );
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
    await browser.close();
  });
});
