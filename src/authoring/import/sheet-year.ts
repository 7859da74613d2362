import { createIssue, type Issue } from '../../diagnostics/diagnostic.ts';
import { DiagnosticReport } from '../../diagnostics/diagnostic-report.ts';
import type { InputRow } from '../../input/input-rows.ts';
import type { SiteFolder } from '../../input/site-folder.ts';
import { ERA_PATTERN, getFiscalYearSpan } from '../../notation/calendar.ts';
import { readPeriod } from '../../notation/period.ts';
import { sourcesTable } from '../../tables/sources.ts';
import { readTableFile } from '../../validation/parse-table.ts';
import { foldText } from '../../model/japanese-text.ts';

/** The first fiscal year of the sheets with one row of headings and the indicators of today. */
const FIRST_YEAR = 2022;

const FISCAL_YEAR = new RegExp(`(?:(?:${ERA_PATTERN})(?:\\d{1,2}|元)|\\d{4})年度`, 'g');

/** A fiscal year, as the sheet or a person writes it. */
interface WrittenYear {
  readonly text: string;
  readonly year: number;
}

/** The fiscal year of a sheet, or the cell and the reason why it is unknown. */
export type SheetYear =
  | { readonly ok: true; readonly year: number; readonly text: string }
  | { readonly ok: false; readonly row: InputRow | undefined; readonly index: number; readonly issue: Issue };

/** Reads a fiscal year; null for any other text. */
export function readFiscalYear(text: string): WrittenYear | null {
  const read = readPeriod(text);
  if (!read.ok || read.value.start === null) return null;
  const year = Number(read.value.start.slice(0, 4));
  const span = getFiscalYearSpan(year);
  return read.value.start === span.start && read.value.end === span.end ? { text, year } : null;
}

/**
 * Reads the sources of a site whose title names the ministry's sheet, or that have this id. The year is as written, or
 * empty.
 */
export function readSheetSources(folder: SiteFolder, id: string | undefined) {
  return readTableFile(folder, sourcesTable, new DiagnosticReport())
    .rows.map(({ fields }) => ({ id: fields.id, title: fields.title, year: fields.year }))
    .filter((source) => (id === undefined ? source.title.includes('全市町村の主要財政指標') : source.id === id));
}

/** A source of the site that may be the imported sheet. */
export type SheetSource = ReturnType<typeof readSheetSources>[number];

/**
 * Finds the fiscal year of a sheet in its title and headings.
 * @param above the rows before the values
 * @param others years that must be the same, with what states them: the option `--period`, the source
 */
export function findSheetYear(
  above: readonly InputRow[],
  others: readonly (WrittenYear & { readonly where: string })[],
): SheetYear {
  const found = above.flatMap((row) =>
    row.cells.flatMap((cell, index) =>
      [...foldText(cell).matchAll(FISCAL_YEAR)].flatMap(([text]) => {
        const read = readFiscalYear(text);
        return read ? [{ ...read, row, index }] : [];
      }),
    ),
  );
  const [first] = found;
  const [year, ...more] = [...found.map((one) => ({ ...one, where: '同じ表のほかの所' })), ...others];
  const reject = (values: Readonly<Record<string, string>>): SheetYear => ({
    ok: false,
    row: first?.row ?? above[0],
    index: first?.index ?? 0,
    issue: createIssue('unclear-sheet-year', { found: year?.text ?? '', ...values }),
  });
  if (!year) return reject({});
  const other = more.find((one) => one.year !== year.year);
  if (other) return reject({ where: other.where, wanted: other.text });
  if (year.year < FIRST_YEAR) return reject({ where: 'この取りこみが読む表', wanted: '令和4年度以降' });
  return { ok: true, year: year.year, text: year.text };
}
