import { CODE_PATTERN, MAX_ID_LENGTH, SLUG_PATTERN } from '../../model/identifiers.ts';
import { computeCheckDigit, isMunicipalityCode } from '../../model/municipality.ts';
import { createIssue } from '../../diagnostics/diagnostic.ts';
import { findSpreadsheetArtifact } from './spreadsheet-artifacts.ts';
import {
  defineCell,
  EMPTY_CELL,
  splitList,
  emptyAsNull,
  withTrim,
  type CellResult,
  type ValueWithWarnings,
} from './cell-parser.ts';

/** What people type between the parts of an id or a code, width folded. */
const PARTED = /[\s._/・‐‑‒–—−ー-]+/g;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function joined(text: string, by: string, form: RegExp): string {
  const parts = text.normalize('NFKC').toLowerCase().split(PARTED);
  const found = parts.filter((part) => part !== '').join(by);
  return form.test(found) && found.length <= MAX_ID_LENGTH ? found : '';
}

/**
 * The id that a person most likely meant; empty where nothing is known.
 * @example suggestSlug('Ｂｏｓａｉ_1') // → bosai-1
 */
export function suggestSlug(text: string): string {
  return joined(text, '-', SLUG_PATTERN);
}

/**
 * The code that a person most likely meant, also where a spreadsheet made a day and a month of it; empty where nothing
 * is known, as for a date with a year, which may come of two numbers or of three.
 * @example suggestCode('1-1') // → 1_1
 * @example suggestCode('3月1日') // → 3_1
 * @example suggestCode('1-Mar') // → 3_1
 */
export function suggestCode(text: string): string {
  if (/\d{4}[-/]|[-/]\d{4}/.test(text)) return '';
  const [, month = '', day = ''] = /^(\d{1,2})月(\d{1,2})日$/.exec(text) ?? [];
  if (month !== '') return `${Number(month)}_${Number(day)}`;
  const named = text.split('-').map((part) => MONTHS.indexOf(part.toLowerCase()) + 1);
  const at = named.findIndex((number) => number > 0);
  if (named.length === 2 && at >= 0) return `${named[at] ?? 0}_${Number(text.split('-')[1 - at])}`;
  return joined(text, '_', CODE_PATTERN);
}

/** What a spreadsheet makes of `1_1` written with a hyphen or a slash. */
const DATE_LIKE =
  /^(?:\d{1,2}月\d{1,2}日|[A-Za-z]{3}-\d{1,2}|\d{1,2}-[A-Za-z]{3}|\d{1,4}[-/]\d{1,2}(?:[-/]\d{1,4})?)$/;

function readSlug(value: string): CellResult<string> {
  if (value === '') return { flaw: EMPTY_CELL };
  const good = SLUG_PATTERN.test(value) && value.length <= MAX_ID_LENGTH;
  if (good) return { value };
  return {
    flaw: findSpreadsheetArtifact(value) ?? createIssue('bad-slug', { value, near: suggestSlug(value) }),
  };
}

function readCode(value: string): CellResult<string> {
  if (value === '') return { flaw: EMPTY_CELL };
  if (CODE_PATTERN.test(value) && value.length <= MAX_ID_LENGTH) return { value };
  const leftover = findSpreadsheetArtifact(value);
  if (leftover) return { flaw: leftover };
  const near = suggestCode(value);
  return { flaw: createIssue(DATE_LIKE.test(value) ? 'code-became-date' : 'bad-code', { value, near }) };
}

/** The id of a thing. */
export const requiredSlug = () => defineCell(withTrim(readSlug));
/** A slug that names a row of another file: where it is left out, it was most likely that of the row above. */
export const rowReference = () =>
  defineCell(
    withTrim((value) => (value === '' ? { flaw: createIssue('empty-cell', { again: 1 }) } : readSlug(value))),
  );
/** An id, or nothing. */
export const optionalSlug = () => defineCell(withTrim(emptyAsNull(readSlug)));
/** Several ids, or none. */
export const slugList = () => defineCell(withTrim(splitList(readSlug)));
/** The code of a node. */
export const requiredCode = () => defineCell(withTrim(readCode));
/** A code, or nothing. */
export const optionalCode = () => defineCell(withTrim(emptyAsNull(readCode)));
/** Several codes, or none. */
export const codeList = () => defineCell(withTrim(splitList(readCode)));

/** Ids of any kind: `warabi`, `warabi-jiritsu/33_1`. */
export const idList = () =>
  defineCell(
    withTrim(
      splitList((value): CellResult<string> => {
        const [first = '', second, ...more] = value.split('/');
        const good = SLUG_PATTERN.test(first) && (second === undefined || /^[a-z0-9_-]+$/.test(second));
        return good && more.length === 0 ? { value } : { flaw: createIssue('bad-slug', { value }) };
      }),
    ),
  );

/** A 全国地方公共団体コード; five digits are read with the leading 0 that a spreadsheet dropped, with a warning. */
export const requiredMunicipalityCode = () =>
  defineCell(
    withTrim((value): CellResult<ValueWithWarnings<string>> => {
      if (isMunicipalityCode(value)) return { value: { value, warnings: [] } };
      const read = `0${value}`;
      if (/^\d{5}$/.test(value) && computeCheckDigit(read.slice(0, 5)) === Number(read[5]))
        return {
          value: { value: read, warnings: [createIssue('municipality-code-lost-zero', { value, read })] },
        };
      return { flaw: value === '' ? EMPTY_CELL : createIssue('bad-municipality-code', { value }) };
    }),
  );
