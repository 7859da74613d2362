import type { DiagnosticReport } from '../diagnostics/diagnostic-report.ts';
import type { SiteFolder } from '../input/site-folder.ts';
import type { TextFrontMatter } from '../model/chapter.ts';
import type { DataRelease } from '../model/data-release.ts';
import type { PlanFrontMatter } from '../model/plan.ts';
import type { SiteConfig } from '../model/site.ts';
import { listKeys } from '../model/value-lists.ts';
import { municipalityTables, planTables, siteTables, sourceTables } from '../tables/source-tables.ts';
import type { SourceTableName, SourceTables } from '../tables/source-tables.ts';
import { getKeyHeading } from '../tables/table-schema.ts';
import type { SchemaRow, SourceColumn, SourceTable, TableSchema } from '../tables/table-schema.ts';
import type { MdxDocument } from './mdx-document.ts';
import type { ParsedTable } from './parse-table.ts';
import type { ParsedOutlines } from './read-outlines.ts';
import type { ParsedRow } from './row-parser.ts';

/** A text of a plan or a guide, with the facts from its path. */
export interface ParsedText extends MdxDocument<TextFrontMatter> {
  /** Path below `content/` without its ending. */
  readonly id: string;
  readonly slug: string;
}

/** The parsed form of each of these source tables. */
export type ParsedTables<T extends SourceTables> = {
  readonly [K in keyof T]: ParsedTable<SchemaRow<T[K]['columns']>>;
};

export interface ParsedPlan extends ParsedTables<typeof planTables> {
  readonly id: string;
  readonly index: MdxDocument<PlanFrontMatter>;
  /** Bodies of plan item pages: `{code}.mdx`. */
  readonly bodies: readonly ParsedText[];
  /** Further texts: `text/{slug}.mdx`. */
  readonly texts: readonly ParsedText[];
}

export interface ParsedMunicipality extends ParsedTables<typeof municipalityTables> {
  readonly municipality: string;
  /** The outlines of its zones; null if there is no file of them. */
  readonly outlines: ParsedOutlines | null;
  /** Its own outline; null if there is no file of it. */
  readonly outline: ParsedOutlines | null;
}

/** Every parsed source file of a site. Each file is valid by itself; checks compare the files with one another. */
export interface ParsedSite extends ParsedTables<typeof siteTables> {
  readonly site: SiteConfig;
  readonly folders: readonly ParsedMunicipality[];
  readonly plans: readonly ParsedPlan[];
  readonly guides: readonly ParsedText[];
  /** The releases, the latest first. */
  readonly releases: readonly DataRelease[];
  /** The latest day of the site, for today: the same files always have the same diagnostics. Empty if there is none. */
  readonly today: string;
}

/** Parses each of these tables with a function. Returns the results by the names of the tables. */
export function parseTables<T extends SourceTables>(
  tables: T,
  parse: <S extends TableSchema>(table: SourceTable<S>, name: string) => ParsedTable<SchemaRow<S>>,
): ParsedTables<T>;
export function parseTables(
  tables: SourceTables,
  parse: (table: SourceTable, name: string) => ParsedTable<unknown>,
): Readonly<Record<string, ParsedTable<unknown>>> {
  return Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, parse(table, name)]));
}

export type RowFields = Readonly<Record<string, unknown>>;

/** One parsed file with the declaration of its table. */
export interface SourceFile {
  readonly name: SourceTableName;
  readonly table: SourceTable;
  readonly parsed: ParsedTable<RowFields>;
  /** What precedes the ids of its rows in other files: `warabi/`. */
  readonly prefix: string;
}

/** Lists the parsed files of some tables. */
const listFiles = <K extends SourceTableName>(
  tables: Readonly<Record<K, SourceTable>>,
  parsed: Readonly<Record<NoInfer<K>, ParsedTable<RowFields>>>,
  prefix: string,
): SourceFile[] => listKeys(tables).map((name) => ({ name, table: tables[name], parsed: parsed[name], prefix }));

export const listPlanFiles = (plan: ParsedPlan): SourceFile[] => listFiles(planTables, plan, `${plan.id}/`);

export const listMunicipalityFiles = (folder: ParsedMunicipality): SourceFile[] =>
  listFiles(municipalityTables, folder, `${folder.municipality}/`);

/** Lists the parsed files that a site has once. */
export const listSiteFiles = (site: ParsedTables<typeof siteTables>): SourceFile[] => listFiles(siteTables, site, '');

/** Calls `visit` for each text in these columns of files that is not empty; the texts of a list come one by one. */
export function visitCells(
  files: readonly SourceFile[],
  isWanted: (column: SourceColumn) => boolean,
  visit: (row: ParsedRow<RowFields>, heading: string, text: string, column: SourceColumn) => void,
): void {
  for (const { table, parsed } of files)
    for (const [heading, column] of Object.entries(table.columns)) {
      if (!isWanted(column)) continue;
      for (const rows of [parsed.rows, parsed.invalidRows ?? []])
        for (const row of rows) {
          const value = row.fields[column.field];
          if (typeof value === 'string' && value !== '') visit(row, heading, value, column);
          else if (Array.isArray(value)) for (const text of value) visit(row, heading, String(text), column);
        }
    }
}

/** Lists the rows of a file with their ids and the heading of these. */
export function listRowsWithIds({ table, parsed }: Pick<SourceFile, 'table' | 'parsed'>) {
  const heading = getKeyHeading(table);
  const field = table.columns[heading]?.field ?? '';
  return parsed.rows.map(({ fields, locate }) => ({ id: String(fields[field]), heading, fields, locate }));
}

/** Registers the titles of a table, to recognise one instead of an id in each column that refers to the table. */
export function registerTitles(report: DiagnosticReport, name: string, file: Pick<SourceFile, 'table' | 'parsed'>) {
  const titles = listRowsWithIds(file).map(({ id, fields }) => ({ id, title: String(fields.title) }));
  for (const { columns } of Object.values<SourceTable>(sourceTables))
    for (const [heading, { references }] of Object.entries(columns))
      if (references === name) report.registerTitles(heading, file.table.title, titles);
}

/** Lists all parsed files of a site. */
export function listSourceFiles(site: Omit<ParsedSite, 'site'>): SourceFile[] {
  return [...listSiteFiles(site), ...site.folders.flatMap(listMunicipalityFiles), ...site.plans.flatMap(listPlanFiles)];
}

/** Lists the texts of a plan, its introduction first. */
export const listPlanTexts = ({ index, bodies, texts }: ParsedPlan) => [index, ...bodies, ...texts];

/** Lists the texts of all plans, and the guides. */
export const listTexts = ({ plans, guides }: Pick<ParsedSite, 'plans' | 'guides'>) => [
  ...plans.flatMap(listPlanTexts),
  ...guides,
];

/** Returns the themes that plan items, statistics or changes.csv name. Others have no page. */
export function listUsedThemes({
  plans,
  statistics,
  changes,
}: Pick<ParsedSite, 'plans' | 'statistics' | 'changes'>): ReadonlySet<string> {
  const used = new Set<string>();
  const rows = [...plans.flatMap(({ tree }) => tree.rows), ...statistics.rows];
  for (const { fields } of rows) for (const theme of fields.themes) used.add(theme);
  for (const { fields } of changes.rows) for (const id of fields.subjects) used.add(id);
  return used;
}

/** The data that checks look at: the parsed site without its settings, the list of files, and the ids of all plans. */
export interface ValidationContext extends Omit<ParsedSite, 'site'> {
  readonly folder: SiteFolder;
  readonly planIds: ReadonlySet<string>;
}

/** A check compares the parsed files with what must be true, and reports issues. */
export type SiteCheck = (context: ValidationContext, report: DiagnosticReport) => void;

/** The ids of a site, or of one table. */
export interface IdRegister {
  readonly keys: ReadonlySet<string>;
  /** True if a table could not be read: then ids are missing. */
  readonly lacksKeys: boolean;
}

/** Returns the ids of everything that a row of changes.csv may be about. */
export function collectIds(context: ValidationContext): IdRegister {
  const files = listSourceFiles(context).filter(({ table }) => table.ids !== undefined);
  const ids = files.flatMap(({ prefix, parsed }) => [...parsed.keys].map((key) => prefix + key));
  return { keys: new Set([...context.planIds, ...ids]), lacksKeys: files.some(({ parsed }) => parsed.lacksKeys) };
}
