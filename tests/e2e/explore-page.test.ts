import { buffer } from 'node:stream/consumers';
import Papa from 'papaparse';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { listExploreItems } from '../../src/site-data/explore-items.ts';
import { getBuiltSite, readSiteFile } from '../site/support/built-site.ts';
import { openSharedSite } from '../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../support/source-modules.ts';
import { isFull } from '../support/test-scope.ts';
import { findAxeViolations } from './support/axe-violations.ts';
import { connectBrowser, openTab, openWithoutScripts, refuseUrlChanges, WIDE_SCREEN } from './support/browser-tabs.ts';
import { locateSquares, openExplorePage } from './support/explore-actions.ts';

const site = getBuiltSite('root');
const browser = await connectBrowser();
const openExplore = (query?: string, options?: BrowserContextOptions) => openExplorePage(browser, site, query, options);

const readCount = async (page: Page) => Number((await page.locator('#explore-count').innerText()).replace('件', ''));
const readSearch = (page: Page) => decodeURIComponent(new URL(page.url()).search);
/** Clicks a choice, and unfolds the later ones of a long list first. */
async function choose(page: Page, facet: string, value: string): Promise<void> {
  const group = page.getByRole('group', { name: facet, exact: true });
  const box = group.getByRole('checkbox', { name: value });
  if (!(await box.isVisible())) await group.locator('summary').click();
  await box.click();
}
/** Returns what the page shows: number, choices, and titles in their order. */
const readShown = async (page: Page) => ({
  count: await readCount(page),
  chips: await page.locator('#explore-chosen button').allInnerTexts(),
  groups: await page.locator('.field-group h2:visible').allInnerTexts(),
  rows: await page.locator('.found-table tbody th:visible').allInnerTexts(),
});

describe('the page /explore/', () => {
  test.each([
    [1280, 0],
    [375, 1],
  ])('on a screen of %i px has %i buttons that fold its choices', async (width, count) => {
    const page = await openExplore('', { viewport: { width, height: 800 } });
    expect(await page.locator('.facets > details > summary:visible').count()).toBe(count);
    expect(await page.getByRole('checkbox', { name: '蕨市' }).isVisible()).toBe(count === 0);
  });

  test('shows the title of each item above its level, and the states of plans after the cities', async () => {
    const page = await openExplore('');
    const first = page.locator('.found > li:visible').first();
    const tops = await first
      .locator('> *')
      .evaluateAll((parts) => parts.map((part) => ({ tag: part.tagName, top: part.getBoundingClientRect().top })));
    expect(tops.sort((one, other) => one.top - other.top).map(({ tag }) => tag)).toEqual(['A', 'SMALL', 'P']);
    expect((await page.locator('.facets legend:visible').allInnerTexts()).slice(0, 3)).toEqual([
      '市',
      '計画の状態',
      'テーマ',
    ]);
  });

  test('has each group of squares in one row on a wide screen', async () => {
    const page = await openExplore('', { viewport: { width: 1280, height: 800 } });
    const rows = await page
      .locator('#explore-picture .tiles')
      .evaluateAll((groups) =>
        groups.map(({ children }) => new Set([...children].map((square) => square.getBoundingClientRect().y)).size),
      );
    expect(rows.length).toBeGreaterThan(5);
    expect(new Set(rows)).toEqual(new Set([1]));
  });

  test('offers the theme whose name the reader writes, whose items need not contain it', async () => {
    const page = await openExplore('?q=子育て');
    const found = await readCount(page);
    await page.getByRole('button', { name: 'テーマの子育てを選ぶ' }).click();
    expect(await readCount(page)).toBeGreaterThan(found);
    expect(readSearch(page)).toBe('?theme=children');
    expect(await page.locator('#explore-chosen button').allInnerTexts()).toEqual([
      '子育て ×',
      '取組 ×',
      'すべてはずす',
    ]);
    expect(await page.locator('#explore-chosen :focus').count()).toBe(1);
  });

  test('offers a theme beside those that are chosen, but not to have none', async () => {
    const page = await openExplore('?theme=digital&theme=participation&q=広報・情報発信');
    await page.getByRole('button', { name: 'テーマの広報・情報発信を選ぶ' }).click();
    expect(readSearch(page)).toBe('?theme=digital&theme=participation&theme=publicity');
    const other = await openExplore('?q=テーマなし');
    expect(await other.locator('#explore-chosen button').filter({ hasText: '選ぶ' }).count()).toBe(0);
  });

  test('keeps its choices beside the items, and shows the items of a choice from their start', async () => {
    const page = await openExplore('', { viewport: { width: 1280, height: 800 } });
    await page.evaluate(() => {
      scrollTo({ top: 5000, behavior: 'instant' });
    });
    await choose(page, '担当', '企画調整課');
    expect(await readCount(page)).toBe(2);
    await expect
      .poll(() => page.locator('#explore-count').evaluate((count) => count.getBoundingClientRect().top))
      .toBeGreaterThanOrEqual(0);
    expect(await page.locator('.found-plan:visible h2').isVisible()).toBe(true);
  });

  test('shows the first choices of a long list, and the others if one of them is chosen', async () => {
    const page = await openExplore('', WIDE_SCREEN);
    const boxes = page.getByRole('group', { name: 'テーマ', exact: true }).locator('input');
    expect(await boxes.count()).toBeGreaterThan(8);
    expect(await boxes.filter({ visible: true }).count()).toBe(6);
    expect(await page.locator('.facets').evaluate(({ scrollHeight }) => scrollHeight)).toBeLessThan(2000);
    const other = await openExplore(`?theme=${await boxes.nth(7).inputValue()}`, WIDE_SCREEN);
    expect(await other.locator('.facets input[name=theme]:checked').isVisible()).toBe(true);
  });

  test('on a phone shows the number of found items below the choices, without covering one with focus', async () => {
    const page = await openExplore('', { viewport: { width: 375, height: 700 } });
    await page.locator('.facets > details > summary').click();
    await choose(page, 'テーマ', '組織・職員');
    const jump = page.getByRole('link', { name: /^\d+件を見る$/ });
    expect(await jump.innerText()).toBe(`${await readCount(page)}件を見る`);
    const readTop = () => jump.evaluate((link) => link.getBoundingClientRect().top);
    for (let at = 0; at < 12; at += 1) {
      await page.keyboard.press('Tab');
      const bottom = await page.evaluate(() => document.activeElement?.getBoundingClientRect().bottom);
      expect(bottom).toBeLessThanOrEqual(await readTop());
      expect(await readTop()).toBeLessThan(700);
    }
    await jump.click();
    await expect
      .poll(() => page.locator('#explore-count').evaluate((count) => count.getBoundingClientRect().top))
      .toBeLessThan(100);
  });

  test('follows the typing and a choice if the browser allows no more changes of the URL', async () => {
    const page = await openExplore();
    await page.evaluate(refuseUrlChanges);
    await page.getByLabel('言葉').fill('防災');
    await expect.poll(() => readCount(page)).toBeLessThan(10);
    const found = await readCount(page);
    await page.getByRole('button', { name: '「防災」をはずす' }).click();
    await expect.poll(() => readCount(page)).toBeGreaterThan(found);
  });

  test('announces the number of items after a choice, but not when it opens', async () => {
    const page = await openTab(browser, {});
    await page.addInitScript(() => {
      const announced: (string | null)[] = [];
      Object.assign(window, { announced });
      new MutationObserver((changes) => {
        for (const { target } of changes)
          if (target instanceof Element && target.id === 'explore-count') announced.push(target.ariaLive);
      }).observe(document, { subtree: true, childList: true });
    });
    const read = () => page.evaluate(() => (window as unknown as { announced: (string | null)[] }).announced);
    await page.goto(`${site.served}${site.base}explore/`);
    await page.locator('.explore.ready').waitFor();
    expect(await read()).toEqual(['off']);
    await choose(page, '市', '蕨市');
    expect((await read()).at(-1)).toBe('polite');
  });

  test('shows the actions as squares, one for each, and reads them from its list', async () => {
    const page = await openExplore();
    const actions = listExploreItems(openSharedSite(REPOSITORY_FOLDER)).filter(({ values }) =>
      values.kind.includes('action'),
    );
    expect(await readCount(page)).toBe(actions.length);
    expect(await locateSquares(page).count()).toBe(actions.length);
    expect(await page.locator('.found > li:visible').count()).toBe(actions.length);
    const urls = await locateSquares(page).evaluateAll((squares) =>
      squares.map((square) => square.getAttribute('href')),
    );
    expect(new Set(urls)).toEqual(new Set(actions.map(({ url }) => `${site.base}${url.slice(1)}`)));
  });

  test('counts each choice as what it would find, and takes choices back', async () => {
    const page = await openExplore();
    const label = page.locator('label', { has: page.locator('input[value=digital]') });
    const promised = Number(await label.locator('.num').innerText());
    await choose(page, 'テーマ', 'デジタル化');
    expect(await readCount(page)).toBe(promised);
    await choose(page, '市', '金沢市');
    expect(await readCount(page)).toBeLessThan(promised);
    await page.getByRole('button', { name: '金沢市をはずす' }).click();
    expect(await readCount(page)).toBe(promised);
    const readFocus = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(await readFocus()).toBe('デジタル化をはずす');
    await choose(page, '市', '蕨市');
    await page.getByRole('button', { name: '取組をはずす' }).click();
    expect(await readFocus()).toBe('デジタル化をはずす');
    await page.getByRole('button', { name: 'すべてはずす' }).click();
    expect(readSearch(page)).toBe('?kind=all');
    expect(await readCount(page)).toBe(listExploreItems(openSharedSite(REPOSITORY_FOLDER)).length);
  });

  test('prints the choices as words, without the signs that take them back', async () => {
    const page = await openExplore('?city=warabi&theme=digital&q=情報');
    await page.emulateMedia({ media: 'print' });
    const chips = page.locator('#explore-chosen button:visible');
    expect(await chips.allInnerTexts()).toEqual(['蕨市', 'デジタル化', '取組', '「情報」']);
    const before = await page.evaluate(
      () => getComputedStyle(document.querySelector('#explore-chosen') ?? document.body, '::before').content,
    );
    expect(before).toBe('"しぼりこみ："');
  });

  test('keeps what it shows in its URL, which shows the same when it is opened again', async () => {
    const page = await openExplore();
    await choose(page, '市', '蕨市');
    await choose(page, '市', '柏市');
    await choose(page, '階層', '小施策');
    await page.getByLabel('言葉').fill('ｓｎｓ');
    await page.getByRole('button', { name: '計画の状態' }).click();
    expect(readSearch(page)).toBe('?city=warabi&city=kashiwa&kind=action&kind=measure-小施策&q=ｓｎｓ&by=state');
    const picture = await readShown(page);
    expect(picture.count).toBeGreaterThan(1);
    await page.reload();
    await page.locator('.explore.ready').waitFor();
    expect(await readShown(page)).toEqual(picture);
    await page.getByRole('button', { name: '表', exact: true }).click();
    const table = await readShown(page);
    expect(table.rows).toHaveLength(table.count);
    const other = await openExplore(new URL(page.url()).search);
    expect(await readShown(other)).toEqual(table);
  });

  test('takes a choice back with Back, with the words typed after it, and restores both with Forward', async () => {
    const page = await openExplore('?city=warabi');
    const before = await readShown(page);
    await choose(page, 'テーマ', 'デジタル化');
    await page.getByLabel('言葉').pressSequentially('sns');
    const after = await readShown(page);
    await page.goBack();
    await expect.poll(() => readShown(page)).toEqual(before);
    await page.goForward();
    await expect.poll(() => readShown(page)).toEqual(after);
  });

  test('says so if nothing fits, and how many items each choice hides', async () => {
    const page = await openExplore('?city=warabi&theme=disaster');
    expect(await readCount(page)).toBe(0);
    expect(await page.locator('#explore-note').innerText()).toContain('取り組んでいないという意味ではありません。');
    expect(await page.locator('.found-plan:visible').count()).toBe(0);
    const widen = page.getByRole('button', { name: /^蕨市をはずす/ });
    const [, number] = /（(\d+)件）/.exec(await widen.innerText()) ?? [];
    expect(Number(number)).toBeGreaterThan(0);
    await widen.click();
    expect(await readCount(page)).toBe(Number(number));
  });

  test.runIf(isFull)(
    'says that it leaves out unknown conditions of a link, without their words, until the reader chooses',
    async () => {
      const page = await openExplore('?city=電話は090へ&state=%E2%80%AEabc&theme=digital');
      const line = page.getByText('リンクの中の使えない条件をはずしました。');
      expect(await line.isVisible()).toBe(true);
      expect((await readShown(page)).chips).toContain('デジタル化 ×');
      expect(await page.locator('main').innerText()).not.toMatch(/090|\u202e/);
      expect(await findAxeViolations(page)).toEqual([]);
      await choose(page, '市', '蕨市');
      expect(await line.count()).toBe(0);
      const other = await openExplore('?kind=all&city=');
      expect(await other.getByText('リンクの条件').count()).toBe(0);
    },
  );

  test.runIf(isFull)('if its script does not arrive, says after a while that its list is not narrowed', async () => {
    const page = await openTab(browser, {});
    const letTimePass = await openWithoutScripts(page, `${site.served}${site.base}explore/?theme=digital`);
    const line = page.locator('#explore-note');
    expect(await line.isVisible()).toBe(false);
    await letTimePass();
    await line.filter({ hasText: 'しぼりこんでいません', visible: true }).waitFor();
    expect(await page.locator('.found-plan:visible').count()).toBeGreaterThan(0);
    expect(await findAxeViolations(page)).toEqual([]);
  });

  test('announces that it cannot save a file, and advises what helps, until it saves another', async () => {
    const page = await openExplore('?theme=digital');
    await page.route('**/written-workbook*.js', (route) => route.abort());
    const reported = page.waitForEvent('pageerror');
    await page.getByRole('button', { name: 'Excel' }).click();
    const line = page.locator('#explore-count');
    await expect.poll(() => line.textContent()).toContain('ページを読みこみ直してください');
    expect(await line.getAttribute('aria-live')).toBe('polite');
    expect((await reported).message).toContain('written-workbook');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'CSV' }).click();
    await download;
    expect(await readCount(page)).toBeGreaterThan(0);
  });

  test('leads from words that no item contains to a search for them', async () => {
    const page = await openExplore('?q=ぼうさい');
    expect(await readCount(page)).toBe(0);
    // The site has items about it, in kanji.
    expect(await page.locator('#explore-note').innerText()).toContain('今の条件では、見つかりません。');
    await page.locator('#explore-note a').click();
    await page.waitForURL((url) => url.pathname.endsWith('/search/') && url.searchParams.get('q') === 'ぼうさい');
    await page.locator('[data-tier]').first().waitFor();
  });

  test('says at its box that words are not found by their readings, and where they are', async () => {
    const page = await openExplore();
    const box = page.getByRole('searchbox', { name: '言葉', description: /書かれた文字のまま.*検索/ });
    expect(await box.count()).toBe(1);
    await page.getByRole('search').getByRole('link', { name: '検索' }).click();
    await page.waitForURL((url) => url.pathname.endsWith('/search/'));
  });

  test('shows the first 100 items of a table, each once', async () => {
    const page = await openExplore('?view=table');
    const links = page.locator('.found-table tbody th > a');
    await expect.poll(() => links.count()).toBe(100);
    const urls = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(new Set(urls).size).toBe(100);
    expect(await page.locator('#explore-note').innerText()).toContain('はじめの100件です。');
  });

  test('saves exactly the rows of its table as Excel and as CSV', async () => {
    const page = await openExplore('?theme=digital&theme=disaster&q=市&view=table');
    const shown = await page
      .locator('.found-table tr')
      .evaluateAll((rows) => rows.map((row) => [...row.children].map(({ textContent }) => textContent)));
    expect(shown.length).toBeGreaterThan(3);
    for (const format of ['Excel', 'CSV']) {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: format }).click();
      const bytes = await buffer(await (await download).createReadStream());
      const rows =
        format === 'CSV'
          ? Papa.parse<string[]>(bytes.toString('utf8').replace(/^\ufeff/, ''), { skipEmptyLines: true }).data
          : (await readSheet(bytes)).map((row) => row.map((cell) => (typeof cell === 'string' ? cell : '')));
      const [headings = []] = rows;
      const columns = shown[0]?.map((heading) => headings.indexOf(heading)) ?? [];
      expect(columns).not.toContain(-1);
      expect(rows.map((row) => columns.map((column) => row[column]))).toEqual(shown);
      expect([headings[2], rows[1]?.[2], headings.at(-1)]).toEqual(['階層', '取組', 'ID']);
    }
  });

  test('saves what of each item is of the site, with the version and the licence of the data', async () => {
    const page = await openExplore('?kind=all');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'CSV' }).click();
    const bytes = await buffer(await (await download).createReadStream());
    const { data } = Papa.parse<Record<string, string>>(bytes.toString('utf8').replace(/^\ufeff/, ''), {
      header: true,
    });
    const { planItem, site: settings } = openSharedSite(REPOSITORY_FOLDER);
    const saved = data.filter(({ ID }) => ID);
    const own = saved.map((row) => {
      const { inferred, themes } = planItem(row.ID ?? '');
      const parts = {
        名称: inferred.includes('title'),
        担当: inferred.includes('departments'),
        要約: row.要約,
        テーマ: themes[0],
      };
      return [
        row.このサイトによるもの,
        Object.entries(parts)
          .flatMap(([part, isOwn]) => (isOwn ? part : []))
          .join('、'),
      ];
    });
    expect(own.map(([words]) => words?.split('、').sort())).toEqual(own.map(([, parts]) => parts?.split('、').sort()));
    expect(new Set(own.map(([words]) => words)).size).toBeGreaterThan(3);
    const { name, url } = settings.licence;
    expect(new Set(saved.map(({ 利用条件 }) => 利用条件))).toEqual(new Set([`${name} ${url}`]));
    const { meta } = JSON.parse(readSiteFile(site, 'api/v1/index.json')) as { meta: { version: string } };
    expect(saved[0]?.データの版).toMatch(new RegExp(`^${meta.version}（\\d+年\\d+月\\d+日更新）`));
  });

  test('lists every item without scripts, and has no control that does nothing', async () => {
    const page = await openExplore('', { javaScriptEnabled: false });
    const items = listExploreItems(openSharedSite(REPOSITORY_FOLDER));
    expect(await page.locator('.found > li > a:visible').allInnerTexts()).toEqual(items.map(({ title }) => title));
    expect(await page.locator('.explore :is(button, input):visible').count()).toBe(0);
    expect(await page.locator('#explore-note').innerText()).toContain('JavaScript が動いていない');
  });

  const VIEWS = [
    [320, ''],
    [1280, '?view=table'],
    [320, '?view=table&kind=all'],
  ] as const;
  test.runIf(isFull).each(VIEWS)(
    'has no axe violations and does not scroll sideways on a screen of %i px with “%s”',
    async (width, query) => {
      const page = await openExplore(query, { viewport: { width, height: 800 } });
      if (query === '') await locateSquares(page).nth(3).press('ArrowRight');
      expect(await findAxeViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    },
  );
});
