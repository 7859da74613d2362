import { IsoDate } from '../../model/period.ts';
import { flaw } from '../../problems/problem.ts';
import { leftoverTime } from '../leftover.ts';
import { cell, EMPTY, figures, listOf, orNull, type CellRead } from './type.ts';

/** Numbers of the Sustainable Development Goals. */
export const goals = () =>
  cell(
    figures(
      listOf((value): CellRead<number> =>
        /^(?:[1-9]|1[0-7])$/.test(value) ? { value: Number(value) } : { flaw: flaw('bad-sdg', { value }) },
      ),
    ),
  );

/** `1` or nothing. */
export const flag = (field: string) =>
  cell(
    figures((value): CellRead<boolean> =>
      value === '' || value === '1' ? { value: value === '1' } : { flaw: flaw('bad-flag', { value, field }) },
    ),
  );

function readDate(value: string): CellRead<string> {
  const found = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/.exec(value);
  if (!found) {
    const iso = (...parts: readonly number[]) => parts.map((part) => String(part).padStart(2, '0')).join('-');
    return { flaw: leftoverTime(value, iso) ?? flaw('bad-date', { value }) };
  }
  const iso = `${found[1]}-${(found[3] ?? '').padStart(2, '0')}-${(found[4] ?? '').padStart(2, '0')}`;
  return IsoDate.safeParse(iso).success ? { value: iso } : { flaw: flaw('impossible-date', { value }) };
}

/** A day. */
export const date = () => cell(figures((value) => (value === '' ? { flaw: EMPTY } : readDate(value))));
/** A day, or nothing. */
export const dateOrNull = () => cell(figures(orNull(readDate)));

/** A whole number, with or without separators, or null. */
export const wholeOrNull = () =>
  cell(
    figures(
      orNull((value): CellRead<number> =>
        /^\d{1,3}(?:,\d{3})+$|^\d+$/.test(value)
          ? { value: Number(value.replaceAll(',', '')) }
          : { flaw: flaw('bad-whole', { value }) },
      ),
    ),
  );

function readPlace(value: string): CellRead<number> {
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
      orNull((value): CellRead<number> => {
        if (!/^-?\d+(?:\.\d+)?$/.test(value)) return { flaw: flaw('bad-decimal', { value, example }) };
        const number = Number(value);
        return number >= low && number <= high
          ? { value: number }
          : { flaw: flaw('out-of-range', { value, field, low, high }) };
      }),
    ),
  );
