import { isFilledCell } from '../input/input-rows.ts';
import { memoizeByObject } from '../model/collections.ts';
import { formatCount } from '../notation/format.ts';
import { findPlatformCharacters } from '../tables/cells/cell-issues.ts';
import { countJsonValues, findListedValues, LINE_BREAK, suggestOneLine, WEEKDAYS } from './listed-values.ts';
import * as rule from './readability-rule.ts';
import { isDamagedText, isNumericColumn, isProseText, listFilledCells } from './sheet-table.ts';
import type { ReadableFile, SheetTableColumn } from './sheet-table.ts';

/** One letter, white space, one letter, and so on: 総　数. */
const SPACED_OUT = /^[^\x20-\x7e\s](?:[ \u3000]+[^\x20-\x7e\s])+$/u;

/** Kinds of white space for appearance, each with its message. */
const WHITE_SPACE: readonly (readonly [RegExp, string])[] = [
  [/^\s|\s$/u, 'はじめか終わりに空白があります。'],
  [/\t/u, 'タブが入っています。'],
  [/\s\s/u, '空白が続いています。'],
];

const removeExtraSpace = (text: string): string =>
  text
    .trim()
    .replace(LINE_BREAK, '')
    .replace(/\t+/gu, ' ')
    .replace(/(\s)\s+/gu, '$1');

const collectTexts = memoizeByObject(
  (column: SheetTableColumn) => new Set(listFilledCells(column).map(({ text }) => text.trim())),
);

/** Judges letters with white space between them: one word if it also occurs without it, else perhaps values. */
function judgeSpacedLetters(text: string, column: SheetTableColumn, isHeading: boolean): rule.ViolationMessage | null {
  if (WEEKDAYS.test(text)) return null;
  const wrong = '字と字のあいだに、見た目のための空白があります。';
  const word = text.replace(/\s/gu, '');
  if (isHeading || collectTexts(column).has(word)) return { wrong, instead: `「${word}」と書いてください。` };
  return {
    wrong: '字と字のあいだに空白があります。',
    instead: '字をそろえるための空白か、別々の値の区切りかを確かめてください。',
    doubtful: true,
  };
}

/** Judges the white space in a text. Rule L1-14 reports line breaks in a CSV. */
function judgeWhiteSpace(text: string, column: SheetTableColumn, isHeading: boolean, { format }: ReadableFile) {
  const doubtful = !isHeading && isProseText(text);
  if (format === 'xlsx' && /[\r\n]/u.test(text))
    return { wrong: 'セルの中で改行しています。', instead: suggestOneLine(text), doubtful };
  const line = format === 'csv' ? text.replace(/[\r\n]+/gu, '') : text;
  if (SPACED_OUT.test(line)) return judgeSpacedLetters(line, column, isHeading);
  const wrong = WHITE_SPACE.find(([form]) => form.test(line))?.[1];
  const kept = removeExtraSpace(text);
  return wrong === undefined ? null : { wrong, instead: kept ? `「${kept}」と書いてください。` : '空にしてください。' };
}

const SPLIT_VALUES = '値を1つずつ別の行か別の列に分けるか、つながりだけの表を別につくってください。';

function judgeListedValues(text: string, column: SheetTableColumn): rule.ViolationMessage | null {
  const inJson = countJsonValues(text);
  if (inJson > 1)
    return { wrong: `1つのセルに、JSON で${formatCount(inJson)}の値が入っています。`, instead: SPLIT_VALUES };
  const listed = findListedValues(text, column);
  if (!listed) return null;
  const values = `${formatCount(listed.values.length)}の値（${listed.values.join(' / ')}）`;
  if (listed.sure) return { wrong: `1つのセルに${values}が入っています。`, instead: SPLIT_VALUES };
  return {
    wrong: `1つのセルに${values}が入っているように見えます。`,
    instead: text.includes(';')
      ? '国の標準データセットの「診療科目」のように「;」で並べる決まりの列なら、このままでかまいません。ほかの列なら、行か列を分けてください。'
      : '1つの名前か、別々の値かを確かめてください。',
    doubtful: true,
  };
}

/** Headings of names: 名称, 氏名, 施設名, 資料名. */
export const NAME_HEADING = /名(?:称|前)?(?:[（(].*)?$/su;

/** True for a column of names or of copies of printed texts, which must stay as they are. */
const isVerbatim = ({ title, metadata }: SheetTableColumn): boolean =>
  metadata ? metadata.printed : NAME_HEADING.test(title);

/** A heading that says that an empty cell means 0: 件数（空欄は0）. */
const EMPTY_IS_ZERO = /(?:空[欄らん]*|記入なし|ブランク)[^、。]{0,40}(?:は|=|＝|が|：)[^、。]{0,40}(?:0|０|ゼロ|零)/u;

const listEmptyCells = (column: SheetTableColumn) =>
  isNumericColumn(column) ? column.cells.filter(({ text }) => !isFilledCell(text)) : [];

/** L1-06 to L1-09: the values of cells. */
export const valueRules: readonly rule.ReadabilityRule[] = [
  rule.defineRule({
    id: 'L1-06',
    title: '見た目のための空白や改行がない',
    asks: '字をそろえるための空白や、セルの中の改行を入れません。入れると、同じ言葉でも別のものとして扱われます。',
    looks:
      'セルの前後の空白、続いた空白、1字ずつのあいだの空白、タブを調べます。Excel では、セルの中の改行も調べます（CSV の改行は L1-14）。',
    people: '1字ずつ空白であけた言葉が、1つの値か、いくつもの値か。Excel の文の中の改行が、見た目のためか。',
    find: (file) => rule.findInTexts(file, (text, column, isHeading) => judgeWhiteSpace(text, column, isHeading, file)),
    otherwise: '見た目のための空白や改行はありません。',
  }),
  rule.defineRule({
    id: 'L1-07',
    title: '1つのセルに1つの値',
    asks: '1つのセルには、1つの値だけを書きます。いくつもあるものは、行か列を分けます。',
    looks:
      '文ではないセルに「|」で分けた値、並んだ曜日、JSON がないかを調べます。「、」「,」「/」や改行で分けた言葉は、どれも同じ列に1つだけでも出てくるとき、値の並びとみなします。',
    people:
      '「、」「,」「/」や改行で分けた言葉や「12（3）」が、1つの値か、いくつもの値か。「;」で分けた値が、国の標準データセットの決まりによるものか。',
    find: (file) =>
      rule.findInAllCells(file, (column) =>
        column.metadata?.printed ? null : rule.judgeTexts(column, (text) => judgeListedValues(text, column)),
      ),
    otherwise: 'いくつもの値を並べたセルは見つかりません。',
  }),
  rule.defineRule({
    id: 'L1-08',
    title: '機種依存文字を使わない',
    asks: '丸数字、㈱、㎡、半角カナのように、機種や読むプログラムによって変わる文字を使いません。人や場所の名前は別です。',
    looks:
      '見出しとセルに、囲み文字、組み文字、ローマ数字の記号、半角カナ、外字がないかを調べます。名前の列（見出しが「名」「名称」で終わる列と、説明に「書かれているとおり」の写しとある列）は、固有名詞として除きます。',
    find: (file) =>
      rule.findInTexts(file, (text, column, isHeading) => {
        const isCopy = isVerbatim(column) && !isHeading;
        const [first] = isCopy || isDamagedText(text) ? [] : findPlatformCharacters(text);
        return first ? rule.quoteIssue(first.issue) : null;
      }),
    otherwise: ({ tables }) => {
      const skipped = tables.flatMap(({ columns }) => columns.filter(isVerbatim).map(({ title }) => title));
      const note = `名前や、資料の表記を写した列（${[...new Set(skipped)].join('、')}）は除きました。`;
      return rule.passRule(`機種依存文字はありません。${skipped.length === 0 ? '' : note}`);
    },
  }),
  rule.defineRule({
    id: 'L1-09',
    title: '空欄と0を分ける',
    asks: '値が0のところには0と書きます。空欄は、値がない、またはわからないときだけに使います。',
    looks:
      '数の列に空欄があるかを調べます。列の説明があれば、空欄の意味が決まっているかを調べます。見出しが「空欄は0」のように言っていれば不合格です。',
    people: '列の説明がないとき、空欄が0を表していないかどうか。',
    find: (file) => [
      ...rule.findInHeadings(file, ({ title }) =>
        EMPTY_IS_ZERO.test(title)
          ? {
              wrong: `見出し「${title}」は、空欄を0としています。`,
              instead: '0 のセルには 0 と書き、見出しからこの断りを消してください。',
            }
          : null,
      ),
      ...rule.findInColumns(file, (column, table) => {
        if (!column.metadata || column.metadata.nullable) return [];
        return listEmptyCells(column).map(({ row }) =>
          rule.createViolation(table, row, column.index, {
            wrong: '空にならないはずの数の列が、空です。',
            instead: '0 なら 0 と書いてください。わからないなら、空のときの意味を列の説明に書いてください。',
          }),
        );
      }),
    ],
    otherwise: ({ tables }) => {
      const unclear = tables.some(
        ({ metadata, columns }) => !metadata && columns.some((column) => listEmptyCells(column).length > 0),
      );
      return unclear
        ? rule.askPerson('数の列に空欄があります。それが0を表していないかは、書いた人にしかわかりません。')
        : rule.passRule('数の列に、意味のわからない空欄はありません。');
    },
  }),
];
