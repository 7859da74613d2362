import { formatCellReference, isExcelFile } from '../../problems/cell-address.ts';
import { severityLabels, type Diagnostic } from '../../problems/problem.ts';
import { createElement } from '../dom.ts';
import { getAnchorId, type CellAnchor } from './mark.ts';

/** A problem with its number, from 1, and its place in the table. */
export interface NumberedDiagnostic {
  readonly number: number;
  readonly problem: Diagnostic;
  readonly mark: CellAnchor | null;
}

/** The id of a problem's entry in the list. */
export const getDiagnosticId = (number: number) => `problem-${number}`;

/** What a problem is called where its cell links back to it: `まちがい 3`. */
export const formatDiagnosticName = ({ number, problem }: NumberedDiagnostic) =>
  `${severityLabels[problem.level]} ${number}`;

/** Where a problem stands, in words: `5行めの「現状値」`, in a workbook `C5 の「現状値」`. */
function placeOf({ file, line, column, field }: Diagnostic): string {
  const place = isExcelFile(file) ? `${formatCellReference(line, column)} ` : `${line}行め`;
  return field === '' ? place.trim() : `${place}の「${field}」`;
}

/**
 * One entry of the list of problems: its place, which leads to the cell, what is wrong and what to write instead.
 * @param explained the address of the page that explains every message
 */
export function createDiagnosticEntry(one: NumberedDiagnostic, explained: string): HTMLLIElement {
  const { problem, number, mark } = one;
  const place = placeOf(problem);
  const code = createElement(
    'a',
    { href: `${explained}#${problem.code}`, target: '_blank', class: 'code' },
    problem.code,
    createElement('span', { class: 'hidden-text' }, '（くわしい説明を新しいタブで開く）'),
  );
  return createElement(
    'li',
    {
      id: getDiagnosticId(number),
      tabindex: '-1',
      class: problem.level,
      'data-code': problem.code,
      'data-level': problem.level,
      'data-line': String(problem.line),
      'data-column': String(problem.column),
      'data-field': problem.field,
    },
    createElement('span', { class: 'level' }, formatDiagnosticName(one)),
    ' ',
    mark ? createElement('a', { href: `#${getAnchorId(mark)}` }, place) : place,
    createElement('p', { class: 'what' }, problem.message),
    createElement('p', {}, `→ ${problem.hint}`),
    createElement('p', { class: 'note' }, '問題の名前：', code),
  );
}
