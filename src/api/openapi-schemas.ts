import { z } from 'zod';
import { createListSchema, ResponseMeta, createRecordSchema } from '../open-data/api/api-responses.ts';
import { PlanItemTree, IndicatorSeries, PlanTree, ZoneFeatures } from '../open-data/api/record-details.ts';
import { publishedTables } from '../open-data/tables/published-tables.ts';
import { SourceCitation } from '../model/identifiers.ts';
import { Period, Quantity, TargetValue } from '../model/quantity-schema.ts';
import { IndicatorProgress } from '../model/progress-status.ts';
import { apiLists, ApiResource, getListSchemaName, getRowsSchemaName, SearchManifest } from './api-index.ts';

/** Where the schemas stand inside the description of the API. */
const PLACE = '#/components/schemas/';

/** Everything that an answer is made from, by the name that the description of the API gives it. */
const named: Readonly<Record<string, z.ZodType>> = {
  Meta: ResponseMeta,
  Citation: SourceCitation,
  Period,
  Quantity,
  TargetValue,
  Progress: IndicatorProgress,
  Resource: ApiResource,
  ...Object.fromEntries(apiLists.map(({ schemaName, record }) => [schemaName, record])),
  PlanNode: PlanItemTree,
  PlanTree,
  IndicatorSeries,
  ResourceList: createListSchema(ApiResource),
  ...Object.fromEntries(
    apiLists.map(({ schemaName, record }) => [getListSchemaName(schemaName), createListSchema(record)]),
  ),
  PlanTreeAnswer: createRecordSchema(PlanTree),
  IndicatorSeriesAnswer: createRecordSchema(IndicatorSeries),
  ZoneMap: ZoneFeatures,
  SearchManifest,
  ...Object.fromEntries(publishedTables.map(({ id, rowSchema }) => [getRowsSchemaName(id), z.array(rowSchema)])),
};

/** A JSON Schema (2020-12), as far as this code looks into it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The address of a schema inside the description of the API. */
export function createSchemaReference(name: string): JsonSchema {
  return { $ref: `${PLACE}${name}` };
}

/** What the columns say of themselves that JSON Schema has no word for, and the names that it gets here. */
const OWN = {
  unit: 'x-unit',
  unitColumn: 'x-unit-column',
  codeList: 'x-code-list',
  references: 'x-references',
};

/**
 * Gives the columns' own words names that JSON Schema leaves free, and takes away their examples: what the document
 * shows are whole answers.
 */
function moveAside(schema: Record<string, unknown>): void {
  for (const [name, free] of Object.entries(OWN)) {
    if (name in schema) schema[free] = schema[name];
    Reflect.deleteProperty(schema, name);
  }
  delete schema.examples;
}

/**
 * The JSON Schemas of all answers and of their parts, made from the zod schemas of the records. They do not forbid
 * keys that they don't know: keys may be added within v1, and a program that checks answers must not break by that.
 */
export function createApiSchemas(): Readonly<Record<string, JsonSchema>> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const made = z.toJSONSchema(registry, {
    uri: (id) => `${PLACE}${id}`,
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      moveAside(jsonSchema);
      // What zod says besides: how it reads dates, and how far JavaScript can count.
      if (jsonSchema.format === 'date') delete jsonSchema.pattern;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  }).schemas;
  const plain = Object.entries(made).map(([name, { $schema: _draft, $id: _own, ...schema }]) => [name, schema]);
  return Object.fromEntries(plain) as Readonly<Record<string, JsonSchema>>;
}
