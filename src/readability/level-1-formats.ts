import { findDividedNumber } from '../validation/row-parser.ts';
import { getTexts } from './find-table.ts';
import { suggestOneLine } from './listed-values.ts';
import * as rule from './readability-rule.ts';
import { BLANK_CELL, findLastFilled, isUrlText, listFilledCells } from './sheet-table.ts';
import type { SheetTableCell, SheetRow, SheetTable, SheetTableColumn } from './sheet-table.ts';

type Cells = SheetTableColumn['cells'];

/** The minimum share of the cells of a column that look alike, so that the others differ from them. */
const MIN_ALIKE_SHARE = 0.75;

const describeAppearance = ({ appearance }: SheetTableCell = BLANK_CELL): string => appearance || '色も飾りもなし';

/** True for a link, which Excel underlines and colours by itself. */
const isMarkedLink = (text: string, { appearance }: SheetTableCell): boolean =>
  appearance.startsWith('下線') && (isUrlText(text) || text.includes('@'));

/** True if every second row has the same appearance: such an appearance has no meaning. */
function isStriped(cells: Cells): boolean {
  const halves = [0, 1].map((half) => cells.filter(({ row }) => row.line % 2 === half));
  return halves.every((half) => half.length > 1 && new Set(half.map(({ cell }) => cell.appearance)).size === 1);
}

/**
 * Finds the cells that do not look like most of their column; if there is no usual look, only a person can judge.
 * @param groups the cells that look the same, from the most to the fewest
 */
function findUnusualCells(column: SheetTableColumn, table: SheetTable, groups: readonly Cells[]): rule.Violation[] {
  const [usual = [], ...others] = groups;
  const count = groups.reduce((sum, group) => sum + group.length, 0);
  const hasUsual = usual.length >= MIN_ALIKE_SHARE * count;
  const unusual = hasUsual ? others.flat() : others.flatMap(([first]) => first ?? []);
  return unusual.map(({ row, cell }) => {
    const look = describeAppearance(cell);
    return rule.createViolation(table, row, column.index, {
      wrong: hasUsual
        ? `同じ列のほかのセルと、書式（${look}）がちがいます。`
        : `この列には、書式が「${describeAppearance(usual[0]?.cell)}」のセルと「${look}」のセルがまざっています。`,
      instead: hasUsual
        ? '書式で表している意味を、列をつくって値として書き、書式をそろえてください。'
        : '書式が何かの意味を表していないかを確かめてください。',
      doubtful: !hasUsual,
    });
  });
}

function findFormatsWithMeaning(column: SheetTableColumn, table: SheetTable): rule.Violation[] {
  const cells = listFilledCells(column).filter(({ text, cell }) => !isMarkedLink(text, cell));
  const groups = [...Map.groupBy(cells, ({ cell }) => cell.appearance).values()].sort((a, b) => b.length - a.length);
  return [
    ...(isStriped(cells) ? [] : findUnusualCells(column, table, groups)),
    ...cells
      .filter(({ cell }) => cell.affix !== '')
      .map(({ row, cell }) =>
        rule.createViolation(table, row, column.index, {
          wrong: `「${cell.affix}」は書式でつけた字で、値は ${cell.text} だけです。`,
          instead: 'CSV にすると消えます。単位なら、見出しか単位の列にも書いてあるかを確かめてください。',
          doubtful: true,
        }),
      ),
  ];
}

/** Finds rows with fewer cells than headings. A cell alone surely continues the record in the line above it. */
function findShortRows(table: SheetTable): rule.Violation[] {
  const width = Math.max(...table.headings.map(findLastFilled)) + 1;
  return table.records
    .filter(({ cells, brokenFrom }) => cells.length < width && brokenFrom === null)
    .map((row) =>
      rule.createViolation(table, row, row.cells.length - 1, {
        wrong: `見出しは${width}列ですが、この行は${row.cells.length}列で終わっています。`,
        instead: '1件を1行に書いてください。値のない列も、コンマは書きます。',
        doubtful: row.cells.length > 1,
      }),
    );
}

function createLongRowViolation(table: SheetTable, row: SheetRow, width: number): rule.Violation {
  const found = findDividedNumber(getTexts(row), width);
  const number = found?.text === '' ? undefined : found?.text;
  const quote = `"${number ?? '1,234'}" のように、コンマのあるセル全体を「"」で囲んでください。`;
  const message = {
    wrong: `見出しは${width}列ですが、この行は${row.cells.length}列あります。${found ? 'コンマのあるセルが囲まれていない' : '見出しが足りないか、コンマが多い'}ようです。`,
    instead: found ? quote : `見出しがなければ書き足し、余分なコンマは消してください。値の中のコンマなら、${quote}`,
    doubtful: !found && row.cells.slice(width).every(({ text }) => text === ''),
  };
  return rule.createViolation(table, row, number === undefined ? width : (found?.index ?? 0), message, number);
}

function findUnquotedCells(table: SheetTable): rule.Violation[] {
  const width = Math.max(...table.headings.map(({ cells }) => cells.length));
  const long = table.records
    .filter(({ cells, brokenFrom }) => cells.length > width && brokenFrom === null)
    .map((row) => createLongRowViolation(table, row, width));
  const unbalanced = [...table.headings, ...table.records]
    .filter(({ brokenFrom }) => brokenFrom !== null)
    .map((row) =>
      rule.createViolation(table, row, 0, {
        wrong: '「"」の数が合いません。',
        instead: 'セルの中の「"」は「""」と書き、そのセル全体を「"」で囲んでください。',
      }),
    );
  return [...long, ...unbalanced];
}

/** L1-10 to L1-15: the rules that only Excel files, or only CSV files, can break. */
export const formatRules: readonly rule.ReadabilityRule[] = [
  rule.defineRule({
    id: 'L1-10',
    title: 'Excel：図やメモをのせない',
    asks: '図形、画像、グラフ、メモを表のシートにのせません。その中の言葉や値は、読み取れません。',
    looks: 'すべてのシートに、図形、画像、グラフ、メモ、埋め込んだファイルがないかを調べます。',
    formats: ['xlsx'],
    find: ({ tables }) =>
      tables.flatMap(({ sheet }) =>
        sheet.objects.map((object) =>
          rule.createViolationAt(sheet.name, object, {
            wrong: `シートに${object.kind}がのっています。`,
            instead: '中身を表の値か説明の文書に移し、シートから消してください。',
          }),
        ),
      ),
    otherwise: '図形、画像、グラフ、メモはありません。',
  }),
  rule.defineRule({
    id: 'L1-11',
    title: 'Excel：色や書式だけで意味を表さない',
    asks: 'セルの色、文字の色、取り消し線、太字などの書式に、意味をもたせません。CSV にすると消えます。',
    looks:
      '値のあるセルの4分の3以上が同じ書式の列で、ほかのセルだけ背景の色、文字の色、太字などがちがわないか、表示形式が単位などの字をつけていないかを調べます。見出し、空のセル、1行おきの色、リンクの下線は除きます。',
    people: '同じ列に書式のちがうセルがまざっているときや、表示形式が字をつけているとき、書式に意味があるか。',
    formats: ['xlsx'],
    find: (file) => rule.findInColumns(file, findFormatsWithMeaning),
    otherwise: '書式は、どの列でもそろっています。',
  }),
  rule.defineRule({
    id: 'L1-12',
    title: 'Excel：セルを結合しない',
    asks: 'セルを結合しません。結合したセルの値は、左上の1つのセルにしか入っていません。',
    looks: 'すべてのシートに、結合されたセルがないかを調べます。',
    formats: ['xlsx'],
    find: (file) => rule.findWorkbookViolations(file, 'merged-cells'),
    otherwise: '結合されたセルはありません。',
  }),
  rule.defineRule({
    id: 'L1-13',
    title: 'Excel：かくれた行・列がない',
    asks: '見えない行や列を残しません。見る人には見えず、読むプログラムには見えます。',
    looks: '値のある行や列と、シートが、かくれていないかを調べます。',
    people: 'かくれたシートが、要るものか。',
    formats: ['xlsx'],
    find: (file) => [
      ...rule.findWorkbookViolations(file, 'hidden-cells'),
      ...file.hiddenSheets.map((sheet) => {
        const wrong = `シート「${sheet}」がかくれています。`;
        const message = { wrong, instead: '要らないシートなら、消してください。', doubtful: true };
        return rule.createViolationAt(sheet, { line: 1, column: 1 }, message);
      }),
    ],
    otherwise: 'かくれた行、列、シートはありません。',
  }),
  rule.defineRule({
    id: 'L1-14',
    title: 'CSV：1件は1行',
    asks: 'CSV では、1件を1行に書きます。セルの中で改行しません。',
    looks: 'セルの中の改行と、見出しより列の少ない行を調べます。',
    people: '列の少ない行が、途中で改行した1件か、終わりのコンマを省いた行か。',
    formats: ['csv'],
    find: (file) => [
      ...rule.findInTexts(file, (text) =>
        /[\r\n]/u.test(text)
          ? { wrong: 'セルの中で改行しているので、1件が1行になりません。', instead: suggestOneLine(text) }
          : null,
      ),
      ...file.tables.flatMap(findShortRows),
    ],
    otherwise: 'どの行も1件で、改行のあるセルはありません。',
  }),
  rule.defineRule({
    id: 'L1-15',
    title: 'CSV：コンマのあるセルは「"」で囲む',
    asks: 'CSV で値の中にコンマがあるときは、そのセルを「"」で囲みます。囲まないと、そこで列が分かれます。',
    looks: '見出しより列の多い行と、「"」の数が合わない行を調べます。',
    people: '多い列がどれも空のとき、値の中のコンマで分かれたのか。',
    formats: ['csv'],
    find: ({ tables }) => tables.flatMap(findUnquotedCells),
    otherwise: 'どの行も、見出しより多くの列に分かれていません。',
  }),
];
