import { z } from 'zod';
import { createIssue, type Issue } from '../../diagnostics/diagnostic.ts';
import { findForbiddenText } from './character-issues.ts';

/*
 * How the zod type of a cell is made: text in, value out. What is wrong is carried as a flaw in the issue's `params`; a
 * value that is read with a warning carries its flaws beside it.
 */

/** A value with the warnings that came with reading it. */
export interface ValueWithWarnings<T> {
  readonly value: T;
  readonly warnings: readonly Issue[];
}

/** What a text is read as: a value, or what is wrong with it. */
export type CellResult<T> = { readonly value: T } | { readonly flaw: Issue };

/** How each type reads, without zod around it. */
const readers = new WeakMap<z.ZodType, (text: string) => CellResult<unknown>>();

/** The type of a cell that is read so; what can't be seen in it is told before anything else. */
export function defineCell<T>(given: (text: string) => CellResult<T>) {
  const read = (text: string): CellResult<T> => {
    // What can't be seen would make any other message about the cell a riddle.
    const fault = findForbiddenText(text);
    return fault ? { flaw: fault } : given(text);
  };
  const type = z.string().transform((text, context): T => {
    const result = read(text);
    if ('value' in result) return result.value;
    context.addIssue({ code: 'custom', message: result.flaw.code, params: { flaw: result.flaw } });
    return z.NEVER;
  });
  readers.set(type, read);
  return type;
}

/** Reads a cell as its type does, but without the cost of zod, for files with a million rows; null for other types. */
export function parseCellFast(type: z.ZodType, text: string): CellResult<unknown> | null {
  return readers.get(type)?.(text) ?? null;
}

/** What is wrong with a cell that may not be empty. */
export const EMPTY_CELL = createIssue('empty-cell');

/** Reads a cell without the white space around it. */
export const withTrim =
  <T>(read: (value: string) => CellResult<T>) =>
  (raw: string) =>
    read(raw.trim());

/** Like `trimmed`, for figures, which may be typed in full width. What is refused is quoted as it was typed. */
export const withHalfWidth = <T>(read: (value: string) => CellResult<T>) =>
  withTrim((value) => {
    const half = /[！-～]/.test(value) ? value.normalize('NFKC') : value;
    const result = read(half);
    if (half === value || 'value' in result) return result;
    return { flaw: createIssue(result.flaw.code, { ...result.flaw.values, value }) };
  });

/** Reads an empty cell as null. */
export const emptyAsNull =
  <T>(read: (value: string) => CellResult<T>) =>
  (value: string): CellResult<T | null> =>
    value === '' ? { value: null } : read(value);

/** Several values in one cell, parted by `;`; an empty cell has none. */
export const splitList =
  <T>(read: (value: string) => CellResult<T>) =>
  (value: string): CellResult<T[]> => {
    const values: T[] = [];
    for (const part of value.split(/[;；]/)) {
      if (part.trim() === '') continue;
      const result = read(part.trim());
      if ('flaw' in result) return result;
      if (values.includes(result.value))
        return { flaw: createIssue('repeated-value', { value: part.trim() }) };
      values.push(result.value);
    }
    return { value: values };
  };
