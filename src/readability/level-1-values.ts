import {
  askPerson,
  checkCells,
  checkColumns,
  checkHeadings,
  createViolation,
  failRuleAt,
  passRule,
  type ReadabilityRule,
  type ReadableFile,
  type Violation,
  type ViolationMessage,
} from './readability-rule.ts';
import { formatCount } from '../notation/format.ts';
import {
  isNumericColumn,
  isProseText,
  isUrlText,
  listFilledCells,
  type SheetTable,
  type SheetTableColumn,
} from './sheet-table.ts';
import { findPlatformCharacters } from '../tables/cells/character-issues.ts';
import { messageCatalogue } from '../diagnostics/catalogue/message-catalogue.ts';
import { isFilledCell } from '../input/input-rows.ts';

/** One letter, white space, one letter, and so on: 総　数. */
const SPREAD = /^[^\x20-\x7e\s](?:[ \u3000]+[^\x20-\x7e\s])+$/u;

const FORMS: readonly (readonly [RegExp, string])[] = [
  [/^\s|\s$/u, 'はじめか終わりに空白があります。'],
  [/\t/u, 'タブが入っています。'],
  [SPREAD, '字と字のあいだに、見ためのための空白があります。'],
  [/\s\s/u, '空白が続いています。'],
];

function plain(text: string): string {
  const trimmed = text.trim().replace(/\s*[\r\n]+\s*/gu, '');
  return SPREAD.test(trimmed) ? trimmed.replace(/\s/gu, '') : trimmed.replace(/\s+/gu, ' ');
}

/** Line breaks inside the cells of a CSV are the matter of L1-14. */
function describeFormulaFault(text: string, { format }: ReadableFile): ViolationMessage | null {
  const seen = format === 'csv' ? text.replace(/[\r\n]+/gu, '') : text;
  const broken = format === 'xlsx' && /[\r\n]/u.test(text) ? 'セルの中で改行しています。' : null;
  const wrong = broken ?? FORMS.find(([form]) => form.test(seen))?.[1];
  return wrong === undefined ? null : { wrong, instead: `「${plain(text)}」と書いてください。` };
}

export const noSpacesRule: ReadabilityRule = {
  id: 'L1-06',
  title: '見ためのための空白や改行がない',
  asks: '字をそろえるための空白や、セルの中の改行を入れません。入れると、同じ言葉でも別のものとして扱われます。',
  looks:
    'セルの前後の空白、続いた空白、1字ずつのあいだの空白、タブを調べます。Excel では、セルの中の改行も調べます（CSV の改行は L1-14）。',
  people: '',
  judge: 'machine',
  formats: ['csv', 'xlsx'],
  check: (book) =>
    failRuleAt(
      checkCells(book, (text) => describeFormulaFault(text, book), true),
      passRule('見ためのための空白や改行はありません。'),
    ),
};

/** What parts several values wherever it stands. */
const SURE = /[;；|｜\r\n]+/u;
/** What parts values in a list, and words in a name. */
const PERHAPS = /[,，、/／]+/u;

function parts(text: string, by: RegExp): string[] {
  const found = text.split(by).map((part) => part.trim());
  return found.length > 1 && found.every((part) => part !== '') ? found : [];
}

/** Ids, dates and paths are one value each, strokes and all. */
const perhapsParts = (text: string): string[] => (/^[\x21-\x7e]+$/u.test(text) ? [] : parts(text, PERHAPS));

/** True for a phrase of several words, in which a semicolon parts clauses. */
const isPhrase = (part: string): boolean => part.split(' ').length > 3;

function listed(text: string): string[] {
  const found = parts(text, SURE);
  return found.some(isPhrase) ? [] : found;
}

/**
 * A comma or a stroke may belong to a name (保全、更新), so that it parts values only where each of them stands in the
 * same column again: alone, or in another such list.
 */
function repeated(column: SheetTableColumn): Set<string> {
  const alone = new Set<string>();
  const lists = new Map<string, number>();
  for (const text of new Set(listFilledCells(column).map((one) => one.text))) {
    const found = perhapsParts(text);
    if (found.length === 0) alone.add(text.trim());
    for (const part of new Set(found)) lists.set(part, (lists.get(part) ?? 0) + 1);
  }
  return new Set([...lists].flatMap(([part, count]) => (alone.has(part) || count > 1 ? [part] : [])));
}

function faultsIn(table: SheetTable, column: SheetTableColumn): Violation[] {
  if (column.described?.printed) return [];
  const again = repeated(column);
  return listFilledCells(column).flatMap(({ line, text }) => {
    if (isProseText(text) || isUrlText(text)) return [];
    const sure = listed(text);
    const perhaps = perhapsParts(text);
    const found = sure.length > 0 ? sure : perhaps.every((part) => again.has(part)) ? perhaps : [];
    if (found.length === 0) return [];
    return [
      createViolation(
        table,
        line,
        column.index,
        `1つのセルに${formatCount(found.length)}の値（${found.join(' / ')}）が入っています。`,
        '値を1つずつ別の行か別の列に分けるか、つながりだけの表を別につくってください。',
      ),
    ];
  });
}

export const oneDatumRule: ReadabilityRule = {
  id: 'L1-07',
  title: '1つのセルに1つの値',
  asks: '1つのセルには、1つの値だけを書きます。いくつもあるものは、行か列を分けます。',
  looks:
    '文ではないセルに「;」「|」や改行で分けた値がないかを調べます。「、」「,」「/」は名前にも使うので、分けた言葉がどれも同じ列にくり返し出てくるときだけ、値のならびとみなします。',
  people: '',
  judge: 'machine',
  formats: ['csv', 'xlsx'],
  check: (book) =>
    failRuleAt(checkColumns(book, faultsIn), passRule('いくつもの値をならべたセルは見つかりません。')),
};

/** Headings of names: 名称, 氏名, 施設名, 資料名. */
const NAME = /名(?:称|前)?(?:[（(].*)?$/u;

/** Names, and what is copied as it is printed, are written as they are. */
const isName = ({ title, described }: SheetTableColumn): boolean =>
  described ? described.printed : NAME.test(title);

function describeCharacterFault(text: string): ViolationMessage | null {
  const [first] = findPlatformCharacters(text);
  if (!first) return null;
  const { message, fix } = messageCatalogue[first.issue.code];
  return { wrong: message(first.issue.values), instead: fix(first.issue.values) };
}

export const platformCharactersRule: ReadabilityRule = {
  id: 'L1-08',
  title: '機種に頼る文字を使わない',
  asks: '丸数字、㈱、㎡、半角カナのように、機種や読むプログラムによって変わる文字を使いません。人や場所の名前は別です。',
  looks:
    '見出しとセルに、囲み文字、組み文字、ローマ数字の記号、半角カナ、外字がないかを調べます。名前の列（見出しが「名」「名称」で終わる列と、説明に「書かれているとおり」の写しとある列）は、固有名詞として除きます。',
  people: '',
  judge: 'machine',
  formats: ['csv', 'xlsx'],
  check: (book) => {
    const left = book.tables.flatMap(({ columns }) => columns.filter(isName).map(({ title }) => title));
    return failRuleAt(
      checkCells(
        book,
        (text, column, line, table) =>
          isName(column) && line !== table.heading ? null : describeCharacterFault(text),
        true,
      ),
      passRule(
        left.length === 0
          ? '機種に頼る文字はありません。'
          : `機種に頼る文字はありません。名前や、資料の表記を写した列（${[...new Set(left)].join('、')}）は除きました。`,
      ),
    );
  },
};

/** A heading that gives a meaning to what is not there: 件数（空欄は0）. */
const EMPTY_IS_ZERO = /(?:空[欄らん]*|記入なし|ブランク)[^、。]*(?:は|=|＝|が|：)[^、。]*(?:0|０|ゼロ|零)/u;

const emptyIn = (table: SheetTable) =>
  table.columns.filter(isNumericColumn).map((column) => ({
    column,
    empty: column.cells.filter(({ text }) => !isFilledCell(text)),
  }));

/** Empty cells of a column that is described as never empty. */
function undescribed(table: SheetTable): Violation[] {
  return emptyIn(table).flatMap(({ column, empty }) =>
    column.described && !column.described.nullable
      ? empty.map(({ line }) =>
          createViolation(
            table,
            line,
            column.index,
            '空にならないはずの数の列が、空です。',
            '0 なら 0 と書いてください。わからないなら、空のときの意味を列の説明に書いてください。',
          ),
        )
      : [],
  );
}

export const zeroValueRule: ReadabilityRule = {
  id: 'L1-09',
  title: '空らんと0を分ける',
  asks: '値が0のところには0と書きます。空らんは、値がない、またはわからないときだけに使います。',
  looks:
    '数の列に空らんがあるかを調べます。列の説明があれば、空らんの意味が決まっているかを調べます。見出しが「空欄は0」のように言っていれば不合格です。',
  people: '列の説明がないとき、空らんが0を表していないかどうか。',
  judge: 'both',
  formats: ['csv', 'xlsx'],
  check: (book) => {
    const said = checkHeadings(book, ({ title }) =>
      EMPTY_IS_ZERO.test(title)
        ? {
            wrong: `見出し「${title}」は、空らんを0としています。`,
            instead: '0 のセルには 0 と書き、見出しからこの断りを消してください。',
          }
        : null,
    );
    const unclear = book.tables.some(
      (table) => !table.described && emptyIn(table).some(({ empty }) => empty.length > 0),
    );
    const otherwise = unclear
      ? askPerson('数の列に空らんがあります。それが0を表していないかは、書いた人にしかわかりません。')
      : passRule('数の列の空らんは、値がない、またはわからないときだけです。');
    return failRuleAt([...said, ...book.tables.flatMap(undescribed)], otherwise);
  },
};
