import { z } from 'zod';
import { createIssue, type Issue } from '../../diagnostics/diagnostic.ts';
import { findForbiddenText } from './cell-issues.ts';

/*
 * The zod types of cells turn a text into a value. The `params` of a zod issue contain our issue; a value with warnings
 * contains their issues.
 */

/** A value and the warnings about its notation. */
export interface ValueWithWarnings<T> {
  readonly value: T;
  readonly warnings: readonly Issue[];
}

/** The result of reading a cell: a value or an issue. */
export type CellResult<T> = { readonly value: T } | { readonly issue: Issue };

/** The plain function of each cell type, without zod. */
const readers = new WeakMap<z.ZodType, (text: string) => CellResult<unknown>>();

/**
 * Defines the type of a cell. Invisible characters are reported before anything else, and the white space around the
 * text is removed before it is read.
 */
export function defineCell<T>(readText: (text: string) => CellResult<T>) {
  const read = (text: string): CellResult<T> => {
    const issue = findForbiddenText(text);
    return issue ? { issue } : readText(text.trim());
  };
  const type = z.string().transform((text, context): T => {
    const result = read(text);
    if ('value' in result) return result.value;
    context.addIssue({ code: 'custom', message: result.issue.code, params: { issue: result.issue } });
    return z.NEVER;
  });
  readers.set(type, read);
  return type;
}

/** Reads a cell without the cost of zod, for files with a million rows. Returns null for types not defined here. */
export function parseCellFast(type: z.ZodType, text: string): CellResult<unknown> | null {
  return readers.get(type)?.(text) ?? null;
}

export const EMPTY_CELL = createIssue('empty-cell');

/** Converts full-width characters of a text to half width. Issues quote the text as typed. */
export const withHalfWidth =
  <T>(read: (value: string) => CellResult<T>) =>
  (value: string): CellResult<T> => {
    const half = /[！-～]/.test(value) ? value.normalize('NFKC') : value;
    const result = read(half);
    if (half === value || 'value' in result) return result;
    return { issue: createIssue(result.issue.code, { ...result.issue.values, value }) };
  };

/** Reports an empty cell. */
export const emptyAsIssue =
  <T>(read: (value: string) => CellResult<T>) =>
  (value: string): CellResult<T> =>
    value === '' ? { issue: EMPTY_CELL } : read(value);

/** Reads an empty cell as null. */
export const emptyAsNull =
  <T>(read: (value: string) => CellResult<T>) =>
  (value: string): CellResult<T | null> =>
    value === '' ? { value: null } : read(value);

/** Reads several values of one cell, separated by `;`. An empty cell has none. */
export const splitList =
  <T>(read: (value: string) => CellResult<T>) =>
  (value: string): CellResult<T[]> => {
    const values: T[] = [];
    for (const part of value.split(/[;；]/)) {
      if (part.trim() === '') continue;
      const result = read(part.trim());
      if ('issue' in result) return result;
      if (values.includes(result.value)) return { issue: createIssue('repeated-value', { value: part.trim() }) };
      values.push(result.value);
    }
    return { value: values };
  };
