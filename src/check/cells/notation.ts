import type { Period } from '../../model/period.ts';
import { readPeriod } from '../../notation/period.ts';
import { plainQuantity } from '../../notation/plain.ts';
import { readQuantity } from '../../notation/quantity.ts';
import type { Reading } from '../../notation/reading.ts';
import { readTarget } from '../../notation/target.ts';
import { flaw, type Flaw } from '../../problems/problem.ts';
import { leftoverIn, leftoverTime } from '../leftover.ts';
import { cell, orNull, trimmed, type CellRead, type Warned } from './type.ts';

/** A limit of a band, or null: a bare number, negative ones as plans print them (▲10), with or without %. */
export const limitOrNull = () =>
  cell(
    trimmed(
      orNull((value): CellRead<number> => {
        const read = readQuantity(value);
        const sure = read.ok && read.warnings.length === 0 && !read.value.period && !read.value.approximate;
        return sure && read.value.value !== null && /^[%％]?$/.test(read.value.unit)
          ? { value: read.value.value }
          : { flaw: flaw('bad-decimal', { value, example: '80' }) };
      }),
    ),
  );

const notation = <T>(read: (text: string) => Reading<T>, leftover: (text: string) => Flaw | null) =>
  cell(
    trimmed((raw): CellRead<Warned<T>> => {
      const result = read(raw);
      return result.ok ? { value: result } : { flaw: leftover(raw) ?? result.flaw };
    }),
  );

const leftoverPeriod = (text: string) =>
  leftoverTime(text, (year, month, day) => `${year}年${month}月${day}日`);

/** A time as plans write it. */
export const period = () => notation(readPeriod, leftoverPeriod);

/** A time whose days are known, or nothing. */
export const daysOrNull = () =>
  cell(
    trimmed((raw): CellRead<Warned<Period | null>> => {
      if (raw === '') return { value: { value: null, warnings: [] } };
      const result = readPeriod(raw);
      if (!result.ok) return { flaw: leftoverPeriod(raw) ?? result.flaw };
      return result.value.end === null ? { flaw: flaw('not-a-period', { value: raw }) } : { value: result };
    }),
  );

/** A value as plans write it, with its unit. */
export const quantity = () => notation((text) => plainQuantity(text) ?? readQuantity(text), leftoverIn);
/** A target as plans write it. */
export const target = () => notation(readTarget, leftoverIn);
