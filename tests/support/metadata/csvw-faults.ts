import { z } from 'zod';
import { findCellFaults, parseCsvText, findKeyFaults, findMissingValues } from './cell-faults.ts';
import type { ReadPublished } from './data-package-faults.ts';

/* The requirements of CSV on the Web for the description of a table and of a group of tables, in our own words. */

const Context = z.tuple([
  z.literal('http://www.w3.org/ns/csvw'),
  z.strictObject({ '@language': z.string().regex(/^[a-z]{2}$/) }),
]);

const Column = z.object({
  name: z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/),
  titles: z.strictObject({ ja: z.string().min(1), en: z.string().min(1) }),
  datatype: z.enum(['string', 'integer', 'number', 'boolean', 'date']),
  required: z.boolean(),
});

const ForeignKey = z.strictObject({
  columnReference: z.string(),
  reference: z.strictObject({ resource: z.string(), columnReference: z.string() }),
});

const Table = z.object({
  '@type': z.literal('Table'),
  url: z.string().regex(/^(?![/.]).*\.csv$/),
  'dc:title': z.string().min(1),
  tableSchema: z.object({
    columns: z.array(Column).min(1),
    primaryKey: z.array(z.string()).min(1),
    foreignKeys: z.array(ForeignKey).optional(),
  }),
});
type Table = z.infer<typeof Table>;

const About = {
  '@context': Context,
  'dc:license': z.strictObject({ '@id': z.url() }),
  'schema:version': z.strictObject({ '@value': z.string().min(1) }),
  dialect: z.object({
    encoding: z.literal('utf-8'),
    lineTerminators: z.tuple([z.literal('\r\n')]),
    trim: z.literal(false),
  }),
};

const Single = Table.extend({
  ...About,
  // A foreign key must lead to a table of the same group, and a single table is in no group.
  tableSchema: Table.shape.tableSchema.extend({ foreignKeys: z.undefined().optional() }),
});
const Group = z.object({ '@type': z.literal('TableGroup'), ...About, tables: z.array(Table).min(1) });

const listIssues = ({ issues }: z.ZodError) => issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

/** Returns the heading of a column, by its name. */
function findHeading({ tableSchema }: Table, name: string): string {
  return tableSchema.columns.find((column) => column.name === name)?.titles.ja ?? `(no column ${name})`;
}

function tableFaults(table: Table, text: string): string[] {
  const { columns, primaryKey } = table.tableSchema;
  const names = columns.map(({ name }) => name);
  const described = columns.map(({ titles, datatype, required }) => ({
    heading: titles.ja,
    type: datatype,
    required,
  }));
  const missing = primaryKey.filter((name) => !names.includes(name));
  return [
    ...names.filter((name, at) => names.indexOf(name) !== at).map((name) => `twice: ${name}`),
    ...findCellFaults(described, text),
    ...missing.map((name) => `no column ${name}`),
    ...(missing.length > 0 || parseCsvText(text).headings.length !== names.length
      ? []
      : findKeyFaults(
          text,
          primaryKey.map((name) => findHeading(table, name)),
        )),
  ];
}

/** Lists the faults in the description of a CSV. */
export function findCsvwFaults(document: unknown, text: string): string[] {
  const parsed = Single.safeParse(document);
  return parsed.success ? tableFaults(parsed.data, text) : listIssues(parsed.error);
}

/** Lists the faults in a group of tables: in each table, and in the foreign keys between them. */
export function findCsvwGroupFaults(document: unknown, textOf: ReadPublished): string[] {
  const parsed = Group.safeParse(document);
  if (!parsed.success) return listIssues(parsed.error);
  const { tables } = parsed.data;
  return tables.flatMap((table) => {
    const text = textOf(table.url);
    if (text === null) return [`no file ${table.url}`];
    const lost = (table.tableSchema.foreignKeys ?? []).flatMap(({ columnReference, reference }) => {
      const to = tables.find(({ url }) => url === reference.resource);
      const targetText = textOf(reference.resource);
      if (!to || targetText === null) return [`no table ${reference.resource}`];
      return findMissingValues(text, [findHeading(table, columnReference)], targetText, [
        findHeading(to, reference.columnReference),
      ]);
    });
    return [...tableFaults(table, text), ...lost].map((fault) => `${table.url}: ${fault}`);
  });
}
