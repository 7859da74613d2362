import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import iconv from 'iconv-lite';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import writeExcel from 'write-excel-file/node';
import { main as check } from '../../src/cli/check-command.ts';
import { validateFile } from '../../src/validation/validate-file.ts';
import { getBuiltSite, type BuiltSite } from '../site/support/built-site.ts';
import { callCommand } from '../support/call-command.ts';
import { createSharedFolder } from '../support/fixture-site.ts';
import { isFull } from '../support/test-scope.ts';
import { findAxeViolations } from './support/axe-violations.ts';
import { connectBrowser, WIDE_SCREEN } from './support/browser-tabs.ts';
import {
  waitForAnnouncement,
  uploadFile,
  readShownDiagnostics,
  openCheckerPage,
  omitFileName,
  type CheckerPage,
  type UploadedFile,
  type ShownDiagnostic,
} from './support/checker-actions.ts';

/* All tables here are fictional. */

const HEADINGS = '指標ID,指標名,単位,良い方向,現状値,現状値の時点,目標値,目標値の時点,出典ID';
const ROWS = [
  HEADINGS,
  'readers,広報紙を読む人の割合,%,増加,35.5%,令和4年度,50%以上,令和9年度,mihon-plan',
  'waiting,窓口で待つ時間,分,減少,18分,令和4年度,10分以下,令和3年度,mihon-plan',
  'Parks,公園の数,か所,増へ,"1,234か所",令和4年13月,"1,500人",令和9年度,',
  'readers,髙い①,件,増加,▲3.2,R5,200件,平成40年度,mihon-plan',
];
const cp932: UploadedFile = { name: '指標.csv', buffer: iconv.encode(ROWS.join('\r\n'), 'cp932') };

let site: BuiltSite;
const browser = await connectBrowser();
let xlsx: UploadedFile;
const folder = createSharedFolder();
const FILE = join(folder, 'a.csv');

beforeAll(async () => {
  site = getBuiltSite('mihon');
  const sheet = [
    ['見本市の指標（架空）'],
    [...HEADINGS.split(',')],
    [
      'readers',
      '広報紙を読む人の割合',
      '%',
      '増加',
      35.5,
      '令和4年度',
      '50%以上',
      new Date('2028-03-31'),
      'mihon-plan',
    ],
    ['Parks', '公園の数', 'か所', '増へ', 1234, '令和4年13月', '1,500人', '令和9年度', null],
  ].map((row) => row.map((value) => (value instanceof Date ? { value, type: Date, format: 'yyyy/mm/dd' } : value)));
  xlsx = { name: '指標.xlsx', buffer: await writeExcel(sheet).toBuffer() };
});

/** Returns the exit code and the diagnostics of the command for the same bytes. */
async function runCheckCommand({
  name,
  buffer,
}: UploadedFile): Promise<{ status: number; diagnostics: ShownDiagnostic[] }> {
  const path = join(folder, name);
  writeFileSync(path, buffer);
  const { status, stdout } = await callCommand(check, ['--format', 'json', path]);
  return { status, diagnostics: (JSON.parse(stdout) as ShownDiagnostic[]).map(omitFileName) };
}

/** Opens the page in a window of its own, which the end of the test closes. */
async function openForTest(options: BrowserContextOptions = {}): Promise<CheckerPage> {
  const opened = await openCheckerPage(browser, site, options);
  onTestFinished(() => opened.page.context().close());
  return opened;
}

const FILES = [
  ['a CSV in CP932', () => cp932],
  ['an Excel workbook', () => xlsx],
] as const;

describe.each(FILES)('for %s, the page', (_name, getFile) => {
  let opened: CheckerPage;
  let announcement: string;

  beforeAll(async () => {
    opened = await openCheckerPage(browser, site);
    announcement = await uploadFile(opened.page, getFile());
  });

  afterAll(() => opened.page.context().close());

  test('shows the same diagnostics as the command and the code', async () => {
    const { page, asked, faults } = opened;
    const shownDiagnostics = await readShownDiagnostics(page);
    const { diagnostics } = validateFile(getFile().name, getFile().buffer);
    expect(shownDiagnostics.length).toBeGreaterThan(3);
    expect(shownDiagnostics).toEqual(diagnostics.map(omitFileName));
    expect(await runCheckCommand(getFile())).toEqual({ status: 1, diagnostics: shownDiagnostics });
    const errors = diagnostics.filter(({ level }) => level === 'error').length;
    expect(announcement).toContain(`まちがい ${errors}件、注意 ${diagnostics.length - errors}件`);
    expect(announcement).toContain('指標（indicators.csv）');
    expect({ asked, faults }).toEqual({ asked: [], faults: [] });
  });

  test('links each diagnostic to its cell and back', async () => {
    const { page } = opened;
    const broken = await page.evaluate(() => {
      const items = [...document.querySelectorAll('#check-problems > li')];
      return items.filter((item) => {
        const cell = document.querySelector(
          item.querySelector('a[href^="#cell"], a[href^="#row"]')?.getAttribute('href') ?? 'none',
        );
        return !cell?.closest('table') || !cell.querySelector(`a[href="#${item.id}"]`);
      }).length;
    });
    expect(broken).toBe(0);
  });

  test('saves a corrected file with the same meaning, and the report', async () => {
    const { page } = opened;
    const saveByButton = async (button: string) => {
      const downloadEvent = page.waitForEvent('download');
      await page.locator(button).click();
      const download = await downloadEvent;
      const name = download.suggestedFilename();
      await download.saveAs(join(folder, name));
      return { name, bytes: readFileSync(join(folder, name)) };
    };
    const corrected = await saveByButton('#check-save');
    expect(corrected.name).toBe('indicators.csv');
    const text = corrected.bytes.toString('utf8');
    expect(text).toMatch(/^\ufeff/);
    expect(text).toContain('指標ID,名称,単位');
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(await page.locator('#check-changes').innerText()).toContain('見出し「指標名」を「名称」にしました。');
    const listCodes = (name: string, bytes: Uint8Array) =>
      validateFile(name, bytes).diagnostics.map(({ code }) => code);
    const before = listCodes(getFile().name, getFile().buffer);
    const after = listCodes(corrected.name, corrected.bytes);
    expect(before).toEqual(expect.arrayContaining(after));
    const report = await saveByButton('#check-report');
    expect(report.name).toBe('指標-確認.csv');
    expect(report.bytes.toString('utf8').split('\r\n')).toHaveLength(before.length + 2);
    expect((await saveByButton('#check-report-text')).bytes.toString('utf8')).toContain(`[${before[0] ?? ''}]`);
  });
});

// The results of both files have the same kinds of elements.
test.each(isFull ? FILES : FILES.slice(0, 1))(
  'for %s, the page has results without axe violations, in light and dark, and does not scroll sideways',
  async (_name, getFile) => {
    const { page } = await openForTest(WIDE_SCREEN);
    await uploadFile(page, getFile());
    expect(await findAxeViolations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await findAxeViolations(page, 'colours')).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  },
);

describe('with only the keyboard, a person', () => {
  /** Presses Tab until the focus is on an element. */
  async function tabTo(page: Page, selector: string): Promise<void> {
    for (let presses = 0; presses < 100; presses++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((target) => document.activeElement?.matches(target) ?? false, selector)) return;
    }
    throw new Error(`Tab does not reach ${selector}`);
  }
  const readFocusedId = (page: Page) => page.evaluate(() => document.activeElement?.id);

  test('pastes a table, goes to a cell with an error and comes back', async () => {
    const { page, asked, faults } = await openForTest();
    await tabTo(page, '#check-file');
    await tabTo(page, 'summary');
    await page.keyboard.press('Enter');
    await tabTo(page, '#check-text');
    // A spreadsheet copies cells to the clipboard in this form.
    await page.keyboard.insertText('テーマID\t名称\nict\t情報\nICT\t\n');
    await tabTo(page, '#check-paste');
    await page.keyboard.press('Enter');
    expect(await waitForAnnouncement(page)).toContain('まちがい 2件');
    await tabTo(page, '#problem-1 a[href^="#cell"]');
    await page.keyboard.press('Enter');
    expect(await readFocusedId(page)).toBe('cell-3-1');
    await tabTo(page, 'a.back');
    await page.keyboard.press('Enter');
    expect(await readFocusedId(page)).toBe('problem-1');
    expect({ asked, faults }).toEqual({ asked: [], faults: [] });
  });

  test('loads the sample and checks it as another table', async () => {
    const { page } = await openForTest();
    await tabTo(page, '#check-kind');
    await tabTo(page, '#check-sample');
    await page.keyboard.press('Enter');
    expect(await waitForAnnouncement(page)).toContain('指標（indicators.csv）');
    expect(await page.locator('#check-preview svg').count()).toBeGreaterThan(0);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('End');
    await page.locator('#check-status', { hasText: '統計の値（statistic-values.csv）' }).waitFor();
  });
});

/** Drops a file on the page; adds zero bytes up to a size. */
async function dropFile(page: Page, bytes: Uint8Array, size = bytes.length): Promise<void> {
  const createTransfer = ({ content, length }: { content: number[]; length: number }) => {
    const transfer = new DataTransfer();
    const padding = new Uint8Array(length - content.length);
    transfer.items.add(new File([new Uint8Array(content), padding], '指標.csv'));
    return transfer;
  };
  const dataTransfer = await page.evaluateHandle(createTransfer, { content: [...bytes], length: size });
  await page.dispatchEvent('main', 'drop', { dataTransfer });
}

const OTHERS: readonly [string, (page: Page) => Promise<void>][] = [
  ['the sample', (page) => page.locator('#check-sample').click()],
  ['a dropped file', (page) => dropFile(page, cp932.buffer)],
];
test.each(OTHERS)('the page names no chosen file once the table is %s', async (_name, load) => {
  const { page } = await openForTest();
  await uploadFile(page, xlsx);
  const readBox = () =>
    page.locator('#check-file').evaluate((box) => (box instanceof HTMLInputElement ? box.value : null));
  expect(await readBox()).toContain('指標.xlsx');
  await load(page);
  await waitForAnnouncement(page);
  expect(await readBox()).toBe('');
});

test('on a low screen the page shows that it checked a table', async () => {
  const { page } = await openCheckerPage(browser, site);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.locator('#check-sample').click();
  await page.locator('#check-results').waitFor();
  await expect.poll(async () => (await page.locator('#check-status').boundingBox())?.y).toBeLessThan(300);
});

test('the page accepts a file that is dropped anywhere on it', async () => {
  const { page } = await openForTest();
  await dropFile(page, cp932.buffer);
  expect(await waitForAnnouncement(page)).toContain('指標（indicators.csv）の表として調べました');
});

test('the page checks several files one at a time, and says so', async () => {
  const { page } = await openForTest();
  const files = [cp932, xlsx].map((file) => ({ ...file, mimeType: 'text/csv' }));
  await page.locator('#check-file').setInputFiles(files);
  expect(await waitForAnnouncement(page)).toContain('「指標.csv」');
  const several = page.locator('#check-several');
  expect(await several.innerText()).toBe('選んだ2個のファイルは、1つずつ調べます。下のボタンで選べます。');
  await page.getByRole('button', { name: '指標.xlsx', pressed: false }).click();
  await page.locator('#check-status', { hasText: '「指標.xlsx」：' }).waitFor();
  expect(await page.getByRole('button', { pressed: true }).allInnerTexts()).toEqual(['指標.xlsx']);
  await page.locator('#check-sample').click();
  expect(await waitForAnnouncement(page)).toContain('indicators.csv');
  expect(await several.innerText()).toBe('');
  expect(await page.getByRole('button', { name: '指標.xlsx' }).count()).toBe(0);
});

test.each([
  ['a folder', { items: [], files: [folder] }, `「${basename(folder)}」はフォルダなので、調べられません。`],
  [
    'a folder with a file',
    { items: [], files: [folder, FILE] },
    `「${basename(folder)}」はフォルダなので`,
    '「a.csv」：',
  ],
  [
    'a link',
    { items: [{ mimeType: 'text/uri-list', data: 'https://example.jp/a.csv' }] },
    'ファイルではないので、調べられません。',
  ],
])('the page says that it cannot check %s that is dropped on it', async (_case, data, words, checked = words) => {
  const { page } = await openForTest();
  await uploadFile(page, cp932);
  writeFileSync(FILE, cp932.buffer);
  const devTools = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devTools.send('Input.dispatchDragEvent', { type, x: 9, y: 9, data: { ...data, dragOperationsMask: 1 } });
  await page.locator('#check-status', { hasText: checked }).waitFor();
  expect((await page.locator('output').allInnerTexts()).join('\n')).toContain(words);
  expect(await page.locator('#check-results').isVisible()).toBe(checked !== words);
});

test.each([
  ['leaves text', ['text/plain'], false],
  ['takes a picture of a page, which is not a file,', ['text/html', 'Files'], true],
])('the page %s that is dropped on it', async (_case, types, isTaken) => {
  const { page } = await openForTest();
  const taken = await page.locator('#check-text').evaluate((box, value) => {
    const dataTransfer = new DataTransfer();
    Object.defineProperty(dataTransfer, 'types', { value });
    const create = (name: string) => new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer });
    return ['dragover', 'drop'].map((name) => !box.dispatchEvent(create(name)));
  }, types);
  expect(taken).toEqual([isTaken, isTaken]);
  expect(await page.locator('#check-drop').getAttribute('class')).toBe('drop');
});

test.each([
  ['cells', 'テーマID\t名称\nict\tICT\n', 'image.png', 'テーマ（themes.csv）の表として調べました'],
  ['the cells of one column', 'テーマID\r\nict\r\n', 'image.png', '「貼りつけた表.csv」'],
  ['a file beside its name', 'themes.csv', 'themes.csv', '「themes.csv」'],
])('the page checks %s if pasted beside its box', async (_case, text, file, words) => {
  const { page } = await openForTest();
  const isTaken = await page.locator('body').evaluate(
    (body, [copied, name]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', copied);
      // Excel copies cells also as a picture.
      clipboardData.items.add(new File(['テーマID\nict\n'], name));
      return !body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
    },
    [text, file] as const,
  );
  expect(isTaken).toBe(true);
  expect(await waitForAnnouncement(page)).toContain(words);
});

test('the page lets a person choose the same file again', async () => {
  const { page } = await openForTest();
  await uploadFile(page, cp932);
  const input = page.locator('#check-file');
  expect(await input.inputValue()).toContain(cp932.name);
  await Promise.all([page.waitForEvent('filechooser'), input.click()]);
  expect(await input.inputValue()).toBe('');
});

test('the page refuses a file over 20 MiB and an empty file, and says why', async () => {
  const { page } = await openForTest();
  const status = page.locator('#check-status');
  await dropFile(page, cp932.buffer, 21 * 1024 * 1024);
  expect(await status.innerText()).toContain('20 MiB をこえています');
  await dropFile(page, new Uint8Array());
  expect(await status.innerText()).toContain('空です');
  expect(await page.locator('#check-results').isVisible()).toBe(false);
});

test.each([
  ['the program fails', '表のまちがいではありません', 'TextDecoder.prototype.decode = () => missing()'],
  ['a file cannot be opened', 'もう一度選んでください', 'File.prototype.arrayBuffer = async () => missing()'],
])('the page says so if %s', async (_case, message, script) => {
  const { page } = await openForTest();
  await page.evaluate(script);
  await dropFile(page, cp932.buffer);
  await page.locator('#check-status', { hasText: message }).waitFor();
  expect(await page.locator('#check-results').isVisible()).toBe(false);
});

test.runIf(isFull)(
  'a long table shows its first rows and the rows with errors, and lists diagnostics in steps',
  async () => {
    const { page } = await openForTest();
    const rows = Array.from({ length: 2000 }, (_, index) => `${index < 1200 ? 't' : 'T'}-${index},名${index}`);
    await uploadFile(page, { name: 'themes.csv', buffer: Buffer.from(['テーマID,名称', ...rows].join('\n')) });
    expect(await page.locator('#check-problems > li').count()).toBe(500);
    expect(await page.locator('#check-table tr').count()).toBe(700);
    expect(await page.locator('#check-left').innerText()).toContain('ほかに1301行');
    await page.locator('#check-more').click();
    expect(await page.locator('#check-problems > li').count()).toBe(800);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('problem-501');
  },
);

test('without JavaScript the page says that it needs JavaScript, and names the command', async () => {
  const { page } = await openForTest({ javaScriptEnabled: false });
  const text = await page.locator('main').innerText();
  expect(text).toContain('JavaScript で動きます');
  expect(text).toContain('npm run check');
  expect(await page.locator('#check-file').isVisible()).toBe(false);
});

test('a PDF gets one message, and no table and nothing to save', async () => {
  const { page } = await openForTest();
  const announcement = await uploadFile(page, { name: '計画.pdf', buffer: Buffer.from('%PDF-1.7\n%âãÏÓ\n', 'latin1') });
  expect(announcement).toBe('「計画.pdf」：PDFのファイルです。表としては調べられません。まちがい 1件、注意 0件。');
  expect(await page.locator('#check-problems').innerText()).toContain('PDFのファイルです。');
  expect(await page.locator('#check-problems').innerText()).not.toContain('行め');
  expect(await page.getByRole('list', { name: '調べた結果の中' }).isVisible()).toBe(false);
  expect(await page.getByRole('heading', { name: '保存する' }).isVisible()).toBe(false);
});
