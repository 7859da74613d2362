import { draftSheetRows } from '../../src/authoring/import/import-preview.ts';
import { describeIndicators } from '../../src/authoring/import/import-rows.ts';
import { importIndicatorSheet } from '../../src/authoring/import/indicator-import.ts';
import { readExistingIndicators } from '../../src/authoring/import/match-indicators.ts';
import { messageCatalogue } from '../../src/diagnostics/catalogue/message-catalogue.ts';
import { parseCsvRows } from '../../src/input/csv-reader.ts';
import type { InputRows } from '../../src/input/input-rows.ts';
import { openWorkbook } from '../../src/input/xlsx/open-workbook.ts';
import { createWorkbook, type WorkbookSheet } from './create-workbook.ts';
import { createMemoryFolder, type FixtureFiles } from './fixture-site.ts';

const PLAN = 'mihon-keikaku';
/** Without the indicators of the plan, and without the files that name them. */
const NO_INDICATORS: FixtureFiles = {
  'data/changes.csv': null,
  [`data/plans/${PLAN}/indicators.csv`]: null,
  [`data/plans/${PLAN}/observations.csv`]: null,
  [`data/plans/${PLAN}/targets.csv`]: null,
};

/** What a sheet becomes, in one line for each row. */
export interface ImportedLines {
  /** Name, unit, direction, baseline @ time → target @ time, # code; parts that are empty are left out. */
  readonly indicators: readonly string[];
  /** Name, time: value. */
  readonly results: readonly string[];
  /** Name, time: value. */
  readonly targets: readonly string[];
  readonly notices: readonly string[];
  /** The codes of errors in the sheet, each with its line. */
  readonly issues: readonly string[];
  /** The same of warnings. */
  readonly warnings: readonly string[];
}

/** An indicator of the plan, and a result of it. */
export const BOOKS: FixtureFiles = {
  [`data/plans/${PLAN}/indicators.csv`]:
    '指標ID,名称,単位,現状値,目標値,出典ID\nbooks,本を借りた 人の数,人,5人,9人,mihon-keikaku\n',
  [`data/plans/${PLAN}/observations.csv`]: '指標ID,時点,値\nbooks,2023年度,6人\n',
};

/**
 * Imports the rows of a sheet into the valid town, whose plan has no indicators unless `files` has some.
 * @param source the id of the source of the sheet; empty if it is the plan
 */
function importSheetRows(file: string, rows: InputRows, files: FixtureFiles, source = '') {
  const folder = createMemoryFolder({ ...NO_INDICATORS, ...files });
  const sources = { plan: PLAN, sheet: source };
  const read = importIndicatorSheet(file, rows, folder, { plan: PLAN, sources, years: null });
  if (!read.ok) throw new Error('no headings');
  return { ...read, folder, existing: readExistingIndicators(folder, PLAN) };
}

function formatImport({ existing, imported }: ReturnType<typeof importSheetRows>): ImportedLines {
  const titles = new Map([
    ...[...existing.indicators].map(([id, one]) => [id, one.title] as const),
    ...imported.indicators.map(({ cells }) => [cells.指標ID ?? '', cells.名称 ?? ''] as const),
  ]);
  const title = (id = '') => titles.get(id) ?? id;
  const list = (level: 'error' | 'warning') =>
    imported.issues
      .filter(({ issue }) => messageCatalogue[issue.code].level === level)
      .map(({ row, issue }) => `${issue.code} ${row.line}`);
  const at = (value = '', time = '') => (time === '' ? value : `${value}@${time}`);
  return {
    indicators: imported.indicators.map(({ cells: c }) =>
      [
        c.名称,
        c.単位,
        c.良い方向,
        `${at(c.現状値, c.現状値の時点)}→${at(c.目標値, c.目標値の時点)}`,
        c.コード && `#${c.コード}`,
      ]
        .filter((part) => part !== undefined && part !== '')
        .join(' '),
    ),
    results: imported.observations.map(({ cells: c }) => `${title(c.指標ID)} ${c.時点 ?? ''}: ${c.値 ?? ''}`),
    targets: imported.targets.map(({ cells: c }) => `${title(c.指標ID)} ${c.目標値の時点 ?? ''}: ${c.目標値 ?? ''}`),
    notices: imported.notices.map(({ row, text }) => `${row.line}: ${text}`),
    issues: list('error'),
    warnings: list('warning'),
  };
}

/** Imports a sheet that is written as CSV lines. */
export const importSheetLines = (lines: readonly string[], files: FixtureFiles = {}): ImportedLines =>
  formatImport(importSheetRows('a.csv', parseCsvRows(lines.join('\n')), files));

/** Imports the first sheet of a workbook; also returns notices on hidden rows, and of all diagnostics the codes with their lines, and the hints. */
export function importWorkbookSheet(sheet: WorkbookSheet) {
  const opened = openWorkbook(createWorkbook([sheet]));
  if (!opened.ok) throw new Error(opened.issue.code);
  const read = importSheetRows('a.xlsx', opened.rows, {});
  const written = draftSheetRows(read.folder, 'a.xlsx', read.parts, read.imported.issues);
  const diagnostics = [...read.diagnostics, ...written.diagnostics];
  const lines = formatImport(read);
  return {
    ...lines,
    hiddenNotices: lines.notices.filter((notice) => notice.includes('かくれて')),
    diagnostics: diagnostics.map(({ code, line }) => `${code} ${line}`),
    hints: diagnostics.map(({ hint }) => hint),
  };
}

/** Imports a sheet that is written as CSV lines: the cells of its rows, and its notices and issues with their cells. */
export function importSheetCells(lines: readonly string[], files: FixtureFiles = {}, source = '') {
  const { imported } = importSheetRows('a.csv', parseCsvRows(lines.join('\n')), files, source);
  const { indicators, observations, changes, targets, notices, issues } = imported;
  const locate = ({ row, index }: Pick<(typeof notices)[number], 'row' | 'index'>) => {
    const { line, column } = row.locate(index);
    return `${line}:${column}`;
  };
  return {
    indicators: indicators.map(({ cells }) => cells),
    observations: observations.map(({ cells }) => cells),
    changes,
    targets: targets.map(({ cells }) => cells),
    // Other tests see the notices of directions.
    notices: notices
      .filter(({ text }) => !text.startsWith('良い方向が書かれて'))
      .map((notice) => `${locate(notice)} ${notice.text}`),
    issues: issues.map(({ issue, ...cell }) => `${locate(cell)} ${issue.code} ${JSON.stringify(issue.values)}`),
    sentences: describeIndicators(imported),
  };
}
