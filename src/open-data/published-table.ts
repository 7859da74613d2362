import { z } from 'zod';
import { memoizeBySite, type SiteData } from '../site-data/site-data.ts';

/** A value of one cell of a published table: one datum, or nothing known. */
export type PublishedValue = string | number | boolean | null;

/** What the values of a column are. */
export type ColumnType = 'text' | 'integer' | 'number' | 'boolean' | 'date';

/** One column of a published table. */
export interface PublishedColumn {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly type: ColumnType;
  /** True where a value may be unknown. */
  readonly nullable: boolean;
  /** False where a cell may be empty: the value is unknown, or a text has nothing to say. */
  readonly required: boolean;
  /** The values that may stand in it, where they are from a fixed list; else null. */
  readonly choices: readonly string[] | null;
  /** The unit that all values have; null where they have none, or each has its own. */
  readonly unit: string | null;
  /** The column of the same table that holds the unit of each value; else null. */
  readonly unitColumn: string | null;
  /** A value as it may stand there. */
  readonly example: Exclude<PublishedValue, null>;
  /** The code list below `/data/codes/` that says what the values mean; null where they mean themselves. */
  readonly codeList: string | null;
  /** True for names, numbers and notations that are copied as another document prints them. */
  readonly printed: boolean;
  /** The record that a value names; null where it names none. */
  readonly references: ColumnReference | null;
}

/** A column of a table whose values name records: `plans.id`. */
export interface ColumnReference {
  readonly table: string;
  readonly column: string;
}

/** A published table: what a row is, the columns (in the order of the schema's keys) and the rows. */
export interface PublishedTable {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly columns: readonly PublishedColumn[];
  /** One row as an object by the columns' English names. */
  readonly rowSchema: z.ZodType;
  readonly rows: (siteData: SiteData) => readonly (readonly PublishedValue[])[];
  /** The columns whose values together stand in one row alone. */
  readonly primaryKey: readonly string[];
  /** The column whose value is a plan's id, or begins with one and `/`; null where rows belong to no plan. */
  readonly planColumn: string | null;
}

interface Definition<S extends z.ZodRawShape> {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** One row. Each field carries its Japanese heading and its meaning in `meta`. */
  readonly row: z.ZodObject<S>;
  readonly rows: (siteData: SiteData) => readonly { readonly [K in keyof S]: z.output<S[K]> & PublishedValue }[];
  /** The columns that tell a row from all others. */
  readonly key: readonly (keyof S & string)[];
  readonly planColumn?: keyof S & string;
}

/** What zod's JSON Schema of a column says of its values. */
const Said = z.object({
  type: z.union([z.string(), z.array(z.string())]).default([]),
  format: z.string().optional(),
  enum: z.array(z.string()).optional(),
});
const JsonSchema = Said.extend({ anyOf: z.array(Said).default([]) });

const types: Readonly<Record<string, ColumnType>> = {
  string: 'text',
  number: 'number',
  integer: 'integer',
  boolean: 'boolean',
};

const Example = z.union([z.string(), z.number(), z.boolean()]);

function reference(text: string): ColumnReference {
  const [table = '', name = ''] = text.split('.');
  return { table, column: name };
}

function column(name: string, schema: z.ZodType): PublishedColumn {
  const { title, description, unit, unitColumn, examples, codeList, printed, references } = schema.meta() ?? {};
  if (!title || !description) throw new Error(`column ${name} has no heading or meaning`);
  const example = Example.safeParse(examples?.[0]).data;
  if (example === undefined || !schema.safeParse(example).success)
    throw new Error(`column ${name} has no example that may stand in it`);
  const json = JsonSchema.parse(z.toJSONSchema(schema));
  const parts = [json, ...json.anyOf];
  const names = parts.flatMap((part) => part.type);
  const plain = names.find((one) => one !== 'null') ?? '';
  const type = parts.some(({ format }) => format === 'date') ? 'date' : types[plain];
  if (!type) throw new Error(`column ${name} has values that no table can hold`);
  const choices = parts.find((part) => part.enum)?.enum ?? null;
  const nullable = names.includes('null');
  return {
    name,
    title,
    description,
    type,
    nullable,
    required: !nullable && !schema.safeParse('').success,
    choices,
    unit: unit ?? null,
    unitColumn: unitColumn ?? null,
    example,
    codeList: codeList ?? null,
    printed: printed ?? false,
    references: references === undefined ? null : reference(references),
  };
}

/** Describes a table once; every format and page is made from this. */
export function definePublishedTable<S extends z.ZodRawShape>({
  row,
  rows,
  key,
  planColumn,
  ...words
}: Definition<S>): PublishedTable {
  const columns = Object.entries(row.shape).map(([name, schema]) => column(name, schema as z.ZodType));
  return {
    ...words,
    rowSchema: row,
    columns,
    primaryKey: key,
    planColumn: planColumn ?? null,
    rows: memoizeBySite((siteData) =>
      rows(siteData).map((one) =>
        columns.map(({ name }) => (one as Readonly<Record<string, PublishedValue>>)[name] ?? null),
      ),
    ),
  };
}

/** The rows of a table as objects by the columns' English names. */
export function listRowObjects(table: PublishedTable, siteData: SiteData): Record<string, PublishedValue>[] {
  return table
    .rows(siteData)
    .map((row) => Object.fromEntries(table.columns.map(({ name }, at) => [name, row[at] ?? null])));
}

/**
 * A table's parts, each with the rows that have one key.
 * @param by the column whose values have the keys; null, or one that the table has not, gives no parts
 * @param getCellKey the key of a value
 */
export function splitTable(
  table: PublishedTable,
  siteData: SiteData,
  by: string | null,
  keyOf: (value: string) => string = (value) => value,
): ReadonlyMap<string, PublishedTable> {
  const index = table.columns.findIndex(({ name }) => name === by);
  const groups = Map.groupBy(index === -1 ? [] : table.rows(siteData), (row) => keyOf(String(row[index] ?? null)));
  return new Map([...groups].map(([key, rows]) => [key, { ...table, rows: () => rows }]));
}
