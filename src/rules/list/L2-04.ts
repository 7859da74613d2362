import { listFilledCells, isProseText } from '../cells.ts';
import {
  failRuleAt,
  createViolation,
  passRule,
  askPerson,
  type Violation,
  type ReadabilityRule,
} from '../rule.ts';
import type { SheetTableColumn, SheetTable } from '../table.ts';

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
