import { z } from 'zod';
import { computeSha256 } from '../../../src/open-data/published-file.ts';
import { findCellFaults, findKeyFaults, findMissingValues } from './cell-faults.ts';

/* The requirements of Data Package v2 for a package of tables, in our own words. */

const Field = z.object({
  name: z.string().min(1),
  type: z.enum(['string', 'integer', 'number', 'boolean', 'date']),
  description: z.string().min(1),
  constraints: z.object({ required: z.boolean(), enum: z.array(z.string()).optional() }),
});

const ForeignKey = z.object({
  fields: z.array(z.string()).min(1),
  reference: z.object({ resource: z.string().optional(), fields: z.array(z.string()).min(1) }),
});

const Resource = z.object({
  name: z.string().regex(/^[a-z0-9._-]+$/),
  path: z.string().regex(/^(?!\/|.*\.\.)/),
  type: z.literal('table'),
  title: z.string().min(1),
  format: z.literal('csv'),
  mediatype: z.literal('text/csv'),
  encoding: z.literal('utf-8'),
  bytes: z.int().positive(),
  hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  dialect: z.object({ delimiter: z.literal(','), lineTerminator: z.literal('\r\n') }),
  schema: z.object({
    fields: z.array(Field).min(1),
    missingValues: z.tuple([z.literal('')]),
    primaryKey: z.array(z.string()).min(1).optional(),
    uniqueKeys: z.array(z.array(z.string()).min(1)).optional(),
    foreignKeys: z.array(ForeignKey).optional(),
  }),
});
type Resource = z.infer<typeof Resource>;

const Package = z.object({
  $schema: z.literal('https://datapackage.org/profiles/2.0/datapackage.json'),
  name: z.string().regex(/^[a-z0-9._/-]+$/),
  id: z.url(),
  title: z.string().min(1),
  version: z.string().min(1),
  created: z.iso.datetime({ offset: true }).optional(),
  licenses: z.array(z.object({ name: z.string().regex(/^[A-Za-z0-9.-]+$/), path: z.url() })).min(1),
  contributors: z.array(z.object({ title: z.string().min(1) })).min(1),
  resources: z.array(Resource).min(1),
});

/** Returns the text of a file below `/data/`; null if there is no such file. */
export type ReadPublished = (path: string) => string | null;

function findResourceFaults(resource: Resource, all: readonly Resource[], textOf: ReadPublished): string[] {
  const text = textOf(resource.path);
  if (text === null) return [`no file ${resource.path}`];
  const { fields, primaryKey, uniqueKeys = [], foreignKeys = [] } = resource.schema;
  const columns = fields.map(({ name, type, constraints }) => ({
    heading: name,
    type,
    required: constraints.required,
    choices: constraints.enum,
  }));
  const cells = findCellFaults(columns, text);
  const unknown = (primaryKey ?? []).filter(
    (name) => !fields.some((field) => field.name === name && field.constraints.required),
  );
  const lost = foreignKeys.flatMap(({ fields: names, reference }) => {
    const to = reference.resource === undefined ? resource : all.find(({ name }) => name === reference.resource);
    const targetText = to ? textOf(to.path) : null;
    return targetText === null
      ? [`no resource ${String(reference.resource)}`]
      : findMissingValues(text, names, targetText, reference.fields);
  });
  return [
    ...(resource.bytes === Buffer.byteLength(text) ? [] : [`bytes ${resource.bytes}`]),
    ...(resource.hash === `sha256:${computeSha256(text)}` ? [] : [`hash ${resource.hash}`]),
    ...cells,
    ...unknown.map((name) => `key ${name} may be unknown`),
    ...[...(primaryKey ? [primaryKey] : []), ...uniqueKeys].flatMap((key) => findKeyFaults(text, key)),
    ...lost,
  ].map((fault) => `${resource.name}: ${fault}`);
}

/** Lists the faults of a Data Package: against the standard, and against its files. */
export function findDataPackageFaults(document: unknown, textOf: ReadPublished): string[] {
  const parsed = Package.safeParse(document);
  if (!parsed.success) return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  const { resources } = parsed.data;
  const names = resources.map(({ name }) => name);
  return [
    ...names.filter((name, at) => names.indexOf(name) !== at).map((name) => `twice: ${name}`),
    ...resources.flatMap((resource) => findResourceFaults(resource, resources, textOf)),
  ];
}
