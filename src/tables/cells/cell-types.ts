import { createIssue, type Issue } from '../../diagnostics/diagnostic.ts';
import { suggestChoice } from '../../diagnostics/suggest-choice.ts';
import { isWebUrl } from '../../model/identifiers.ts';
import { MAX_INTEGER } from '../../model/quantity-schema.ts';
import { likelyWords, listKeys, wordSpellings } from '../../model/value-lists.ts';
import { toIsoDate } from '../../notation/calendar.ts';
import { removeSeparators } from '../../notation/decimal.ts';
import { formatDay } from '../../notation/format.ts';
import { rejectNotation, type NotationResult } from '../../notation/normalize.ts';
import { readPeriod } from '../../notation/period.ts';
import { readPlainQuantity, readQuantity, type ValueKind } from '../../notation/quantity.ts';
import { readTarget } from '../../notation/target.ts';
import { findFormulaStart, findNumberAsUnit, findSpreadsheetArtifact } from './cell-issues.ts';
import { findTimeArtifact, isFormulaForValue } from './cell-issues.ts';
import { defineCell, EMPTY_CELL, emptyAsIssue, emptyAsNull, splitList, withHalfWidth } from './cell-parser.ts';
import type { CellResult } from './cell-parser.ts';

/* All cell types, for the declarations of columns. */
export * from './id-cells.ts';

/** Reads a text that is complete without the row above: 〃 and #REF! are none. A text may begin with ＝. */
function readText(value: string): CellResult<string> {
  const issue = findFormulaStart(value) ?? (value.startsWith('＝') ? null : findSpreadsheetArtifact(value));
  return issue ? { issue } : { value };
}

/** Any text, possibly empty, that is complete without the row above. */
export const optionalText = () => defineCell(readText);
/** A value in words, possibly empty: a number may have a sign, which begins a formula in any other text. */
export const optionalValueText = () =>
  defineCell((value): CellResult<string> => {
    const read = readTarget(value);
    return read.ok && read.value.value !== null && !isFormulaForValue(value) ? { value } : readText(value);
  });
/** A unit, possibly empty. */
export const optionalUnit = () =>
  defineCell((value) => {
    const issue = findNumberAsUnit(value);
    return issue ? { issue } : readText(value);
  });
export const textList = () => defineCell(splitList(readText));
export const requiredText = () => defineCell(emptyAsIssue(readText));

export const requiredTextList = () =>
  defineCell((value): CellResult<string[]> => {
    const read = splitList(readText)(value);
    return 'value' in read && read.value.length === 0 ? { issue: EMPTY_CELL } : read;
  });

type WordList<K extends string> = Readonly<Record<K, string>>;

function readChoice<K extends string>(list: WordList<K>, empty = '') {
  const english = listKeys(list);
  return (value: string): CellResult<K> => {
    const written = wordSpellings.get(value) ?? value;
    const match = english.find((word) => value === word || written === list[word]);
    if (match !== undefined) return { value: match };
    const all = Object.values<string>(list);
    const meant = likelyWords.get(value) ?? '';
    const near = all.includes(meant) ? meant : suggestChoice(value, all);
    return { issue: createIssue('bad-choice', { value, near, choices: all.join('、'), empty }) };
  };
}

/** A word of a value list, in Japanese or English; the value is the English one. */
export const requiredChoice = <K extends string>(list: WordList<K>) => defineCell(emptyAsIssue(readChoice(list)));
export const optionalChoice = <K extends string>(list: WordList<K>) =>
  defineCell(emptyAsNull(readChoice(list, 'どれか1つに決められないときは、空にします。')));
/** Words of a value list, separated by `;`. */
export const choiceList = <K extends string>(list: WordList<K>) => defineCell(splitList(readChoice(list)));
/** A word of a value list; an empty cell means `other`. */
export const choiceWithDefault = <K extends string>(list: WordList<K>, other: NoInfer<K>, advice = '') =>
  defineCell((value) => (value === '' ? { value: other } : readChoice(list, advice)(value)));

/** A web URL, or an empty text. */
export const optionalUrl = () =>
  defineCell((value): CellResult<string> =>
    value === '' || isWebUrl(value) ? { value } : { issue: createIssue('bad-web-address', { value }) },
  );

const readSdg = (value: string): CellResult<number> =>
  /^(?:[1-9]|1[0-7])$/.test(value) ? { value: Number(value) } : { issue: createIssue('bad-sdg', { value }) };

/** Numbers of the Sustainable Development Goals. */
export const sdgList = () => defineCell(withHalfWidth(splitList(readSdg)));

/** `1` for true; an empty cell is false. */
export const optionalFlag = () =>
  defineCell(
    withHalfWidth((value): CellResult<boolean> =>
      value === '' || value === '1' ? { value: value === '1' } : { issue: createIssue('bad-flag', { value }) },
    ),
  );

function readDate(value: string, empty = ''): CellResult<string> {
  const found = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/.exec(value);
  if (!found) {
    const period = readPeriod(value);
    const { start, end } = period.ok ? period.value : { start: null, end: null };
    const near = start !== null && start === end ? start : '';
    if (!period.ok && period.issue.code === 'impossible-date') return { issue: period.issue };
    return { issue: findTimeArtifact(value, (day) => day) ?? createIssue('bad-date', { value, near, empty }) };
  }
  const [, year = 0, , month = 0, date = 0] = found.map(Number);
  const day = toIsoDate(year, month, date);
  // The years are those that periods may have.
  const isPossible = day !== null && /^(?:1[89]|2[01])/.test(day);
  return isPossible ? { value: day } : { issue: createIssue('impossible-date', { value }) };
}

export const requiredDate = () => defineCell(withHalfWidth(emptyAsIssue((value) => readDate(value))));
export const optionalDate = () =>
  defineCell(withHalfWidth(emptyAsNull((value) => readDate(value, '日までわからないときは、空にします。'))));

/** Reads a whole number of a form. */
const readWhole =
  (form: RegExp) =>
  (value: string): CellResult<number> =>
    form.test(value)
      ? { value: Number(value) }
      : { issue: findSpreadsheetArtifact(value) ?? createIssue('bad-whole', { value }) };

/** A whole number with or without separators, or null. */
export function optionalInteger() {
  const readInteger = readWhole(/^\d{1,15}$/);
  const read = (value: string): CellResult<number> => {
    const result = readInteger(value);
    if ('issue' in result || result.value <= MAX_INTEGER) return result;
    return { issue: createIssue('out-of-range', { value, low: 0, high: MAX_INTEGER }) };
  };
  return defineCell(withHalfWidth(emptyAsNull(read)));
}

const readPosition = readWhole(/^[1-9]\d{0,5}$/);

/** The position in a list, from 1. */
export const requiredPosition = () => defineCell(withHalfWidth(emptyAsIssue(readPosition)));
/** The position in a list, or null; then the order of the rows counts. */
export const optionalPosition = () => defineCell(withHalfWidth(emptyAsNull(readPosition)));

/** A decimal number between two limits, or null. */
export function optionalDecimal(low: number, high: number, example: string) {
  const read = (value: string): CellResult<number> => {
    if (!/^-?\d+(?:\.\d+)?$/.test(value)) return { issue: createIssue('bad-decimal', { value, example }) };
    const isInRange = Number(value) >= low && Number(value) <= high;
    return isInRange ? { value: Number(value) } : { issue: createIssue('out-of-range', { value, low, high }) };
  };
  return defineCell(withHalfWidth(emptyAsNull(read)));
}

function readLimit(value: string): CellResult<number> {
  const read = readQuantity(value);
  const isPlain = read.ok && read.warnings.length === 0 && !read.value.period && !read.value.approximate;
  return isPlain && read.value.value !== null && /^[%％]?$/.test(read.value.unit)
    ? { value: read.value.value }
    : { issue: createIssue('bad-decimal', { value, example: '80' }) };
}

/** A limit of a band, or null: a number in the notation of plans (▲10), with or without %. */
export const optionalLimit = () => defineCell(emptyAsNull(readLimit));

const notation = <T>(read: (text: string) => NotationResult<T>, findArtifact: (text: string) => Issue | null) =>
  defineCell((raw): CellResult<T> => {
    const result = read(raw);
    // 5.0E-02 looks like a range.
    const artifact = result.ok && result.warnings.length === 0 ? null : findArtifact(raw);
    if (!result.ok) return { issue: artifact ?? result.issue };
    if (artifact) return { issue: artifact };
    return isFormulaForValue(raw) ? { issue: createIssue('formula-for-value', { value: raw }) } : result;
  });

const findPeriodArtifact = (text: string) => findTimeArtifact(removeSeparators(text), formatDay);

/** Reads a period. A spreadsheet may display a year as 2,025. */
const readCellPeriod = (text: string) => readPeriod(removeSeparators(text));
const rejectEstimate = (value: string) => rejectNotation(createIssue('not-a-period', { value, estimate: 1 }));
const readResultPeriod = (text: string) => (/見込|予定|目標/.test(text) ? rejectEstimate(text) : readCellPeriod(text));

/** A period. That of a result is not the time of an estimate or a target: 令和7年度（見込）. */
export const periodNotation = (kind: ValueKind = 'baseline') =>
  notation(kind === 'result' ? readResultPeriod : readCellPeriod, findPeriodArtifact);

const readDatedPeriod = (value: string) => {
  const read = readCellPeriod(value);
  return !read.ok || read.value.end || value === '' ? read : rejectNotation(createIssue('not-a-period', { value }));
};

/** A period whose days are known, unless it is empty. */
export const datedPeriod = () => notation(readDatedPeriod, findPeriodArtifact);
export const optionalDatedPeriod = () => defineCell(emptyAsNull(datedPeriod()));

/** A value in the notation of plans, with its unit; if it is a result, no estimate. */
export const quantityNotation = (kind: ValueKind = 'baseline') =>
  notation((text) => readPlainQuantity(text) ?? readQuantity(text, kind), findSpreadsheetArtifact);
export const targetNotation = () => notation(readTarget, findSpreadsheetArtifact);
