import {
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
  type ViolationMessage,
} from './readability-rule.ts';
import { findEmptyColumns } from './find-table.ts';
import {
  isMissingMark,
  listFilledCells,
  type SheetRow,
  type SheetTable,
  type SheetTableColumn,
} from './sheet-table.ts';
import { isFilledCell } from '../input/input-rows.ts';
import { messageCatalogue } from '../diagnostics/catalogue/message-catalogue.ts';

/** A file that can't be read never comes so far: `judge` tells what forbids it. */
export const formatRule: ReadabilityRule = {
  id: 'L1-01',
  title: '機械で読める形式である',
  asks: 'プログラムがそのまま読める、だれでも使える形式で公表します。PDF や画像の表は、読み取れません。',
  looks: 'ファイルの中身が CSV か Excel ブック（.xlsx）で、文字がこわれていないことを調べます。',
  people: '',
  judge: 'machine',
  formats: ['csv', 'xlsx'],
  check: ({ format, encoding }) =>
    passRule(
      format === 'csv'
        ? `CSV として読めました。文字コードは ${encoding} です。`
        : 'Excel ブックとして読めました。',
    ),
};

export const oneTableRule: ReadabilityRule = {
  id: 'L1-02',
  title: '1つのファイルやシートに表は1つ',
  asks: '1つの CSV、1つのシートには、1つの表だけを入れます。',
  looks: '下や横で、見出しがもう一度はじまっていないかを調べます。',
  people: '',
  judge: 'machine',
  formats: ['csv', 'xlsx'],
  check: ({ tables }) =>
    failRuleAt(
      tables.flatMap((table) =>
        table.otherTables.map(({ line, index }) => ({
          ...createViolation(
            table,
            line,
            index,
            'ここから別の表がはじまっています。',
            'この表を、別のファイルか別のシートに移してください。',
          ),
          heading: '',
        })),
      ),
      passRule('表は1つだけです。'),
    ),
};

function findMultipleValues(table: SheetTable): Violation[] {
  const rows = table.gaps.map((line) => ({
    sheet: table.sheet.name,
    line,
    column: 1,
    heading: '',
    value: '',
    wrong: '表の途中に、何も書かれていない行があります。',
    instead: 'この行を消してください。',
  }));
  const columns = findEmptyColumns(table).map(({ index }) =>
    createViolation(
      table,
      table.heading,
      index,
      '表の途中に、何も書かれていない列があります。',
      'この列を消してください。',
    ),
  );
  return [...rows, ...columns];
}

export const noGapsRule: ReadabilityRule = {
  id: 'L1-03',
  title: '表の途中があいていない',
  asks: '空の行や列をはさんだり、1つの表をいくつかに分けたりしません。',
  looks: '見出しから最後の行までに、空の行や空の列がないかを調べます。',
  people: '',
  judge: 'machine',
  formats: ['csv', 'xlsx'],
  check: ({ tables }) =>
    failRuleAt(tables.flatMap(findMultipleValues), passRule('空の行や空の列はありません。')),
};

export const noNotesRule: ReadabilityRule = {
  id: 'L1-04',
  title: '表の外に注や題を書かない',
  asks: '表の題、注、出典は、表のあるファイルやシートの中に書かず、別のところに書きます。',
  looks: '見出しの上や、表の下に、1つのセルだけの行がないかを調べます。',
  people: '',
  judge: 'machine',
  formats: ['csv', 'xlsx'],
  check: ({ tables }) =>
    failRuleAt(
      tables.flatMap((table) =>
        table.notes.map((line) => ({
          ...createViolation(
            table,
            line,
            line.cells.findIndex(({ text }) => isFilledCell(text)),
            '表の中身ではない題や注が書かれています。',
            'この行を消し、説明の文書か、Excel なら別のシートに書いてください。',
          ),
          heading: '',
        })),
      ),
      passRule('題や注の行はありません。'),
    ),
};

/** What programs and people write where they know no heading: 列1, Column3, Unnamed: 2, F4, A. */
const TELLS_NOTHING =
  /^(?:(?:列|column|field|col|unnamed:?)\s*(?:[\d０-９]{1,3}|[A-ZＡ-Ｚ])?|(?:項目|データ|見出し|data)\s*(?:[\d０-９]{1,3}|[A-ZＡ-Ｚ])|[FVC]\d{1,3}|[A-ZＡ-Ｚ]|[?？]+)$/iu;

function wrongWith(column: SheetTableColumn): ViolationMessage | null {
  const { title } = column;
  if (!isFilledCell(title))
    return listFilledCells(column).length === 0
      ? null
      : { wrong: '値のある列に、見出しがありません。', instead: '何の列かがわかる見出しを書いてください。' };
  if (!TELLS_NOTHING.test(title.trim()) && !isMissingMark(title)) return null;
  return {
    wrong: `見出し「${title}」では、何の列かがわかりません。`,
    instead: '「施設名」「件数（件）」のように、中身を表す言葉にしてください。',
  };
}

export const headingsRule: ReadabilityRule = {
  id: 'L1-05',
  title: 'どの列にも内容のわかる見出しがある',
  asks: 'すべての列に、何の値かがわかる見出しをつけます。',
  looks: '見出しが空の列と、「列1」のように中身を表さない見出しがないかを調べます。',
  people: '言葉がわかりやすいかどうか。',
  judge: 'both',
  formats: ['csv', 'xlsx'],
  check: (book) =>
    failRuleAt(
      checkHeadings(book, wrongWith),
      passRule('すべての列に見出しがあり、「列1」のような見出しはありません。'),
    ),
};

export const noObjectsRule: ReadabilityRule = {
  id: 'L1-10',
  title: 'Excel：図やメモをのせない',
  asks: '図形、画像、グラフ、メモを表のシートにのせません。その中の言葉や値は、読み取れません。',
  looks: 'すべてのシートに、図形、画像、グラフ、メモ、埋めこんだファイルがないかを調べます。',
  people: '',
  judge: 'machine',
  formats: ['xlsx'],
  check: ({ tables }) =>
    failRuleAt(
      tables.flatMap(({ sheet }) =>
        sheet.objects.map(({ kind, line, column }) => ({
          sheet: sheet.name,
          line,
          column,
          heading: '',
          value: '',
          wrong: `シートに${kind}がのっています。`,
          instead: '中身を表の値か説明の文書に移し、シートから消してください。',
        })),
      ),
      passRule('図形、画像、グラフ、メモはありません。'),
    ),
};

type Cells = SheetTableColumn['cells'];

/** The look that most cells have. */
function usual(cells: Cells): string {
  const counts = Map.groupBy(cells, ({ cell }) => cell.appearance);
  return [...counts].sort((a, b) => b[1].length - a[1].length)[0]?.[0] ?? '';
}

const isUniform = (cells: Cells) => cells.every(({ cell }) => cell.appearance === cells[0]?.cell.appearance);

/** True for stripes: every second row looks the same, so that the look says nothing of the values. */
function isStriped(cells: Cells): boolean {
  const halves = [0, 1].map((half) => cells.filter(({ line }) => line.line % 2 === half));
  return halves.every((half) => half.length > 1 && isUniform(half));
}

function findObjects(table: SheetTable, column: SheetTableColumn): Violation[] {
  const cells = listFilledCells(column);
  const most = usual(cells);
  const odd = isStriped(cells) ? [] : cells.filter(({ cell }) => cell.appearance !== most);
  return [
    ...odd.map(({ line, cell }) =>
      createViolation(
        table,
        line,
        column.index,
        `同じ列のほかのセルと、書式（${cell.appearance || '色も飾りもなし'}）がちがいます。`,
        '書式で表している意味を、列をつくって値として書き、書式をそろえてください。',
      ),
    ),
    ...cells
      .filter(({ cell }) => cell.affix !== '')
      .map(({ line, cell }) =>
        createViolation(
          table,
          line,
          column.index,
          `「${cell.affix}」は書式でつけた字で、値は ${cell.text} だけです。`,
          '書式を標準に戻し、単位は見出しか単位の列に書いてください。',
        ),
      ),
  ];
}

export const noMeaningByFormatRule: ReadabilityRule = {
  id: 'L1-11',
  title: 'Excel：色や書式だけで意味を表さない',
  asks: 'セルの色、文字の色、取り消し線、太字、表示形式でつけた単位などに、意味をもたせません。CSV にすると消えます。',
  looks:
    '同じ列の中で、一部のセルだけ背景の色、文字の色、太字などがちがわないか、表示形式が単位などの字をつけていないかを調べます。見出しと、1行おきの色は除きます。',
  people: '',
  judge: 'machine',
  formats: ['xlsx'],
  check: (book) =>
    failRuleAt(checkColumns(book, findObjects), passRule('書式は、どの列でもそろっています。')),
};

export const noMergedRule: ReadabilityRule = {
  id: 'L1-12',
  title: 'Excel：セルを結合しない',
  asks: 'セルを結合しません。結合したセルの値は、左上の1つのセルにしか入っていません。',
  looks: 'すべてのシートに、結合されたセルがないかを調べます。',
  people: '',
  judge: 'machine',
  formats: ['xlsx'],
  check: (book) =>
    failRuleAt(findInputViolations(book, { 'merged-cells': null }), passRule('結合されたセルはありません。')),
};

export const nothingHiddenRule: ReadabilityRule = {
  id: 'L1-13',
  title: 'Excel：かくれた行・列・シートがない',
  asks: '見えない行、列、シートを残しません。見る人には見えず、読むプログラムには見えます。',
  looks: '値のある行や列と、シートが、かくれていないかを調べます。',
  people: '',
  judge: 'machine',
  formats: ['xlsx'],
  check: (book) => {
    const sheets = book.hiddenSheets.map((sheet) => ({
      sheet,
      line: 1,
      column: 1,
      heading: '',
      value: '',
      wrong: `シート「${sheet}」がかくれています。`,
      instead: messageCatalogue['hidden-cells'].fix({}),
    }));
    return failRuleAt(
      [...findInputViolations(book, { 'hidden-cells': null }), ...sheets],
      passRule('かくれた行、列、シートはありません。'),
    );
  },
};

/** Rows with fewer cells than there are headings: a record that breaks off, and goes on in the next line. */
function short({ tables }: ReadableFile): Violation[] {
  return tables.flatMap((table) => {
    const width = table.heading.cells.findLastIndex(({ text }) => isFilledCell(text)) + 1;
    return table.records
      .filter(({ cells, brokenFrom }) => cells.length < width && brokenFrom === null)
      .map((line) =>
        createViolation(
          table,
          line,
          line.cells.length - 1,
          `見出しは${width}列ですが、この行は${line.cells.length}列で終わっています。`,
          '1件を1行に書いてください。値のない列も、カンマは書きます。',
        ),
      );
  });
}

export const oneLineRule: ReadabilityRule = {
  id: 'L1-14',
  title: 'CSV：1件は1行',
  asks: 'CSV では、1件を1行に書きます。セルの中で改行しません。',
  looks: 'セルの中の改行と、見出しより列の少ない行を調べます。',
  people: '',
  judge: 'machine',
  formats: ['csv'],
  check: (book) => {
    const broken = checkCells(
      book,
      (text) =>
        /[\r\n]/u.test(text)
          ? {
              wrong: 'セルの中で改行しているので、1件が1行になりません。',
              instead: `「${text.replace(/\s*[\r\n]+\s*/gu, '')}」のように、改行せずに書いてください。`,
            }
          : null,
      true,
    );
    return failRuleAt([...broken, ...short(book)], passRule('どの行も1件で、改行のあるセルはありません。'));
  },
};

/** Where a number was parted at its comma: 56 and 789 for 56,789; else -1. */
function partedNumber({ cells }: SheetRow): number {
  return cells.findIndex(
    ({ text }, at) => /^[-▲△]?\d{1,3}$/u.test(text.trim()) && /^\d{3}\D?/u.test(cells[at + 1]?.text ?? ''),
  );
}

function tooLong(table: SheetTable, line: SheetRow, width: number): Violation {
  const at = partedNumber(line);
  const number =
    at < 0
      ? '1,234'
      : line.cells
          .slice(at, at + 2)
          .map(({ text }) => text)
          .join(',');
  return createViolation(
    table,
    line,
    at < 0 ? width : at,
    `見出しは${width}列ですが、この行は${line.cells.length}列あります。カンマのあるセルが囲まれていないようです。`,
    `"${number}" のように、カンマのあるセル全体を「"」で囲んでください。`,
    at < 0 ? undefined : number,
  );
}

function findSeveralTables(table: SheetTable): Violation[] {
  const width = table.heading.cells.length;
  const long = table.records
    .filter(({ cells, brokenFrom }) => cells.length > width && brokenFrom === null)
    .map((line) => tooLong(table, line, width));
  const broken = [table.heading, ...table.records]
    .filter((line) => line.brokenFrom !== null)
    .map((line) =>
      createViolation(
        table,
        line,
        0,
        '「"」の数が合いません。',
        'セルの中の「"」は「""」と書き、そのセル全体を「"」で囲んでください。',
      ),
    );
  return [...long, ...broken];
}

export const quotedCellsRule: ReadabilityRule = {
  id: 'L1-15',
  title: 'CSV：カンマのあるセルは「"」で囲む',
  asks: 'CSV で値の中にカンマがあるときは、そのセルを「"」で囲みます。囲まないと、そこで列が分かれます。',
  looks: '見出しより列の多い行と、「"」の数が合わない行を調べます。',
  people: '',
  judge: 'machine',
  formats: ['csv'],
  check: ({ tables }) =>
    failRuleAt(
      tables.flatMap(findSeveralTables),
      passRule('どの行も、見出しより多くの列に分かれていません。'),
    ),
};
