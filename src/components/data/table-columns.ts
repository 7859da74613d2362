import { isWebAddress } from '../../model/japanese-text.ts';
import type { PublishedColumn, PublishedTable } from '../../open-data/published-table.ts';
import { codeLists } from '../../open-data/tables/published-code-lists.ts';
import { publishedTables } from '../../open-data/tables/published-tables.ts';
import type { SiteData } from '../../site-data/site-data.ts';

/** The published table that has the names of the values of a column: a code list, or the records that the values refer to. */
interface NameSource {
  readonly table: PublishedTable;
  /** Its file below `/data/`. */
  readonly path: string;
  /** Its column with the values. */
  readonly key: string;
  /** Its column with the names. */
  readonly title: string;
}

/** A column of a published table on the page of the table. */
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

function findNames({ codeList, references }: PublishedColumn): NameSource | null {
  const lists = codeList === null ? [] : codeLists.filter(({ id }) => id === codeList);
  const records = references === null ? [] : publishedTables.filter(({ id }) => id === references.table);
  const [table] = [...lists, ...records];
  const key = references?.column ?? 'code';
  const has = (name: string) => table?.columns.some((column) => column.name === name);
  const title = has('short_title') ? 'short_title' : 'title';
  if (!table || !has(key) || !has(title)) return null;
  return { table, path: `${lists.length > 0 ? 'codes/' : ''}${table.id}.json`, key, title };
}

/** Columns with the official code of a municipality, or the position of a record, help programs only. */
const FOR_PROGRAMS = /^(?:url|slug|code|order|municipality_code)$/;

/**
 * Returns the columns of a table in the order of its page: the main ones, then the others, and ids, references and codes
 * last. The files keep their order.
 */
export function arrangeColumns({ columns, mainColumns, primaryKey }: PublishedTable): PageColumn[] {
  const rank = ({ name, references }: PublishedColumn) => {
    const main = mainColumns.indexOf(name);
    if (main >= 0) return main;
    const isId = references !== null || primaryKey.includes(name) || FOR_PROGRAMS.test(name);
    return mainColumns.length + (isId ? 1 : 0);
  };
  return columns
    .map((column, at) => ({
      ...column,
      at,
      isMain: mainColumns.includes(column.name),
      isLink: column.name === 'url' || isWebAddress(String(column.example)),
      names: findNames(column),
    }))
    .sort((a, b) => rank(a) - rank(b));
}

/** Returns the names of the values of a column, by value; empty if the values need none. */
export function readValueNames({ names }: PageColumn, siteData: SiteData): ReadonlyMap<string, string> {
  if (names === null) return new Map();
  const find = (name: string) => names.table.columns.findIndex((column) => column.name === name);
  const [key, title] = [find(names.key), find(names.title)];
  return new Map(names.table.rows(siteData).map((row) => [String(row[key] ?? ''), String(row[title] ?? '')]));
}
