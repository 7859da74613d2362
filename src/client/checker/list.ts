import { cellAddress, isSheet } from '../../problems/cell-address.ts';
import { levels, type Problem } from '../../problems/problem.ts';
import { make } from '../dom.ts';
import { markId, type Mark } from './mark.ts';

/** A problem with its number, from 1, and its place in the table. */
export interface Numbered {
  readonly number: number;
  readonly problem: Problem;
  readonly mark: Mark | null;
}

/** The id of a problem's entry in the list. */
export const entryId = (number: number) => `problem-${number}`;

/** What a problem is called where its cell links back to it: `まちがい 3`. */
export const nameOf = ({ number, problem }: Numbered) => `${levels[problem.level]} ${number}`;

/** Where a problem stands, in words: `5行めの「現状値」`, in a workbook `C5 の「現状値」`. */
function placeOf({ file, line, column, field }: Problem): string {
  const place = isSheet(file) ? `${cellAddress(line, column)} ` : `${line}行め`;
  return field === '' ? place.trim() : `${place}の「${field}」`;
}

/**
 * One entry of the list of problems: its place, which leads to the cell, what is wrong and what to write instead.
 * @param explained the address of the page that explains every message
 */
export function entry(one: Numbered, explained: string): HTMLLIElement {
  const { problem, number, mark } = one;
  const place = placeOf(problem);
  const code = make(
    'a',
    { href: `${explained}#${problem.code}`, target: '_blank', class: 'code' },
    problem.code,
    make('span', { class: 'hidden-text' }, '（くわしい説明を新しいタブで開く）'),
  );
  return make(
    'li',
    {
      id: entryId(number),
      tabindex: '-1',
      class: problem.level,
      'data-code': problem.code,
      'data-level': problem.level,
      'data-line': String(problem.line),
      'data-column': String(problem.column),
      'data-field': problem.field,
    },
    make('span', { class: 'level' }, nameOf(one)),
    ' ',
    mark ? make('a', { href: `#${markId(mark)}` }, place) : place,
    make('p', { class: 'what' }, problem.message),
    make('p', {}, `→ ${problem.hint}`),
    make('p', { class: 'note' }, '問題の名前：', code),
  );
}
