import type { z } from 'zod';
import type { Portal } from '../portal/portal.ts';

/** A value of one cell of a published table: one datum, or nothing known. */
export type Value = string | number | boolean | null;

/** A published table: what a row is, the columns (in the order of the schema's keys) and the rows. */
export interface Table {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly columns: readonly Column[];
  readonly rows: (portal: Portal) => readonly (readonly Value[])[];
}

/** One column of a published table. */
export interface Column {
  readonly name: string;
  readonly title: string;
  readonly description: string;
}

interface Definition<S extends z.ZodRawShape> {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** One row. Each field carries its Japanese heading and its meaning in `meta`. */
  readonly row: z.ZodObject<S>;
  readonly rows: (portal: Portal) => readonly { readonly [K in keyof S]: z.output<S[K]> & Value }[];
}

function column(name: string, schema: z.ZodType): Column {
  const { title, description } = schema.meta() ?? {};
  if (!title || !description) throw new Error(`column ${name} has no heading or meaning`);
  return { name, title, description };
}

/** Describes a table once; every format and page is made from this. */
export function table<S extends z.ZodRawShape>({ row, rows, ...words }: Definition<S>): Table {
  const columns = Object.entries(row.shape).map(([name, schema]) => column(name, schema as z.ZodType));
  return {
    ...words,
    columns,
    rows: (portal) =>
      rows(portal).map((one) =>
        columns.map(({ name }) => (one as Readonly<Record<string, Value>>)[name] ?? null),
      ),
  };
}
