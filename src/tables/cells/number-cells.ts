import { IsoDate } from '../../model/quantity-schema.ts';
import { readPeriod } from '../../notation/period.ts';
import { createIssue } from '../../diagnostics/diagnostic.ts';
import { findTimeArtifact } from './spreadsheet-artifacts.ts';
import { defineCell, emptyAsIssue, withHalfWidth, splitList, emptyAsNull, type CellResult } from './cell-parser.ts';

/** Numbers of the Sustainable Development Goals. */
export const sdgList = () =>
  defineCell(
    withHalfWidth(
      splitList((value): CellResult<number> =>
        /^(?:[1-9]|1[0-7])$/.test(value) ? { value: Number(value) } : { issue: createIssue('bad-sdg', { value }) },
      ),
    ),
  );

/** `1` for true; an empty cell is false. */
export const optionalFlag = (field: string) =>
  defineCell(
    withHalfWidth((value): CellResult<boolean> =>
      value === '' || value === '1' ? { value: value === '1' } : { issue: createIssue('bad-flag', { value, field }) },
    ),
  );

function readDate(value: string): CellResult<string> {
  const found = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/.exec(value);
  if (!found) {
    const iso = (...parts: readonly number[]) => parts.map((part) => String(part).padStart(2, '0')).join('-');
    const period = readPeriod(value);
    const { start, end } = period.ok ? period.value : { start: null, end: null };
    const near = start !== null && start === end ? start : '';
    return { issue: findTimeArtifact(value, iso) ?? createIssue('bad-date', { value, near }) };
  }
  const iso = `${found[1]}-${(found[3] ?? '').padStart(2, '0')}-${(found[4] ?? '').padStart(2, '0')}`;
  return IsoDate.safeParse(iso).success ? { value: iso } : { issue: createIssue('impossible-date', { value }) };
}

export const requiredDate = () => defineCell(withHalfWidth(emptyAsIssue(readDate)));
export const optionalDate = () => defineCell(withHalfWidth(emptyAsNull(readDate)));

/** A whole number of at most 15 digits, which are all exact, with or without separators; or null. */
export const optionalInteger = () =>
  defineCell(
    withHalfWidth(
      emptyAsNull((value): CellResult<number> =>
        /^\d{1,3}(?:,\d{3}){1,4}$|^\d{1,15}$/.test(value)
          ? { value: Number(value.replaceAll(',', '')) }
          : { issue: createIssue('bad-whole', { value }) },
      ),
    ),
  );

function readPlace(value: string): CellResult<number> {
  return /^[1-9]\d{0,5}$/.test(value) ? { value: Number(value) } : { issue: createIssue('bad-whole', { value }) };
}

/** The position in a list, from 1. */
export const requiredPosition = () => defineCell(withHalfWidth(emptyAsIssue(readPlace)));
/** The position in a list, or null; then the order of the rows counts. */
export const optionalPosition = () => defineCell(withHalfWidth(emptyAsNull(readPlace)));

/** A decimal number between two limits, or null. */
export const optionalDecimal = (field: string, low: number, high: number, example: string) =>
  defineCell(
    withHalfWidth(
      emptyAsNull((value): CellResult<number> => {
        if (!/^-?\d+(?:\.\d+)?$/.test(value)) return { issue: createIssue('bad-decimal', { value, example }) };
        const number = Number(value);
        return number >= low && number <= high
          ? { value: number }
          : { issue: createIssue('out-of-range', { value, field, low, high }) };
      }),
    ),
  );
