import { expect, test } from 'vitest';
import { formatDraftRows, formatMapping, formatSheetNotices } from '../../../../src/authoring/import/import-preview.ts';
import { readIndicatorSheet } from '../../../../src/authoring/import/indicator-sheet.ts';
import { messageCatalogue } from '../../../../src/diagnostics/catalogue/message-catalogue.ts';
import { readCsvRows } from '../../../../src/input/csv-reader.ts';

const [row] = readCsvRows('x');

function drafted(...cells: readonly Readonly<Record<string, string>>[]) {
  if (!row) throw new Error('no row');
  return cells.map((one) => ({ cells: one, row, origins: {} }));
}

test('a notice about several indicators names all of them, but only some of other cells', () => {
  if (!row) throw new Error('no row');
  const titles = ['甲', '乙', '丙', '丁', '戊', '己', '庚'];
  const format = (named: boolean) =>
    formatSheetNotices(
      'a.xlsx',
      titles.map((title) => ({ row, index: 0, text: '文。', ...(named && { title }) })),
    );
  expect(format(true)).toBe(
    '  a.xlsx:A1「甲」 文。（ほかに6か所: A1「乙」、A1「丙」、A1「丁」、A1「戊」、A1「己」、A1「庚」）',
  );
  expect(format(false)).toBe('  a.xlsx:A1 文。（ほかに6か所: A1、A1、A1、A1、A1 など）');
});

test('the mapping names each column by its letter, and marks unused columns', () => {
  const sheet = readIndicatorSheet(readCsvRows('No.,指標名,現状値（令和4年度）,目標値\n1,本,5,6'));
  expect(sheet && formatMapping(sheet).split('\n')).toEqual([
    '  A  No.                  → （使いません）',
    '  B  指標名               → indicators.csv の「名称」',
    '  C  現状値（令和4年度）  → indicators.csv の「現状値」（時点 令和4年度）',
    '  D  目標値               → indicators.csv の「目標値」',
  ]);
});

test.each([
  ['', '（見出しなし）  →'],
  ['区分', '区分    →'],
])('the mapping says which column marks the rows, at its position: 「%s」', (heading, use) => {
  const sheet = readIndicatorSheet(readCsvRows(`指標名,${heading},R5年度\n本,目標,5\n,実績,4`));
  const [first, ...more] = (sheet && formatMapping(sheet).split('\n')) ?? [];
  expect(first).toMatch(/^ {2}A {2}指標名 +→ indicators\.csv の「名称」$/);
  expect(more).toEqual([
    `  B  ${use} 行が目標か実績かを見分けます`,
    expect.stringMatching(
      /^ {2}C {2}R5年度 +→ observations\.csv の「値」か、目標の行では targets\.csv の「目標値」（時点 R5年度）$/,
    ),
  ]);
});

test('the mapping names the uses of items, times, results and further targets', () => {
  const headings = '施策,指標名,現状値,現状年度,R7目標,目標,中間目標値,中間目標年度,実績,実績年度,R5実績';
  const sheet = readIndicatorSheet(readCsvRows(`${headings}\nア,本,5,R4,6,7,6,R8,5,R6,4`));
  expect(
    sheet &&
      formatMapping(sheet)
        .split('\n')
        .map((line) => line.replace(/.*→ /, '')),
  ).toEqual([
    'indicators.csv の「コード」（tree.csv の名称と合うとき）',
    'indicators.csv の「名称」',
    'indicators.csv の「現状値」',
    'indicators.csv の「現状値の時点」',
    'targets.csv の「目標値」（時点 R7、中間）',
    'indicators.csv の「目標値」',
    'targets.csv の「目標値」（中間）',
    'targets.csv の「目標値の時点」',
    'observations.csv の「値」',
    'observations.csv の「時点」',
    'observations.csv の「値」（時点 R5）',
  ]);
});

test('the mapping of a further table names its row, and its columns only if its headings are others', () => {
  const heads = ['指標名,現状値,目標値', '指標名,現状値,目標値', '指標名,目標値,現状値'];
  const lines = heads.flatMap((head, at) => [head, `本${at},5,6`]);
  const sheet = readIndicatorSheet(readCsvRows(lines.join('\n')));
  expect(sheet && formatMapping(sheet).split('\n').slice(3)).toEqual([
    '  3行めからの表は、1行めの見出しと同じ',
    '  5行めからの表',
    '  A  指標名  → indicators.csv の「名称」',
    '  B  目標値  → indicators.csv の「目標値」',
    '  C  現状値  → indicators.csv の「現状値」',
  ]);
});

test('rows are below their headings in aligned columns, the id first', () => {
  const rows = drafted({ 名称: '本', 指標ID: 'books', 単位: '' }, { 名称: '紙の重さ', 指標ID: 'p', 単位: '' });
  expect(formatDraftRows(rows).split('\n')).toEqual(['  指標ID  名称', '  books   本', '  p       紙の重さ']);
});

test('a long cell is cut, and a long list counted', () => {
  const rows = drafted(...Array.from({ length: 25 }, (_, at) => ({ 指標ID: `i-${at}`, 名称: '長'.repeat(50) })));
  const lines = formatDraftRows(rows).split('\n');
  expect([lines.length, lines.at(-1), lines[1]?.endsWith('長...')]).toEqual([
    22,
    '  ほかに5行（--all をつけると、すべて見せます）',
    true,
  ]);
  expect(formatDraftRows(rows, 25)).toContain('i-24');
  expect(formatDraftRows(rows, 25)).not.toContain('ほかに');
});

test.each([
  ['R5年度上半期実績', '年の途中までの値、見込み、予定なら、このままでかまいません'],
  ['R5年度実績（月平均）', '値のセルに「月平均100人」'],
  ['R5年度実績（増加分）', '値も、増えた後の数に直してください'],
])('the advice about the unused column %s keeps its sense', (heading, advice) => {
  expect(messageCatalogue['unused-values'].fix({ heading })).toContain(advice);
});

test.each([
  ['目標値（各年度）', '「目標値（令和9年度）」のように直し、値のセルも「毎年度150人」のように書き直してください'],
  ['目標値（令和9年度）（以下）', '値のセルも「150人以下」のように書き直してください'],
  ['目標値（毎年度・以上）', '値のセルも「毎年度150人以上」のように書き直してください'],
  ['市が目指す目標', '「目標値（令和9年度）」のように直してください'],
  ['R5年度目標（増加分）', '値も、増えた後の数に直します'],
])('the advice about the unread target %s keeps its sense', (heading, advice) => {
  expect(messageCatalogue['unread-target'].fix({ heading })).toContain(advice);
});

test('the advice about an unread target of several years names its sum, and one of each year', () => {
  expect(messageCatalogue['unread-target'].fix({ heading: '目標値（令和5～9年度）', sum: 1 })).toContain(
    '値のセルも「60棟（5年間累計）」（どの年も同じ目標なら「毎年度150人」）のように書き直してください',
  );
});

test('the warning about a column of parts quotes one of them, and how to name it', () => {
  const values = { heading: '地区', part: '北部' };
  const { message, fix } = messageCatalogue['unused-values'];
  expect([message(values), fix(values)]).toEqual([
    '「地区」の列（「北部」など）は、使いません。',
    '確かめて、一部の値なら「指標名（北部）」のような名前にしてください。',
  ]);
});
