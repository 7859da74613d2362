import type { SiteData } from '../../site-data/site-data.ts';
import { groupByPrefecture, isNationwide } from '../../site-data/site-size.ts';
import { omitEmpty, type JsonValue } from '../published-file.ts';
import type { PublishedTable } from '../published-table.ts';
import { isCodeList } from '../tables/published-code-lists.ts';
import { getDatasetId, type CatalogEntry, type CatalogFile } from './dcat-catalog.ts';
import { getFileFormat } from './dcat-vocabulary.ts';
import { getSourceTermsUrl, listSourceTerms } from './source-terms.ts';
import * as facts from './table-facts.ts';

/* The descriptions of tables for search engines: schema.org Dataset, by the rules of Google's Dataset Search. */

const SCHEMA = 'https://schema.org';

function describePublisher(siteData: SiteData): JsonValue {
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

const getCatalogId = (siteData: SiteData) => facts.getAbsoluteUrl(siteData, '/data/#catalog');

const getTableLicence = (siteData: SiteData, table: PublishedTable) =>
  getSourceTermsUrl(siteData, table) ?? facts.getLicenceUrl(siteData);

/** Returns the properties that the catalogue and its tables share. */
const describePublication = (siteData: SiteData): Record<string, JsonValue> => ({
  license: facts.getLicenceUrl(siteData),
  creator: describePublisher(siteData),
  publisher: describePublisher(siteData),
  isAccessibleForFree: true,
  inLanguage: 'ja',
  version: siteData.version,
  datePublished: facts.getIssueDate(siteData),
  dateModified: siteData.updated,
});

/** Returns the municipalities of a table, or their prefectures if they are too many for a page. */
function describeCoverage(siteData: SiteData, table: PublishedTable): JsonValue[] {
  const own = { ...siteData, municipalities: facts.listTableMunicipalities(siteData, table) };
  if (isNationwide(own)) return groupByPrefecture(own).map(({ title }) => ({ '@type': 'Place', name: title }));
  return own.municipalities.map(({ code, title, prefecture, latitude, longitude }) =>
    omitEmpty({
      '@type': 'Place',
      name: `${prefecture}${title}`,
      identifier: code,
      geo: latitude === null || longitude === null ? null : { '@type': 'GeoCoordinates', latitude, longitude },
    }),
  );
}

function describeDownload(siteData: SiteData, { path, bytes, sha256 }: CatalogFile): JsonValue {
  const { description, mediaType } = getFileFormat(path);
  return omitEmpty({
    '@type': 'DataDownload',
    name: description,
    contentUrl: facts.getAbsoluteUrl(siteData, path),
    encodingFormat: mediaType,
    contentSize: `${bytes} B`,
    sha256,
  });
}

/** Returns what the page of a table and the catalogue say of it. */
const summarizeTable = (siteData: SiteData, entry: CatalogEntry) => ({
  '@type': 'Dataset',
  '@id': getDatasetId(siteData, entry),
  name: `${entry.table.title}（${siteData.site.name}）`,
  description: facts.describeTable(siteData, entry.table),
  url: siteData.urls.absolute(siteData.urls.dataset(entry.table.id)),
});

/** Returns the description of a table, for its page. */
export function createDatasetMarkup(siteData: SiteData, entry: CatalogEntry): JsonValue {
  const { table, files } = entry;
  const summary = summarizeTable(siteData, entry);
  const periods = facts.listDateRanges(siteData, table).map(({ start, end }) => `${start}/${end}`);
  return omitEmpty({
    '@context': SCHEMA,
    ...summary,
    identifier: summary.url,
    ...describePublication(siteData),
    datePublished: facts.getTableIssueDate(siteData, table),
    license: getTableLicence(siteData, table),
    usageInfo: listSourceTerms(siteData, table).length === 0 ? null : `${summary.url}#licence`,
    keywords: facts.listKeywords(siteData, table),
    spatialCoverage: describeCoverage(siteData, table),
    temporalCoverage: periods.length === 1 ? (periods[0] ?? null) : periods,
    variableMeasured: table.columns.map(({ name, title, description, unit }) =>
      omitEmpty({ '@type': 'PropertyValue', name: title, alternateName: name, description, unitText: unit }),
    ),
    measurementTechnique: facts.getGuideUrl(siteData, 'method'),
    includedInDataCatalog: { '@type': 'DataCatalog', '@id': getCatalogId(siteData), name: siteData.site.name },
    distribution: files.map((file) => describeDownload(siteData, file)),
  });
}

/** Returns the description of the catalogue, for `/data/`. */
export const createCatalogMarkup = (siteData: SiteData, entries: readonly CatalogEntry[]): JsonValue =>
  omitEmpty({
    '@context': SCHEMA,
    '@type': 'DataCatalog',
    '@id': getCatalogId(siteData),
    name: siteData.site.name,
    description: `${siteData.site.description}${facts.describeRights(siteData)}`,
    url: facts.getAbsoluteUrl(siteData, '/data/'),
    ...describePublication(siteData),
    dataset: entries
      .filter(({ table }) => !isCodeList(table))
      .map((entry) => ({
        ...summarizeTable(siteData, entry),
        license: getTableLicence(siteData, entry.table),
        creator: describePublisher(siteData),
      })),
  });
