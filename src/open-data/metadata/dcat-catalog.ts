import type { SiteData } from '../../site-data/site-data.ts';
import { groupByPrefecture, isNationwide } from '../../site-data/site-size.ts';
import { type FileDigest, omitEmpty, type JsonValue } from '../published-file.ts';
import type { PublishedTable } from '../published-table.ts';
import { isCodeList } from '../tables/published-code-lists.ts';
import * as dcat from './dcat-vocabulary.ts';
import { describeSourceTerms, getOutlineTerms, getSourceTermsUrl, listSourceTerms } from './source-terms.ts';
import * as facts from './table-facts.ts';

/* The catalogue in DCAT 3 and DCAT-AP 3.0.1: a Dataset for each table, a Distribution for each file. */

/** The path of a file from the site's root, and its digest. */
export type CatalogFile = FileDigest & Readonly<{ path: string }>;

export interface CatalogEntry {
  readonly table: PublishedTable;
  readonly files: readonly CatalogFile[];
  /** The rows of the table by prefecture. */
  readonly partitions: readonly CatalogFile[];
}

/** Returns the path, from the site's root, of the description of a table's CSV. */
const getSchemaPath = ({ path }: PublishedTable) => `/data/${path}.csv-metadata.json`;

/** Returns the URL that identifies a table in every description. */
export const getDatasetId = (siteData: SiteData, { table }: CatalogEntry): string =>
  facts.getAbsoluteUrl(siteData, isCodeList(table) ? `/data/#codes-${table.id}` : `/data/${table.id}/#dataset`);

const describePublisher = (siteData: SiteData) =>
  dcat.createResource(facts.getAbsoluteUrl(siteData, '/#publisher'), 'foaf:Agent', {
    'foaf:name': dcat.toJapaneseLiteral(siteData.site.publisher),
    'foaf:homepage': linkDocument(facts.getAbsoluteUrl(siteData, '/')),
  });

const linkDocument = (url: string) => dcat.createResource(url, 'foaf:Document');

function describeLicence(siteData: SiteData): JsonValue {
  const { id, name } = siteData.site.licence;
  return dcat.createResource(facts.getLicenceUrl(siteData), 'dct:LicenseDocument', {
    'dct:identifier': id,
    'dct:title': dcat.toJapaneseLiteral(name),
    'dct:type': /^CC-BY-\d/.test(id) ? dcat.ATTRIBUTION_LICENCE : null,
  });
}

/** Returns the licence and the rights of a file. Outlines and copied tables have the terms of their sources. */
function describeFileTerms(siteData: SiteData, path: string, table: PublishedTable): Record<string, JsonValue> {
  const municipality = /\/municipalities\/([^/]+)\.geojson$/.exec(path)?.[1];
  const outline = municipality === undefined ? null : getOutlineTerms(siteData, municipality);
  const terms = outline ? [outline] : listSourceTerms(siteData, table);
  const url = outline ? outline.url : getSourceTermsUrl(siteData, table);
  // A code list has no page, but the description of its CSV contains its rights.
  const page = isCodeList(table) ? getSchemaPath(table) : `/data/${table.id}/`;
  const rights = `${terms.length === 0 ? '/data/' : page}#rights`;
  // Thousands of outlines share a source, and so its rights.
  const document = outline ? `/data/${new URL(outline.url).hash}-rights` : rights;
  // DCAT-AP allows only one licence.
  const title = dcat.toJapaneseLiteral(terms.map((one) => one.title).join('、'));
  return {
    'dct:license':
      url === null
        ? describeLicence(siteData)
        : dcat.createResource(url, 'dct:LicenseDocument', { 'dct:title': title, 'dct:type': dcat.ATTRIBUTION_LICENCE }),
    'dct:rights': describeRightsStatement(siteData, document, describeSourceTerms(terms)),
  };
}

const describeRightsStatement = (siteData: SiteData, path = '/data/#rights', terms = '') =>
  dcat.createResource(facts.getAbsoluteUrl(siteData, path), 'dct:RightsStatement', {
    'rdfs:label': dcat.toJapaneseLiteral(facts.describeRights(siteData) + terms),
  });

const contactProperties: Readonly<Record<facts.ContactPoint['kind'], (text: string) => Record<string, JsonValue>>> = {
  mailbox: (text) => ({ 'vcard:hasEmail': { '@id': `mailto:${text}` } }),
  page: (text) => ({ 'vcard:hasURL': { '@id': text } }),
  words: (text) => ({ 'vcard:note': text }),
};

function describeContact(siteData: SiteData): JsonValue {
  const contact = facts.getContactPoint(siteData);
  return (
    contact &&
    dcat.createResource(facts.getAbsoluteUrl(siteData, '/#contact'), 'vcard:Kind', {
      'vcard:fn': siteData.site.publisher,
      ...contactProperties[contact.kind](contact.text),
    })
  );
}

/** Returns the municipalities of a table, or their prefectures if they are very many: many tables have them all. */
function describeCoverage(siteData: SiteData, table: PublishedTable): JsonValue[] {
  const { urls } = siteData;
  const own = { ...siteData, municipalities: facts.listTableMunicipalities(siteData, table) };
  const describePlace = (url: string, title: string, code: string | null) =>
    dcat.createResource(urls.absolute(url), 'dct:Location', {
      'skos:prefLabel': dcat.toJapaneseLiteral(title),
      'dct:identifier': code,
    });
  return isNationwide(own)
    ? groupByPrefecture(own).map(({ id, title }) => describePlace(urls.prefecture(id), title, null))
    : own.municipalities.map((one) => describePlace(`${one.url}#place`, one.prefecture + one.title, one.code));
}

const describePeriods = (siteData: SiteData, table: PublishedTable): JsonValue[] =>
  facts.listDateRanges(siteData, table).map(({ start, end }) => ({
    '@type': 'dct:PeriodOfTime',
    'dcat:startDate': dcat.toDateLiteral(start),
    'dcat:endDate': dcat.toDateLiteral(end),
  }));

function describeDistribution(
  siteData: SiteData,
  { path, bytes, sha256 }: CatalogFile,
  entry: CatalogEntry,
): JsonValue {
  const format = dcat.getFileFormat(path);
  const [, prefecture, municipality] = /\/prefecture=(\d+)\/|\/([^/]+)\.geojson$/.exec(path) ?? [];
  const part = prefecture ? `都道府県コード ${prefecture}` : municipality && siteData.nameMunicipality(municipality);
  const isInApi = path.startsWith('/api/');
  const url = facts.getAbsoluteUrl(siteData, path);
  return omitEmpty({
    '@id': `${url}#distribution`,
    '@type': 'dcat:Distribution',
    'dct:title': dcat.toJapaneseLiteral(
      `${entry.table.title}（${isInApi ? 'API の ' : ''}${format.code}${part === undefined ? '' : `、${part}`}）`,
    ),
    'dct:description': dcat.toJapaneseLiteral(format.description),
    'dcat:accessURL': { '@id': isInApi ? url : getPageUrl(siteData, entry) },
    'dcat:downloadURL': { '@id': url },
    ...dcat.describeFileFormat(format),
    'dcat:byteSize': { '@value': String(bytes), '@type': 'xsd:nonNegativeInteger' },
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
      'spdx:checksumValue': { '@value': sha256, '@type': 'xsd:hexBinary' },
    },
    ...describeFileTerms(siteData, path, entry.table),
    'dct:language': dcat.JAPANESE_LANGUAGE,
    'dct:issued': dcat.toDateLiteral(facts.getTableIssueDate(siteData, entry.table)),
    'dct:modified': dcat.toDateLiteral(siteData.updated),
    'dcatap:availability': dcat.STABLE_AVAILABILITY,
    'adms:status': dcat.COMPLETED_STATUS,
    'dct:conformsTo':
      format.code === 'CSV'
        ? dcat.createResource(facts.getAbsoluteUrl(siteData, getSchemaPath(entry.table)), 'dct:Standard')
        : null,
    'dcat:accessService': isInApi ? { '@id': getServiceId(siteData) } : null,
  });
}

const getPageUrl = (siteData: SiteData, { table }: CatalogEntry) =>
  facts.getAbsoluteUrl(siteData, isCodeList(table) ? '/data/' : `/data/${table.id}/`);

const getServiceId = (siteData: SiteData) => facts.getAbsoluteUrl(siteData, '/api/v1/#service');

function describeDataset(siteData: SiteData, entry: CatalogEntry): JsonValue {
  const { table, files, partitions } = entry;
  const isAboutAreas = ['municipalities', 'zones'].includes(table.id);
  return omitEmpty({
    '@id': getDatasetId(siteData, entry),
    '@type': 'dcat:Dataset',
    'dct:identifier': table.id,
    'dct:title': dcat.toJapaneseLiteral(table.title),
    'dct:description': dcat.toJapaneseLiteral(facts.describeTable(siteData, table)),
    'dct:type': isCodeList(table) ? dcat.CODE_LIST_TYPE : null,
    'dct:publisher': describePublisher(siteData),
    'dcat:contactPoint': describeContact(siteData),
    'dcat:keyword': facts.listKeywords(siteData, table).map(dcat.toJapaneseLiteral),
    'dcat:theme': isAboutAreas ? [dcat.GOVERNMENT_THEME, dcat.REGIONS_THEME] : [dcat.GOVERNMENT_THEME],
    'dct:spatial': describeCoverage(siteData, table),
    'dct:temporal': describePeriods(siteData, table),
    'dct:language': dcat.JAPANESE_LANGUAGE,
    'dct:issued': dcat.toDateLiteral(facts.getTableIssueDate(siteData, table)),
    'dct:modified': dcat.toDateLiteral(siteData.updated),
    'dct:accrualPeriodicity': dcat.IRREGULAR_FREQUENCY,
    'dct:accessRights': dcat.PUBLIC_ACCESS,
    'dcat:version': siteData.version,
    'dcat:landingPage': linkDocument(getPageUrl(siteData, entry)),
    'foaf:page': linkDocument(facts.getGuideUrl(siteData, 'method')),
    'dcat:distribution': [...files, ...partitions].map((file) => describeDistribution(siteData, file, entry)),
  });
}

const describeService = (siteData: SiteData, entries: readonly CatalogEntry[]): JsonValue =>
  omitEmpty({
    '@id': getServiceId(siteData),
    '@type': 'dcat:DataService',
    'dct:title': dcat.toJapaneseLiteral(`${siteData.site.name}の API`),
    'dct:description': dcat.toJapaneseLiteral('すべての記録を、変わらないアドレスにある JSON のファイルで読めます。'),
    'dcat:endpointURL': { '@id': facts.getAbsoluteUrl(siteData, '/api/v1/') },
    'dcat:endpointDescription': { '@id': facts.getAbsoluteUrl(siteData, '/api/openapi.json') },
    'dct:conformsTo': dcat.createResource('https://spec.openapis.org/oas/v3.1.0', 'dct:Standard'),
    'dct:publisher': describePublisher(siteData),
    'dcat:contactPoint': describeContact(siteData),
    'dcat:keyword': ['市町村の計画', 'オープンデータ', 'API'].map(dcat.toJapaneseLiteral),
    'dcat:theme': dcat.GOVERNMENT_THEME,
    'dct:license': describeLicence(siteData),
    'dct:accessRights': dcat.PUBLIC_ACCESS,
    'dcat:landingPage': linkDocument(facts.getGuideUrl(siteData, 'developers')),
    'dcat:servesDataset': entries
      .filter(({ table }) => !isCodeList(table))
      .map((entry) => ({ '@id': getDatasetId(siteData, entry) })),
  });

/** Removes repetitions: a resource keeps its properties the first time, and later only its URL. */
function removeRepetitions(value: JsonValue, seenIds = new Set<string>()): JsonValue {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map((item) => removeRepetitions(item, seenIds));
  if (typeof value !== 'object' || value === null) return value;
  const properties = Object.entries(value);
  const id = properties.find(([key]) => key === '@id')?.[1];
  if (typeof id === 'string' && properties.length > 1) {
    if (seenIds.has(id)) return { '@id': id };
    seenIds.add(id);
  }
  return Object.fromEntries(properties.map(([key, inner]) => [key, removeRepetitions(inner, seenIds)]));
}

/** Returns the catalogue of all tables and code lists, as JSON-LD. */
export function createDcatCatalog(siteData: SiteData, entries: readonly CatalogEntry[]): JsonValue {
  const { site, version, updated } = siteData;
  const municipalities = entries.map(({ table }) => table).find(({ id }) => id === 'municipalities');
  return removeRepetitions(
    omitEmpty({
      '@context': dcat.DCAT_PREFIXES,
      '@id': facts.getAbsoluteUrl(siteData, '/data/#catalog'),
      '@type': 'dcat:Catalog',
      'dct:title': dcat.toJapaneseLiteral(site.name),
      'dct:description': dcat.toJapaneseLiteral(`${site.description}${facts.describeRights(siteData)}`),
      'dct:publisher': describePublisher(siteData),
      'foaf:homepage': linkDocument(facts.getAbsoluteUrl(siteData, '/')),
      'dct:language': dcat.JAPANESE_LANGUAGE,
      'dct:license': describeLicence(siteData),
      'dct:rights': describeRightsStatement(siteData),
      'dct:issued': dcat.toDateLiteral(facts.getIssueDate(siteData)),
      'dct:modified': dcat.toDateLiteral(updated),
      'dct:spatial': municipalities ? describeCoverage(siteData, municipalities) : [],
      'dcat:themeTaxonomy': dcat.DATA_THEMES,
      'dcat:version': version,
      'dcat:dataset': entries.map((entry) => describeDataset(siteData, entry)),
      'dcat:service': describeService(siteData, entries),
    }),
  );
}
