import { createIssue, type Issue } from '../../diagnostics/diagnostic.ts';

/** Words and signs that mean "the same as above". */
const DITTO = /^(?:同上|同前|同じ|上に同じ|上と同じ|〃|々|″|”|"|'')$/;
/** The errors that a spreadsheet shows if a formula has no result. */
const NO_RESULT = /^[#＃](?:DIV\/0[!！]|REF[!！]|N\/A|NAME[?？]|NUM[!！]|NULL[!！]|VALUE[!！]|SPILL[!！]|CALC[!！])$/i;

/** A formula. Behind ＝ it has a cell, a function or an operator, because names may begin with ＝. */
const FORMULA = /^(?:=.|＝.*(?:[A-Z]\$?\d|[A-Z][(（]|\d *[-+*/]))/i;

/** Spreadsheets store a date as the number of days since this day, in milliseconds. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
/** Serial numbers that may be dates of a plan: from 1954 to 2119. */
const SERIAL = /^[2-7]\d{4}$/;

/**
 * Returns the issue of a cell that a person or a spreadsheet filled with something other than a value, or null. It is
 * only useful for cells that can't be read otherwise.
 */
export function findSpreadsheetArtifact(value: string): Issue | null {
  if (DITTO.test(value)) return createIssue('ditto', { value });
  if (NO_RESULT.test(value)) return createIssue('error-cell', { value });
  if (/^[#＃]{2,}$|^-?\d(?:\.\d+)?E[+-]\d+$/.test(value)) return createIssue('narrow-column', { value });
  return FORMULA.test(value) ? createIssue('formula-for-value', { value }) : null;
}

/**
 * Returns such an issue for a cell with a date or a period. In these cells a number can be the serial number of a date.
 * @param formatDay formats a day as this column needs it
 */
export function findTimeArtifact(
  value: string,
  formatDay: (year: number, month: number, day: number) => string,
): Issue | null {
  if (!SERIAL.test(value)) return findSpreadsheetArtifact(value);
  const date = new Date(DAY_ZERO + Number(value) * 86_400_000);
  const parts = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()] as const;
  const [year, month, day] = parts;
  return createIssue('date-serial', { value, date: `${year}年${month}月${day}日`, instead: formatDay(...parts) });
}
