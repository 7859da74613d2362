import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { readCsvRows } from '../../src/input/csv-reader.ts';
import { openSiteData } from '../../src/site-data/open-site-data.ts';
import { listReleaseChanges } from '../../src/site-data/release-queries.ts';
import { getBuiltSite } from '../site/support/built-site.ts';
import { runCommand } from '../site/support/run-command.ts';
import { EXAMPLE_SITE } from '../support/example-site.ts';
import { createSharedFolder } from '../support/fixture-site.ts';
import { readFileText } from '../support/source-modules.ts';
import { connectBrowser } from './support/browser-tabs.ts';
import { uploadFile } from './support/checker-actions.ts';

/* The town and all its figures are fictional. */

const browser = await connectBrowser();
const guide = readFileText('docs/yearly.ja.md') ?? '';
const folder = createSharedFolder();
const root = join(folder, 'town');
cpSync(EXAMPLE_SITE, root, { recursive: true });
const RESULTS = 'data/plans/mihon-kurashi/observations.csv';

/** Returns the blocks of the document in their order: commands, or the text above a table and the table. */
function readBlocks() {
  return [...guide.matchAll(/(?:^(\S+) (\S+):\n\n)?```(sh|csv)\n([\s\S]*?)```/gm)].map(
    ([, mode = '', file = '', language = '', text = '']) => ({ mode, file, language, text: text.trimEnd() }),
  );
}

const blocks = readBlocks();
const findBlock = (mode: string) => blocks.find((block) => block.mode === mode)?.text ?? '';
const sheetRows = readCsvRows(findBlock('足した表')).map(({ cells }) => cells);

/** Does what a block tells a person to do in Excel. */
async function editFile(mode: string, file: string, text: string): Promise<void> {
  if (file.endsWith('.xlsx')) {
    const rows = readCsvRows(text).map(({ cells }) => cells.map((value) => ({ value })));
    await writeExcelFile(rows).toFile(join(folder, file));
    return;
  }
  const path = join(root, file);
  const before = readFileSync(path, 'utf8');
  if (mode === '足す行') writeFileSync(path, `${before.trimEnd()}\n${text}\n`);
  else if (mode === '直した行') {
    const old = findBlock('直す行');
    expect(before).toContain(old);
    writeFileSync(path, before.replace(old, text));
  } else if (mode === '理由を書いた行') {
    const cells = text.split(',');
    const empty = [...cells.slice(0, 5), '', ...cells.slice(6)].join(',');
    expect(before).toContain(empty);
    writeFileSync(path, before.replace(empty, text));
  } else expect(mode).toBe('直す行');
}

describe('a year’s round', () => {
  test('leads from the sheet to a new release, with every command in the order of the document', async () => {
    const outcomes: string[] = [];
    for (const { mode, file, language, text } of blocks) {
      if (language === 'csv') {
        await editFile(mode, file, text);
        continue;
      }
      for (const line of text.split('\n')) {
        const [, name = '', options = ''] = /^npm run (\S+)(?: -- (.*))?$/.exec(line) ?? [];
        const args = options === '' ? [] : options.split(' ');
        const paths = args.map((arg) => (arg.endsWith('.xlsx') ? join(folder, arg) : arg));
        const out = name === 'build' ? ['--out', join(folder, 'dist')] : [];
        const { code, stderr } = await runCommand(name, [...paths, '--root', root, ...out]);
        outcomes.push(`${name} ${code}${stderr.includes('理由が要ります') ? ' 理由' : ''}`);
      }
    }
    expect(outcomes).toEqual([
      'check 0',
      'import 0',
      'import 0',
      'check 0',
      'release 1 理由',
      'release 0',
      'check 0',
      'build 0',
    ]);
    const changes = listReleaseChanges(openSiteData({ root })).filter(({ release }) => release === '2027-10-01');
    expect(changes.map(({ kind, record, after, reason }) => [kind, record, after, reason])).toEqual([
      ['result-added', 'mihon-kurashi/bus-rides', '126千人', ''],
      ['result-corrected', 'mihon-kurashi/shops', '188店', '閉じた店を数えていました（架空の想定です）。'],
      ['result-added', 'mihon-kurashi/shops', '193店', ''],
      ['result-added', 'mihon-kurashi/health-checks', '53%', ''],
      ['result-added', 'mihon-kurashi/vacant-homes', '231戸', ''],
    ]);
    // A version that was cited before opens after the later ones, byte for byte.
    for (const version of ['2024-10-01', '2025-10-01', '2026-11-20', '2027-10-01'])
      for (const file of ['tables.zip', 'changes.json', 'release.json', 'SHA256SUMS']) {
        const published = readFileSync(join(folder, 'dist/data/versions', version, file));
        expect(published.equals(readFileSync(join(root, 'data/releases', version, file)))).toBe(true);
        expect(existsSync(join(folder, 'dist/data/versions', version, 'index.html'))).toBe(true);
      }
  }, 600_000);

  test('names the page, the fields and the button that do the same without a command', async () => {
    const labels = [...guide.matchAll(/\*\*「([^」]+)」\*\*/g)].map(([, label = '']) => label);
    expect(labels).toEqual(['計画', 'ファイルを選ぶ', '取りこむ表の資料', `${RESULTS} を保存する`]);
    const rest = /### コマンドを打てないとき\n([\s\S]*?)\n## /.exec(guide)?.[1] ?? '';
    const commanded = guide
      .split(/^## (?=\d)/m)
      .filter((step) => /^npm run (?!import)/m.test(step.replace(/^3[\s\S]*/, '')));
    const numbers = commanded.map((step) => step[0]).join('、');
    expect(rest.trim().split('\n\n').at(-1)).toContain(`このページの${numbers}の章はコマンドで`);
    // Beside the steps of this section, a bare number may be a step or a chapter.
    expect(rest).not.toMatch(/(?:^|[。、])\d[での](?!章)/m);
    const site = getBuiltSite('mihon');
    const context = await browser.newContext({ locale: 'ja-JP' });
    const page = await context.newPage();
    await page.goto(`${site.served}${site.base}check/`, { waitUntil: 'load' });
    await page.getByLabel('計画', { exact: true }).selectOption('mihon-kurashi');
    await page.getByLabel('ファイルを選ぶ').waitFor();
    await page.getByLabel('取りこむ表の資料').waitFor();
    const buffer = await writeExcelFile(sheetRows.map((row) => row.map((value) => ({ value })))).toBuffer();
    await uploadFile(page, { name: 'kekka.xlsx', buffer });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: labels[3] ?? '' }).click(),
    ]);
    const saved = join(folder, 'saved.csv');
    await download.saveAs(saved);
    const added = readFileSync(saved, 'utf8')
      .split('\n')
      .filter((line) => line.includes('令和8年度'));
    expect(added.map((line) => line.split(',').slice(0, 3).join(' '))).toEqual([
      'bus-rides 令和8年度 126千人',
      'shops 令和8年度 193店',
      'health-checks 令和8年度 53%',
      'vacant-homes 令和8年度 231戸',
    ]);
    await context.close();
  });
});
