import { isWebUrl } from '../../model/identifiers.ts';
import { type ForeignKey, listForeignKeys } from '../../open-data/metadata/csvw-metadata.ts';
import type { PublishedColumn, PublishedTable } from '../../open-data/published-table.ts';
import { describedTables } from '../../open-data/tables/published-code-lists.ts';
import type { SiteData } from '../../site-data/site-data.ts';

/** The published table with the names of a column's values: a code list, or the records that they refer to. */
interface NameSource {
  readonly table: PublishedTable;
  /** Its column with the values. */
  readonly key: string;
  /** Its column with the names. */
  readonly title: string;
}

/** The number of rows that a page shows without JavaScript. */
export const MAX_FIRST_ROWS = 10;

export interface PageColumn extends PublishedColumn {
  /** Its position in a row of the table. */
  readonly at: number;
  /** True if the page shows it unless readers choose others. */
  readonly isMain: boolean;
  /** True if its values are URLs; the checks of the source tables refuse others. */
  readonly isLink: boolean;
  /** Null if its values need no names. */
  readonly names: NameSource | null;
}

function findNames({ target: table, targetColumn }: ForeignKey): NameSource | null {
  const title = ['short_title', 'title'].find((name) => table.columns.some((column) => column.name === name));
  return title === undefined ? null : { table, key: targetColumn.name, title };
}

/** Columns with the official code of a municipality, or the position of a record, help programs only. */
const FOR_PROGRAMS = /^(?:url|slug|code|order|municipality_code)$/;

/** Returns columns of a table in the order of its page: the main ones, the others, then ids, references and codes. */
export function arrangeColumns(table: PublishedTable): PageColumn[] {
  const { columns, mainColumns, primaryKey } = table;
  const names = new Map(listForeignKeys(table, describedTables).map((key) => [key.column, findNames(key)]));
  const rank = ({ name, references }: PublishedColumn) => {
    const main = mainColumns.indexOf(name);
    if (main >= 0) return main;
    return mainColumns.length + (references !== null || primaryKey.includes(name) || FOR_PROGRAMS.test(name) ? 1 : 0);
  };
  return columns
    .map((column, at) => ({
      ...column,
      at,
      isMain: mainColumns.includes(column.name),
      isLink: column.name === 'url' || isWebUrl(String(column.example)),
      names: names.get(column) ?? null,
    }))
    .sort((a, b) => rank(a) - rank(b));
}

/** Returns the names of the values of a column, by value; empty if the values need none. */
export function readValueNames(siteData: SiteData, { names }: PageColumn): ReadonlyMap<string, string> {
  if (names === null) return new Map();
  const find = (name: string) => names.table.columns.findIndex((column) => column.name === name);
  const [key, title] = [find(names.key), find(names.title)];
  return new Map(names.table.rows(siteData).map((row) => [String(row[key] ?? ''), String(row[title] ?? '')]));
}
