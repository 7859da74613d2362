import {
  countFilledCells,
  isDittoMark,
  isMissingMark,
  isNumberCell,
  isNumericColumn,
  isProseText,
  listFilledCells,
  looksLikeNumber,
  matchesMostCells,
  type SheetRow,
  type SheetTable,
  type SheetTableColumn,
} from './sheet-table.ts';
import {
  askPerson,
  checkCells,
  checkColumns,
  checkHeadings,
  createViolation,
  failRuleAt,
  findInputViolations,
  passRule,
  type ReadabilityRule,
  type ReadableFile,
  type Violation,
} from './readability-rule.ts';
import { isFilledCell } from '../input/input-rows.ts';

/** Full-width signs as programs write them, without separators; squared units (㎡) are signs without digits. */
const plain = (text: string): string =>
  text
    .replace(/[\u3300-\u33ff]/gu, '*')
    .normalize('NFKC')
    .replace(/(?<=\d),(?=\d)/gu, '');

/** A number with something before or behind it: 59件, 5,587, ▲3.2, 約30, 50人以上, 12*. */
const AMOUNT = /^[約△▲※+-]{0,2}\d+(?:\.\d+)?[^\d\s]{0,6}$/u;

const isAmount = (text: string): boolean => AMOUNT.test(plain(text.trim()));

/** What cells are not amounts though they begin with digits: times, codes and numbers of things. */
const OTHERWISE =
  /^\d+(?:年|月|日|時|分|号|番|丁目|条|章|節|款|次|期|階|組|班|級|種|類|位|回目|か年|カ年)|^\d+[-:/]/u;

const POWERS: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 億: 1e8 };

/** The number inside an amount as it is written; △ and ▲ stand for minus. */
function numberIn(text: string): string {
  const found = /\d+(?:\.\d+)?/u.exec(plain(text))?.[0] ?? '';
  return `${/^[△▲-]/u.test(plain(text)) ? '-' : ''}${found}`;
}

/** True where the same row tells the number by itself in another column: number, unit and notation each have their own. */
function toldBeside({ cells }: SheetRow, index: number, text: string): boolean {
  const power = POWERS[/\d([千万億])/u.exec(plain(text))?.[1] ?? ''] ?? 1;
  const number = Number(numberIn(text)) * power;
  return cells.some((cell, at) => at !== index && looksLikeNumber(cell.text) && Number(cell.text) === number);
}

/** True for a column of numbers with their units; one that is described as text is meant to be so. */
function hasUnits(column: SheetTableColumn): boolean {
  if (column.described || isNumericColumn(column)) return false;
  return matchesMostCells(column, (text) => isAmount(text) && !OTHERWISE.test(plain(text)));
}

/** What to write for an amount; its parts, where it has a unit or a note. */
function instead(text: string): string {
  const number = numberIn(text);
  if (number === '') return 'この列には数だけを書き、言葉は注の列をつくってそこに書いてください。';
  const rest = text.trim().replace(/^\D*?[\d０-９.,．，]+/u, '');
  return `「${number}」と書いてください。${rest === '' ? '' : `「${rest}」は、見出しか、単位や注の列に書きます。`}`;
}

function faultsIn(table: SheetTable, column: SheetTableColumn, { format }: ReadableFile): Violation[] {
  const units = hasUnits(column);
  if (!units && !isNumericColumn(column)) return [];
  const grid = format === 'xlsx' && (column.described !== null || hasNumbers(column));
  return listFilledCells(column).flatMap(({ line, cell, text }) => {
    if (isNumberCell(cell, grid) || isMissingMark(text) || isDittoMark(text)) return [];
    if (units && !isAmount(text)) return [];
    if (!column.described && toldBeside(line, column.index, text)) return [];
    const wrong = looksLikeNumber(text)
      ? `「${text}」は数ですが、文字として入っています。`
      : `数の列に「${text}」と書かれていて、数として読めません。`;
    const mended = looksLikeNumber(text)
      ? 'セルの書式を標準にして、数を入れなおしてください。'
      : instead(text);
    return [createViolation(table, line, column.index, wrong, mended)];
  });
}

/** True where at least one cell of a sheet's column is a number: codes may all be texts. */
const hasNumbers = (column: SheetTableColumn): boolean =>
  listFilledCells(column).some(({ cell }) => cell.kind === 'number');

export const numbersRule: ReadabilityRule = {
  id: 'L2-01',
  title: '数は数だけで書く',
  asks: '数の列には数だけを書きます。単位や注は、見出しか別の列に書きます。けたを分けるカンマも書きません。',
  looks:
    '数の列（説明で数とされた列。説明がなければ、ほとんどのセルが数の列）に、単位、注、カンマ、全角の数字、▲、文字としての数がないかを調べます。同じ行の別の列に同じ数だけのセルがあれば、表記の写しとみなして除きます。',
  people: '',
  judge: 'machine',
  formats: ['csv', 'xlsx'],
  check: (book) =>
    failRuleAt(
      checkColumns(book, (table, column) => faultsIn(table, column, book)),
      passRule('数の列には、数だけが書かれています。'),
    ),
};

const CODE_ADVICE = '上の行と同じでも、値を省かずに書いてください。';

/**
 * The first column names groups, and only at the head of each: it begins with a value, leaves at least two rows empty,
 * and no value comes twice.
 */
function groups(table: SheetTable): Violation[] {
  const [column] = table.columns;
  if (!column || column.described || !isFilledCell(column.title)) return [];
  const given = listFilledCells(column);
  const empty = column.cells.filter(({ text }) => !isFilledCell(text));
  const isGroups =
    isFilledCell(column.cells[0]?.text) &&
    empty.length > 1 &&
    new Set(given.map(({ text }) => text)).size === given.length;
  if (!isGroups) return [];
  return empty.map(({ line }) =>
    createViolation(table, line, 0, '左の列が空で、上の行の値を省いたように見えます。', CODE_ADVICE),
  );
}

export const noDittoRule: ReadabilityRule = {
  id: 'L2-02',
  title: '「同上」で省かない',
  asks: '上の行と同じ値でも、「同上」「〃」と書いたり空けたりせず、どの行にも値を書きます。',
  looks: '「同上」「〃」などのセルと、左はしの列でまとまりのはじめにだけ値がある書き方を調べます。',
  people: '',
  judge: 'machine',
  formats: ['csv', 'xlsx'],
  check: (book) =>
    failRuleAt(
      [
        ...checkCells(book, (text) =>
          isDittoMark(text) ? { wrong: `「${text}」で値を省いています。`, instead: CODE_ADVICE } : null,
        ),
        ...book.tables.flatMap(groups),
      ],
      passRule('値を省いたところはありません。'),
    ),
};

/** Rows of headings above the headings, which complete them. */
function upper(table: SheetTable): Violation[] {
  return table.above
    .filter((line) => countFilledCells(line) > 1)
    .map((line) =>
      createViolation(
        table,
        line,
        line.cells.findIndex(({ text }) => isFilledCell(text)),
        '見出しが2行に分かれていて、下の行だけでは何の列かがわかりません。',
        '「令和5年度」と「件数」を「令和5年度の件数」とするように、1行の見出しにまとめてください。',
      ),
    );
}

const normalizeTitle = (title: string): string => title.normalize('NFKC').replace(/\s/gu, '').toLowerCase();

export const uniqueHeadingsRule: ReadabilityRule = {
  id: 'L2-03',
  title: '見出しは省かず、同じものがない',
  asks: '見出しは、それだけで何の列かがわかるように書き、同じ見出しを2つ以上つけません。',
  looks: '同じ見出し、「〃」の見出し、2行に分かれた見出しを調べます。',
  people: '',
  judge: 'machine',
  formats: ['csv', 'xlsx'],
  check: (book) => {
    const faults = checkHeadings(book, (column, { columns }) => {
      const { title, index } = column;
      if (isDittoMark(title))
        return {
          wrong: `見出し「${title}」は、となりの見出しを省いています。`,
          instead: '見出しを省かずに書いてください。',
        };
      const first = columns.findIndex((one) => normalizeTitle(one.title) === normalizeTitle(title));
      if (!isFilledCell(title) || first === index) return null;
      return {
        wrong: `「${title}」という見出しが、${first + 1}列めにもあります。`,
        instead: '「現状値の時点」「目標値の時点」のように、ちがう見出しにしてください。',
      };
    });
    return failRuleAt(
      [...faults, ...book.tables.flatMap(upper)],
      passRule('同じ見出しや、省いた見出しはありません。'),
    );
  },
};

/** The most different values of a column that may be a choice, and the fewest rows by which to tell. */
const [MOST_CHOICES, FEWEST_ROWS] = [20, 4];

/** What two spellings of one value have in common; white space is the matter of L1-06. */
const folded = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '').toLowerCase();

const withoutSpace = (text: string): string => text.replace(/\s/gu, '');

/** Values that are not on the column's list. */
function unlisted(table: SheetTable, column: SheetTableColumn): Violation[] {
  const choices = column.described?.choices;
  if (!choices) return [];
  return listFilledCells(column)
    .filter(({ text }) => !choices.includes(text))
    .map(({ line, text }) =>
      createViolation(
        table,
        line,
        column.index,
        `「${text}」は、決めた値の中にありません。`,
        `${choices.map((one) => `「${one}」`).join('')}のどれかを書いてください。`,
      ),
    );
}

/** In a column of few values, one value in two spellings: Ａ型 and A型. The one that comes more often is right. */
function twoSpellings(table: SheetTable, column: SheetTableColumn): Violation[] {
  const cells = listFilledCells(column);
  const values = new Set(cells.map(({ text }) => folded(text)));
  const isChoice =
    !column.described &&
    cells.length >= FEWEST_ROWS &&
    values.size <= MOST_CHOICES &&
    values.size <= cells.length / 2 &&
    !cells.some(({ text }) => isProseText(text));
  if (!isChoice) return [];
  const spellings = Map.groupBy(cells, ({ text }) => text);
  const count = (text: string) => spellings.get(text)?.length ?? 0;
  const usual = new Map<string, string>();
  for (const text of spellings.keys())
    if (count(text) > count(usual.get(folded(text)) ?? '')) usual.set(folded(text), text);
  return cells.flatMap(({ line, text }) => {
    const known = usual.get(folded(text)) ?? text;
    if (withoutSpace(known) === withoutSpace(text)) return [];
    return [
      createViolation(
        table,
        line,
        column.index,
        `「${text}」は、ほかの行の「${known}」と書き方がちがいます。`,
        `「${known}」にそろえてください。`,
      ),
    ];
  });
}

export const choicesRule: ReadabilityRule = {
  id: 'L2-04',
  title: '選ぶ値は決めた中から',
  asks: '種類や状態のようにいくつかから選ぶ列は、前もって決めた値だけを使い、書き方をそろえます。',
  looks:
    '列の説明に値の一覧があれば、それにない値を調べます。説明がなければ、少ない値がくり返し出る列で、全角と半角や空白だけがちがう値を調べます。',
  people: '列の説明がないとき、決めた値だけかどうか。',
  judge: 'both',
  formats: ['csv', 'xlsx'],
  check: ({ tables }) => {
    const faults = tables.flatMap((table) =>
      table.columns.flatMap((column) => [...unlisted(table, column), ...twoSpellings(table, column)]),
    );
    return failRuleAt(
      faults,
      tables[0]?.described
        ? passRule('選ぶ列には、決めた値だけがあります。')
        : askPerson(
            '書き方のちがう同じ値は見つかりません。決めた値だけかどうかは、値の一覧とくらべてください。',
          ),
    );
  },
};

/** その他（夜間のみ）, その他：夜間のみ. */
const DETAILS = /^(その他|そのほか)\s*(?:[（(［[]\s*(.+?)\s*[）)］\]]|[：:]\s*(.+))$/u;

export const otherChoiceRule: ReadabilityRule = {
  id: 'L2-05',
  title: '「その他」の中身は別の列',
  asks: '「その他」を選んだときのくわしい中身は、同じセルに書かず、別の列に書きます。',
  looks: '「その他（…）」「その他：…」のように、中身をつけたセルを調べます。資料の表記を写した列は除きます。',
  people: '',
  judge: 'machine',
  formats: ['csv', 'xlsx'],
  check: (book) =>
    failRuleAt(
      checkCells(book, (text, { described }) => {
        const [, other, inside, behind] = described?.printed ? [] : (DETAILS.exec(text) ?? []);
        const details = inside ?? behind;
        if (other === undefined || details === undefined) return null;
        return {
          wrong: `「${other}」とその中身「${details}」が、1つのセルに書かれています。`,
          instead: `このセルは「${other}」だけにし、「${details}」は新しい列に書いてください。`,
        };
      }),
      passRule('「その他」に中身をつけたセルはありません。'),
    ),
};

const INSTEAD = '計算した値を、「値として貼り付け」で入れてください。';

export const noFormulasRule: ReadabilityRule = {
  id: 'L2-06',
  title: 'Excel：数式がない',
  asks: '数式ではなく、計算した値を入れます。数式は、読むプログラムやほかのファイルがないと値になりません。',
  looks: 'すべてのシートに、数式と、計算のまちがい（#REF! など）がないかを調べます。',
  people: '',
  judge: 'machine',
  formats: ['xlsx'],
  check: (book) =>
    failRuleAt(
      findInputViolations(book, {
        'formula-cell': { wrong: 'セルが数式です。', instead: INSTEAD },
        'error-cell': { wrong: '数式の計算がまちがっているか、結果が保存されていません。', instead: INSTEAD },
      }),
      passRule('数式はありません。'),
    ),
};
