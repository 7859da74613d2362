import type { SiteData } from '../../site-data/site-data.ts';
import { countBytes, computeSha256, type PublishedFile } from '../published-file.ts';
import type { PublishedTable } from '../published-table.ts';
import { getDatasetId, type CatalogEntry } from './dcat-catalog.ts';
import { fileTypes } from './dcat-vocabulary.ts';
import {
  getContactPoint,
  getGuideUrl,
  getIssueDate,
  listKeywords,
  getLicenceUrl,
  describeTable,
  listTableMunicipalities,
  describeRights,
  listDateRanges,
  getAbsoluteUrl,
} from './table-facts.ts';
import { omitEmpty, type JsonValue } from './json-document.ts';

/*
 * What search engines read of a table inside its page (schema.org Dataset), by the rules of Google's Dataset Search.
 */

const SCHEMA = 'https://schema.org';

function publisher(portal: SiteData): JsonValue {
  const { site } = portal;
  const contact = getContactPoint(portal);
  const contactPoint = contact?.kind === 'mailbox' ? { '@type': 'ContactPoint', email: contact.text } : null;
  return omitEmpty({
    '@type': 'Organization',
    name: site.publisher,
    url: getAbsoluteUrl(portal, '/'),
    contactPoint,
  });
}

const catalogId = (portal: SiteData) => getAbsoluteUrl(portal, '/data/#catalog');

/** What the catalogue and each of its tables say alike. */
function common(portal: SiteData): Record<string, JsonValue> {
  return {
    license: getLicenceUrl(portal),
    creator: publisher(portal),
    publisher: publisher(portal),
    isAccessibleForFree: true,
    inLanguage: 'ja',
    version: portal.version,
    datePublished: getIssueDate(portal),
    dateModified: portal.updated,
  };
}

function places(table: PublishedTable, portal: SiteData): JsonValue[] {
  return listTableMunicipalities(table, portal).map(({ code, title, prefecture, latitude, longitude }) =>
    omitEmpty({
      '@type': 'Place',
      name: `${prefecture}${title}`,
      identifier: code,
      geo:
        latitude === null || longitude === null ? null : { '@type': 'GeoCoordinates', latitude, longitude },
    }),
  );
}

function variables({ columns }: PublishedTable): JsonValue[] {
  return columns.map(({ name, title, description, unit }) =>
    omitEmpty({
      '@type': 'PropertyValue',
      name: title,
      alternateName: name,
      description,
      unitText: unit,
    }),
  );
}

function download({ path, body }: PublishedFile, portal: SiteData): JsonValue {
  const type = fileTypes[path.split('.').at(-1) ?? ''];
  return omitEmpty({
    '@type': 'DataDownload',
    name: type?.description ?? null,
    contentUrl: getAbsoluteUrl(portal, path),
    encodingFormat: type?.mediaType ?? null,
    contentSize: `${countBytes(body)} B`,
    sha256: computeSha256(body),
  });
}

/** A table as schema.org tells it, for its page. */
export function createDatasetMarkup(described: CatalogEntry, portal: SiteData): JsonValue {
  const { table, files } = described;
  const page = getAbsoluteUrl(portal, `/data/${table.id}/`);
  const spans = listDateRanges(table, portal).map(({ start, end }) => `${start}/${end}`);
  return omitEmpty({
    '@context': SCHEMA,
    '@type': 'Dataset',
    '@id': getDatasetId(portal, described),
    name: `${table.title}（${portal.site.name}）`,
    description: describeTable(table, portal),
    url: page,
    identifier: page,
    ...common(portal),
    keywords: listKeywords(table, portal),
    spatialCoverage: places(table, portal),
    temporalCoverage: spans.length === 1 ? (spans[0] ?? null) : spans,
    variableMeasured: variables(table),
    measurementTechnique: getGuideUrl(portal, 'method', '/data/'),
    includedInDataCatalog: { '@type': 'DataCatalog', '@id': catalogId(portal), name: portal.site.name },
    distribution: files.map((file) => download(file, portal)),
  });
}

/** The catalogue as schema.org tells it, for `/data/`. */
export function createCatalogMarkup(datasets: readonly CatalogEntry[], portal: SiteData): JsonValue {
  return omitEmpty({
    '@context': SCHEMA,
    '@type': 'DataCatalog',
    '@id': catalogId(portal),
    name: portal.site.name,
    description: `${portal.site.description}${describeRights(portal)}`,
    url: getAbsoluteUrl(portal, '/data/'),
    ...common(portal),
    dataset: datasets
      .filter(({ isCodeList }) => !isCodeList)
      .map((one) => ({
        '@type': 'Dataset',
        '@id': getDatasetId(portal, one),
        name: `${one.table.title}（${portal.site.name}）`,
        description: describeTable(one.table, portal),
        url: getAbsoluteUrl(portal, `/data/${one.table.id}/`),
        license: getLicenceUrl(portal),
        creator: publisher(portal),
      })),
  });
}
