import { z } from 'zod';
import { ReleaseChange } from '../../model/data-release.ts';
import { SourceCitation } from '../../model/identifiers.ts';
import { IndicatorProgress } from '../../model/progress-status.ts';
import { Period, Quantity, TargetValue } from '../../model/quantity-schema.ts';
import { describedTables } from '../tables/published-code-lists.ts';
import { apiLists, ApiResource, getListSchemaName, getRowsSchemaName, SearchManifest } from './api-index.ts';
import { createResponseSchema, ResponseMeta } from './api-responses.ts';
import * as details from './record-details.ts';

/** The beginning of a reference to a schema in the description of the API. */
export const SCHEMA_PATH = '#/components/schemas/';

/** The metadata of a map, which GeoJSON calls a foreign member. */
const mapMeta = ResponseMeta.meta({ title: '地図について', description: '利用条件、データの版、形の数' });

const schemas: Readonly<Record<string, z.ZodType>> = {
  Meta: ResponseMeta,
  Citation: SourceCitation,
  Period,
  Quantity,
  TargetValue,
  Progress: IndicatorProgress,
  Resource: ApiResource,
  ...Object.fromEntries(apiLists.map(({ schemaName, record }) => [schemaName, record])),
  PlanNode: details.PlanItemTree,
  PlanTree: details.PlanTree,
  IndicatorSeries: details.IndicatorSeries,
  StatisticSeries: details.StatisticSeries,
  ResourceList: createResponseSchema(z.array(ApiResource)),
  ...Object.fromEntries(
    apiLists.map(({ schemaName, record }) => [getListSchemaName(schemaName), createResponseSchema(z.array(record))]),
  ),
  PlanTreeAnswer: createResponseSchema(details.PlanTree),
  IndicatorSeriesAnswer: createResponseSchema(details.IndicatorSeries),
  StatisticSeriesAnswer: createResponseSchema(details.StatisticSeries),
  MunicipalityMap: details.MunicipalityFeatures.extend({ meta: mapMeta }),
  ZoneMap: details.ZoneFeatures.extend({ meta: mapMeta }),
  SearchManifest,
  ReleasedChangeRows: z.array(ReleaseChange),
  ...Object.fromEntries(describedTables.map(({ id, rowSchema }) => [getRowsSchemaName(id), z.array(rowSchema)])),
};

/** Facts of columns without a keyword in JSON Schema. */
const EXTENSIONS = ['unit', 'unitColumn', 'codeList', 'references', 'printed'];

/** Renames column facts to extensions (`x-code-list`), and removes examples: the document has whole responses. */
function renameExtensions(schema: Record<string, unknown>): void {
  for (const name of EXTENSIONS) {
    if (name in schema) schema[`x-${name.replace(/(?=[A-Z])/, '-').toLowerCase()}`] = schema[name];
    Reflect.deleteProperty(schema, name);
  }
  delete schema.examples;
}

/** Returns the JSON Schemas of all responses and their parts. They allow unknown keys, because v1 may add keys. */
export function createApiSchemas(): Readonly<Record<string, object>> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
  const jsonSchemas = z.toJSONSchema(registry, {
    uri: (id) => `${SCHEMA_PATH}${id}`,
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      renameExtensions(jsonSchema);
      // Removes what zod adds: its pattern of dates, and the smallest and the largest integer of JavaScript.
      if (jsonSchema.format === 'date') delete jsonSchema.pattern;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  }).schemas;
  const entries = Object.entries(jsonSchemas).map(
    ([name, { $schema: _draft, $id: _id, ...schema }]): [string, object] => [name, schema],
  );
  return Object.fromEntries(entries);
}
