import { describe, expect, test } from 'vitest';
import { readIndicatorSheet } from '../../../../src/authoring/import/indicator-sheet.ts';
import { explainUnreadableSheet } from '../../../../src/authoring/import/unreadable-layout.ts';
import { readCsvRows } from '../../../../src/input/csv-reader.ts';
import { importSheetCells, importSheetLines } from '../../../support/import-sheet.ts';

/** Returns the message about a sheet that can't be read. */
function explain(...lines: readonly string[]): string {
  const rows = readCsvRows(lines.join('\n'));
  expect(readIndicatorSheet(rows)).toBeNull();
  const { code, message, hint } = explainUnreadableSheet('a.csv', rows);
  expect(hint).toMatch(code === 'empty-file' ? /。$/ : /読める見出しの例は「指標名、単位、現状値（令和4年度）、/);
  return `${code}: ${message}`;
}

describe('a sheet that can’t be read is explained', () => {
  test('by the headings below a title that could be a heading of names', () => {
    expect(explain('成果指標,,', '架空の名前,現状,目標（令和9年度）', '本,5,9')).toBe(
      'no-indicator-headings: 指標の表の見出しが見つかりません。指標の名前の列（「指標名」など）がありません（読んだ見出し: 架空の名前、現状、目標（令和9年度））。',
    );
    expect(explain('指標名', '本', '紙')).toContain('値の列（');
  });

  test.each([
    [
      'one row for each year',
      ['指標名,年度,値', '本,令和4年度,5', '本,令和5年度,6', '本,令和6年度,7'],
      '1行に1年ずつ書いた表',
    ],
    ['years below each other', ['年度,本,紙', 'R4,5,6', 'R5,6,7', 'R6,7,8'], '行と列が逆の表'],
    ['Western years below each other', [',本,紙', '2022,5,6', '2023,6,7', '2024,7,8'], '行と列が逆の表'],
    ['names beside each other', ['指標名,本,紙', '単位,冊,枚', '現状値,5,6', '目標値,9,8'], '行と列が逆の表'],
    [
      'a form of one indicator',
      ['施策評価調書,', '指標名,健診受診率', '単位,%', '現状値,38.2', '目標値,50'],
      '1つの指標を1枚に書いた調書',
    ],
    [
      'a card with two headings in each row',
      ['指標名,健診受診率,単位,%', '現状値（R3年度）,38.2,目標値,50', 'R4年度実績,39,R5年度実績,41'],
      '1つの指標を1枚に書いた調書',
    ],
    ['values below each other', ['区分,本,紙', '現状値,5,6', 'R5実績,6,7', '目標値,9,8'], '行と列が逆の表'],
    ['a target and a result in each cell', ['指標名,単位,R5年度（目標/実績）', '本,冊,6/5'], '1つの列に目標と実績'],
  ])('%s', (_what, lines, layout) => {
    expect(explain(...lines)).toContain(`unreadable-layout: 取りこめない形の表です。${layout}`);
  });

  test('by the column of names that it lacks', () => {
    expect(explain('事業名,R6,R8', '図書館,100,120')).toBe(
      'no-indicator-headings: 指標の表の見出しが見つかりません。指標の名前の列（「指標名」など）がありません（読んだ見出し: 事業名、R6、R8）。',
    );
  });

  test('by the name of a column that may have the names', () => {
    expect(explain('項目,区分,策定時（H28）,目標値（R7）', '健康寿命,男性,79.1年,80年')).toContain(
      '指標の名前の列（「指標名」など。「項目」が名前なら、見出しを「指標名」に直してください）がありません',
    );
  });

  test('by the column of names that several rows of years and values lack', () => {
    const lines = ['数値目標1 婚姻率,,', '令和3年（基準値）,令和5年,令和9年（目標値）', '5.5,5.4,5.9'];
    expect(
      explain(...lines, '数値目標2 出生数,,', '令和4年（基準値）,令和5年,令和9年（目標値）', '38,39,41'),
    ).toContain(
      'no-indicator-headings: 指標の表の見出しが見つかりません。指標の名前の列（「指標名」など）がありません',
    );
  });

  test('by the columns of values that it lacks', () => {
    expect(explain('指標名,担当課', '本,図書館')).toContain(
      '値の列（「現状値」「目標値」や「令和5年度実績」など）がありません',
    );
  });

  test('by a year that lacks its era', () => {
    for (const heading of ['29年度実績', "'23実績", '‘23実績'])
      expect(explain(`指標名,${heading}`, '本,5')).toContain(`「${heading}」には、元号か4けたの西暦を書いてください`);
  });

  test.each(['N-1年度実績', '令和4-6年度'])('not by the era of %s', (heading) => {
    expect(explain(`指標名,${heading}`, '本,5')).not.toContain('元号');
  });

  test('by both columns that it lacks', () => {
    expect(explain('あ,い', '1,2')).toContain('指標の名前の列（「指標名」など）と値の列');
  });

  test('if it is empty', () => {
    expect(explain('')).toBe('empty-file: ファイルが空です。');
    expect(explainUnreadableSheet('a.xlsx', [], true).message).toBe('読むシートが空です。');
    // A file without a byte has no sheets.
    const { message, hint } = explainUnreadableSheet('a.xlsx', []);
    expect(message).toBe('ファイルが空です。');
    expect(hint).not.toContain('シート');
  });
});

test('a sheet whose cells tabs separate is explained', () => {
  const { code, message } = explainUnreadableSheet('a.csv', readCsvRows('指標名\t現状値\t目標値\n本\t5\t9\n'));
  expect(code).toBe('other-separator');
  expect(message).toContain('タブ');
});

test('a sheet with decimal commas is explained by the separator of its headings', () => {
  const rows = readCsvRows('指標名;単位;現状値;目標値\n受診率;％;38,2;60,5\n');
  expect(explainUnreadableSheet('a.csv', rows)).toMatchObject({ code: 'other-separator', line: 1 });
});

test('headings with lost characters are explained by these', () => {
  const rows = readCsvRows('謖\u{fffd}讓吝錐,蜊倅ｽ\u{fffd},逶ｮ讓\n本,冊,5\n');
  expect(explainUnreadableSheet('a.csv', rows)).toMatchObject({ code: 'damaged-character', line: 1 });
});

test('a title with a comma separates no cells', () => {
  const { code } = explainUnreadableSheet('a.csv', readCsvRows('指標、目標\n番号,名,値\n1,本,5\n'));
  expect(code).toBe('no-indicator-headings');
});

describe('a cell with a target and a result', () => {
  test.each([
    ['R5年度（実績／目標）', '5／6', '「R5年度実績」の列に「5」、「R5年度目標」の列に「6」'],
    ['R5年度', '目標6／実績5', '「R5年度目標」の列に「6」、「R5年度実績」の列に「5」'],
    ['R5年度', '"6\n(5)"', '数が2つあります（「6」と「5」）'],
    ['R5年度 上段：目標 下段：実績', '6', '「区分」の列を加えて'],
  ])('is refused with what to write: %s of %s', (heading, cell, advice) => {
    const { issues } = importSheetCells([`指標名,単位,${heading},目標値`, `本,冊,${cell},9`]);
    expect(issues.join()).toContain(advice);
  });

  test('below a heading without a year is refused with what to remove', () => {
    const lines = ['指標名,単位,上段：目標　下段：実績,', ',,R4年度,R5年度', '本,冊,6,7', ',,5,8'];
    const { hint } = explainUnreadableSheet('a.csv', readCsvRows(lines.join('\n')));
    expect(hint).toContain('「上段：目標　下段：実績」を除き、「区分」の列を加えて、');
  });

  test('is not seen in other numbers below a year', () => {
    const lines = ['指標名,単位,R5年度,目標値', '本,%,"6\n(12人)",9', '紙,枚,"6\n(R5.4.1)",9'];
    expect(importSheetLines(lines).issues).toEqual([]);
  });
});
