import { isFilledCell } from '../input/input-rows.ts';
import { memoizeByObject } from '../model/collections.ts';
import { joinPatterns } from '../model/text-patterns.ts';
import { findBrokenCharacter } from '../tables/cells/cell-issues.ts';
import { findDividedNumber } from '../validation/row-parser.ts';
import { findEmptyColumns, getTexts, hasWideCell } from './find-table.ts';
import * as rule from './readability-rule.ts';
import { findFirstFilled, isDamagedText, isMissingMark, listFilledCells } from './sheet-table.ts';
import type { SheetRow, SheetTable } from './sheet-table.ts';

function findGaps(table: SheetTable): rule.Violation[] {
  const { sheet, heading, gaps } = table;
  const row = { wrong: '表の途中に、何も書かれていない行があります。', instead: 'この行を消してください。' };
  const column = { wrong: '表の途中に、何も書かれていない列があります。', instead: 'この列を消してください。' };
  return [
    ...gaps.map((line) => rule.createViolationAt(sheet.name, { line, column: 1 }, row)),
    ...findEmptyColumns(table).map(({ index }) => rule.createViolation(table, heading, index, column)),
  ];
}

/** Returns a test of rows of a table: true if commas of numbers divide a row. Each column without heading asks it. */
const getDividedNumberTest = memoizeByObject(({ heading }: SheetTable) =>
  memoizeByObject((row: SheetRow) => findDividedNumber(getTexts(row), heading.cells.length) !== null),
);

/** Meaningless headings that programs and people write: 列1, Column3, Unnamed: 2, F4, 001, A. */
const MEANINGLESS = joinPatterns(
  /^(?:列|column|field|col|unnamed:?)\s*(?:[\d０-９]{1,3}|[A-ZＡ-Ｚ])?$/iu, // 列1, Unnamed: 2, Column
  /^(?:項目|データ|見出し|data)\s*(?:[\d０-９]{1,3}|[A-ZＡ-Ｚ])$/iu, // 項目1, データA; 項目 alone may mean something
  /^(?:[FVC]\d{1,3}|0\d{1,3}|[A-ZＡ-Ｚ]|[?？]+)$/iu, // F4, 001, A, ？
);

/** L1-01 to L1-05: the form of the file and the layout of its table. */
export const layoutRules: readonly rule.ReadabilityRule[] = [
  /** A file of another form is never opened (see `judge-readability.ts`). */
  rule.defineRule({
    id: 'L1-01',
    title: '機械で読める形式である',
    asks: 'プログラムがそのまま読める、だれでも使える形式で公表します。PDF や画像の表は、読み取れません。',
    looks: 'ファイルの中身が CSV か Excel ブック（.xlsx）で、文字がこわれていないことを調べます。',
    people: 'JSON、XML、ODS のように、ルールが認めていて、このプログラムが開けない形式か。',
    find: (file) =>
      rule.findInTexts(file, (text) => {
        const issue = isDamagedText(text) ? findBrokenCharacter(text)?.issue : undefined;
        return issue ? rule.quoteIssue(issue) : null;
      }),
    otherwise: ({ format, encoding }) =>
      rule.passRule(
        format === 'csv' ? `CSV として読めました。文字コードは ${encoding} です。` : 'Excel ブックとして読めました。',
      ),
  }),
  rule.defineRule({
    id: 'L1-02',
    title: '1つのファイルやシートに表は1つ',
    asks: '1つの CSV、1つのシートには、1つの表だけを入れます。',
    looks: '下や横で、見出しがもう一度始まっていないかを調べます。',
    find: ({ tables }) =>
      tables.flatMap((table) =>
        table.otherTables.map(({ row, index }) => ({
          ...rule.createViolation(table, row, index, {
            wrong: 'ここから別の表が始まっています。',
            instead: 'この表を、別のファイルか別のシートに移してください。',
          }),
          heading: '',
        })),
      ),
    otherwise: '下や横に、別の表は見つかりません。',
  }),
  rule.defineRule({
    id: 'L1-03',
    title: '表の途中があいていない',
    asks: '空の行や列をはさんだり、1つの表をいくつかに分けたりしません。',
    looks: '見出しから最後の行までに、空の行や空の列がないかを調べます。',
    find: ({ tables }) => tables.flatMap(findGaps),
    otherwise: '見出しから最後の行までに、空の行や空の列はありません。',
  }),
  rule.defineRule({
    id: 'L1-04',
    title: '表の外に注や題を書かない',
    asks: '表の題、注、出典は、表のあるファイルやシートの中に書かず、別のところに書きます。',
    looks: '見出しの上の行、表の下の1つのセルだけの行、「#」で始まる行や型の名前の行を調べます。',
    find: ({ tables }) =>
      tables.flatMap((table) =>
        table.textRows.map((row) => ({
          ...rule.createViolation(table, row, findFirstFilled(row), {
            wrong: '表の中身ではない題や注が書かれています。',
            instead: 'この行を消し、説明の文書か、Excel なら別のシートに書いてください。',
          }),
          heading: '',
        })),
      ),
    otherwise: '題や注の行はありません。',
  }),
  rule.defineRule({
    id: 'L1-05',
    title: 'どの列にも内容のわかる見出しがある',
    asks: 'すべての列に、何の値かがわかる見出しをつけます。',
    looks: '見出しが空の列と、「列1」のように中身を表さない見出しがないかを調べます。',
    people: '言葉がわかりやすいかどうか。「X」「Y」だけの見出しで、何の列かがわかるか。',
    find: (file) =>
      rule.findInHeadings(file, (column, table) => {
        const { title, index } = column;
        if (!isFilledCell(title))
          // Rule L1-12 reports a heading in merged cells, and L1-15 the commas of numbers, which make columns.
          return hasWideCell(table.sheet, table.heading.line, index) ||
            listFilledCells(column).every(({ row }) => file.format === 'csv' && getDividedNumberTest(table)(row))
            ? null
            : { wrong: '値のある列に、見出しがありません。', instead: '何の列かがわかる見出しを書いてください。' };
        if (!MEANINGLESS.test(title.trim()) && !isMissingMark(title)) return null;
        return {
          wrong: `見出し「${title}」では、何の列かがわかりません。`,
          instead: '「施設名」「件数（件）」のように、中身を表す言葉にしてください。',
          // Coordinates have only these names.
          doubtful: /^[XYZＸＹＺ]$/iu.test(title.trim()),
        };
      }),
    otherwise: 'すべての列に見出しがあり、「列1」のような見出しはありません。',
  }),
];
