import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import type { Download, Page, Request } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { main as importTables } from '../../src/cli/import-command.ts';
import { readCsvRows } from '../../src/input/csv-reader.ts';
import { validateFile } from '../../src/validation/validate-file.ts';
import { getBuiltSite, readSiteFile } from '../site/support/built-site.ts';
import { REPOSITORY_FOLDER } from '../site/support/run-command.ts';
import { callCommand } from '../support/call-command.ts';
import { createSharedFolder } from '../support/fixture-site.ts';
import { isFull } from '../support/test-scope.ts';
import { findAxeViolations } from './support/axe-violations.ts';
import { connectBrowser, holdRequests, openTab, settlePage } from './support/browser-tabs.ts';
import { readShownDiagnostics, uploadFile, waitForAnnouncement, waitForEarlyParts } from './support/checker-actions.ts';
import { createIndicatorWorkbook } from './support/indicator-workbook.ts';

/* The town and all its figures are fictional. */

const PLAN = 'mihon-sogo';

const site = getBuiltSite('mihon');
const browser = await connectBrowser();
const folder = createSharedFolder();

/** Opens the page; a plan is chosen with the keyboard alone. */
async function openPage(plan = ''): Promise<Page> {
  const page = await openTab(browser, { locale: 'ja-JP' });
  await page.goto(`${site.served}${site.base}check/`, { waitUntil: 'load' });
  if (plan === '') return page;
  const choice = page.locator('#check-plan');
  const index = await choice
    .locator('option')
    .evaluateAll((all, id) => all.findIndex((one) => (one as HTMLOptionElement).value === id), plan);
  await choice.focus();
  for (let presses = 0; presses < index; presses++) await page.keyboard.press('ArrowDown');
  expect(await choice.inputValue()).toBe(plan);
  return page;
}

/** Returns the bytes of a download. The browser is remote, so it needs a folder on this machine. */
async function readDownload(download: Download): Promise<Buffer> {
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return readFileSync(path);
}

async function pressAndSave(page: Page, selector: string): Promise<{ name: string; bytes: Buffer }> {
  await page.locator(selector).first().focus();
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  return { name: download.suggestedFilename(), bytes: await readDownload(download) };
}

/** Fills the empty values of the rows of a year in a template, as a person does in a spreadsheet. */
function fillTemplate(bytes: Uint8Array, period: string): Buffer {
  const files = unzipSync(new Uint8Array(bytes));
  const read = (path: string) => new TextDecoder().decode(files[path]);
  const strings = [...read('xl/sharedStrings.xml').matchAll(/<si>[\s\S]*?<t[^>]*>([\s\S]*?)<\/t>[\s\S]*?<\/si>/g)].map(
    ([, text]) => text,
  );
  const at = strings.indexOf(period);
  const sheet = read('xl/worksheets/sheet1.xml').replace(/<row [\s\S]*?<\/row>/g, (row) =>
    row.includes(`<v>${at}</v>`) && !row.includes('<c r="E')
      ? row.replace(/(<c r="D(\d+)".*?<\/c>)/, '$1<c r="E$2" s="2" t="inlineStr"><is><t>集計中</t></is></c>')
      : row,
  );
  return Buffer.from(zipSync({ ...files, 'xl/worksheets/sheet1.xml': new TextEncoder().encode(sheet) }));
}

describe('a person who chose a plan', () => {
  test('saves a template with the rows of the next year, fills it in and checks it', async () => {
    const page = await openPage(PLAN);
    const template = await pressAndSave(page, '[data-template="observations"]');
    expect(template.name).toBe('observations.xlsx');
    const empty = await uploadFile(page, { name: template.name, buffer: template.bytes });
    expect(empty).toContain('実績（observations.csv）');
    const before = await readShownDiagnostics(page);
    expect(before.filter(({ code }) => code === 'empty-result').length).toBeGreaterThan(10);
    await uploadFile(page, { name: template.name, buffer: fillTemplate(template.bytes, '令和8年度') });
    await page.waitForFunction(
      (count) => document.querySelectorAll('[data-code="empty-result"]').length < count,
      before.filter(({ code }) => code === 'empty-result').length,
    );
    const after = await readShownDiagnostics(page);
    expect(after.filter(({ level }) => level === 'error').map(({ code }) => code)).toEqual([]);
    const saved = await pressAndSave(page, '#check-save');
    expect(saved.bytes.toString('utf8')).toContain('やさしい言葉で書いた記事の割合,%,令和8年度,集計中');
  });

  test('finds the plan and its templates again after a step back', async () => {
    const page = await openPage(PLAN);
    await page.goto(`${site.served}${site.base}data/`);
    await page.goBack();
    await expect.poll(() => page.locator('#check-plan').inputValue()).toBe(PLAN);
    await expect.poll(() => page.locator('[data-template="observations"]').isVisible()).toBe(true);
    expect(await page.locator('#check-years').isVisible()).toBe(true);
  });

  test('gets the template of the plan that was chosen when the button was pressed', async () => {
    const page = await openTab(browser);
    const release = await holdRequests(page, '**/plan-files.*.js');
    const asked = page.waitForRequest('**/plan-files.*.js');
    await page.goto(`${site.served}${site.base}check/`);
    await asked;
    await page.locator('#check-plan').selectOption(PLAN);
    await page.locator('[data-template="observations"]').click();
    await page.locator('#check-plan').selectOption('');
    release();
    await expect
      .poll(() => page.locator('#check-status').innerText())
      .toBe('ひな形「observations.xlsx」をつくりました。');
  });

  test('can choose it again after the network was lost', async () => {
    const page = await openPage();
    await waitForEarlyParts(page);
    const scope = page.locator('#check-scope');
    const lost = /\/check\/files\/|\/plan-files\./;
    await page.route(lost, (route) => route.abort());
    await page.locator('#check-plan').selectOption(PLAN);
    await uploadFile(page, { name: 'themes.csv', buffer: Buffer.from('テーマID,名称\nict,ICT\n') });
    expect(await scope.innerText()).toContain('計画のファイルを読みこめませんでした');
    await page.unroute(lost);
    await page.locator('#check-plan').selectOption('');
    await page.locator('#check-plan').selectOption(PLAN);
    await expect.poll(() => scope.innerText()).toContain('サイトにある今のファイルと合わせて調べました');
  });

  test('reports a misspelt id, and reads ids as pages print them', async () => {
    const page = await openPage(PLAN);
    const rows = ['指標ID,時点,値', `${PLAN}/sns-followers,令和8年度末,15千人`, 'sns-follower,令和9年度末,16千人'];
    await uploadFile(page, { name: 'observations.csv', buffer: Buffer.from(rows.join('\n')) });
    const found = await readShownDiagnostics(page);
    expect(await page.locator('#check-changes').innerText()).toContain('44行のうち、44行がなくなり、0行の');
    expect(found.filter(({ code }) => code === 'unknown-reference')).toMatchObject([
      { line: 3, hint: expect.stringMatching(/^「sns-followers」ではありませんか。新しいものなら/) as string },
    ]);
  });

  test('turns a sheet with years side by side into files of the site', async () => {
    const page = await openPage(PLAN);
    const rows = [
      '指標名,単位,現状値（令和4年度）,令和5年度実績,令和6年度実績,目標値（令和9年度）',
      '広場に来た人の数（架空）,人,"1,000人","1,100人","1,250人","1,500人以上"',
    ];
    await uploadFile(page, { name: '指標一覧.csv', buffer: Buffer.from(rows.join('\n')) });
    const offer = page.locator('#check-offer');
    await offer.locator('h3').first().waitFor();
    expect(await offer.innerText()).toContain('「広場に来た人の数（架空）」（indicator-1）。名前が変わっただけなら');
    expect(await offer.innerText()).toContain('C列「現状値（令和4年度）」→ indicators.csv の「現状値」');
    expect(await readShownDiagnostics(page)).toEqual([]);
    expect(await page.locator('#check-report').isVisible()).toBe(true);
    expect(await page.locator('#check-save').isVisible()).toBe(false);
    expect(await page.locator('#check-results').innerText()).not.toContain('直したファイル');
    expect(await findAxeViolations(page)).toEqual([]);
    const preview = offer.getByRole('region', { name: `data/plans/${PLAN}/indicators.csv のはじめの行` });
    expect(await preview.getByRole('table', { name: /のはじめの行$/ }).count()).toBe(1);
    expect(await preview.getByRole('rowheader').allInnerTexts()).toEqual(['indicator-1']);
    expect(await offer.locator('h3').allInnerTexts()).toEqual([
      `data/plans/${PLAN}/indicators.csv`,
      `data/plans/${PLAN}/observations.csv`,
    ]);
    const saved = await pressAndSave(page, '#check-offer section:nth-of-type(2) button');
    const present = readSiteFile(site, `check/files/plans/${PLAN}/observations.csv`);
    const text = saved.bytes.toString('utf8').replace(/^\ufeff/, '');
    expect(text.startsWith(present.replace(/^\ufeff/, ''))).toBe(true);
    expect(text.slice(present.replace(/^\ufeff/, '').length)).toContain('indicator-1,令和6年度,"1,250人"');
  });
});

test('what is unclear in a sheet of years is counted, listed and marked, and the files say what their check finds', async () => {
  const page = await openPage(PLAN);
  const rows = [
    '指標名,単位,現状値（R4）,R5,目標値（R9）',
    '広場に来た人の数（架空）,人,"1,000人","1,100人","1,500人以上"',
  ];
  const status = await uploadFile(page, { name: '指標一覧.csv', buffer: Buffer.from(rows.join('\n')) });
  expect(status).toContain('まちがい 0件、注意 3件。つくったファイルは下にあり、まちがい 0件、注意 3件です。');
  const counts = await page.locator('#check-offer p', { hasText: 'つくったファイルを調べた結果' }).allInnerTexts();
  expect(counts.map((text) => /注意 (\d+)件/.exec(text)?.[1])).toEqual(['3', '0']);
  const found = await readShownDiagnostics(page);
  expect(found.map(({ code, field }) => [code, field])).toEqual([
    ['unclear-column-year', '現状値（R4）'],
    ['unclear-column-year', 'R5'],
    ['unclear-column-year', '目標値（R9）'],
  ]);
  expect(await page.locator('#check-table a.back').allInnerTexts()).toEqual(['注意 1', '注意 2', '注意 3']);
  expect(await page.locator('#check-offer li', { hasText: '年か年度かがわかりません' }).count()).toBe(0);
  await page.locator('#check-years').selectOption('年度');
  const chosen = 'まちがい 0件、注意 0件。つくったファイルは下にあり、まちがい 0件、注意 3件です。';
  await expect.poll(() => page.locator('#check-status').innerText()).toContain(chosen);
});

test('unclear years of a column are counted once, as on the command line', async () => {
  const page = await openPage('mihon-kurashi');
  const rows = [
    '指標名,単位,R8,R9',
    '市のバスに乗った人の数,千人,126千人,127千人',
    '歩いて行ける店の数,店,193店,194店',
  ];
  const status = await uploadFile(page, { name: '結果.csv', buffer: Buffer.from(rows.join('\n')) });
  expect(status).toContain('まちがい 0件、注意 2件。つくったファイルは下にあり、まちがい 0件、注意 0件です。');
  expect(await page.locator('#check-offer li', { hasText: '年か年度か' }).count()).toBe(0);
});

test('what only the files of a sheet have is announced, and is in the report', async () => {
  const page = await openPage('mihon-kurashi');
  const rows = [
    '指標名,単位,現状値（令和4年度）,令和8年度実績,目標値（令和9年度）',
    '広場に来た人の数（架空）,人,"1,000人",0,"1,500人"',
    '店の売り上げの割合（架空）,%,5%,-3%,9%',
  ];
  const status = await uploadFile(page, { name: '結果.csv', buffer: Buffer.from(rows.join('\n')) });
  const [, count = ''] =
    /まちがい 0件、注意 0件。つくったファイルは下にあり、まちがい 0件、注意 (\d+)件です。/.exec(status) ?? [];
  expect(Number(count)).toBeGreaterThan(0);
  expect(await readShownDiagnostics(page)).toEqual([]);
  expect(await page.locator('#check-none').innerText()).toMatch(/^この表には/);
  expect(await page.locator('#check-in-files').isVisible()).toBe(true);
  const report = await pressAndSave(page, '#check-report');
  const reported = readCsvRows(report.bytes.toString('utf8').replace(/^\ufeff/, '')).slice(1);
  expect(reported).toHaveLength(Number(count));
  for (const { cells } of reported) expect(cells[0]).toMatch(/^data\/plans\/mihon-kurashi\/\w+\.csv$/);
});

test('what is wrong in a sheet of years is counted and listed, and no file is offered until it is right', async () => {
  const page = await openPage(PLAN);
  const rows = [
    '指標名,単位,現状値（令和4年度）,目標値（令和9年度）',
    '本（架空）,冊,5冊,9冊',
    '本（架空）,冊,6冊,9冊',
  ];
  const status = await uploadFile(page, { name: '指標一覧.csv', buffer: Buffer.from(rows.join('\n')) });
  expect(status).toContain('まちがい 2件、注意 0件');
  expect((await readShownDiagnostics(page)).map(({ code }) => code)).toEqual(['repeated-name', 'repeated-name']);
  const offer = page.locator('#check-offer');
  expect(await offer.innerText()).toContain('「見つかったこと」のまちがいを直すと、ファイルをつくれます。');
  expect(await offer.locator('button, ul').count()).toBe(0);
  expect(await page.locator('#check-in-files').isVisible()).toBe(false);
  for (const shown of [status, await offer.innerText()]) expect(shown).not.toMatch(/足す行はありません|下で|下にあり/);
});

test('the results of a sheet cite the document that a person chose among those of the municipality', async () => {
  const page = await openPage('mihon-kurashi');
  const source = page.locator('#check-source');
  const offered = await source
    .locator('option')
    .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
  const rows = readCsvRows(readSiteFile(site, 'data/sources.csv').replace(/^\ufeff/, ''));
  const own = rows.flatMap(({ cells: [id = '', municipality] }) => (municipality === 'mihon' ? [id] : []));
  expect(offered.toSorted()).toEqual(['', ...own].toSorted());
  expect(await source.inputValue()).toBe('');
  const sheet = ['指標名,単位,令和8年度実績', '市のバスに乗った人の数,千人,126千人'];
  await uploadFile(page, { name: '結果.csv', buffer: Buffer.from(sheet.join('\n')) });
  const offer = page.locator('#check-offer');
  expect(await offer.innerText()).toContain('計画や指標と同じ資料になります');
  await source.selectOption('mihon-kekka');
  await expect.poll(() => offer.innerText()).not.toContain('同じ資料になります');
  const saved = await pressAndSave(page, '#check-offer button');
  expect(saved.bytes.toString('utf8')).toMatch(/^bus-rides,令和8年度,126千人,.*,mihon-kekka,/m);
  for (const chosen of ['mihon-sogo', '', 'mihon-kurashi']) await page.locator('#check-plan').selectOption(chosen);
  expect(await source.inputValue()).toBe('mihon-kekka');
  expect(await source.locator('option').first().innerText()).toBe('計画や指標と同じ資料');
});

describe('the last choice decides what the page shows', () => {
  test('if the files of an earlier plan arrive after those of a later one', async () => {
    const page = await openPage(PLAN);
    const release = await holdRequests(page, `**/files/plans/${PLAN}/*`);
    const requests: Request[] = [];
    page.on('request', (request) => {
      if (request.url().includes(`/files/plans/${PLAN}/`)) requests.push(request);
    });
    const buffer = Buffer.from('指標ID,時点,値\nsns-followers,令和9年度末,16千人\n');
    await page.locator('#check-file').setInputFiles({ name: 'observations.csv', mimeType: 'text/csv', buffer });
    await expect.poll(() => requests.length).toBeGreaterThan(0);
    await page.locator('#check-plan').selectOption('mihon-kurashi');
    await waitForAnnouncement(page);
    const listCodes = async () => (await readShownDiagnostics(page)).map(({ code }) => code);
    expect(await listCodes()).toContain('unknown-reference');
    release();
    // The page may cancel the requests.
    await Promise.all(requests.map(async (request) => (await request.response())?.finished()));
    await settlePage(page);
    expect(await listCodes()).toContain('unknown-reference');
  });

  test('if a template that was wanted earlier is made after a check', async () => {
    const page = await openPage(PLAN);
    const release = await holdRequests(page, `**/files/plans/${PLAN}/*`);
    const asked = page.waitForRequest(`**/files/plans/${PLAN}/*`);
    const download = page.waitForEvent('download');
    await page.locator('[data-template="observations"]').click();
    await asked;
    await page.locator('#check-plan').selectOption('');
    await uploadFile(page, { name: 'themes.csv', buffer: Buffer.from('テーマID,名称\nict,ICT\n') });
    release();
    expect((await download).suggestedFilename()).toBe('observations.xlsx');
    expect(await waitForAnnouncement(page)).toContain('「themes.csv」');
  });

  test('if the sample arrives after a file', async () => {
    const page = await openTab(browser, { locale: 'ja-JP' });
    const release = await holdRequests(page, '**/sample-table.*.js');
    const arrived = page.waitForEvent('requestfinished', (request) => request.url().includes('/sample-table.'));
    await page.goto(`${site.served}${site.base}check/`);
    await page.locator('#check-sample').click();
    await uploadFile(page, { name: 'themes.csv', buffer: Buffer.from('テーマID,名称\nict,ICT\n') });
    release();
    await page.evaluate((url) => import(url), (await arrived).url());
    expect(await waitForAnnouncement(page)).toContain('「themes.csv」');
  });

  test('if an earlier file is read after a later one', async () => {
    const page = await openPage();
    await page.evaluate(() => {
      const read = (file: File) => new Response(file).arrayBuffer();
      File.prototype.arrayBuffer = async function () {
        if (this.name !== 'slow.csv') return read(this);
        await new Promise((resolve) => {
          addEventListener('slow', resolve, { once: true });
        });
        const bytes = await read(this);
        dispatchEvent(new Event('slow-read'));
        return bytes;
      };
    });
    const buffer = Buffer.from('テーマID,名称\nict,ICT\n');
    await page.locator('#check-file').setInputFiles({ name: 'slow.csv', mimeType: 'text/csv', buffer });
    await uploadFile(page, { name: 'themes.csv', buffer });
    await page.evaluate(() => {
      const isRead = new Promise<unknown>((resolve) => {
        addEventListener('slow-read', resolve, { once: true });
      });
      dispatchEvent(new Event('slow'));
      return isRead.then(() => null);
    });
    await settlePage(page);
    expect(await waitForAnnouncement(page)).toContain('「themes.csv」');
  });
});

/** The names of the plan's fields and measures that the sheet has in merged cells. */
const ITEMS = [
  ['みんなで話してつくるまち（架空）', '伝わる広報'],
  ['使いやすく続けられる市役所（架空）', '待たない窓口'],
  ['使いやすく続けられる市役所（架空）', '続けられる財政'],
] as const;

test('a sheet as a town keeps it becomes the same rows on the page and by the command', async () => {
  const sheet = { name: '成果指標の一覧.xlsx', buffer: createIndicatorWorkbook(ITEMS) };
  const page = await openPage(PLAN);
  await uploadFile(page, sheet);
  await page.locator('#check-offer h3').first().waitFor();
  const tables = ['indicators', 'observations', 'targets'];
  const paths = tables.map((table) => `data/plans/${PLAN}/${table}.csv`);
  expect(await page.locator('#check-offer h3').allInnerTexts()).toEqual(paths);
  const root = join(folder, 'town');
  cpSync(join(REPOSITORY_FOLDER, 'examples/mihon'), root, { recursive: true });
  writeFileSync(join(folder, sheet.name), sheet.buffer);
  const args = [join(folder, sheet.name), '--root', root, '--plan', PLAN, '--write'];
  expect(await callCommand(importTables, args)).toMatchObject({ status: 0 });
  const readRows = (text: string) => readCsvRows(text.replace(/^\ufeff/, '')).map(({ cells }) => cells);
  for (const [at, path] of paths.entries()) {
    const saved = await pressAndSave(page, `#check-offer section.flow:nth-of-type(${at + 1}) button`);
    const present = readRows(readFileSync(join(REPOSITORY_FOLDER, 'examples/mihon', path), 'utf8'));
    const written = readRows(readFileSync(join(root, path), 'utf8'));
    expect(written.length - present.length).toBe([12, 50, 24][at]);
    expect(readRows(saved.bytes.toString('utf8'))).toEqual(written);
  }
});

const PUBLISHED = [
  ['themes', 'data/themes.csv'],
  ['observations', `data/plans/${PLAN}/observations.csv`],
  ['nodes', `data/plans/${PLAN}/tree.csv`],
] as const;

describe('a table that the site publishes', () => {
  test.each(isFull ? PUBLISHED : PUBLISHED.slice(0, 1))(
    '%s is turned back into the table that it is made from',
    async (published, path) => {
      const page = await openPage();
      await uploadFile(page, {
        name: `${published}.csv`,
        buffer: Buffer.from(readSiteFile(site, `data/${published}.csv`)),
      });
      const button = page.locator('#check-offer button', { hasText: `${path} を保存する` });
      await button.waitFor();
      expect(await findAxeViolations(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await button.focus();
      const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
      const { diagnostics } = validateFile(download.suggestedFilename(), await readDownload(download));
      expect(diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
    },
  );
});
