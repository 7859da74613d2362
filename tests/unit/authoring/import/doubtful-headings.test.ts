import { describe, expect, test } from 'vitest';
import type { WorkbookCell } from '../../../support/create-workbook.ts';
import { importSheetCells, importSheetLines, importWorkbookSheet } from '../../../support/import-sheet.ts';

describe('two indicators in one row', () => {
  test.each([
    ['names', '成果指標,単位,現状値,活動指標,単位,R5年度実績', '緑の満足度,%,60,植えた木,本,80'],
    ['kinds before names', '指標,指標名,単位,現状値,目標値', '成果,植えた木,本,5,6'],
    ['units alone', '成果指標,単位,現状値,活動の内容,単位,R5年度実績', '緑の満足度,%,60,植えた木,本,80'],
    ['tables side by side', '指標名,現状値,目標値,,指標名,現状値,目標値', '本,5,6,,紙,7,8'],
    ['values with the same heading', '指標名,現状値,目標値,現状値,目標値', '本,5,6,7,8'],
    ['values with numbers', '指標名,現状値1,目標値1,現状値2,目標値2', '本,5,6,7,8'],
    ['values with numbers in circles', '指標名,①現状値,目標値①,②現状値,目標値②', '本,5,6,7,8'],
    ['numbers in circles before years', '指標①,目標値①（R9年度）,指標②,目標値②（R9年度）', '本,5,紙,6'],
  ])('are refused, and nothing else is reported: %s', (_what, head, row) => {
    expect(importSheetLines([head, row])).toEqual({
      indicators: [],
      results: [],
      targets: [],
      notices: [],
      issues: ['second-indicator 2'],
      warnings: [],
    });
  });

  test.each([
    ['the same unit twice', '指標名,単位,現状値,単位,目標値', '本,冊,5,冊,6'],
    ['an empty column', '指標名,KPI,単位,現状値,目標値', '本,,冊,5,6'],
  ])('are not %s', (_what, head, row) => {
    expect(importSheetLines([head, row])).toMatchObject({ indicators: ['本 冊 増加 5→6'], issues: [] });
  });
});

describe('a table with two plans', () => {
  const rows = ['第1期,春の来館者,5,6,9', '第2期,夏の来館者,5,6,9'];

  test.each([
    ['計画期', '目標値（R9年度）'],
    ['期', '目標値'],
  ])('is refused: %s beside %s', (term, target) => {
    const head = `${term},指標名,現状値,R5年度実績,${target}`;
    expect(importSheetLines([head, ...rows]).issues).toEqual(['second-indicator 3']);
  });

  test('is refused with the halves of a plan as titles', () => {
    const head = '指標名,現状値,R5年度実績,目標値';
    const lines = ['前期計画,,,', head, '本,5,6,9', '後期計画,,,', head, '紙,5,6,9'];
    expect(importSheetLines(lines).issues).toEqual(['second-indicator 4']);
  });

  test('is no table with a target of one year: 期 is a season', () => {
    expect(importSheetLines(['期,指標名,現状値,R5年度実績,目標値（R9年度）', ...rows])).toMatchObject({
      indicators: ['春の来館者 増加 5→9@R9年度', '夏の来館者 増加 5→9@R9年度'],
      issues: [],
    });
  });
});

test('a second table beside an empty column is refused', () => {
  const head = '指標名,R5年度実績,目標値,,事業名,R5年度,R6年度';
  expect(importSheetLines([head, '本,5,9,,図書館,1200,1300']).issues).toEqual(['unreadable-layout 2']);
});

describe('a heading over several columns', () => {
  test.each([
    ['parts below', ['指標名,現状値,R6年度実績,,', ',,小学校,中学校,計', '本,5,30,80,110']],
    ['a time and a word below a baseline', ['指標名,現状値,目標値', ',R4年度確定,R9年度', '本,5,9']],
    ['the sexes below, without the whole', ['指標名,現状値,R6年度実績,', ',,男,女', '本,5,30,80']],
    ['parts below alone', ['指標名,基準値,2023年,目標値', ',（2022年）,(1月～6月),（2027年）', '本,5,6,9']],
    ['numbers beside', ['指標名,現状値,R6年度実績,', '本,5,30,80']],
  ])('is refused: %s', (_what, lines) => {
    expect(importSheetLines(lines)).toMatchObject({ results: [], issues: ['split-heading 2'] });
  });

  test('is refused with a fourth row', () => {
    const heads = ['指標名,計画期間,,,目標', ',前期,,,', ',R4年度,,R5年度,', ',上期,下期,上期,'];
    expect(importSheetLines([...heads, '本,5,6,7,9']).issues).toEqual(['split-heading 3']);
  });

  test.each([
    [
      'a unit beside',
      ['指標名,R5年度実績,,目標値', '本,5,冊,9'],
      '{"heading":"R5年度実績","value":"冊","unit":1,"letters":"C"}',
    ],
    [
      'a number beside',
      ['指標名,R5年度実績,,目標値', '本,5,6,9'],
      '{"heading":"R5年度実績","value":"6","unit":"","letters":"C"}',
    ],
    [
      'a unit below',
      ['指標名,R5年度実績,目標値', ',冊,冊', '本,5,9'],
      '{"heading":"R5年度実績","value":"冊","unit":1,"letters":""}',
    ],
  ])('is reported with what it is: %s', (_what, lines, values) => {
    expect(importSheetCells(lines).issues.join()).toContain(`split-heading ${values}`);
  });

  test.each([
    ['beside a column without values', ['指標名,現状値,目標値,担当課,', '本,5,9,図書館,1']],
    ['in a row without a name', ['指標名,現状値,目標値,', '本,5,9,', ',,,7']],
  ])('does not have a number %s', (_what, lines) => {
    expect(importSheetLines(lines)).toMatchObject({ indicators: ['本 増加 5→9'], issues: [] });
  });

  test('is refused with letters in a third row', () => {
    const heads = ['指標名,現状値,実績,目標', ',R4年度,R5年度,R9年度', ',A,B,C'];
    expect(importSheetLines([...heads, '本,5,6,9']).issues).toEqual(['split-heading 3']);
  });

  test('is reported once, without its merged cells', () => {
    const { diagnostics } = importWorkbookSheet({
      rows: [
        ['指標名', '現状値（R4年度）', 'R6年度実績', null],
        [null, null, '男', '女'],
        ['本', 5, 30, 80],
      ],
      merged: ['C1:D1'],
    });
    expect(diagnostics).toEqual(['split-heading 2']);
  });

  test.each([
    ['words beside', '指標名,現状値,目標値,', '本,5,9,令和5年度に見直し'],
    ['numbers before the names', ',指標名,現状値,目標値', '1,本,5,9'],
  ])('is not reported: %s', (_what, head, row) => {
    expect(importSheetLines([head, row])).toMatchObject({ indicators: ['本 増加 5→9'], issues: [] });
  });
});

describe('a unit above the table', () => {
  test.each([
    ['（単位：千円）', '"unit":"千円"'],
    ['（単位：人、％）', '"unit":""'],
    ['（単位　千円）', '"unit":"千円"'],
    ['（単位千円）', '"unit":"千円"'],
    ['単位 千円', '"unit":""'],
  ])('is advised to be a column: %s', (words, unit) => {
    const [issue] = importSheetCells([words, '指標名,現状値,目標値', '寄附,5,6']).issues;
    expect(issue).toContain(unit);
  });

  test('is refused if an indicator has no other', () => {
    expect(importSheetLines(['（単位：千円）,,', '指標名,現状値,目標値', '寄附,5,6', '寄附（件）,7,8']).issues).toEqual(
      ['unit-above-table 1'],
    );
  });

  test.each([
    ['a column', ['（単位：千円）,,,', '指標名,単位,現状値,目標値', '寄附,円,5,6']],
    ['the name', ['（単位：千円）,,', '指標名,現状値,目標値', '寄附（件）,5,6']],
    ['the heading', ['（単位：千円）,,', '指標名,現状値（件）,目標値（件）', '寄附,5,6']],
    ['the values', ['（単位：千円）,,', '指標名,現状値,目標値', '寄附,5円,6円以上']],
  ])('does not matter beside the unit of %s', (_what, lines) => {
    expect(importSheetLines(lines).issues).toEqual([]);
  });
});

test('a unit beside a value, below no heading, is refused if no column has the units', () => {
  expect(importSheetLines(['指標名,現状値,,目標値,', '寄附,5,件,6,件']).issues).toEqual(['split-heading 2']);
  expect(importSheetLines(['指標名,単位,現状値,,目標値,', '寄附,件,5,件,6,件']).issues).toEqual([]);
});

describe('one row for each year', () => {
  test.each(['R4', 'Ｒ４', '２０２２'])('is refused, if the results have no year: %s', (year) => {
    const years = [`本,${year},5,6`, `本,${year},6,7`, `本,${year},7,8`];
    expect(importSheetLines(['指標名,年度,目標,実績', ...years]).issues).toEqual(['unreadable-layout 2']);
  });

  test('is not seen in the years of surveys', () => {
    const rows = ['本,R4,5,6', '紙,R5,6,7', '字,R6,7,8'];
    expect(importSheetLines(['指標名,調査年度,目標,実績', ...rows]).issues).toEqual([]);
  });
});

test('a name and a value over two columns are whole if nothing is in the second', () => {
  const head = ['指標名', null, '現状値', null, '目標値'];
  const rows = [head, ['本', null, 5, null, 9]];
  const merged = ['A1:B1', 'A2:B2', 'C1:D1', 'C2:D2'];
  expect(importWorkbookSheet({ rows, merged }).diagnostics).toEqual([]);
  const { diagnostics, hints } = importWorkbookSheet({ rows: [...rows, ['紙', null, 5, '推計', 9]], merged });
  expect(diagnostics).toEqual(['merged-cells 1', 'merged-cells 2']);
  expect(hints).toEqual([expect.stringContaining('ちがう見出し'), expect.stringContaining('それぞれのセルに値を')]);
});

test('目標 before the names is a sentence beside the targets, whatever numbers it contains', () => {
  expect(importSheetLines(['目標,指標名,現状値,目標値', '1日8000歩,歩数,7000歩,8000歩'])).toMatchObject({
    indicators: ['歩数 歩 増加 7000歩→8000歩'],
    warnings: [],
  });
});

test('a heading that displays something else than its value is reported, although its column is not used', () => {
  const diagnose = (...headings: readonly WorkbookCell[]) =>
    importWorkbookSheet({
      rows: [
        ['指標名', '令和4年度実績', ...headings],
        ['本', 5, 6],
      ],
    });
  const isAdvised = (hints: readonly string[]) => hints.some((hint) => hint.includes('要らない列なら、表から除けば'));
  const unsure = diagnose({ number: 6, format: '[=6]"令和6年度実績";0' });
  expect([unsure.diagnostics[0], isAdvised(unsure.hints)]).toEqual(['unsure-format 1', true]);
  const failed = diagnose({ mistake: '#REF!' });
  expect(failed.diagnostics).toContain('error-cell 1');
  expect(isAdvised(failed.hints)).toBe(true);
  expect(diagnose('メモ', { mistake: '#REF!' }).diagnostics).not.toContain('error-cell 1');
});

test('the advice for a value is not that for a heading', () => {
  const rows = [
    ['指標名', '令和4年度実績'],
    ['本', { mistake: '#REF!' }],
  ];
  expect(importWorkbookSheet({ rows }).hints.join()).not.toContain('要らない列');
});

test('a total row is left out with its formulas, whether they fail or not', () => {
  const total = [{ formula: 'SUM(B2)', result: 5 }, { mistake: '#DIV/0!' }];
  const rows = [
    ['指標名', '現状値（令和4年度）', '令和5年度実績'],
    ['本', 5, 6],
    ['集計', ...total],
  ];
  const { indicators, diagnostics } = importWorkbookSheet({ rows });
  expect([indicators.length, diagnostics.filter((code) => code.includes('cell'))]).toEqual([1, []]);
});

test('a hidden column is refused only if it is used', () => {
  const rows = [
    ['指標名', '区分', 'R4年度', 'R5年度', '担当者のメモ'],
    ['本', '目標', 5, 6, '要確認'],
    [null, '実績', 4, 5],
  ];
  const diagnose = (column: number) => importWorkbookSheet({ rows, hiddenColumns: [column] }).diagnostics;
  expect(diagnose(5)).not.toContain('hidden-cells 2');
  expect([diagnose(2), diagnose(4)]).toEqual(Array(2).fill(expect.arrayContaining(['hidden-cells 3'])));
});

describe('a hidden row', () => {
  const head = ['施策', '指標名', '現状値（令和4年度）', '令和5年度実績'];
  const [first, last] = [
    ['読書', '本', 5, 6],
    [null, '紙', 5, 6],
  ];
  const importHidden = (...rows: readonly (readonly WorkbookCell[])[]) =>
    importWorkbookSheet({ rows: [head, first, ...rows, last], hiddenRows: rows.map((_, at) => at + 3) });

  test.each<[string, ...(readonly WorkbookCell[])[]]>([
    ['a total', [null, '合計', 10, 12]],
    ['a note', [null, '※ 事業費は見込み']],
    ['a title', [null, '第2節 まちづくり']],
  ])('is left out with a notice, if it is %s', (_what, row) => {
    const { diagnostics, hiddenNotices } = importHidden(row);
    expect(diagnostics).not.toContain('hidden-cells 3');
    expect(hiddenNotices).toEqual(['3: 3行めはかくれていて、取りこむものがないので、使いません。']);
  });

  test.each<[string, ...(readonly WorkbookCell[])[]]>([
    ['an indicator', [null, '字', 5, 6]],
    ['an indicator below a total', [null, '合計', 10, 12], [null, '字', 5, 6]],
    ['the name of the measure of the next row', ['広報', '合計', 10, 12]],
    ['a note that a mark may lead to', ['※1 見込み']],
    ['a name that may be a part of another', [null, '講座']],
  ])('is refused, if it is %s', (_what, ...rows) => {
    const { diagnostics, hiddenNotices } = importHidden(...rows);
    expect([diagnostics, hiddenNotices]).toEqual([expect.arrayContaining(['hidden-cells 3']), []]);
  });

  test('of 達成率 below an indicator is left out', () => {
    const rows = [
      ['指標名', '区分', 'R4年度', 'R5年度'],
      ['本', '目標', 5, 6],
      [null, '実績', 4, 5],
      [null, '達成率', 80, 83],
    ];
    expect(importWorkbookSheet({ rows, hiddenRows: [4] }).diagnostics).not.toContain('hidden-cells 4');
    expect(importWorkbookSheet({ rows, hiddenRows: [3, 4] }).diagnostics).toContain('hidden-cells 3');
  });
});

test('a format of a row that is left out does not matter, whatever the reason', () => {
  const head = ['指標名', '現状値（令和4年度）', '令和5年度実績'];
  const title = { number: '第2節 まちづくり', format: '[=1]"x";0' };
  const { indicators, diagnostics } = importWorkbookSheet({ rows: [head, ['本', 5, 6], [title], ['紙', 5, 6]] });
  expect([indicators.length, diagnostics.filter((one) => one.startsWith('unsure'))]).toEqual([2, []]);
});

test.each(['"①率\n②数","①3%\n②5人","①4%\n②6人"', '"率\n数","3%\n5人","4%\n－"', '"・率\n・数",,"4%\n6人"'])(
  'several indicators in one row are refused: %j',
  (row) => {
    const { issues, indicators } = importSheetLines(['KPI,基準値,目標値', row]);
    expect([issues, indicators]).toEqual([['unreadable-layout 2'], []]);
  },
);

test('a name in two lines beside one value, or beside a value with its time, is whole', () => {
  const lines = ['KPI,基準値,目標値', '"健診を\n受けた率","3%\n（R4年度）",4%'];
  expect(importSheetLines(lines)).toMatchObject({
    indicators: [expect.stringContaining('健診を受けた率')],
    issues: [],
  });
});

describe('以上 or 以下 in a cell of its own', () => {
  test.each([
    ['without a heading', '指標名,単位,現状値,目標値,', '本,人,40,50,以下'],
    ['below a heading', '指標名,単位,現状値,目標値,以上／以下', '本,人,40,50,以下'],
    ['before the target', '指標名,基準,単位,現状値,目標値', '本,未満,人,40,50'],
    ['as a sign', '指標名,比較,単位,現状値,目標値', '本,≦,人,40,50'],
    ['in brackets', '指標名,単位,現状値,目標値,条件', '本,人,40,50人,（以内）'],
    ['among notes', '指標名,単位,現状値,目標値,備考', '本,人,40,50,以下'],
    ['as a sign of comparison', '指標名,単位,現状値,目標値,比較', '本,人,40,50,＞'],
    ['below a condition', '指標名,単位,現状値,目標値,達成条件', '本,人,40,50,以上'],
    ['below a direction', '指標名,単位,現状値,目標値,達成の方向', '本,人,40,50,以上'],
    ['as 程度, without a heading', '指標名,単位,現状値,目標値,', '本,人,40,50,程度'],
    ['as 超過, below a heading of bounds', '指標名,単位,現状値,目標値,以上・超過', '本,人,40,50,（超過）'],
    ['beside an interim target', '指標名,単位,現状値,中間目標（R7年度）,条件,目標値', '本,人,40,50,以下,45以下'],
  ])('is refused, since the target may mean the opposite: %s', (_what, ...lines) => {
    const { issues, indicators } = importSheetLines(lines);
    expect([issues, indicators]).toEqual([['split-heading 2'], []]);
  });

  test.each([
    ['以下', '50以下', '以下'],
    ['（以内）', '50以内', '（以内）'],
    ['≦', '50以下', '≦'],
    ['≧', '50以上', '≧'],
    ['＜', '50未満', '＜'],
  ])('is named with its cell, its target and what to do: %s', (bound, written, quoted) => {
    const { diagnostics, hints } = importWorkbookSheet({
      rows: [
        ['指標名', '現状値', '目標値'],
        ['紙', 40, 50, null],
        ['本', 40, 50, bound],
      ],
    });
    expect(diagnostics).toEqual(['split-heading 3']);
    expect(hints).toEqual([
      `目標のセルに「${written}」のように書いてください。目標のことでなければ、D列の「${quoted}」を消してください。`,
    ]);
  });

  test.each([
    ['the target has it too', '指標名,単位,現状値,目標値,条件', '本,人,40,50以下,以下'],
    ['the target is no number', '指標名,単位,現状値,目標値,条件', '本,人,40,未定,以下'],
    ['it ends a document', '指標名,単位,現状値,目標値,担当', '本,人,40,50,課', ',,,,以上'],
    ['it is the unit', '指標名,単位,現状値,目標値', '本,以上,40,50'],
    ['no column has targets', '指標名,条件,現状値,R5年度実績', '本,以下,40,41'],
    ['the cell has more words', '指標名,単位,現状値,目標値,備考', '本,人,40,50,前年度以上'],
    ['it compares the result', '指標名,単位,現状値,目標値,目標との比較', '本,人,40,50,超過'],
    ['it is the state of the result', '指標名,単位,現状値,目標値,達成状況', '本,人,40,50,未満'],
    ['it judges the result', '指標名,単位,現状値,目標値,判定', '本,人,40,50,以上'],
    ['it says how far the result is', '指標名,単位,現状値,目標値,実績の状況', '本,人,40,50,程度'],
    ['it is the sign of a trend', '指標名,単位,現状値,目標値,進捗', '本,人,40,50,>'],
    ['it is a remark', '指標名,単位,現状値,目標値,備考', '本,人,40,50,超過'],
    ['it is an arrow between values', '指標名,単位,現状値,,目標値', '本,人,40,＞,50'],
  ])('does not matter if %s', (_what, ...lines) => {
    const { issues, indicators } = importSheetLines(lines);
    expect([issues, indicators.length]).toEqual([[], 1]);
  });
});

describe('a second row of headings that no reading takes', () => {
  const years = ',R3年度,R8年度,R4年度,R5年度';
  test.each([
    [
      'beside names in an untitled column',
      '評価指標,,現況値,目標値,実績値,',
      `項目,内容${years}`,
      '利用,利用者数,5,9,6,7',
    ],
    [
      'below the same heading twice',
      '評価指標,評価指標,現況値,目標値,実績値,',
      `項目,内容${years}`,
      '利用,利用者数,5,9,6,7',
    ],
    ['beside a kind', '種類,評価指標,現況値,目標値,実績値,', `項目,内容${years}`, '利用,利用者数,5,9,6,7'],
    ['with years alone', '指標名,現況値,目標値,実績値,', '区分,R3,R8,R4,R5', '利用者数,5,9,6,7'],
  ])('is named as such, %s', (_where, ...lines) => {
    expect(importSheetLines(lines).issues).toEqual(['split-heading 2']);
  });

  test.each([
    ['that is read', '指標,,現状値,目標値,実績', '分野,名称,R3年度,R8年度,R4年度', '利用,利用者数,5,9,6'],
    ['without years', '指標名,現状値,目標値', '項目,,', '利用者数,5,9'],
    ['but an indicator in years', '指標名,現状値,目標値', '橋が完成する年,令和3年度,令和8年度'],
  ])('is not a row %s', (_what, ...lines) => {
    const { issues, indicators } = importSheetLines(lines);
    expect([issues, indicators.length]).toEqual([[], 1]);
  });
});
