import type { Period } from '../../model/quantity-schema.ts';
import { readPeriod } from '../../notation/period.ts';
import { readPlainQuantity, readQuantity } from '../../notation/quantity.ts';
import type { NotationReading } from '../../notation/normalize.ts';
import { readTarget } from '../../notation/target.ts';
import { createIssue, type Issue } from '../../diagnostics/diagnostic.ts';
import { findSpreadsheetArtifact, findTimeArtifact } from './spreadsheet-artifacts.ts';
import { defineCell, emptyAsNull, type CellResult, type ValueWithWarnings } from './cell-parser.ts';

/** A limit of a band, or null: a number in the notation of plans (▲10), with or without %. */
export const optionalLimit = () =>
  defineCell(
    emptyAsNull((value): CellResult<number> => {
      const read = readQuantity(value);
      const isPlain = read.ok && read.warnings.length === 0 && !read.value.period && !read.value.approximate;
      return isPlain && read.value.value !== null && /^[%％]?$/.test(read.value.unit)
        ? { value: read.value.value }
        : { issue: createIssue('bad-decimal', { value, example: '80' }) };
    }),
  );

const notation = <T>(read: (text: string) => NotationReading<T>, findArtifact: (text: string) => Issue | null) =>
  defineCell((raw): CellResult<ValueWithWarnings<T>> => {
    const result = read(raw);
    return result.ok ? { value: result } : { issue: findArtifact(raw) ?? result.issue };
  });

const findPeriodArtifact = (text: string) =>
  findTimeArtifact(text, (year, month, day) => `${year}年${month}月${day}日`);

export const periodNotation = () => notation(readPeriod, findPeriodArtifact);

/** A period whose days are known, or null. */
export const optionalDatedPeriod = () =>
  defineCell((raw): CellResult<ValueWithWarnings<Period | null>> => {
    if (raw === '') return { value: { value: null, warnings: [] } };
    const result = readPeriod(raw);
    if (!result.ok) return { issue: findPeriodArtifact(raw) ?? result.issue };
    return result.value.end === null ? { issue: createIssue('not-a-period', { value: raw }) } : { value: result };
  });

/** A value in the notation of plans, with its unit. */
export const quantityNotation = () =>
  notation((text) => readPlainQuantity(text) ?? readQuantity(text), findSpreadsheetArtifact);
export const targetNotation = () => notation(readTarget, findSpreadsheetArtifact);
