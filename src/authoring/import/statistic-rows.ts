import { createIssue } from '../../diagnostics/diagnostic.ts';
import { DiagnosticReport } from '../../diagnostics/diagnostic-report.ts';
import type { InputRow } from '../../input/input-rows.ts';
import type { SiteFolder } from '../../input/site-folder.ts';
import { formatNumber } from '../../notation/format.ts';
import { statisticValueStates } from '../../model/value-lists.ts';
import { municipalitiesTable } from '../../tables/municipalities.ts';
import { statisticValuesTable } from '../../tables/statistic-values.ts';
import { readTableFile } from '../../validation/parse-table.ts';
import { createResultKey } from './match-indicators.ts';
import { type SheetStatistic, sheetStatistics, type StatisticSheet } from './statistic-sheet.ts';
import { type CellIssue, type DraftRow, type SheetNote, getCellText } from './sheet-cells.ts';
import { foldText } from '../../model/japanese-text.ts';

/** The signs that are printed in place of a value. */
const DASH = /^[-‐‑–—―−ー]$/;

const NOT_CALCULATED = statisticValueStates.words['not-calculated'];

/** Reads the municipalities of a site with their values, by `createResultKey`. Of invalid rows, nothing counts. */
export function readExistingStatistics(folder: SiteFolder) {
  const report = new DiagnosticReport();
  return readTableFile(folder, municipalitiesTable, report).rows.map(({ fields: { id, code, title } }) => {
    const { file, rows } = readTableFile(folder, statisticValuesTable, report, id);
    const values = rows.map(({ fields: { statistic, period, value }, locate }) => {
      const { text, value: number } = value.value;
      const { line } = locate('値');
      return [createResultKey(statistic, period.value.text), { text, value: number, file, line }] as const;
    });
    return { id, code: code.value, title, values: new Map(values) };
  });
}

/** A municipality of the site with its existing values. */
type ImportedMunicipality = ReturnType<typeof readExistingStatistics>[number];

const removeQualifier = (title: string) => foldText(title).replace(/\([^()]*\)$/, '');

/**
 * Returns true if a row belongs to a municipality. A spreadsheet may lack the check digit or the first 0 of a code; such
 * a code may be another municipality's, so the name must be the same too.
 */
function isRowOf({ code, title }: ImportedMunicipality, written: string, name: string): boolean {
  if (written === code) return true;
  const short = code.slice(0, 5);
  const shortened = [short, code.replace(/^0/, ''), short.replace(/^0/, '')];
  return shortened.includes(written) && foldText(name) === removeQualifier(title);
}

/** Reads a cell as the value to write: the number as printed, or 算定なし; null if it is neither. */
function readValue({ id, limits: [least, greatest], decimals }: SheetStatistic, cell: string): string | null {
  const text = foldText(cell).replace(/^[△▲]/, '-');
  if (id === 'future-burden-ratio' && DASH.test(text)) return NOT_CALCULATED;
  if (!/^-?\d+(?:\.\d+)?$/.test(text) || (text.split('.')[1]?.length ?? 0) > decimals) return null;
  const value = Number(text);
  return value >= least && value <= greatest ? value.toFixed(decimals) : null;
}

/** What a sheet of statistics becomes. */
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
  const notes: SheetNote[] = [];
  const issues = [...sheet.issues];
  /** The rows of the sheet that belong to municipalities of the site. */
  const used: InputRow[] = [];
  /** How many values the site has already. */
  let same = 0;

  const getIndex = (heading: string) => sheet.columns.get(heading) ?? 0;
  const report = (row: InputRow, field: string, issue: CellIssue['issue']) =>
    issues.push({ row, index: getIndex(field), field, issue });

  const takeValue = ({ id, title, values }: ImportedMunicipality, row: InputRow, statistic: SheetStatistic) => {
    const index = getIndex(statistic.title);
    const written = getCellText(row, index);
    const value = readValue(statistic, written);
    if (value === null && (written === '' || DASH.test(foldText(written)))) {
      const text = `「${title}」の${statistic.title}は「${written || '空'}」なので、書きません。`;
      notes.push({ row, index, text });
      return;
    }
    if (value === null) {
      const [least, greatest] = statistic.limits;
      const limits = `${formatNumber(least)}から${formatNumber(greatest)}まで`;
      const quoted = { value: written, title: statistic.title, limits, decimals: statistic.decimals };
      report(row, statistic.title, createIssue('shifted-statistic-value', quoted));
      return;
    }
    const period = statistic.formatPeriod(year);
    const there = values.get(createResultKey(statistic.id, period));
    if (!there) {
      const cells = { 統計ID: statistic.id, 時点: period, 値: value, 出典ID: source };
      const origin = { row, index };
      const drafted = { cells, row, origins: { 統計ID: origin, 時点: origin, 値: origin, 出典ID: origin } };
      rows.set(id, [...(rows.get(id) ?? []), drafted]);
    } else if (there.text === value || (there.value !== null && there.value === Number(value))) same += 1;
    else {
      const { text: before, file, line } = there;
      const quoted = { title, statistic: statistic.title, period, value, file, line, before };
      report(row, statistic.title, createIssue('other-statistic-value', quoted));
    }
  };

  for (const municipality of municipalities) {
    const { code, title } = municipality;
    const [codes, names] = [getIndex('団体コード'), getIndex('団体名')];
    const [row, ...more] = sheet.rows.filter((one) =>
      isRowOf(municipality, foldText(getCellText(one, codes)), getCellText(one, names)),
    );
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
    for (const statistic of sheetStatistics)
      if (sheet.columns.has(statistic.title)) takeValue(municipality, row, statistic);
  }
  for (const { title } of sheetStatistics.filter((statistic) => !sheet.columns.has(statistic.title)))
    notes.push({ row: sheet.header, index: 0, text: `「${title}」の列がないので、書きません。` });
  return { rows, notes, issues, used, same };
}
