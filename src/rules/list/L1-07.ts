import { formatCount } from '../../draw/number.ts';
import { listFilledCells, isUrlText, isProseText } from '../cells.ts';
import {
  checkColumns,
  failRuleAt,
  createViolation,
  passRule,
  type Violation,
  type ReadabilityRule,
} from '../rule.ts';
import type { SheetTableColumn, SheetTable } from '../table.ts';

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
