import { createIssue, type Issue } from '../../diagnostics/diagnostic.ts';

/** What people write for "the same as above". */
const DITTO = /^(?:同上|同前|同じ|上に同じ|上と同じ|〃|々|″|”|"|'')$/;
/** What a spreadsheet shows where a formula has no result. */
const NO_RESULT =
  /^[#＃](?:DIV\/0[!！]|REF[!！]|N\/A|NAME[?？]|NUM[!！]|NULL[!！]|VALUE[!！]|SPILL[!！]|CALC[!！])$/i;

/** Days since this one are how spreadsheets keep dates. */
const DAY_NOUGHT = Date.UTC(1899, 11, 30);
/** The serial numbers that may well be dates of a plan: of the years 1954 to 2119. */
const SERIAL = /^[2-7]\d{4}$/;

/**
 * What a person or a spreadsheet left in a cell in place of the value that belongs there; null where it is nothing of
 * the kind. Asked only about cells that can't be read otherwise.
 */
export function findSpreadsheetArtifact(value: string): Issue | null {
  if (DITTO.test(value)) return createIssue('ditto', { value });
  if (NO_RESULT.test(value)) return createIssue('error-cell', { value });
  if (/^[#＃]{2,}$/.test(value)) return createIssue('narrow-column', { value });
  return /^[=＝]./.test(value) ? createIssue('formula-for-value', { value }) : null;
}

/**
 * The same for a cell that holds a time, where a bare number may be a date as spreadsheets keep it.
 * @param describeIssue tells how the day is written in this column, from year, month and day
 */
export function findTimeArtifact(
  value: string,
  inWords: (year: number, month: number, day: number) => string,
): Issue | null {
  if (!SERIAL.test(value)) return findSpreadsheetArtifact(value);
  const date = new Date(DAY_NOUGHT + Number(value) * 86_400_000);
  const parts = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()] as const;
  const [year, month, day] = parts;
  return createIssue('date-serial', {
    value,
    date: `${year}年${month}月${day}日`,
    instead: inWords(...parts),
  });
}
