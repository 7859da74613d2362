import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { correctTable } from '../../../../../src/components/checker/browser/correct-table.ts';
import { openSiteFolder } from '../../../../../src/input/site-folder.ts';
import { validateFile } from '../../../../../src/validation/validate-file.ts';
import { EXAMPLE_SITE } from '../../../../support/example-site.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

const correct = (bytes: Uint8Array, name: string) => correctTable({ name, bytes }, validateFile(name, bytes));

function corrected(bytes: Uint8Array, name = '表.csv') {
  const table = correct(bytes, name);
  if (!table) throw new Error('not corrected');
  return table;
}

const CITY = '団体コード,市区町村ID,名称,出典ID\r\n';

describe('a corrected file', () => {
  test('from CP932 keeps every character', () => {
    const text = 'テーマID,名称\r\nict,髙﨑①～－\r\n';
    expect(corrected(iconv.encode(text, 'cp932'))).toEqual({
      text,
      changes: ['文字コードを Shift_JIS から UTF-8 にしました。'],
    });
  });

  test('is unchanged if nothing was wrong', () => {
    const text = 'テーマID,名称\r\nict,情報\r\n';
    expect(corrected(utf8(`\ufeff${text}`))).toEqual({
      text,
      changes: ['直すところはありませんでした。'],
    });
  });

  test('has CRLF line ends, except inside cells', () => {
    const { text, changes } = corrected(utf8('\ufeffテーマID,名称\nict,"一行\n二行"\r\n\rdx,乙'));
    expect(text).toBe('テーマID,名称\r\nict,"一行\n二行"\r\n\r\ndx,乙');
    expect(changes).toEqual(['改行を CRLF にそろえました。']);
  });

  test('replaces full-width and quoted headings, and keeps the others', () => {
    const { text, changes } = corrected(utf8('\ufeffメモ,"テーマＩＤ",名称\r\n"a",ict, 情報\r\n'));
    expect(text).toBe('メモ,テーマID,名称\r\n"a",ict, 情報\r\n');
    expect(changes).toEqual(['見出し「テーマＩＤ」を「テーマID」にしました。']);
  });

  test('replaces headings of several lines', () => {
    const { text, changes } = corrected(utf8('\ufeff"テーマ\nＩＤ","名\n称"\r\n𠮷,"一行\n二行"\r\n'));
    expect(text).toBe('テーマID,名称\r\n𠮷,"一行\n二行"\r\n');
    expect(changes).toEqual([
      '見出し「テーマ\nＩＤ」を「テーマID」にしました。',
      '見出し「名\n称」を「名称」にしました。',
    ]);
  });

  test('keeps two headings for the same column', () => {
    const { text } = corrected(utf8('\ufeffテーマＩＤ,テーマID,名称\r\nict,ict,情報\r\n'));
    expect(text).toBe('テーマＩＤ,テーマID,名称\r\nict,ict,情報\r\n');
  });

  test('keeps a heading that can mean two columns', () => {
    const text = '指標ID,目標値,目標値の時点,出典,出典ID\r\na,5,令和9年度,p.5,p\r\n';
    expect(corrected(utf8(`\ufeff${text}`), 'targets.csv')).toEqual({
      text,
      changes: ['直すところはありませんでした。'],
    });
  });

  test('restores the first 0 of a 団体コード', () => {
    const { text, changes } = corrected(utf8(`\ufeff${CITY}12025,a,甲,p\r\n`));
    expect(text).toBe(`${CITY}012025,a,甲,p\r\n`);
    expect(changes).toEqual(['2行めの団体コード「12025」を「012025」にしました。']);
  });

  test('has a 団体コード without the decimals and the commas of a number', () => {
    const { text, changes } = corrected(utf8(`\ufeff${CITY}12025.0,a,甲,p\r\n"12,025",b,乙,p\r\n`));
    expect(text).toBe(`${CITY}012025,a,甲,p\r\n012025,b,乙,p\r\n`);
    expect(changes).toEqual([
      '2行めの団体コード「12025.0」を「012025」にしました。',
      '3行めの団体コード「12,025」を「012025」にしました。',
    ]);
  });

  test('has a 団体コード without the spaces around it', () => {
    const { text } = corrected(utf8(`\ufeff${CITY}" 12025 ",a,甲,p\r\n`));
    expect(text).toBe(`${CITY}012025,a,甲,p\r\n`);
  });

  test('has a byte order mark, which is a change', () => {
    const text = 'テーマID,名称\r\nict,情報\r\n';
    expect(corrected(utf8(text))).toEqual({
      text,
      changes: ['Excel で文字化けしないように、先頭に BOM をつけました。'],
    });
  });

  test('keeps other errors', () => {
    const text = `${CITY}112233,A B,,p\r\n`;
    expect(corrected(utf8(`\ufeff${text}`)).text).toBe(text);
  });

  test.each([
    ['表.csv', '令和6年度 集計表,,\n指標名,時点,値\n本,令和6年度,5\n'],
    ['指標.csv', '指標名,現状値（年度）,現状値\n本,令和4年度,5\n'],
    ['indicators.csv', '指標名,単位,令和5年度実績,令和6年度実績\n本,冊,5,6\n'],
  ])('is null for a table that is no source table: %s', (name, text) => {
    expect(correct(utf8(text), name)).toBeNull();
  });

  test('is null for an unreadable file', () => {
    expect(correct(new Uint8Array([0xff, 0xfe, 0x41, 0x00]), '表.csv')).toBeNull();
  });
});

test('of a workbook is CSV with the same corrections', () => {
  const validation = validateFile('themes.csv', utf8('テーマＩＤ,名称,\r\nict,"情報,b"\r\ndx\r\n'));
  expect(correctTable({ name: 'themes.xlsx', bytes: new Uint8Array([0x50, 0x4b, 0x03, 0x04]) }, validation)).toEqual({
    text: 'テーマID,名称\r\nict,"情報,b"\r\ndx,\r\n',
    changes: ['Excel の表を CSV にしました。', '見出し「テーマＩＤ」を「テーマID」にしました。'],
  });
});

test('converts a workbook of very many rows', () => {
  const bytes = new Uint8Array([0x50, 0x4b, 0x03, 0x04]);
  const locate = () => ({ line: 1, column: 1 });
  const row = { cells: ['ict', '情報', ''], line: 1, locate, brokenFrom: null };
  const rows = Array.from({ length: 300_000 }, () => row);
  const validation = {
    ...validateFile('themes.csv', utf8('テーマID,名称\r\n')),
    rows,
    headerIndex: -1,
  };
  expect(correctTable({ name: 'themes.xlsx', bytes }, validation)?.text.length).toBe(300_000 * 'ict,情報\r\n'.length);
});

test.each([
  ['as it is', (rows: string[]) => rows, null],
  [
    'in another order, with the plan before the ids',
    (rows: string[]) => rows.toReversed().map((row) => `mihon-kurashi/${row}`),
    null,
  ],
  ['with a row more', (rows: string[]) => [...rows, 'bus-rides,令和8年度,130千人'], null],
  [
    'with only two rows, one of them changed',
    ([first = '', second = '']: string[]) => [first, second.replace(/\d+(?=千人)/, '999')],
    [8, 1],
  ],
  ['without rows', () => [], [10, 0]],
])('says how many rows of the plan are lost if a table replaces its file: %s', (_what, edit, counts) => {
  const site = { plan: 'mihon-kurashi', municipality: 'mihon', folder: openSiteFolder(EXAMPLE_SITE), checks: [] };
  const present = readFileSync(join(EXAMPLE_SITE, 'data/plans/mihon-kurashi/observations.csv'), 'utf8');
  const [head = '', ...rows] = present
    .replace(/^\ufeff/, '')
    .trim()
    .split(/\r?\n/);
  const bytes = new TextEncoder().encode([head, ...edit(rows)].map((row) => `${row}\r\n`).join(''));
  const { changes = [] } =
    correctTable({ name: 'observations.csv', bytes }, validateFile('observations.csv', bytes), site) ?? {};
  const words = counts && `サイトの今の10行のうち、${counts[0]}行がなくなり、${counts[1]}行の内容が変わります。`;
  expect(changes.filter((one) => one.includes('サイトの今の'))).toEqual(words ? [`置きかえると、${words}`] : []);
});
