import { z } from 'zod';
import { hasPlaceholderHost } from '../model/site.ts';
import type { ColumnMetadata } from '../readability/sheet-table.ts';
import { memoizeBySite, type SiteData } from '../site-data/site-data.ts';
import { allowEmpty, titleColumns } from './tables/published-columns.ts';

/** A value of one cell of a published table; null if unknown. */
export type PublishedValue = string | number | boolean | null;

export type ColumnType = ColumnMetadata['type'];

export interface PublishedColumn extends ColumnMetadata {
  /** False if a cell may be empty: an unknown value or an empty text. */
  readonly required: boolean;
  readonly example: Exclude<PublishedValue, null>;
  /** The column with the id of the record that a value refers to, or null: `plans.id`. */
  readonly references: Readonly<{ table: string; column: string }> | null;
  /** True for the name of the record that another column refers to: many tables have it. */
  readonly isTitleColumn?: true;
}

/** A published table: the meaning of a row, the columns in the order of the schema's keys, and the rows. */
export interface PublishedTable {
  readonly id: string;
  /** The path of its files below `/data/`, without their extensions. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly columns: readonly PublishedColumn[];
  /** One row as an object with English column names. */
  readonly rowSchema: z.ZodType;
  readonly rows: (siteData: SiteData) => readonly (readonly PublishedValue[])[];
  /** The columns that identify a row. */
  readonly primaryKey: readonly string[];
  /** The columns that the page of the table shows unless readers choose others. The first one names the row. */
  readonly mainColumns: readonly string[];
  /** The column with a plan's id, alone or before `/`; null if rows belong to no plan. */
  readonly planColumn: string | null;
  /** True if the rows are copied from their sources: the terms of these sources apply, not those of the site. */
  readonly isCopied: boolean;
  /** Returns the ids of the sources of a row that no column names. */
  readonly unnamedSources: (siteData: SiteData, row: readonly PublishedValue[]) => readonly string[];
}

/** The name of a column's field in records: `titleEn` for `title_en`. */
type FieldName<K extends string> = K extends `${infer First}_${infer Rest}`
  ? `${First}${Capitalize<FieldName<Rest>>}`
  : K;

interface TableDefinition<S extends z.ZodRawShape>
  extends
    Pick<PublishedTable, 'id' | 'title' | 'description'>,
    Partial<Pick<PublishedTable, 'isCopied' | 'unnamedSources'>> {
  /** One row, without `titleColumns`. The `meta` of each field contains its Japanese heading and its meaning. */
  readonly row: z.ZodObject<S>;
  /** The values of each row, by the names of their fields. The table adds the code of the municipality if absent. */
  readonly rows: (siteData: SiteData) => readonly {
    readonly [K in Exclude<keyof S & string, 'municipality_code'> as FieldName<K>]: z.output<S[K]> & PublishedValue;
  }[];
  /** The column `id` if absent; if there is none, all columns. */
  readonly key?: readonly (keyof S & string)[];
  /** All columns if absent. */
  readonly mainColumns?: readonly (keyof S & string)[];
  /** The column `plan` if absent. */
  readonly planColumn?: keyof S & string;
}

/** The parts that we use of a column's JSON Schema. */
const ValueSchema = z.object({
  type: z.union([z.string(), z.array(z.string())]).default([]),
  format: z.string().optional(),
  enum: z.array(z.string()).optional(),
});
const ColumnSchema = ValueSchema.extend({ anyOf: z.array(ValueSchema).default([]) });

const columnTypes: Readonly<Record<string, ColumnType>> = {
  string: 'text',
  number: 'number',
  integer: 'integer',
  boolean: 'boolean',
};

const Example = z.union([z.string(), z.number(), z.boolean()]);

function createColumn(name: string, schema: z.ZodType): PublishedColumn {
  const { title, description, unit, unitColumn, examples, codeList, printed, references } = schema.meta() ?? {};
  if (!title || !description) throw new Error(`column ${name} has no heading or meaning`);
  const example = Example.safeParse(examples?.[0]).data;
  if (example === undefined || !schema.safeParse(example).success)
    throw new Error(`column ${name} has no valid example`);
  const columnSchema = ColumnSchema.parse(z.toJSONSchema(schema));
  const parts = [columnSchema, ...columnSchema.anyOf];
  const typeNames = parts.flatMap((part) => part.type);
  const typeName = typeNames.find((name) => name !== 'null') ?? '';
  const type = parts.some(({ format }) => format === 'date') ? 'date' : columnTypes[typeName];
  if (!type) throw new Error(`column ${name} has values that no table can hold`);
  const choices = parts.find((part) => part.enum)?.enum ?? null;
  const nullable = typeNames.includes('null');
  const [table = '', column = ''] = references?.split('.') ?? [];
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
    references: references === undefined ? null : { table, column },
  };
}

/** Returns the URL of a page for a published table: with the origin, if the site has a host of its own. */
export const publishPageUrl = ({ site, urls }: SiteData, url: string): string =>
  hasPlaceholderHost(site) ? url : urls.absolute(url);

type PublishedRecord = Readonly<Record<string, PublishedValue>>;

/** Returns the code of the municipality of a record or of its plan, or null for a record of no municipality. */
function findMunicipalityCode(siteData: SiteData, { municipality, plan }: PublishedRecord): string | null {
  const id = municipality ?? (plan && siteData.plan(String(plan)).municipality);
  return id ? siteData.municipality(String(id)).code : null;
}

/** Defines a table, and adds the columns with the names of its references. Every format and page uses this definition. */
export function definePublishedTable<S extends z.ZodRawShape>({
  row,
  rows,
  key,
  mainColumns,
  planColumn,
  isCopied = false,
  unnamedSources = () => [],
  ...texts
}: TableDefinition<S>): PublishedTable {
  const ownColumns = Object.entries(row.shape).map(([name, schema]) => createColumn(name, schema as z.ZodType));
  const names = ownColumns.map(({ name }) => name);
  const titled = ownColumns.flatMap(({ name, references, nullable }, at) => {
    const [schema, list] = (references && titleColumns[name]) ?? [];
    const title = `${name.replace('_code', '')}_title`;
    return schema && list ? [{ at, title, schema: nullable ? allowEmpty(schema) : schema, list }] : [];
  });
  const fields = names.map((name) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()));
  return {
    path: texts.id,
    ...texts,
    rowSchema: row.extend(Object.fromEntries(titled.map(({ title, schema }) => [title, schema]))),
    columns: [
      ...ownColumns,
      ...titled.map(({ title, schema }) => ({ ...createColumn(title, schema), isTitleColumn: true as const })),
    ],
    primaryKey: key ?? (names.includes('id') ? ['id'] : names),
    mainColumns: mainColumns ?? names,
    planColumn: planColumn ?? (names.includes('plan') ? 'plan' : null),
    isCopied,
    unnamedSources,
    rows: memoizeBySite((siteData) => {
      const titles = titled.map(({ list }) => new Map(list(siteData).map(({ id, title }) => [id, title])));
      return rows(siteData).map((one) => {
        const record = one as PublishedRecord;
        const values = fields.map((field) => {
          if (field === 'municipalityCode') return record[field] ?? findMunicipalityCode(siteData, record);
          const value = record[field] ?? null;
          return field === 'url' && typeof value === 'string' ? publishPageUrl(siteData, value) : value;
        });
        return [...values, ...titled.map(({ at }, index) => titles[index]?.get(String(values[at])) ?? null)];
      });
    }),
  };
}

/** Returns the rows of a table as objects with English column names. */
export const listRowObjects = (siteData: SiteData, table: PublishedTable): Record<string, PublishedValue>[] =>
  table.rows(siteData).map((row) => {
    const object: Record<string, PublishedValue> = {};
    for (const [at, { name }] of table.columns.entries()) object[name] = row[at] ?? null;
    return object;
  });

/** Splits a table by the keys that its rows have in a column. A table without this column has no parts. */
export function splitTable(
  siteData: SiteData,
  table: PublishedTable,
  columnName: string | null,
  getKey: (value: string) => string = (value) => value,
): ReadonlyMap<string, PublishedTable> {
  const index = table.columns.findIndex(({ name }) => name === columnName);
  const groups = Map.groupBy(index === -1 ? [] : table.rows(siteData), (row) => getKey(String(row[index] ?? null)));
  return new Map([...groups].map(([key, rows]) => [key, { ...table, rows: () => rows }]));
}
