import { createIssue, extendIssue, type Issue } from '../../diagnostics/diagnostic.ts';
import { removeSeparators } from '../../notation/decimal.ts';
import { findForbiddenText } from './cell-issues.ts';

/** The result of reading a cell: a value, perhaps with warnings about its notation, or an issue. */
export type CellResult<T> = { readonly value: T; readonly warnings?: readonly Issue[] } | { readonly issue: Issue };

/** The type of a cell: turns its text into a value. */
export type CellType<T> = (text: string) => CellResult<T>;

/** Defines the type of a cell: it reports invisible characters first, and reads the text without space around it. */
export const defineCell =
  <T>(readText: CellType<T>): CellType<T> =>
  (text) => {
    const issue = findForbiddenText(text);
    return issue ? { issue } : readText(text.trim());
  };

export const EMPTY_CELL = createIssue('empty-cell');

/** Converts full-width characters of a text to half width, and 812.0 and 1,000 to 812 and 1000. Issues quote it as typed. */
export const withHalfWidth =
  <T>(read: CellType<T>): CellType<T> =>
  (value) => {
    const narrow = /[！-～]/.test(value) ? value.normalize('NFKC') : value;
    const half = removeSeparators(narrow).replace(/^(\d+)\.0+$/, '$1');
    const result = read(half);
    if (half === value || 'value' in result) return result;
    return { issue: extendIssue(result.issue, { value }) };
  };

/** Reports an empty cell. */
export const emptyAsIssue =
  <T>(read: CellType<T>): CellType<T> =>
  (value) =>
    value === '' ? { issue: EMPTY_CELL } : read(value);

/** Reads an empty cell as null. */
export const emptyAsNull =
  <T>(read: CellType<T>): CellType<T | null> =>
  (value) =>
    value === '' ? { value: null } : read(value);

/** Adds to the issue of a text the list that is probably meant, if the text has other separators. Names contain ・. */
function suggestList(issue: Issue, text: string): Issue {
  // Two codes with a / between them; warabi-jiritsu/33_1 is one id. Written for an id, 広報・情報発信 is one name.
  const isName = issue.code === 'bad-slug' && /[^!-~・\s]/u.test(text);
  const other = /_.*[/／].*_/.test(text) ? /[/／\s]+/ : isName ? /\s+/ : /[・\s]+/;
  const parts = text.split(/[、,，|\n]/.test(text) ? /[、,，|\s]+/ : other);
  return extendIssue(issue, { list: parts.length > 1 && !parts.includes('') ? parts.join(';') : '' });
}

/** Reads several values of one cell, separated by `;`. An empty cell has none. */
export const splitList =
  <T>(read: CellType<T>): CellType<T[]> =>
  (value) => {
    const values: T[] = [];
    for (const part of value.split(/[;；]/)) {
      if (part.trim() === '') continue;
      const result = read(part.trim());
      if ('issue' in result) return { issue: suggestList(result.issue, part.trim()) };
      if (values.includes(result.value)) return { issue: createIssue('repeated-value', { value: part.trim() }) };
      values.push(result.value);
    }
    return { value: values };
  };
