import type { SortOrder } from './table-rows.ts';

/** What a reader asks a table for. The URL of the page contains all of it. */
export interface TableQuery {
  readonly words: string;
  /** The names of the shown columns, in the order of the page; never empty. */
  readonly columns: readonly string[];
  readonly order: SortOrder | null;
  /** True for all rows, not only the first ones. */
  readonly isWhole: boolean;
}

export interface TableColumns {
  /** The names of all columns, in the order of the page. */
  readonly all: readonly string[];
  /** The names of the columns that the page shows unless readers choose others. */
  readonly main: readonly string[];
}

/** Returns the chosen columns in the order of the page. Without any, these are the main ones. */
export function chooseColumns({ all, main }: TableColumns, chosen: readonly string[]): readonly string[] {
  const shown = all.filter((name) => chosen.includes(name));
  return shown.length === 0 ? main : shown;
}

/** Returns the query of a URL's search part. It ignores unknown columns, and an order by a column that is not shown. */
export function parseTableQuery(search: string, table: TableColumns): TableQuery {
  const parameters = new URLSearchParams(search);
  const columns = chooseColumns(table, parameters.get('columns')?.split(',') ?? []);
  const sort = parameters.get('sort') ?? '';
  const column = sort.replace('-', '');
  return {
    words: parameters.get('q') ?? '',
    columns,
    order: columns.includes(column) ? { column, way: sort === column ? 'ascending' : 'descending' } : null,
    isWhole: parameters.get('rows') === 'all',
  };
}

/** Returns the search part of the URL of a query, without what the page shows anyway. */
export function formatTableQuery({ words, columns, order, isWhole }: TableQuery, { main }: TableColumns): string {
  const parameters = new URLSearchParams();
  if (words !== '') parameters.set('q', words);
  if (columns.join() !== main.join()) parameters.set('columns', columns.join());
  if (order !== null) parameters.set('sort', `${order.way === 'ascending' ? '' : '-'}${order.column}`);
  if (isWhole) parameters.set('rows', 'all');
  return parameters.toString() && `?${parameters}`;
}
