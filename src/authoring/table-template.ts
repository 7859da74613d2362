import { greatest } from 'd3';
import type { SiteFolder } from '../input/site-folder.ts';
import { listKeys } from '../model/value-lists.ts';
import { findPeriod } from '../notation/period.ts';
import { municipalityTables, planTables, sourceTables, type SourceTableName } from '../tables/source-tables.ts';
import { getKeyHeading, getTableFile, type SourceColumn, type TableSchema } from '../tables/table-schema.ts';
import { parseCell } from '../validation/column-parser.ts';
import { readSourceCells, type RowCells } from './csv-text.ts';

/** A choice of a cell: what is written, and what it means. */
type TemplateChoice = Readonly<{ value: string; title: string }>;

export interface TemplateColumn {
  readonly heading: string;
  readonly required: boolean;
  readonly memo: boolean;
  /** The words or ids to choose from; none if people write the cell themselves. */
  readonly choices: readonly TemplateChoice[];
  /** True if other values than the choices are wrong. */
  readonly isClosed: boolean;
}

/** What people fill in: the columns of a source table, and rows to begin with. */
export interface TableTemplate {
  readonly title: string;
  /** The path of the file, with `{plan}` or `{municipality}` for an unknown folder. */
  readonly path: string;
  readonly columns: readonly TemplateColumn[];
  readonly rows: readonly RowCells[];
}

export type TemplatePlan = Readonly<{ plan: string; municipality: string }>;

/** Returns the words that a column accepts, as its own message lists them, and whether a cell can have several. */
export function listColumnWords(heading: string, column: SourceColumn): { words: readonly string[]; isList: boolean } {
  const { issues } = parseCell(column, heading, '？');
  const [issue] = issues;
  if (issue?.code === 'bad-flag') return { words: ['1'], isList: false };
  const words = issue?.code === 'bad-choice' ? String(issue.values.choices).split('、') : [];
  const [first = '', second = ''] = words;
  return { words, isList: words.length > 1 && parseCell(column, heading, `${first};${second}`).valid };
}

/** Returns the folder of a table's file: the plan or the municipality. */
function getFolderName(name: SourceTableName, chosen: TemplatePlan | null): string {
  if (name in planTables) return chosen?.plan ?? '';
  return name in municipalityTables ? (chosen?.municipality ?? '') : '';
}

/** Returns the ids of a table with their names: of a plan's municipality, if the table has those of several. */
function listTableIds(folder: SiteFolder, name: SourceTableName, chosen: TemplatePlan | null): TemplateChoice[] {
  const table = sourceTables[name];
  const key = getKeyHeading(table);
  const columns: TableSchema = table.columns;
  const title = listKeys(columns).find((heading) => columns[heading]?.field === 'title') ?? key;
  return readSourceCells(folder, getTableFile(table, getFolderName(name, chosen)), columns).flatMap((cells) => {
    const owner = cells.市区町村ID ?? '';
    const isOther = chosen !== null && name !== 'municipalities' && owner !== '' && owner !== chosen.municipality;
    return isOther || !cells[key] ? [] : [{ value: cells[key], title: cells[title] ?? '' }];
  });
}

/** Returns a column of a template, with the values that its cells can have. */
function createTemplateColumn(heading: string, column: SourceColumn, folder: SiteFolder, chosen: TemplatePlan | null) {
  const { references = '', required = false, memo = false } = column;
  const common = { heading, required, memo };
  if (references in sourceTables)
    return { ...common, choices: listTableIds(folder, references as SourceTableName, chosen), isClosed: false };
  const { words, isList } = listColumnWords(heading, column);
  return { ...common, choices: words.map((value) => ({ value, title: '' })), isClosed: !isList };
}

/** Returns the period one year later in the same words, 令和8年度末 for 令和7年度末; empty if that is unclear. */
export function findNextPeriod(text: string): string {
  // 平成31年度 is 令和元年度: the year after it is 令和2年度.
  const normalized = text.normalize('NFKC').replace(/平成(3[1-9])(?=年)/, (_all, year) => `令和${Number(year) - 30}`);
  const years = [...normalized.matchAll(/(?:元|\d{1,4})(?=年)/g)];
  const [year] = years;
  if (!year || years.length > 1) return '';
  const now = year[0] === '元' ? 1 : Number(year[0]);
  const next = `${normalized.slice(0, year.index)}${now + 1}${normalized.slice(year.index + year[0].length)}`;
  const [before, after] = [findPeriod(text).start, findPeriod(next).start];
  const isNextYear = Number(after?.slice(0, 4)) === Number(before?.slice(0, 4)) + 1;
  return isNextYear && after?.slice(4) === before?.slice(4) ? next : '';
}

/** Returns the existing results of a plan, and after them an empty row for the next year of each indicator and zone. */
function listResultRows(indicators: readonly RowCells[], results: readonly RowCells[]): RowCells[] {
  const describe = (id: string) => {
    const { 名称 = '', 単位 = '' } = indicators.find(({ 指標ID }) => 指標ID === id) ?? {};
    return { 名称, 単位 };
  };
  const next = indicators
    .filter(({ 状態 = '' }) => !['終了', 'ended'].includes(状態))
    .flatMap(({ 指標ID = '', 現状値の時点 = '' }) => {
      const own = results.filter((row) => row.指標ID === 指標ID);
      const series = Map.groupBy(own, ({ 地域ID = '' }) => 地域ID);
      if (series.size === 0) series.set('', [{ 時点: 現状値の時点 }]);
      return [...series].map(([地域ID, rows]) => {
        const last = greatest(rows, ({ 時点 = '' }) => findPeriod(時点).end ?? '');
        return { 指標ID, ...describe(指標ID), 時点: findNextPeriod(last?.時点 ?? ''), 地域ID };
      });
    });
  return [...results.map((row) => ({ ...row, ...describe(row.指標ID ?? '') })), ...next];
}

/**
 * Creates the template of a source table.
 * @param folder the files of the site
 * @param chosen the plan whose rows the template begins with; null for an empty template
 */
export function createTableTemplate(
  name: SourceTableName,
  folder: SiteFolder,
  chosen: TemplatePlan | null,
): TableTemplate {
  const table = sourceTables[name];
  const columns: TableSchema = table.columns;
  const readPlanCells = (own: SourceTableName) =>
    readSourceCells(folder, getTableFile(sourceTables[own], getFolderName(own, chosen)), sourceTables[own].columns);
  const existing = chosen === null ? [] : readPlanCells(name);
  return {
    title: table.title,
    path: chosen === null ? table.path : getTableFile(table, getFolderName(name, chosen)),
    columns: Object.entries(columns).map(([heading, column]) => createTemplateColumn(heading, column, folder, chosen)),
    rows: chosen !== null && name === 'observations' ? listResultRows(readPlanCells('indicators'), existing) : existing,
  };
}
