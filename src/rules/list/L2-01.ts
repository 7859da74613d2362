import {
  listFilledCells,
  isDittoMark,
  isMissingMark,
  isNumberCell,
  isNumericColumn,
  looksLikeNumber,
  matchesMostCells,
} from '../cells.ts';
import {
  checkColumns,
  failRuleAt,
  createViolation,
  passRule,
  type Violation,
  type ReadableFile,
  type ReadabilityRule,
} from '../rule.ts';
import type { SheetTableColumn, SheetRow, SheetTable } from '../table.ts';

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
