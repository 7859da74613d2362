import { buffer } from 'node:stream/consumers';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readSiteFile, getBuiltSite } from '../site/support/built-site.ts';
import { isFull } from '../support/test-scope.ts';
import { findAxeViolations } from './support/axe-violations.ts';
import { connectBrowser, holdRequests, openTab, refuseUrlChanges, settlePage } from './support/browser-tabs.ts';

const site = getBuiltSite('root');
const browser = await connectBrowser();

async function openDataset(
  id: string,
  options: { javaScriptEnabled?: boolean; width?: number; search?: string } = {},
): Promise<Page> {
  const { javaScriptEnabled = true, width = 1280, search = '' } = options;
  const page = await openTab(browser, { javaScriptEnabled, viewport: { width, height: 800 } });
  await page.goto(`${site.served}${site.base}data/${id}/${search}`);
  return page;
}
const readCount = (page: Page) => page.locator('.data-table output').textContent();
const locateRows = (page: Page) => page.locator('.data-table tbody tr');
const readFirstCells = (page: Page) => page.locator('.data-table tbody th[scope=row]').allTextContents();
const readHeadings = (page: Page) => page.locator('.data-table thead th').allTextContents();
const readSearch = (page: Page) => new URL(page.url()).search;
const waitForRows = (page: Page, pattern: RegExp) => expect.poll(() => readCount(page)).toMatch(pattern);
const ALL_ROWS = /^(\d+)行のうち\1行を表示(?:、\d+列)?$/;

/** Returns the headings and rows as the page shows them. */
const readTable = (page: Page) =>
  page
    .locator('.data-table tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent.trim())));

/** Returns the file that a button saves. */
async function saveRows(page: Page, format: 'CSV' | 'Excel' = 'CSV'): Promise<Buffer> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: `表示中を ${format} で保存` }).click();
  return buffer(await (await download).createReadStream());
}

/** Joins the names of values with the values, as the page shows them. */
function joinNames([headings = [], ...rows]: readonly (readonly string[])[]): string[][] {
  const columns = headings.flatMap((heading, at) => (heading.endsWith('（名称）') ? [] : [{ heading, at }]));
  const isNamed = (at: number) => headings[at - 1]?.endsWith('（名称）') === true;
  const join = (row: readonly string[], at: number) => {
    const [name = '', value = ''] = [row[at - 1], row[at]];
    return isNamed(at) && name !== '' ? `${name}（${value}）` : value;
  };
  return [columns.map(({ heading }) => heading), ...rows.map((row) => columns.map(({ at }) => join(row, at)))];
}

/** Returns the rows of a saved file as the page shows them. */
async function readSavedTable(page: Page, format: 'CSV' | 'Excel'): Promise<string[][]> {
  const bytes = await saveRows(page, format);
  if (format === 'CSV') return joinNames(Papa.parse<string[]>(bytes.toString('utf8').slice(1).trimEnd()).data);
  const [sheet] = await readXlsxFile(bytes);
  return joinNames((sheet?.data ?? []).map((row) => row.map((cell) => String(cell ?? ''))));
}

describe('the table on the page of a dataset', () => {
  test('shows its first rows and no tools if scripts don’t run', async () => {
    const page = await openDataset('nodes', { javaScriptEnabled: false });
    expect(await locateRows(page).count()).toBe(10);
    expect(await page.locator('.data-tools').isVisible()).toBe(false);
    expect(await page.locator('th button').count()).toBe(0);
    expect(await page.locator('.preview summary').count()).toBe(0);
  });

  test.each(['plans', 'nodes', 'statistic-values'])('of %s shows its main columns beside each other', async (id) => {
    const page = await openDataset(id);
    const cut = await page.locator('.data-table .scroll').evaluate((table) => table.scrollWidth - table.clientWidth);
    expect(cut).toBe(0);
  });

  test('saves as CSV and as Excel exactly the rows and columns that it shows', async () => {
    const page = await openDataset('nodes');
    const expectSaved = async () => {
      const shown = await readTable(page);
      for (const format of ['CSV', 'Excel'] as const) expect(await readSavedTable(page, format)).toEqual(shown);
      return shown;
    };
    await expectSaved();
    await page.getByRole('button', { name: 'すべての行を見る' }).click();
    await page.getByText('列を選ぶ').click();
    await page.getByRole('button', { name: 'すべての列' }).click();
    const lines = readSiteFile(site, 'data/nodes.csv').trimEnd().split('\r\n');
    await expect.poll(async () => (await readHeadings(page)).length).toBe(lines[0]?.split(',').length);
    await waitForRows(page, ALL_ROWS);
    expect(await expectSaved()).toHaveLength(lines.length);
    // The new text is what screen readers say about the new columns.
    expect(await readCount(page)).toMatch(/行を表示、24列$/);
  });

  test('filters its rows during typing, and says how many rows are left', async () => {
    const page = await openDataset('nodes');
    await page.getByLabel('しぼりこみ').pressSequentially('warabi action ＳＮＳ');
    await page.waitForFunction(() => document.querySelectorAll('.data-table tbody tr').length < 10);
    const rowCount = await locateRows(page).count();
    expect(rowCount).toBeGreaterThan(0);
    expect(await readCount(page)).toContain(`行のうち${rowCount}行を表示`);
    const [, ...rows] = await readSavedTable(page, 'CSV');
    expect(rows).toHaveLength(rowCount);
    for (const row of rows) for (const word of [/warabi/, /取組（action）/, /SNS/]) expect(row.join(' ')).toMatch(word);
  });

  test('says that its files have the rest if it has too many rows for the page', async () => {
    const page = await openDataset('statistic-values');
    await page.route('**/data/statistic-values.json', async (route) => {
      const rows = z.array(z.unknown()).parse(await (await route.fetch()).json());
      await route.fulfill({ json: [...rows, ...rows] });
    });
    await page.getByRole('button', { name: 'すべての行を見る' }).click();
    await waitForRows(page, /^(\d,\d{3})行のうち1,000行を表示（\1行のはじめ。ほかはファイルにあります）$/);
    expect(await locateRows(page).count()).toBe(1000);
  });

  test('filters its rows if the browser allows no more changes of the URL', async () => {
    const page = await openDataset('nodes');
    await page.evaluate(refuseUrlChanges);
    await page.getByLabel('しぼりこみ').fill('見つからない言葉');
    await expect.poll(() => locateRows(page).count()).toBe(0);
  });

  test('shows the chosen columns in the order of the page, with the names of their values', async () => {
    const page = await openDataset('plans');
    await page.getByText('列を選ぶ').click();
    await page.getByRole('checkbox', { name: '期間', exact: true }).uncheck();
    await page.getByRole('checkbox', { name: '出典ID' }).check();
    await expect
      .poll(() => readHeadings(page))
      .toEqual(['名称', '正式名の注記', '市区町村ID', '計画の種別', '計画の状態', 'のせた範囲', '出典ID']);
    expect((await readTable(page))[1]?.slice(2, 4)).toEqual(['蕨市（warabi）', '総合計画（comprehensive）']);
    await page.getByRole('button', { name: 'はじめの列に戻す' }).click();
    await expect.poll(() => readSearch(page)).toBe('');
  });

  test('has its words, columns and order in the URL, which shows the same when it is opened again', async () => {
    const page = await openDataset('nodes');
    await page.getByLabel('しぼりこみ').fill('市民');
    await page.getByText('列を選ぶ').click();
    await page.getByRole('checkbox', { name: '種別' }).uncheck();
    await page.locator('thead').getByRole('button', { name: '番号' }).click();
    await expect.poll(() => page.locator('[aria-sort=ascending]').count()).toBe(1);
    const shown = await readTable(page);
    expect(shown[0]).toEqual(['名称', '番号', '階層', '要約', '計画ID']);
    const again = await openDataset('nodes', { search: readSearch(page) });
    await expect.poll(() => readTable(again)).toEqual(shown);
    expect(await again.getByLabel('しぼりこみ').inputValue()).toBe('市民');
    expect(await again.locator('[aria-sort=ascending]').textContent()).toBe('番号');
    expect(await again.locator('[value=kind]').isChecked()).toBe(false);
  });

  test.each([
    ['arrive', 'continue'],
    ['fail', 'abort'],
  ] as const)('shows the rows of the last choice, also if those of an earlier one %s later', async (_, end) => {
    const page = await openDataset('plans');
    const release = await holdRequests(page, '**/data/municipalities.json', end);
    const names = page.waitForRequest('**/data/municipalities.json');
    await page.getByRole('button', { name: '名称', exact: true }).click();
    await names;
    await page.getByText('列を選ぶ').click();
    await page.getByRole('checkbox', { name: '市区町村ID' }).uncheck();
    await expect.poll(() => readHeadings(page)).not.toContain('市区町村ID');
    const shown = [await readTable(page), await readCount(page)];
    const ended =
      end === 'abort'
        ? page.waitForEvent('pageerror')
        : page.waitForEvent('requestfinished', (request) => request.url().endsWith('/data/municipalities.json'));
    release();
    await ended;
    await settlePage(page);
    expect([await readTable(page), await readCount(page)]).toEqual(shown);
  });

  test('is busy until the rows of the last choice arrive, also if a file is saved before', async () => {
    const page = await openDataset('plans', { search: '?columns=title' });
    await waitForRows(page, ALL_ROWS);
    const readBusy = () => page.locator('.data-table table').getAttribute('aria-busy');
    const release = await holdRequests(page, '**/data/municipalities.json');
    await page.getByText('列を選ぶ').click();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: '表示中を CSV で保存' }).evaluate((button: HTMLButtonElement) => {
      button.click();
      document.querySelector<HTMLInputElement>('.data-table [value=municipality]')?.click();
    });
    await saved;
    expect(await readBusy()).toBe('true');
    release();
    await expect.poll(readBusy).toBe('false');
    expect(await readHeadings(page)).toContain('市区町村ID');
  });

  test('loads nothing for the link to the main part of the page, and follows a step back', async () => {
    const page = await openDataset('nodes');
    await page.locator('.skip').press('Enter');
    await expect.poll(() => page.locator('main:target').count()).toBe(1);
    expect(await page.locator('.data-table table').getAttribute('aria-busy')).toBeNull();
    await page.getByLabel('しぼりこみ').fill('見つからない言葉');
    await expect.poll(() => locateRows(page).count()).toBe(0);
    await page.goBack();
    await expect.poll(() => locateRows(page).count()).toBe(10);
    expect(await page.getByLabel('しぼりこみ').inputValue()).toBe('');
  });

  test.each([1280, ...(isFull ? [375, 320] : [])])(
    'shows long texts whole and without folds on %i px',
    async (width) => {
      const page = await openDataset('nodes', { width, search: '?rows=all' });
      await waitForRows(page, ALL_ROWS);
      const cells = await page.locator('.data-table td').evaluateAll((all) =>
        all.map((cell) => ({
          length: cell.textContent.trim().length,
          isPlain: cell.querySelector('summary') === null,
          isCut: cell.scrollHeight > cell.clientHeight + 1,
        })),
      );
      const long = cells.filter(({ length }) => length > 75);
      expect(long.length).toBeGreaterThan(10);
      expect(long.filter(({ isPlain, isCut }) => !isPlain || isCut)).toEqual([]);
    },
  );

  test.each([320, ...(isFull ? [375] : [])])(
    'keeps the name of a row in view beside each whole other cell on %i px',
    async (width) => {
      const page = await openDataset('nodes', { width });
      const name = page.locator('.data-table tbody th').first();
      const before = await name.boundingBox();
      await page.locator('.data-table .scroll').evaluate((box) => {
        box.scrollLeft = 200;
      });
      expect(await name.boundingBox()).toEqual(before);
      const widths = await page.locator('.data-table .scroll').evaluate((box) => ({
        frame: box.clientWidth,
        cells: [...box.querySelectorAll('tbody td')].map((cell) => cell.clientWidth),
      }));
      const nameWidth = before?.width ?? Infinity;
      expect(nameWidth).toBeLessThanOrEqual(widths.frame * 0.4 + 1);
      expect(Math.max(...widths.cells)).toBeLessThanOrEqual(widths.frame - nameWidth + 1);
    },
  );

  test('sorts its rows with only the keyboard: ascending, descending and as before', async () => {
    const page = await openDataset('municipalities');
    const before = await readFirstCells(page);
    const heading = page.locator('.data-table th').first();
    await heading.getByRole('button').focus();
    const orders: (string | null)[] = [];
    const announced: (string | undefined)[] = [];
    const sorted = before.toSorted(new Intl.Collator('ja').compare);
    for (const expected of [sorted, sorted.toReversed(), before]) {
      await page.keyboard.press('Enter');
      await expect.poll(() => readFirstCells(page)).toEqual(expected);
      orders.push(await heading.getAttribute('aria-sort'));
      announced.push((await readCount(page))?.replace(/^\d+行のうち\d+行を表示/, ''));
    }
    expect(orders).toEqual(['ascending', 'descending', null]);
    // Screen readers say a change of the line above the table, but not one of `aria-sort` around the focus.
    expect(announced).toEqual(['、名称の昇順', '、名称の降順', '']);
    expect(await heading.getByRole('button').evaluate((button) => button === document.activeElement)).toBe(true);
  });

  test.runIf(isFull)('never hides the focus under its sticky headings', async () => {
    const page = await openDataset('nodes');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.getByRole('button', { name: 'すべての行を見る' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.data-table tbody tr').length > 10);
    await page.locator('.data-table tbody a').nth(60).focus();
    for (let press = 0; press < 30; press++) {
      await page.keyboard.press('Shift+Tab');
      const isVisible = await page.evaluate(() => {
        // The first line of a link; its middle may be between two lines.
        const { left, top, height } = document.activeElement?.getClientRects()[0] ?? new DOMRect();
        return document.elementFromPoint(left + 2, top + height / 2) === document.activeElement;
      });
      expect(isVisible).toBe(true);
    }
  });

  test.each([320, 375])(
    'on %i px, Tab and Shift+Tab never leave the focus at a heading beyond the edges of the table',
    async (width) => {
      const page = await openDataset('indicators', { width });
      const buttons = page.locator('.data-table thead button');
      const count = await buttons.count();
      const readSeen = () =>
        page.evaluate(() => {
          const focused = document.activeElement?.getBoundingClientRect() ?? new DOMRect();
          const box = document.activeElement?.closest('.scroll')?.getBoundingClientRect() ?? new DOMRect();
          return Math.min(focused.right, box.right) - focused.left > Math.min(focused.width, 32) - 1;
        });
      await buttons.first().focus();
      const seen: boolean[] = [];
      for (const key of ['Tab', 'Shift+Tab'])
        for (let press = 1; press < count; press++) {
          await page.keyboard.press(key);
          seen.push(await readSeen());
        }
      expect(seen).toEqual(seen.map(() => true));
      expect(await buttons.first().evaluate((button) => button === document.activeElement)).toBe(true);
    },
  );

  test('says so if its rows cannot be loaded, and tries again', async () => {
    const page = await openDataset('themes');
    await page.route('**/data/themes.json', (route) => route.abort());
    await page.getByRole('button', { name: 'すべての行を見る' }).click();
    await expect.poll(() => readCount(page)).toContain('読みこめませんでした');
    await page.unroute('**/data/themes.json');
    await page.getByRole('button', { name: 'すべての行を見る' }).click();
    await expect.poll(() => readCount(page)).toContain('行を表示');
  });

  test('says so if it cannot save a file, until it has saved one', async () => {
    const page = await openDataset('themes');
    await page.route('**/data/themes.json', (route) => route.abort());
    await page.getByRole('button', { name: '表示中を CSV で保存' }).click();
    await expect.poll(() => readCount(page)).toContain('ファイルをつくれませんでした');
    await page.unroute('**/data/themes.json');
    await saveRows(page);
    await expect.poll(() => readCount(page)).toContain('行を表示');
  });

  test.runIf(isFull)(
    'advises to load the page again if the script that writes Excel files cannot be loaded',
    async () => {
      const page = await openDataset('themes', { search: '?sort=-id' });
      const shown = await readFirstCells(page);
      await page.route('**/written-workbook*.js', (route) => route.abort());
      await page.getByRole('button', { name: '表示中を Excel で保存' }).click();
      await expect.poll(() => readCount(page)).toContain('ページを読みこみ直してください');
      await page.unroute('**/written-workbook*.js');
      await page.reload();
      expect((await saveRows(page, 'Excel')).length).toBeGreaterThan(0);
      expect(await readFirstCells(page)).toEqual(shown);
    },
  );

  test.runIf(isFull).each([320, 375, 1280])(
    'has no axe violations and does not scroll sideways on a screen of %i px',
    async (width) => {
      const page = await openDataset('themes', { width });
      await page.getByRole('button', { name: 'すべての行を見る' }).click();
      await page.getByText('列を選ぶ').click();
      await waitForRows(page, ALL_ROWS);
      expect(await findAxeViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    },
  );
});

test('on a phone, the names of rows are in front of the texts that scroll behind them', async () => {
  const page = await openDataset('nodes', { width: 375 });
  const isCovered = await page.locator('.data-table .scroll').evaluate((box) => {
    box.scrollLeft = box.scrollWidth;
    return [...box.querySelectorAll('tbody th a')].map((link) => {
      const { left, top, height } = link.getClientRects()[0] ?? new DOMRect();
      const target = document.elementFromPoint(left + 5, top + height / 2);
      return target !== null && target !== link;
    });
  });
  expect(isCovered.length).toBeGreaterThan(5);
  expect(isCovered).not.toContain(true);
});

test('screen readers read English names with an English voice, among the rows and the examples', async () => {
  const page = await openDataset('nodes', { search: '?columns=title,title_en' });
  await waitForRows(page, /行を表示/);
  await expect.poll(() => page.locator('.preview td[lang=en]').count()).toBeGreaterThan(5);
  expect(await page.locator('.column-table tr', { hasText: 'title_en' }).locator('td[lang=en]').count()).toBe(1);
});

test('paper has the words that narrow the rows, and no other control', async () => {
  const page = await openDataset('nodes', { search: '?q=防災' });
  await waitForRows(page, /のうち\d+行を表示/);
  await page.emulateMedia({ media: 'print' });
  const controls = page.locator('.data-tools :is(input, button, summary):visible');
  expect(await controls.evaluateAll((all) => all.map((one) => ('value' in one ? one.value : '')))).toEqual(['防災']);
  await page.emulateMedia({ media: 'screen' });
  await page.locator('.data-words input').fill('');
  await page.emulateMedia({ media: 'print' });
  expect(await controls.count()).toBe(0);
});

test.each([1280, 375])('the first rows do not scroll by themselves, but all rows do, %i px wide', async (width) => {
  const page = await openDataset('nodes', { width });
  const box = page.locator('.data-table .scroll');
  const isWhole = () => box.evaluate(({ scrollHeight, clientHeight }) => scrollHeight <= clientHeight);
  expect(await isWhole()).toBe(true);
  await page.getByRole('button', { name: 'すべての行を見る' }).click();
  await waitForRows(page, ALL_ROWS);
  expect(await isWhole()).toBe(false);
});
