import { z } from 'zod';
import { CODE, ID_LENGTH, SLUG } from '../model/id.ts';
import { isMunicipalityCode, checkDigit } from '../model/municipality.ts';
import { IsoDate, type Period } from '../model/period.ts';
import { readPeriod } from '../notation/period.ts';
import { plainQuantity } from '../notation/plain.ts';
import { readQuantity } from '../notation/quantity.ts';
import type { Reading } from '../notation/reading.ts';
import { readTarget } from '../notation/target.ts';
import { near } from '../problems/near.ts';
import { flaw, type Flaw } from '../problems/problem.ts';
import { faultIn, formulaIn } from './characters.ts';

/*
 * Zod types of one cell: text in, value out. What is wrong is carried as a flaw in the issue's `params`; a value that
 * is read with a warning carries its flaws beside it.
 */

/** A value with the warnings that came with reading it. */
export interface Warned<T> {
  readonly value: T;
  readonly warnings: readonly Flaw[];
}

type Read<T> = { readonly value: T } | { readonly flaw: Flaw };

/** How the types below read, without zod around it. */
const readers = new WeakMap<z.ZodType, (text: string) => Read<unknown>>();

function cell<T>(given: (text: string) => Read<T>) {
  const read = (text: string): Read<T> => {
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
export function readDirectly(type: z.ZodType, text: string): Read<unknown> | null {
  return readers.get(type)?.(text) ?? null;
}

const EMPTY = flaw('empty-cell');
/** What a spreadsheet makes of `1_1` written with a hyphen or a slash. */
const DATE_LIKE =
  /^(?:\d{1,2}月\d{1,2}日|[A-Za-z]{3}-\d{1,2}|\d{1,2}-[A-Za-z]{3}|\d{1,4}[-/]\d{1,2}(?:[-/]\d{1,4})?)$/;

function readText(value: string): Read<string> {
  const formula = formulaIn(value);
  return formula ? { flaw: formula } : { value };
}

function readSlug(value: string): Read<string> {
  if (value === '') return { flaw: EMPTY };
  const good = SLUG.test(value) && value.length <= ID_LENGTH;
  return good ? { value } : { flaw: flaw('bad-slug', { value }) };
}

function readCode(value: string): Read<string> {
  if (value === '') return { flaw: EMPTY };
  if (CODE.test(value) && value.length <= ID_LENGTH) return { value };
  return { flaw: flaw(DATE_LIKE.test(value) ? 'code-became-date' : 'bad-code', { value }) };
}

const trimmed =
  <T>(read: (value: string) => Read<T>) =>
  (raw: string) =>
    read(raw.trim());

/** Like `trimmed`, for figures, which may be typed in full width. What is refused is quoted as it was typed. */
const figures = <T>(read: (value: string) => Read<T>) =>
  trimmed((value) => {
    const half = /[！-～]/.test(value) ? value.normalize('NFKC') : value;
    const result = read(half);
    if (half === value || 'value' in result) return result;
    return { flaw: flaw(result.flaw.code, { ...result.flaw.values, value }) };
  });

const orNull =
  <T>(read: (value: string) => Read<T>) =>
  (value: string): Read<T | null> =>
    value === '' ? { value: null } : read(value);

/** Several values in one cell, parted by `;`; an empty cell has none. */
const listOf =
  <T>(read: (value: string) => Read<T>) =>
  (value: string): Read<T[]> => {
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

export const slug = () => cell(trimmed(readSlug));
export const slugOrNull = () => cell(trimmed(orNull(readSlug)));
export const slugs = () => cell(trimmed(listOf(readSlug)));
export const code = () => cell(trimmed(readCode));
export const codeOrNull = () => cell(trimmed(orNull(readCode)));
export const codes = () => cell(trimmed(listOf(readCode)));
export const texts = () => cell(trimmed(listOf(readText)));
/** Any text, trimmed; may be empty. A start that a spreadsheet takes for a formula is a flaw. */
export const text = () => cell(trimmed(readText));
/** Text that may not be empty. */
export const words = () => cell(trimmed((value) => (value === '' ? { flaw: EMPTY } : readText(value))));

/** Several texts, one at least. */
export const someTexts = () =>
  cell(
    trimmed((value): Read<string[]> => {
      const read = listOf(readText)(value);
      return 'value' in read && read.value.length === 0 ? { flaw: EMPTY } : read;
    }),
  );

/** Ids of any kind: `warabi`, `warabi-jiritsu/33_1`. */
export const ids = () =>
  cell(
    trimmed(
      listOf((value): Read<string> => {
        const [first = '', second, ...more] = value.split('/');
        const good = SLUG.test(first) && (second === undefined || /^[a-z0-9_-]+$/.test(second));
        return good && more.length === 0 ? { value } : { flaw: flaw('bad-slug', { value }) };
      }),
    ),
  );

/** Numbers of the Sustainable Development Goals. */
export const goals = () =>
  cell(
    figures(
      listOf((value): Read<number> =>
        /^(?:[1-9]|1[0-7])$/.test(value) ? { value: Number(value) } : { flaw: flaw('bad-sdg', { value }) },
      ),
    ),
  );

/** A word of a fixed list, in Japanese or English; gives the English one. */
function readChoice<K extends string>(field: string, list: Readonly<Record<K, string>>) {
  const entries = Object.entries(list) as [K, string][];
  return (value: string): Read<K> => {
    if (value === '') return { flaw: EMPTY };
    const found = entries.find(([english, japanese]) => value === english || value === japanese);
    if (found) return { value: found[0] };
    const all = entries.map(([, japanese]) => japanese);
    return {
      flaw: flaw('bad-choice', { value, field, near: near(value, all), choices: all.join('、') }),
    };
  };
}

export const choice = <K extends string>(field: string, list: Readonly<Record<K, string>>) =>
  cell(trimmed(readChoice(field, list)));
export const choiceOrNull = <K extends string>(field: string, list: Readonly<Record<K, string>>) =>
  cell(trimmed(orNull(readChoice(field, list))));
export const choiceOr = <K extends string>(
  field: string,
  list: Readonly<Record<K, string>>,
  other: NoInfer<K>,
) => cell(trimmed((value) => (value === '' ? { value: other } : readChoice(field, list)(value))));

/** `1` or nothing. */
export const flag = (field: string) =>
  cell(
    figures((value): Read<boolean> =>
      value === '' || value === '1' ? { value: value === '1' } : { flaw: flaw('bad-flag', { value, field }) },
    ),
  );

function readDate(value: string): Read<string> {
  const found = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/.exec(value);
  if (!found) return { flaw: flaw('bad-date', { value }) };
  const iso = `${found[1]}-${(found[3] ?? '').padStart(2, '0')}-${(found[4] ?? '').padStart(2, '0')}`;
  return IsoDate.safeParse(iso).success ? { value: iso } : { flaw: flaw('impossible-date', { value }) };
}

export const date = () => cell(figures((value) => (value === '' ? { flaw: EMPTY } : readDate(value))));
export const dateOrNull = () => cell(figures(orNull(readDate)));

/** A whole number, with or without separators, or null. */
export const wholeOrNull = () =>
  cell(
    figures(
      orNull((value): Read<number> =>
        /^\d{1,3}(?:,\d{3})+$|^\d+$/.test(value)
          ? { value: Number(value.replaceAll(',', '')) }
          : { flaw: flaw('bad-whole', { value }) },
      ),
    ),
  );

function readPlace(value: string): Read<number> {
  return /^[1-9]\d{0,5}$/.test(value) ? { value: Number(value) } : { flaw: flaw('bad-whole', { value }) };
}

/** The place in a list, from 1. */
export const place = () => cell(figures((value) => (value === '' ? { flaw: EMPTY } : readPlace(value))));
/** The same; null where none is given, and the order of the rows holds. */
export const position = () => cell(figures(orNull(readPlace)));

/** A decimal number between two limits, or null. */
export const decimalOrNull = (field: string, low: number, high: number, example: string) =>
  cell(
    figures(
      orNull((value): Read<number> => {
        if (!/^-?\d+(?:\.\d+)?$/.test(value)) return { flaw: flaw('bad-decimal', { value, example }) };
        const number = Number(value);
        return number >= low && number <= high
          ? { value: number }
          : { flaw: flaw('out-of-range', { value, field, low, high }) };
      }),
    ),
  );

/** A limit of a band, or null: a bare number, negative ones as plans print them (▲10), with or without %. */
export const limitOrNull = () =>
  cell(
    trimmed(
      orNull((value): Read<number> => {
        const read = readQuantity(value);
        const sure = read.ok && read.warnings.length === 0 && !read.value.period && !read.value.approximate;
        return sure && read.value.value !== null && /^[%％]?$/.test(read.value.unit)
          ? { value: read.value.value }
          : { flaw: flaw('bad-decimal', { value, example: '80' }) };
      }),
    ),
  );

/** A web address, or nothing. */
export const webAddress = () =>
  cell(
    trimmed((value): Read<string> =>
      value === '' || (/^https?:\/\/[^\s<>"]+$/.test(value) && URL.canParse(value))
        ? { value }
        : { flaw: flaw('bad-web-address', { value }) },
    ),
  );

/** A 全国地方公共団体コード; five digits are read with the leading 0 that a spreadsheet dropped, with a warning. */
export const municipalityCode = () =>
  cell(
    trimmed((value): Read<Warned<string>> => {
      if (isMunicipalityCode(value)) return { value: { value, warnings: [] } };
      const read = `0${value}`;
      if (/^\d{5}$/.test(value) && checkDigit(read.slice(0, 5)) === Number(read[5]))
        return { value: { value: read, warnings: [flaw('municipality-code-lost-zero', { value, read })] } };
      return { flaw: value === '' ? EMPTY : flaw('bad-municipality-code', { value }) };
    }),
  );

const notation = <T>(read: (text: string) => Reading<T>) =>
  cell(
    trimmed((raw): Read<Warned<T>> => {
      const result = read(raw);
      return result.ok ? { value: result } : { flaw: result.flaw };
    }),
  );

export const period = () => notation(readPeriod);
/** A time whose days are known, or nothing. */
export const daysOrNull = () =>
  cell(
    trimmed((raw): Read<Warned<Period | null>> => {
      if (raw === '') return { value: { value: null, warnings: [] } };
      const result = readPeriod(raw);
      if (!result.ok) return { flaw: result.flaw };
      return result.value.end === null ? { flaw: flaw('not-a-period', { value: raw }) } : { value: result };
    }),
  );
export const quantity = () => notation((text) => plainQuantity(text) ?? readQuantity(text));
export const target = () => notation(readTarget);
