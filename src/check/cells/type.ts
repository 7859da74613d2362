import { z } from 'zod';
import { flaw, type Flaw } from '../../problems/problem.ts';
import { faultIn } from '../characters.ts';

/*
 * How the zod type of a cell is made: text in, value out. What is wrong is carried as a flaw in the issue's `params`; a
 * value that is read with a warning carries its flaws beside it.
 */

/** A value with the warnings that came with reading it. */
export interface Warned<T> {
  readonly value: T;
  readonly warnings: readonly Flaw[];
}

/** What a text is read as: a value, or what is wrong with it. */
export type CellRead<T> = { readonly value: T } | { readonly flaw: Flaw };

/** How each type reads, without zod around it. */
const readers = new WeakMap<z.ZodType, (text: string) => CellRead<unknown>>();

/** The type of a cell that is read so; what can't be seen in it is told before anything else. */
export function cell<T>(given: (text: string) => CellRead<T>) {
  const read = (text: string): CellRead<T> => {
    // What can't be seen would make any other message about the cell a riddle.
    const fault = faultIn(text);
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
export function readDirectly(type: z.ZodType, text: string): CellRead<unknown> | null {
  return readers.get(type)?.(text) ?? null;
}

/** What is wrong with a cell that may not be empty. */
export const EMPTY = flaw('empty-cell');

/** Reads a cell without the white space around it. */
export const trimmed =
  <T>(read: (value: string) => CellRead<T>) =>
  (raw: string) =>
    read(raw.trim());

/** Like `trimmed`, for figures, which may be typed in full width. What is refused is quoted as it was typed. */
export const figures = <T>(read: (value: string) => CellRead<T>) =>
  trimmed((value) => {
    const half = /[！-～]/.test(value) ? value.normalize('NFKC') : value;
    const result = read(half);
    if (half === value || 'value' in result) return result;
    return { flaw: flaw(result.flaw.code, { ...result.flaw.values, value }) };
  });

/** Reads an empty cell as null. */
export const orNull =
  <T>(read: (value: string) => CellRead<T>) =>
  (value: string): CellRead<T | null> =>
    value === '' ? { value: null } : read(value);

/** Several values in one cell, parted by `;`; an empty cell has none. */
export const listOf =
  <T>(read: (value: string) => CellRead<T>) =>
  (value: string): CellRead<T[]> => {
    const values: T[] = [];
    for (const part of value.split(/[;；]/)) {
      if (part.trim() === '') continue;
      const result = read(part.trim());
      if ('flaw' in result) return result;
      if (values.includes(result.value)) return { flaw: flaw('repeated-value', { value: part.trim() }) };
      values.push(result.value);
    }
    return { value: values };
  };
