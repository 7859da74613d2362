import { z } from 'zod';

/* The rules of Google Dataset Search for datasets, in our own words. */

const Organization = z.object({ '@type': z.literal('Organization'), name: z.string().min(1), url: z.url() });
const Day = z.iso.date();
const Interval = z.string().regex(/^\d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2}$/);

const Described = {
  '@context': z.literal('https://schema.org'),
  '@id': z.url(),
  name: z.string().min(1),
  description: z.string().min(50).max(5000),
  url: z.url(),
  license: z.url(),
  creator: Organization,
  version: z.string().min(1),
  isAccessibleForFree: z.literal(true),
  inLanguage: z.literal('ja'),
  dateModified: Day.optional(),
};

const Dataset = z.object({
  ...Described,
  '@type': z.literal('Dataset'),
  identifier: z.url(),
  keywords: z.array(z.string().min(1)).min(1),
  spatialCoverage: z.array(z.object({ '@type': z.literal('Place'), name: z.string().min(1) })).min(1),
  temporalCoverage: z.union([Interval, z.array(Interval)]).optional(),
  variableMeasured: z.array(z.object({ '@type': z.literal('PropertyValue'), name: z.string().min(1) })).min(1),
  includedInDataCatalog: z.object({
    '@type': z.literal('DataCatalog'),
    '@id': z.url(),
    name: z.string().min(1),
  }),
  distribution: z
    .array(
      z.object({
        '@type': z.literal('DataDownload'),
        contentUrl: z.url(),
        encodingFormat: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/),
        contentSize: z.string().regex(/^\d+ B$/),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .min(1),
});

const Catalog = z.object({
  ...Described,
  '@type': z.literal('DataCatalog'),
  dataset: z
    .array(
      z.object({
        '@type': z.literal('Dataset'),
        '@id': z.url(),
        name: z.string(),
        description: z.string().min(50).max(5000),
      }),
    )
    .min(1),
});

/** Lists the faults in the structured data of a table or of the catalogue. */
export function findSchemaOrgFaults(document: unknown): string[] {
  const isCatalog = z.object({ '@type': z.literal('DataCatalog') }).safeParse(document).success;
  const parsed = (isCatalog ? Catalog : Dataset).safeParse(document);
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}
