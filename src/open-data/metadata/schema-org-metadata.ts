import type { SiteData } from '../../site-data/site-data.ts';
import { countBytes, computeSha256, type PublishedFile } from '../published-file.ts';
import type { PublishedTable } from '../published-table.ts';
import { getDatasetId, type CatalogEntry } from './dcat-catalog.ts';
import { fileTypes } from './dcat-vocabulary.ts';
import * as facts from './table-facts.ts';
import { omitEmpty, type JsonValue } from './json-document.ts';

/*
 * What search engines read of a table inside its page (schema.org Dataset), by the rules of Google's Dataset Search.
 */

const SCHEMA = 'https://schema.org';

function publisher(siteData: SiteData): JsonValue {
  const { site } = siteData;
  const contact = facts.getContactPoint(siteData);
  const contactPoint = contact?.kind === 'mailbox' ? { '@type': 'ContactPoint', email: contact.text } : null;
  return omitEmpty({
    '@type': 'Organization',
    name: site.publisher,
    url: facts.getAbsoluteUrl(siteData, '/'),
    contactPoint,
  });
}

const catalogId = (siteData: SiteData) => facts.getAbsoluteUrl(siteData, '/data/#catalog');

/** What the catalogue and each of its tables say alike. */
function common(siteData: SiteData): Record<string, JsonValue> {
  return {
    license: facts.getLicenceUrl(siteData),
    creator: publisher(siteData),
    publisher: publisher(siteData),
    isAccessibleForFree: true,
    inLanguage: 'ja',
    version: siteData.version,
    datePublished: facts.getIssueDate(siteData),
    dateModified: siteData.updated,
  };
}

function places(table: PublishedTable, siteData: SiteData): JsonValue[] {
  return facts.listTableMunicipalities(table, siteData).map(({ code, title, prefecture, latitude, longitude }) =>
    omitEmpty({
      '@type': 'Place',
      name: `${prefecture}${title}`,
      identifier: code,
      geo: latitude === null || longitude === null ? null : { '@type': 'GeoCoordinates', latitude, longitude },
    }),
  );
}

function variables({ columns }: PublishedTable): JsonValue[] {
  return columns.map(({ name, title, description, unit }) =>
    omitEmpty({ '@type': 'PropertyValue', name: title, alternateName: name, description, unitText: unit }),
  );
}

function download({ path, body }: PublishedFile, siteData: SiteData): JsonValue {
  const type = fileTypes[path.split('.').at(-1) ?? ''];
  return omitEmpty({
    '@type': 'DataDownload',
    name: type?.description ?? null,
    contentUrl: facts.getAbsoluteUrl(siteData, path),
    encodingFormat: type?.mediaType ?? null,
    contentSize: `${countBytes(body)} B`,
    sha256: computeSha256(body),
  });
}

/** A table as schema.org tells it, for its page. */
export function createDatasetMarkup(described: CatalogEntry, siteData: SiteData): JsonValue {
  const { table, files } = described;
  const page = facts.getAbsoluteUrl(siteData, `/data/${table.id}/`);
  const spans = facts.listDateRanges(table, siteData).map(({ start, end }) => `${start}/${end}`);
  return omitEmpty({
    '@context': SCHEMA,
    '@type': 'Dataset',
    '@id': getDatasetId(siteData, described),
    name: `${table.title}（${siteData.site.name}）`,
    description: facts.describeTable(table, siteData),
    url: page,
    identifier: page,
    ...common(siteData),
    keywords: facts.listKeywords(table, siteData),
    spatialCoverage: places(table, siteData),
    temporalCoverage: spans.length === 1 ? (spans[0] ?? null) : spans,
    variableMeasured: variables(table),
    measurementTechnique: facts.getGuideUrl(siteData, 'method', '/data/'),
    includedInDataCatalog: { '@type': 'DataCatalog', '@id': catalogId(siteData), name: siteData.site.name },
    distribution: files.map((file) => download(file, siteData)),
  });
}

/** The catalogue as schema.org tells it, for `/data/`. */
export function createCatalogMarkup(datasets: readonly CatalogEntry[], siteData: SiteData): JsonValue {
  return omitEmpty({
    '@context': SCHEMA,
    '@type': 'DataCatalog',
    '@id': catalogId(siteData),
    name: siteData.site.name,
    description: `${siteData.site.description}${facts.describeRights(siteData)}`,
    url: facts.getAbsoluteUrl(siteData, '/data/'),
    ...common(siteData),
    dataset: datasets
      .filter(({ isCodeList }) => !isCodeList)
      .map((one) => ({
        '@type': 'Dataset',
        '@id': getDatasetId(siteData, one),
        name: `${one.table.title}（${siteData.site.name}）`,
        description: facts.describeTable(one.table, siteData),
        url: facts.getAbsoluteUrl(siteData, `/data/${one.table.id}/`),
        license: facts.getLicenceUrl(siteData),
        creator: publisher(siteData),
      })),
  });
}
