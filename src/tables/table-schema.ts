import type { CellType } from './cells/cell-parser.ts';
import { optionalText } from './cells/cell-types.ts';

/** What a column of text contains. Units and values have no role: they are read by their meaning. */
export type TextRole = 'name' | 'summary' | 'other';

interface ColumnFacts {
  /** Other headings that plans and sheets use. A word that is an alias of two columns is reported as unclear. */
  readonly aliases?: readonly string[];
  readonly role?: TextRole;
  /** The source table whose ids the cells contain; `any` for ids of every table. */
  readonly references?: string;
  /** No two rows of the file have the same value in any of these columns. A key is always unique, by itself. */
  readonly unique?: true;
  /** The column repeats facts of the row it refers to, for those who fill in the table. It is never published. */
  readonly memo?: true;
}

/** One column of a source table: the field that it fills, how its cells are read, and whether the file must have it. */
export interface SourceColumn extends ColumnFacts {
  readonly field: string;
  readonly cell: CellType<unknown>;
  readonly required?: true;
  /** The column whose value identifies the row. */
  readonly key?: true;
}

/** The columns of a source table by their Japanese headings, in the order of the documentation. */
export type TableSchema = Readonly<Record<string, SourceColumn>>;

/** The fields of a parsed row. */
export type SchemaRow<S extends TableSchema> = {
  readonly [H in keyof S as S[H]['field']]: Extract<ReturnType<S[H]['cell']>, { readonly value: unknown }>['value'];
};

type Cell = CellType<unknown>;

/** A column that the file must have. */
export const requiredColumn = <const F extends string, C extends Cell>(field: F, cell: C, facts: ColumnFacts = {}) =>
  ({ ...facts, field, cell, required: true }) as const;

/** The column that identifies each row of the file; the file must have it. */
export const keyColumn = <const F extends string, C extends Cell>(field: F, cell: C, facts: ColumnFacts = {}) =>
  ({ ...facts, field, cell, required: true, key: true }) as const;

/** A column that may be missing; all of its cells are then empty. */
export const optionalColumn = <const F extends string, C extends Cell>(field: F, cell: C, facts: ColumnFacts = {}) =>
  ({ ...facts, field, cell }) as const;

/** A column of text that may be missing. */
export const textColumn = <const F extends string>(field: F, facts: ColumnFacts = {}) =>
  optionalColumn(field, optionalText(), { role: 'other', ...facts });

/** The place in a source where a fact is printed. */
export const placeColumn = textColumn('place', { aliases: ['出典の箇所', '掲載箇所', '出典'] });

/** A CSV file below `data/`, or one such file for each plan or municipality. */
export interface SourceTable<S extends TableSchema = TableSchema> {
  /** The path of the file, with `{plan}` or `{municipality}` for the folder's name. */
  readonly path: string;
  readonly title: string;
  readonly columns: S;
  /** Each plan must have the file. */
  readonly required?: true;
  /**
   * Whether changes.csv may mention the ids of the rows: `unique` if nothing else of the site (or of the
   * plan) may have the same id, `repeatable` if something else may.
   */
  readonly ids?: 'unique' | 'repeatable';
  /** A row that nothing refers to is reported. */
  readonly mustBeUsed?: true;
}

/** Declares a source table; this keeps the types of its columns. */
export const defineSourceTable = <S extends TableSchema>(table: SourceTable<S>): SourceTable<S> => table;

/** Returns the file's name without its folder and ending: related-plans. */
export const getFileName = ({ path }: SourceTable): string =>
  path.slice(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));

/** Returns the path of a table's file; `folder` is the id of a plan or a municipality, if each has its own. */
export const getTableFile = ({ path }: SourceTable, folder = ''): string => path.replace(/\{\w+\}/, folder);

/** Returns the heading of the column that identifies the rows; empty if no column does. */
export const getKeyHeading = ({ columns }: SourceTable): string =>
  Object.keys(columns).find((heading) => columns[heading]?.key) ?? '';
