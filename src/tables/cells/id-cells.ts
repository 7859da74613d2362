import { createIssue, type Issue } from '../../diagnostics/diagnostic.ts';
import { suggestChoice } from '../../diagnostics/suggest-choice.ts';
import { memoizeByObject } from '../../model/collections.ts';
import { CODE_PATTERN, isUsableId, PAGE_IDS, SLUG_PATTERN } from '../../model/identifiers.ts';
import {
  computeCheckDigit,
  getPrefectureNumber,
  isMunicipalityCode,
  prefectureNames,
} from '../../model/municipality.ts';
import { removeSeparators } from '../../notation/decimal.ts';
import { findSpreadsheetArtifact, findTimeArtifact } from './cell-issues.ts';
import { defineCell, EMPTY_CELL, emptyAsIssue, splitList, emptyAsNull, type CellResult } from './cell-parser.ts';

/** Characters that people type between the parts of an id or a code. */
const SEPARATORS = /[\s._/・‐‑‒–—−ー-]+/g;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function joinIdParts(text: string, by: string, form: RegExp): string {
  const id = text.normalize('NFKC').toLowerCase().split(SEPARATORS).filter(Boolean).join(by);
  return isUsableId(id, form) ? id : '';
}

/** Returns the id that a person probably meant, bosai-1 for Ｂｏｓａｉ_1; empty if unclear. */
const suggestSlug = (text: string): string => joinIdParts(text, '-', SLUG_PATTERN);

/**
 * Returns the code that a person probably meant, even if a spreadsheet changed it to a day and a month; empty if
 * unclear. A date with a year is unclear, because its code may have had two or three numbers.
 * @example suggestCode('1-1') // → 1_1
 * @example suggestCode('3月1日') // → 3_1
 * @example suggestCode('1-Mar') // → 3_1
 */
function suggestCode(text: string): string {
  if (/\d{4}[-/]|[-/]\d{4}/.test(text)) return '';
  const [, month = '', day = ''] = /^(\d{1,2})月(\d{1,2})日$/.exec(text) ?? [];
  if (month !== '') return `${Number(month)}_${Number(day)}`;
  const [, number] = /^(?:[a-z]{3}-)?(\d+)(?:-[a-z]{3})?$/i.exec(text) ?? [];
  const named = MONTHS.findIndex((name) => text.toLowerCase().includes(name)) + 1;
  if (number !== undefined && named > 0) return `${named}_${Number(number)}`;
  return joinIdParts(text, '_', CODE_PATTERN);
}

/** Returns the codes that are numbers of days, by the code that a spreadsheet made a date: 46023 by 1_1. */
const findDayNumbers = memoizeByObject((codes: ReadonlySet<string>): ReadonlyMap<string, string> => {
  // 1-1 becomes a day of the year in which it is typed, so the latest one, and 1-1-1 a day of 2001.
  const days = [...codes].toSorted().map((code) => [code, findTimeArtifact(code, String)?.values.date] as const);
  return new Map(
    days.flatMap(([code, date = '']) => {
      const short = suggestCode(String(date).slice(5));
      return date === '' ? [] : [short, `${Number(String(date).slice(2, 4))}_${short}`].map((key) => [key, code]);
    }),
  );
});

/** True for the number of a day from 1998 to 2039, or a code behind its parent's: 1-1 becomes a day of the year of typing. */
export const isDayNumber = (id: string): boolean => /(?:^|_)(?:3[6-9]|4\d|50)\d{3}$/.test(id);

/** Describes an unknown code: a similar one, the number of the day that a spreadsheet made of it, or its own day. */
export function describeUnknownCode(value: string, codes: ReadonlySet<string>) {
  const date = isDayNumber(value) ? String(findTimeArtifact(value, String)?.values.date ?? '') : '';
  const short = suggestCode(date.slice(5));
  const near = codes.has(short) ? short : suggestChoice(value, codes);
  return { value, near, date, serial: findDayNumbers(codes).get(value) ?? '' };
}

/** Dates that a spreadsheet creates from `1-1` or `1/1`; `1-1` itself was typed so, in a column of texts. */
const DATE_LIKE = /^(?:\d\d?月\d\d?日|[a-z]{3}-\d\d?|\d\d?-[a-z]{3}|\d{4}(?:-\d\d?){1,2}|\d{1,4}(?:\/\d{1,4}){1,2})$/i;

/** Returns the issue of a code that a spreadsheet made a date; null for any other text, as ABC-1. */
export const findDateCode = (value: string): Issue | null =>
  DATE_LIKE.test(value) && !/[a-z]/.test(suggestCode(value))
    ? createIssue('code-became-date', { value, near: suggestCode(value) })
    : null;

function readSlug(value: string): CellResult<string> {
  if (isUsableId(value, SLUG_PATTERN)) return { value };
  const artifact = findSpreadsheetArtifact(value);
  if (artifact) return { issue: artifact };
  // Mar-1 may have been typed so.
  if (DATE_LIKE.test(value) && !/[a-z]/i.test(value))
    return { issue: createIssue('code-became-date', { value, near: suggestCode(value).replace('_', '-'), id: 1 }) };
  // Pages print an id after that of its plan or municipality.
  return { issue: createIssue('bad-slug', { value, near: suggestSlug(value.slice(value.lastIndexOf('/') + 1)) }) };
}

/** The anchors of the parts of pages that have ids of municipalities, themes, terms or zones as anchors, too. */
export const LIST_PARTS = /^(?:main|themes|row-\d+|hatch-values)$/;

function readCode(value: string): CellResult<string> {
  if (PAGE_IDS.includes(value)) return { issue: createIssue('bad-code', { value }) };
  if (isUsableId(value, CODE_PATTERN)) return { value };
  const artifact = findSpreadsheetArtifact(value);
  if (artifact) return { issue: artifact };
  return { issue: findDateCode(value) ?? createIssue('bad-code', { value, near: suggestCode(value) }) };
}

export const requiredSlug = () => defineCell(emptyAsIssue(readSlug));
/** The id of a record that is an anchor of pages with others. */
export const anchorSlug = () =>
  defineCell(
    emptyAsIssue((value) => (LIST_PARTS.test(value) ? { issue: createIssue('bad-slug', { value }) } : readSlug(value))),
  );
/** The id of a row in another file. If it is missing, the issue suggests the id of the row above. */
export const rowReference = () =>
  defineCell((value) => (value === '' ? { issue: createIssue('empty-cell', { again: 1 }) } : readSlug(value)));
export const optionalSlug = () => defineCell(emptyAsNull(readSlug));
export const slugList = () => defineCell(splitList(readSlug));
export const requiredCode = () => defineCell(emptyAsIssue(readCode));
export const optionalCode = () => defineCell(emptyAsNull(readCode));
export const codeList = () => defineCell(splitList(readCode));

/** Ids of any kind: `warabi`, `warabi-jiritsu/33_1`. */
export const idList = () =>
  defineCell(
    splitList((value): CellResult<string> => {
      const [first = '', second, ...more] = value.split('/');
      const isValid = SLUG_PATTERN.test(first) && (second === undefined || /^[a-z0-9_-]+$/.test(second));
      return isValid && more.length === 0 ? { value } : { issue: createIssue('bad-slug', { value, part: 1 }) };
    }),
  );

const hasPrefecture = (code: string) => prefectureNames.has(getPrefectureNumber(code));
/** False for prefectures (110001) and associations. Numbers that no prefecture has belong to made-up areas. */
const isOfMunicipality = (code: string) =>
  isMunicipalityCode(code) && !(hasPrefecture(code) && /^..(?:000|(?!999)[89])/.test(code));

/**
 * A 全国地方公共団体コード of a municipality. If a spreadsheet removed the leading 0, it is restored with a warning. The
 * code of five digits that other tables have lacks the last one, the check digit.
 */
export const requiredMunicipalityCode = () =>
  defineCell((value): CellResult<string> => {
    // Other programs write a column of numbers with decimals or commas: 122173.0, 122,173.
    const code = removeSeparators(value).replace(/^(\d+)\.0+$/, '$1');
    if (isOfMunicipality(code)) return { value: code };
    const digits = code.normalize('NFKC');
    const whole = /^\d{5}$/.test(digits) ? digits + computeCheckDigit(digits) : digits;
    const near = isOfMunicipality(whole) && hasPrefecture(whole) ? whole : '';
    const read = `0${code}`;
    if (isOfMunicipality(read))
      return { value: read, warnings: [createIssue('municipality-code-lost-zero', { value, read, near })] };
    const artifact = value === '' ? EMPTY_CELL : findSpreadsheetArtifact(value);
    if (artifact) return { issue: artifact };
    return { issue: createIssue('bad-municipality-code', { value, near, owner: isMunicipalityCode(code) ? 1 : '' }) };
  });
