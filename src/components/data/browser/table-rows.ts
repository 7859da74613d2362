import { normalizeSearchText, splitQuery } from '../../../search/search-text.ts';

/** A value in the JSON of a published table. */
export type CellValue = string | number | boolean | null;

/** A row in the JSON of a published table: its values by the names of their columns. */
export type TableRecord = Readonly<Record<string, CellValue>>;

export interface ShownColumn {
  readonly name: string;
  readonly title: string;
  /** True if its values are URLs. */
  readonly isLink: boolean;
  /** The names of its values, by value: 施策 of `measure`. Null if its values need none. */
  readonly names: ReadonlyMap<string, string> | null;
}

/** The name of the column to sort by, and the direction. */
export type SortOrder = Readonly<{ column: string; way: 'ascending' | 'descending' }>;

/** Returns a value as text; empty if it is unknown. */
export const formatCell = (value: CellValue): string => (value === null ? '' : String(value));

/** Returns the name of a value; null if it has none, or if it is its own name. */
function nameValue(names: ReadonlyMap<string, string> | null, value: CellValue): string | null {
  const text = formatCell(value);
  const name = names?.get(text) ?? '';
  return text === '' || name === '' || name === text ? null : name;
}

/** Formats a value as the page shows it: with its name, if it has one. */
export function formatNamed(names: ReadonlyMap<string, string> | null, value: CellValue): string {
  const name = nameValue(names, value);
  return name === null ? formatCell(value) : `${name}（${formatCell(value)}）`;
}

/**
 * Returns what a cell shows, and its attributes, for the built page and its script.
 * @param url the page of the record, if this is the first cell: the heading of its row, which leads there
 */
export function describeCell({ name, title, isLink, names }: ShownColumn, value: CellValue, url?: CellValue) {
  const isFirst = url !== undefined;
  return {
    tag: isFirst ? ('th' as const) : ('td' as const),
    attributes: {
      ...(isFirst && { scope: 'row' as const }),
      ...(typeof value === 'number' && { class: 'num' }),
      'data-head': title,
      ...(name.endsWith('_en') && { lang: 'en' }),
    },
    text: formatNamed(names, value),
    href: formatCell(isFirst ? url : isLink ? value : null),
  };
}

const getValue = (record: TableRecord, name: string): CellValue => record[name] ?? null;

/** The searched text of a record, with the columns that it is of: most queries are those before with one letter more. */
const searchedTexts = new WeakMap<TableRecord, { readonly columns: readonly ShownColumn[]; readonly text: string }>();

/** Returns what a record shows in some columns, normalized like the site search. */
function getSearchedText(record: TableRecord, columns: readonly ShownColumn[]): string {
  const known = searchedTexts.get(record);
  if (known?.columns === columns) return known.text;
  // No word matches across a line break, so none matches across two cells.
  const text = columns
    .map(({ name, names }) => normalizeSearchText(formatNamed(names, getValue(record, name))))
    .join('\n');
  searchedTexts.set(record, { columns, text });
  return text;
}

/** Returns the records that have every word of a query in the shown columns. The same columns should be the same array. */
export function filterRecords(
  records: readonly TableRecord[],
  columns: readonly ShownColumn[],
  query: string,
): readonly TableRecord[] {
  const words = splitQuery(query);
  if (words.length === 0) return records;
  return records.filter((record) => words.every((word) => getSearchedText(record, columns).includes(word)));
}

/** Japanese order, with 1_2 before 1_10. */
const collator = new Intl.Collator('ja', { numeric: true });

function compare(a: CellValue, b: CellValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}

/** Sorts records by what the page shows. Equal ones keep their order, and unknown values are always last. */
export function sortRecords(
  records: readonly TableRecord[],
  columns: readonly ShownColumn[],
  order: SortOrder | null,
): readonly TableRecord[] {
  const column = columns.find(({ name }) => name === order?.column);
  if (order === null || !column) return records;
  const { name, names } = column;
  const keyed = records.map((record) => {
    const value = getValue(record, name);
    return { record, key: nameValue(names, value) ?? value };
  });
  const known = keyed.filter(({ key }) => formatCell(key) !== '');
  const unknown = keyed.filter(({ key }) => formatCell(key) === '');
  const sign = order.way === 'ascending' ? 1 : -1;
  known.sort((a, b) => sign * compare(a.key, b.key));
  return [...known, ...unknown].map(({ record }) => record);
}

/** Creates the headings and rows of a file of shown records. A name has a column before that of its value. */
export const createFileRows = (columns: readonly ShownColumn[], records: readonly TableRecord[]) => ({
  headings: columns.flatMap(({ title, names }) => (names === null ? [title] : [`${title}（名称）`, title])),
  rows: records.map((record) =>
    columns.flatMap(({ name, names }) => {
      const value = getValue(record, name);
      return names === null ? [value] : [nameValue(names, value), value];
    }),
  ),
});

/** What a reader asks a table for. The URL of the page contains all of it. */
export interface TableQuery {
  readonly words: string;
  /** The names of the shown columns, in the order of the page; never empty. */
  readonly columns: readonly string[];
  readonly order: SortOrder | null;
  /** True for all rows, not only the first ones. */
  readonly showsAllRows: boolean;
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
    showsAllRows: parameters.get('rows') === 'all',
  };
}

/** Returns the search part of the URL of a query, without what the page shows anyway. */
export function formatTableQuery({ words, columns, order, showsAllRows }: TableQuery, { main }: TableColumns): string {
  const parameters = new URLSearchParams();
  if (words !== '') parameters.set('q', words);
  if (columns.join() !== main.join()) parameters.set('columns', columns.join());
  if (order !== null) parameters.set('sort', `${order.way === 'ascending' ? '' : '-'}${order.column}`);
  if (showsAllRows) parameters.set('rows', 'all');
  return parameters.toString() && `?${parameters}`;
}
