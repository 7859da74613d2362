import type { Period } from '../../model/quantity-schema.ts';
import { readPeriod } from '../../notation/period.ts';
import { readPlainQuantity, readQuantity } from '../../notation/quantity.ts';
import type { NotationReading } from '../../notation/normalize.ts';
import { readTarget } from '../../notation/target.ts';
import { createIssue, type Issue } from '../../diagnostics/diagnostic.ts';
import { findSpreadsheetArtifact, findTimeArtifact } from './spreadsheet-artifacts.ts';
import { defineCell, emptyAsNull, withTrim, type CellResult, type ValueWithWarnings } from './cell-parser.ts';

/** A limit of a band, or null: a bare number, negative ones as plans print them (▲10), with or without %. */
export const optionalLimit = () =>
  defineCell(
    withTrim(
      emptyAsNull((value): CellResult<number> => {
        const read = readQuantity(value);
        const sure = read.ok && read.warnings.length === 0 && !read.value.period && !read.value.approximate;
        return sure && read.value.value !== null && /^[%％]?$/.test(read.value.unit)
          ? { value: read.value.value }
          : { flaw: createIssue('bad-decimal', { value, example: '80' }) };
      }),
    ),
  );

const notation = <T>(read: (text: string) => NotationReading<T>, leftover: (text: string) => Issue | null) =>
  defineCell(
    withTrim((raw): CellResult<ValueWithWarnings<T>> => {
      const result = read(raw);
      return result.ok ? { value: result } : { flaw: leftover(raw) ?? result.issue };
    }),
  );

const leftoverPeriod = (text: string) =>
  findTimeArtifact(text, (year, month, day) => `${year}年${month}月${day}日`);

/** A time as plans write it. */
export const periodNotation = () => notation(readPeriod, leftoverPeriod);

/** A time whose days are known, or nothing. */
export const optionalDatedPeriod = () =>
  defineCell(
    withTrim((raw): CellResult<ValueWithWarnings<Period | null>> => {
      if (raw === '') return { value: { value: null, warnings: [] } };
      const result = readPeriod(raw);
      if (!result.ok) return { flaw: leftoverPeriod(raw) ?? result.issue };
      return result.value.end === null
        ? { flaw: createIssue('not-a-period', { value: raw }) }
        : { value: result };
    }),
  );

/** A value as plans write it, with its unit. */
export const quantityNotation = () =>
  notation((text) => readPlainQuantity(text) ?? readQuantity(text), findSpreadsheetArtifact);
/** A target as plans write it. */
export const targetNotation = () => notation(readTarget, findSpreadsheetArtifact);
