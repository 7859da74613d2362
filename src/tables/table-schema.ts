import type { z } from 'zod';

/** One column of a source file: the field it fills, how a cell is read, whether the file must have it. */
export interface SourceColumn {
  readonly field: string;
  readonly cell: z.ZodType<unknown, string>;
  readonly required?: true;
  /** The column whose value names the row. */
  readonly key?: true;
  /** Other words that plans and sheets have for the heading. A word that stands at two columns is told as unclear. */
  readonly aliases: readonly string[];
}

/** The columns of a source file by their Japanese headings, in the order of the documentation. */
export type TableSchema = Readonly<Record<string, SourceColumn>>;

/** What a row of a file of this shape is read as. */
export type SchemaRow<S extends TableSchema> = {
  readonly [H in keyof S as S[H]['field']]: z.output<S[H]['cell']>;
};

/** A column that the file must have. */
export function requiredColumn<const F extends string, C extends z.ZodType<unknown, string>>(
  field: F,
  cell: C,
  ...aliases: readonly string[]
) {
  return { field, cell, required: true, aliases } as const;
}

/** The column that names each row of the file; the file must have it. */
export function keyColumn<const F extends string, C extends z.ZodType<unknown, string>>(
  field: F,
  cell: C,
  ...aliases: readonly string[]
) {
  return { field, cell, required: true, key: true, aliases } as const;
}

/** A column that may be missing; every cell of it then counts as empty. */
export function optionalColumn<const F extends string, C extends z.ZodType<unknown, string>>(
  field: F,
  cell: C,
  ...aliases: readonly string[]
) {
  return { field, cell, aliases } as const;
}
