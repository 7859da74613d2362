import { createIssue, type Issue } from '../../diagnostics/diagnostic.ts';
import type { InputRow } from '../../input/input-rows.ts';
import type { SiteFolder } from '../../input/site-folder.ts';
import { foldText } from '../../model/japanese-text.ts';
import { statisticValueStates } from '../../model/value-lists.ts';
import { ERA_PATTERN, getFiscalYearSpan } from '../../notation/calendar.ts';
import { removeSeparators } from '../../notation/decimal.ts';
import { formatNumber } from '../../notation/format.ts';
import { findPeriod } from '../../notation/period.ts';
import { municipalitiesTable } from '../../tables/municipalities.ts';
import { sourcesTable } from '../../tables/sources.ts';
import { statisticValuesTable } from '../../tables/statistic-values.ts';
import { readTableFile } from '../../validation/parse-table.ts';
import { MAX_LEADING_ROWS } from '../../validation/table-header.ts';
import { DASH } from './item-sheet.ts';
import { createResultKey } from './match-indicators.ts';
import { type CellIssue, type DraftRow, type SheetNotice, getCellText } from './sheet-cells.ts';

/** A statistic that the sheet 全市町村の主要財政指標 of 総務省 contains. */
export interface SheetStatistic {
  readonly id: string;
  readonly title: string;
  /** The lowest and the highest value to accept: only a shifted column has others. */
  readonly limits: readonly [min: number, max: number];
  /** The number of decimals in print. */
  readonly decimals: number;
  /** Returns the time of the values in a sheet of a fiscal year. The index of pay is of the year's first day. */
  readonly formatPeriod: (year: number) => string;
}

const ofFirstDay = { decimals: 1, formatPeriod: (year: number) => `${year}年4月1日` };
const ofYear = { decimals: 1, formatPeriod: (year: number) => `${year}年度` };

/** The statistics of the sheet, as it orders them. */
export const sheetStatistics: readonly SheetStatistic[] = [
  { id: 'financial-strength', title: '財政力指数', limits: [0, 10], ...ofYear, decimals: 2 },
  { id: 'ordinary-balance-ratio', title: '経常収支比率', limits: [30, 200], ...ofYear },
  { id: 'debt-service-ratio', title: '実質公債費比率', limits: [-50, 100], ...ofYear },
  { id: 'future-burden-ratio', title: '将来負担比率', limits: [0, 2000], ...ofYear },
  { id: 'pay-index', title: 'ラスパイレス指数', limits: [50, 150], ...ofFirstDay },
];

/** The ministry's sheet with its headings. */
export interface StatisticSheet {
  /** The last row of headings. */
  readonly header: InputRow;
  /** The rows before the values, with the title. */
  readonly above: readonly InputRow[];
  readonly rows: readonly InputRow[];
  /** The indexes of the columns, from 0, by 団体コード, 団体名 and the titles of the statistics. */
  readonly columns: ReadonlyMap<string, number>;
  /** Issues of the headings. */
  readonly issues: readonly CellIssue[];
}

/** Returns what a column contains, or undefined. A unit in brackets does not belong to the heading. */
function readHeading(text: string): string | undefined {
  const heading = foldText(text)
    .replace(/\([^()]*\)$/, '')
    .replace(/^市区?町村(?=コード$|名$)/, '団体');
  return ['団体コード', '団体名', ...sheetStatistics.map(({ title }) => title)].find((title) => title === heading);
}

/** Returns the known columns of one row of headings, or of two rows if either contains a heading or its half. */
function findColumns(upper: InputRow, lower: InputRow | undefined): Pick<StatisticSheet, 'columns' | 'issues'> {
  const columns = new Map<string, number>();
  const issues: CellIssue[] = [];
  const row = lower ?? upper;
  for (let index = 0; index < Math.max(upper.cells.length, row.cells.length); index += 1) {
    const [above = '', below = ''] = [upper.cells[index], lower?.cells[index]];
    const heading = readHeading(above + below) ?? readHeading(below) ?? readHeading(above);
    if (heading === undefined) continue;
    if (columns.has(heading))
      issues.push({ row, index, field: heading, issue: createIssue('repeated-column', { column: heading }) });
    else columns.set(heading, index);
  }
  return { columns, issues };
}

/** Finds the headings among the first rows; null if no row has the codes, the names and a statistic. */
export function readStatisticSheet(rows: readonly InputRow[]): StatisticSheet | null {
  let best: StatisticSheet | null = null;
  for (const [at, upper] of rows.slice(0, MAX_LEADING_ROWS).entries())
    for (const height of [1, 2]) {
      const header = rows[at + height - 1];
      if (!header) continue;
      const found = findColumns(upper, height === 2 ? header : undefined);
      const isSheet = found.columns.has('団体コード') && found.columns.has('団体名') && found.columns.size > 2;
      if (isSheet && found.columns.size > (best?.columns.size ?? 0))
        best = { ...found, header, above: rows.slice(0, at + height), rows: rows.slice(at + height) };
    }
  return best;
}

/** The first fiscal year of the sheets with one row of headings and the indicators of today. */
const FIRST_YEAR = 2022;

const FISCAL_YEAR = new RegExp(`(?:(?:${ERA_PATTERN})(?:\\d{1,2}|元)|\\d{4})年度`, 'g');

/** A fiscal year, as the sheet or a person writes it. */
type WrittenYear = Readonly<{ text: string; year: number }>;

/** The fiscal year of a sheet, or the cell and the reason why it is unknown. */
export type SheetYear =
  | { readonly ok: true; readonly year: number; readonly text: string }
  | { readonly ok: false; readonly row: InputRow | undefined; readonly index: number; readonly issue: Issue };

/** Reads a fiscal year; null for any other text. */
export function readFiscalYear(text: string): WrittenYear | null {
  const { start, end } = findPeriod(text);
  const year = Number(start?.slice(0, 4));
  const span = getFiscalYearSpan(year);
  return start === span.start && end === span.end ? { text, year } : null;
}

/** Reads a site's sources with the name of the ministry's sheet or this id. The year is as written, or empty. */
export const readSheetSources = (folder: SiteFolder, id: string | undefined) =>
  readTableFile(folder, sourcesTable)
    .rows.map(({ fields }) => ({ id: fields.id, title: fields.title, year: fields.year }))
    .filter((source) => (id === undefined ? source.title.includes('全市町村の主要財政指標') : source.id === id));

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
  const [year, ...more] = [...found.map((one) => ({ ...one, where: '同じ表のほかのところ' })), ...others];
  const { row, index } = first ?? { row: above[0], index: 0 };
  const reject = (values: Readonly<Record<string, string>>): SheetYear => {
    const issue = createIssue('unclear-sheet-year', { found: year?.text ?? '', ...values });
    return { ok: false, row, index, issue };
  };
  if (!year) return reject({});
  const other = more.find((one) => one.year !== year.year);
  if (other) return reject({ where: other.where, wanted: other.text });
  if (year.year < FIRST_YEAR) return reject({ where: '取りこめる表', wanted: '令和4年度以降' });
  return { ok: true, year: year.year, text: year.text };
}

/** Reads the municipalities of a site with their values, by `createResultKey`. Of invalid rows, nothing counts. */
export function readExistingStatistics(folder: SiteFolder) {
  return readTableFile(folder, municipalitiesTable).rows.map(({ fields: { id, code, title } }) => {
    const { rows } = readTableFile(folder, statisticValuesTable, id);
    const values = rows.map(({ fields: { statistic, period, value }, locate }) => {
      return [createResultKey(statistic, period.text), { ...value, ...locate('値') }] as const;
    });
    return { id, code, title, values: new Map(values) };
  });
}

/** A municipality of the site with its existing values. */
type ImportedMunicipality = ReturnType<typeof readExistingStatistics>[number];

const removeQualifier = (title: string) => foldText(title).replace(/\([^()]*\)$/, '');

/**
 * Returns the rows of a municipality, in their order. A spreadsheet may lack the check digit or the first 0 of a code;
 * such a code may be another municipality's, so the name must be the same too.
 * @param names the index of the column of names
 */
function findRows(
  { code, title }: ImportedMunicipality,
  rowsByCode: ReadonlyMap<string, readonly InputRow[]>,
  names: number,
): InputRow[] {
  const find = (written: string) => rowsByCode.get(written) ?? [];
  const short = code.slice(0, 5);
  const shortened = new Set([short, code.replace(/^0/, ''), short.replace(/^0/, '')].filter((one) => one !== code));
  const named = [...shortened]
    .flatMap(find)
    .filter((row) => foldText(getCellText(row, names)) === removeQualifier(title));
  return [...find(code), ...named].sort((a, b) => a.line - b.line);
}

/** Reads a cell as the value to write: the number as printed, or 算定なし; null if it is neither. */
function readValue({ id, limits: [least, greatest], decimals }: SheetStatistic, cell: string): string | null {
  const text = removeSeparators(foldText(cell).replace(/^[△▲]/, '-'));
  if (id === 'future-burden-ratio' && DASH.test(text)) return statisticValueStates.words['not-calculated'];
  if (!/^-?\d+(?:\.\d+)?$/.test(text) || (text.split('.')[1]?.length ?? 0) > decimals) return null;
  const value = Number(text);
  return value >= least && value <= greatest ? value.toFixed(decimals) : null;
}

/** Returns what a cell becomes: a value, an issue, or a notice why none is written; empty if the site has the value. */
function readStatisticCell(
  written: string,
  statistic: SheetStatistic,
  period: string,
  { title, values }: ImportedMunicipality,
): Readonly<{ value?: string; issue?: Issue; notice?: string }> {
  const value = readValue(statistic, written);
  if (value === null) {
    const notice = `「${title}」の${statistic.title}は「${written || '空'}」なので、書きません。`;
    if (written === '' || DASH.test(foldText(written))) return { notice };
    const limits = `${statistic.limits.map((limit) => formatNumber(limit)).join('から')}まで`;
    const quoted = { value: written, title: statistic.title, limits, decimals: statistic.decimals };
    return { issue: createIssue('shifted-statistic-value', quoted) };
  }
  const existing = values.get(createResultKey(statistic.id, period));
  if (!existing) return { value };
  const { text: before, value: number, file, line } = existing;
  if (before === value || (number !== null && number === Number(value))) return {};
  const quoted = { title, statistic: statistic.title, period, value, file, line, before };
  return { issue: createIssue('other-statistic-value', quoted) };
}

export type StatisticRows = Readonly<ReturnType<typeof importStatisticRows>>;

/**
 * Converts the ministry's sheet into rows of `statistic-values.csv`. A value that the site has already is not written
 * again; another value at the same time is an issue, and so is every municipality without exactly one row.
 * @param source the 出典ID of the sheet
 */
export function importStatisticRows(
  sheet: StatisticSheet,
  year: number,
  municipalities: readonly ImportedMunicipality[],
  source: string,
) {
  /** The rows to write, by the id of the municipality. */
  const rows = new Map<string, DraftRow[]>();
  const notices: SheetNotice[] = [];
  const issues = [...sheet.issues];
  /** The rows of the sheet that belong to municipalities of the site. */
  const used: InputRow[] = [];
  /** How many values the site has already. */
  let same = 0;

  const getIndex = (heading: string) => sheet.columns.get(heading) ?? 0;
  const report = (row: InputRow, field: string, issue: Issue) =>
    issues.push({ row, index: getIndex(field), field, issue });
  const [codes, names] = [getIndex('団体コード'), getIndex('団体名')];
  const rowsByCode = Map.groupBy(sheet.rows, (row) => removeSeparators(foldText(getCellText(row, codes))));

  for (const municipality of municipalities) {
    const { id, code, title } = municipality;
    const [row, ...more] = findRows(municipality, rowsByCode, names);
    if (!row) {
      report(sheet.header, '団体コード', createIssue('municipality-not-in-sheet', { code, title }));
      continue;
    }
    used.push(row, ...more);
    for (const other of more)
      report(other, '団体コード', createIssue('repeated-municipality', { code, title, line: row.line }));
    const name = getCellText(row, names);
    if (foldText(name) !== removeQualifier(title))
      report(row, '団体名', createIssue('other-municipality', { code, title, value: name || '（空）' }));
    const drafts = rows.get(id) ?? [];
    for (const statistic of sheetStatistics.filter((one) => sheet.columns.has(one.title))) {
      const [index, period] = [getIndex(statistic.title), statistic.formatPeriod(year)];
      const { value, issue, notice } = readStatisticCell(getCellText(row, index), statistic, period, municipality);
      const cells = { 統計ID: statistic.id, 時点: period, 値: value ?? '', 出典ID: source };
      if (issue) report(row, statistic.title, issue);
      else if (notice !== undefined) notices.push({ row, index, text: notice });
      else if (value === undefined) same += 1;
      else drafts.push({ cells, row, origins: { 値: { row, index } } });
    }
    if (drafts.length > 0) rows.set(id, drafts);
  }
  for (const { title } of sheetStatistics.filter((statistic) => !sheet.columns.has(statistic.title)))
    notices.push({ row: sheet.header, index: 0, text: `「${title}」の列がないので、書きません。` });
  return { rows, notices, issues, used, same };
}
