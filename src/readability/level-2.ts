import { max } from 'd3';
import { isFilledCell } from '../input/input-rows.ts';
import { memoizeByObject } from '../model/collections.ts';
import { foldCase } from '../model/japanese-text.ts';
import { formatPlainDecimal, shiftDecimal } from '../notation/decimal.ts';
import * as rule from './readability-rule.ts';
import * as sheet from './sheet-table.ts';

/** Normalizes a text, without separators of thousands, with - for −3 and ー3; ㎡ and ① become signs without digits. */
const normalizeNumber = (text: string): string =>
  text
    .replace(/[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3251-\u325f\u32b1-\u32bf\u3300-\u33ff]/gu, '*')
    .normalize('NFKC')
    .replace(/(?<!\p{L})[‐-―−ー](?=\d)/gu, '-')
    .replace(/(?<=\d)(?:,| (?=\d{3}(?!\d)))(?=\d)|(?<=\d) (?=[^\d\s])|(?<=[約△▲※¥$-]) (?=\d)/gu, '')
    .trim();

/** A number with something before or after it: 59件, 5,587, ▲3.2, ¥30, 約30, 50人以上, 12*. */
const AMOUNT = /^[約△▲※¥$+-]{0,2}\d+(?:\.\d+)?[^\d\s]{0,6}$/u;

/** Texts that begin with digits but are times, codes, ordinals and classes: 10月, 3号, 20代, 65歳以上, 2LDK. */
const NO_AMOUNT =
  /^\d+(?:年|月|日|時|分|号|番|丁目|条|章|節|款|次|期|階|組|班|級|種|類|位|代|歳.|回目|か年|カ年)|^\d+(?:[-:/]|[FR]$|S?L?D?K$)/u;

function isPlainAmount(text: string): boolean {
  const normalized = normalizeNumber(text);
  return AMOUNT.test(normalized) && !NO_AMOUNT.test(normalized);
}

const POWERS: Readonly<Record<string, number>> = { 千: 3, 万: 4, 億: 8 };

/** Returns the digits of an amount, with a minus for △ and ▲: 12000 for 1.2万人, or 1.2 without its power. */
function extractNumber(text: string, withPower = true): string {
  const [, minus, digits = '', power = ''] =
    /^(\D?[△▲-])?\D*(\d+(?:\.\d+)?)([千万億]?)/u.exec(normalizeNumber(text)) ?? [];
  const shift = withPower ? (POWERS[power] ?? 0) : 0;
  return `${minus === undefined ? '' : '-'}${shift === 0 ? digits : formatPlainDecimal(shiftDecimal(Number(digits), shift))}`;
}

/** True if another cell of the row contains only the same number: number, unit and notation have separate columns. */
function hasNumberBeside({ cells }: sheet.SheetRow, index: number, text: string): boolean {
  const number = Number(extractNumber(text));
  return cells.some((cell, at) => at !== index && sheet.looksLikeNumber(cell.text) && Number(cell.text) === number);
}

/** Headings of columns that number the rows: No., 番号. */
const ORDINAL_HEADING = /^(?:no\.?|番号|項番|通番|連番|#)$/u;

/** Headings of codes, versions and telephone numbers, which may be texts, with letters and hyphens: POIコード 1503a. */
const CODE_HEADING = /(?:コード|番号|の版|電話|tel|fax|code|id)$/iu;

/** Judges a text in a column of numbers that is not a number. Only an amount has a number that can replace it. */
function judgeNumberText(text: string, { title, metadata }: sheet.SheetTableColumn): rule.ViolationMessage {
  if (sheet.looksLikeNumber(text))
    return {
      wrong: `「${text}」は数ですが、文字として入っています。`,
      instead: 'セルの書式を標準にして、数を入れ直してください。',
    };
  const wrong = `数の列に「${text}」と書かれていて、数として読めません。`;
  if (isPlainAmount(text)) {
    const [before = '', power = '', after = ''] = text.split(/[△▲+＋‐-―−ー－-]?[\d０-９.,．， ]+([千万億]?)/u);
    // 5千円 is 5 below 予算（千円）. 千 may also be part of a name.
    const isInHeading = title.includes(power + after.trim());
    if (power !== '' && !isInHeading && /[百千万億]/u.test(title))
      return { wrong, instead: '見出しの単位でいくつかを確かめて、数だけを書いてください。', doubtful: true };
    const words = [before, isInHeading ? power + after : after].filter(isFilledCell);
    const quoted = words.map((word) => `「${word.trim()}」`).join('と');
    const elsewhere = quoted && `${quoted}は、見出しか、単位や注の列に書きます。`;
    return { wrong, instead: `「${extractNumber(text, !isInHeading)}」と書いてください。${elsewhere}` };
  }
  if (metadata || !/\d/u.test(text.normalize('NFKC')))
    return { wrong, instead: 'この列には数だけを書き、言葉は注の列をつくってそこに書いてください。' };
  return { wrong, instead: '数の列か、番号や区分の列かを確かめてください。', doubtful: true };
}

const REPEAT_VALUE = '上の行と同じでも、値を省かずに書いてください。';

/** Finds the empty cells of a first column that names each group only at its first row: no value occurs twice. */
function findOmittedGroupNames(table: sheet.SheetTable): rule.Violation[] {
  const [column] = table.columns;
  if (!column || column.metadata || !isFilledCell(column.title)) return [];
  const filled = sheet.listFilledCells(column);
  const empty = column.cells.filter(({ text }) => !isFilledCell(text));
  if (!isFilledCell(column.cells[0]?.text) || empty.length < 2) return [];
  if (new Set(filled.map(({ text }) => text)).size < filled.length) return [];
  // Row numbers are not names of groups.
  const counted = (max(filled, ({ text }) => Number(text)) ?? 0) - Number(filled[0]?.text);
  const rows = column.cells.findLastIndex(({ text }) => isFilledCell(text));
  if (counted >= rows && counted < 2 * rows) return [];
  const message = { wrong: '左の列が空で、上の行の値を省いたように見えます。', instead: REPEAT_VALUE };
  return empty.map(({ row }) => rule.createViolation(table, row, 0, message));
}

/** Finds headings of several rows, which must be read together. */
function findSplitHeadings(table: sheet.SheetTable): rule.Violation[] {
  const [first] = table.headings;
  if (!first || table.headings.length === 1) return [];
  return [
    rule.createViolation(table, first, sheet.findFirstFilled(first), {
      wrong: `見出しが${table.headings.length}行に分かれていて、1つの行だけでは何の列かがわかりません。`,
      instead: '「令和5年度」と「件数」を「令和5年度の件数」とするように、1行の見出しにまとめてください。',
    }),
  ];
}

/** The maximum number of different values in a column of choices, and its minimum number of rows. */
const [MAX_CHOICES, MIN_ROWS] = [20, 4];

const removeSpace = (text: string): string => text.replace(/\s/gu, '');

/** True for a column of few values that occur again and again. */
function isChoiceColumn(column: sheet.SheetTableColumn): boolean {
  const texts = sheet.listFilledCells(column).map(({ text }) => text);
  const values = new Set(texts.map(foldCase)).size;
  return (
    texts.length >= MIN_ROWS && values <= MAX_CHOICES && values <= texts.length / 2 && !texts.some(sheet.isProseText)
  );
}

/** Returns the most frequent spelling of each value, by its normalized spelling: Ａ型 and A型 are one value. */
function findUsualSpellings(column: sheet.SheetTableColumn): ReadonlyMap<string, string> {
  const cells = Map.groupBy(sheet.listFilledCells(column), ({ text }) => text);
  const count = (text = '') => cells.get(text)?.length ?? 0;
  const usual = new Map<string, string>();
  for (const text of cells.keys()) {
    const value = foldCase(text);
    if (count(text) > count(usual.get(value))) usual.set(value, text);
  }
  return usual;
}

/** その他（夜間のみ）, その他：夜間のみ. */
const OTHER_WITH_DETAILS = /^(その他|そのほか)\s*(?:[（(［[](.+)[）)］\]]|[：:](.+))$/u;

/** Returns the first column with each heading, in any spelling. */
const findFirstHeadings = memoizeByObject(
  (columns: readonly sheet.SheetTableColumn[]) =>
    new Map(columns.map(({ title }, index) => [foldCase(title), index] as const).reverse()),
);

export const levelTwoRules: readonly rule.ReadabilityRule[] = [
  rule.defineRule({
    id: 'L2-01',
    title: '数は数だけで書く',
    asks: '数の列には数だけを書きます。単位や注は、見出しか別の列に書きます。けたを分けるコンマも書きません。',
    looks:
      '数の列（説明で数とされた列。説明がなければ、ほとんどのセルが数の列）に、単位、注、コンマ、全角の数字、▲、文字としての数がないかを調べます。同じ行の別の列に同じ数だけのセルがあれば、表記の写しとみなして除きます。「No.」「番号」の列も除きます。',
    people: '列の説明がないとき、数の列にある「A1」「20代」のような書き方が、数か、番号や区分か。',
    find: (file) =>
      rule.findInAllCells(file, (column) => {
        const title = column.metadata ? '' : foldCase(column.title);
        if (ORDINAL_HEADING.test(title)) return null;
        // A description can declare a column of texts.
        const hasUnits =
          !column.metadata && !sheet.isNumericColumn(column) && sheet.matchesMostCells(column, isPlainAmount);
        if (!hasUnits && !sheet.isNumericColumn(column)) return null;
        // Without a description, a column of an Excel file with only texts can contain codes.
        const needsNumberCells =
          file.format === 'xlsx' &&
          (column.metadata !== null || sheet.listFilledCells(column).some(({ cell }) => cell.isNumber));
        return (text, row, { isNumber }) => {
          if (needsNumberCells ? isNumber : sheet.looksLikeNumber(text)) return null;
          if (sheet.isMissingMark(text) || sheet.isRepeatMark(text)) return null;
          if (CODE_HEADING.test(title) && (sheet.looksLikeNumber(text) || /[^\d\s]/u.test(normalizeNumber(text))))
            return null;
          if (hasUnits && !isPlainAmount(text)) return null;
          if (!column.metadata && hasNumberBeside(row, column.index, text)) return null;
          return judgeNumberText(text, column);
        };
      }),
    otherwise: '数の列に、直すところは見つかりません。',
  }),
  rule.defineRule({
    id: 'L2-02',
    title: '「同上」で省かない',
    asks: '上の行と同じ値でも、「同上」「〃」と書いたり空けたりせず、どの行にも値を書きます。',
    looks: '「同上」「〃」などのセルと、左はしの列でまとまりのはじめにだけ値がある書き方を調べます。',
    find: (file) => [
      ...rule.findInAllCells(file, (column) =>
        rule.judgeTexts(column, (text) =>
          sheet.isRepeatMark(text) ? { wrong: `「${text}」で値を省いています。`, instead: REPEAT_VALUE } : null,
        ),
      ),
      ...file.tables.flatMap(findOmittedGroupNames),
    ],
    otherwise: '値を省いたところはありません。',
  }),
  rule.defineRule({
    id: 'L2-03',
    title: '見出しは省かず、同じものがない',
    asks: '見出しは、それだけで何の列かがわかるように書き、同じ見出しを2つ以上つけません。',
    looks: '同じ見出し、「〃」の見出し、2行に分かれた見出しを調べます。',
    find: (file) => [
      ...rule.findInHeadings(file, ({ title, index }, { columns }) => {
        if (sheet.isRepeatMark(title))
          return {
            wrong: `見出し「${title}」は、となりの見出しを省いています。`,
            instead: '見出しを省かずに書いてください。',
          };
        const first = findFirstHeadings(columns).get(foldCase(title)) ?? index;
        if (!isFilledCell(title) || first === index) return null;
        return {
          wrong: `「${title}」という見出しが、${first + 1}列めにもあります。`,
          instead: '「現状値の時点」「目標値の時点」のように、ちがう見出しにしてください。',
        };
      }),
      ...file.tables.flatMap(findSplitHeadings),
    ],
    otherwise: '同じ見出しや、省いた見出しはありません。',
  }),
  rule.defineRule({
    id: 'L2-04',
    title: '選ぶ値は決めた中から',
    asks: '種類や状態のようにいくつかから選ぶ列は、前もって決めた値だけを使い、書き方をそろえます。',
    looks:
      '列の説明に値の一覧があれば、それにない値を調べます。説明がなければ、少ない値がくり返し出る列で、全角と半角や空白だけがちがう値を調べます。',
    people: '列の説明がないとき、決めた値だけかどうか。',
    find: (file) =>
      rule.findInAllCells(file, (column) => {
        const choices = column.metadata?.choices;
        if (choices) {
          const instead = `${choices.map((choice) => `「${choice}」`).join('')}のどれかを書いてください。`;
          return (text) =>
            choices.includes(text) ? null : { wrong: `「${text}」は、決めた値の中にありません。`, instead };
        }
        if (column.metadata || !isChoiceColumn(column)) return null;
        const spellings = findUsualSpellings(column);
        return (text) => {
          const usual = spellings.get(foldCase(text)) ?? text;
          // Rule L1-06 reports spellings that differ only in white space.
          if (removeSpace(usual) === removeSpace(text)) return null;
          return {
            wrong: `「${text}」は、ほかの行の「${usual}」と書き方がちがいます。`,
            instead: `「${usual}」にそろえてください。`,
          };
        };
      }),
    otherwise: '選ぶ列には、決めた値だけがあります。',
    undescribed: '書き方のちがう同じ値は見つかりません。決めた値だけかどうかは、値の一覧とくらべてください。',
  }),
  rule.defineRule({
    id: 'L2-05',
    title: '「その他」の中身は別の列',
    asks: '「その他」を選んだときのくわしい中身は、同じセルに書かず、別の列に書きます。',
    looks: '「その他（…）」「その他：…」のように、中身をつけたセルを調べます。資料の表記を写した列は除きます。',
    people: '列の説明がないとき、「その他（…）」が、ほかの値のように決めた名前か。',
    find: (file) =>
      rule.findInAllCells(file, (column) => {
        if (column.metadata?.printed) return null;
        const texts = sheet.listFilledCells(column).map(({ text }) => text);
        const others = texts.filter((text) => text.startsWith('その他'));
        // A name occurs only once, like all others of its column, or always in one spelling.
        const areChosen = new Set(texts).size < texts.length && (others.length === 1 || new Set(others).size > 1);
        return (text) => {
          const [, other, inBrackets, afterColon] = OTHER_WITH_DETAILS.exec(text) ?? [];
          const details = (inBrackets ?? afterColon)?.trim();
          if (other === undefined || !details) return null;
          return {
            wrong: `「${other}」とその中身「${details}」が、1つのセルに書かれています。`,
            instead: `このセルは「${other}」だけにし、「${details}」は新しい列に書いてください。`,
            doubtful: !column.metadata && !areChosen,
          };
        };
      }),
    otherwise: '「その他」に中身をつけたセルはありません。',
  }),
  rule.defineRule({
    id: 'L2-06',
    title: 'Excel：数式がない',
    asks: '数式ではなく、計算した値を入れます。数式は、読むプログラムやほかのファイルがないと値になりません。',
    looks: 'すべてのシートに、数式と、計算のまちがい（#REF! など）がないかを調べます。',
    formats: ['xlsx'],
    find: (file) => rule.findWorkbookViolations(file, 'formula-cell', 'error-cell'),
    otherwise: '数式はありません。',
  }),
];
