import type { SiteData } from '../../site-data/site-data.ts';
import { countBytes, computeSha256, type PublishedFile, omitEmpty, type JsonValue } from '../published-file.ts';
import type { PublishedTable } from '../published-table.ts';
import {
  ATTRIBUTION_LICENCE,
  CODE_LIST_TYPE,
  COMPLETED_STATUS,
  toDateLiteral,
  getFileFormat,
  describeFileFormat,
  GOVERNMENT_THEME,
  IRREGULAR_FREQUENCY,
  toJapaneseLiteral,
  JAPANESE_LANGUAGE,
  DCAT_PREFIXES,
  PUBLIC_ACCESS,
  REGIONS_THEME,
  STABLE_AVAILABILITY,
  createResource,
  DATA_THEMES,
} from './dcat-vocabulary.ts';
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
  type ContactPoint,
} from './table-facts.ts';
import { describeSourceTerms, getOutlineTerms, getSourceTermsUrl, listSourceTerms } from './source-terms.ts';

/*
 * The catalogue in DCAT 3 with the profile DCAT-AP 3.0.1: a Dataset for each table and code list, a Distribution for
 * each file.
 */

/** A table and its files, with paths from the site's root. */
export interface CatalogEntry {
  readonly table: PublishedTable;
  readonly isCodeList: boolean;
  readonly files: readonly PublishedFile[];
  /** The rows of the table by prefecture. */
  readonly partitions: readonly PublishedFile[];
  /** The path, from the site's root, of the description of the table's CSV. */
  readonly schemaPath: string;
}

/** Returns the URL that identifies a table in every description. */
export function getDatasetId(siteData: SiteData, { table, isCodeList }: CatalogEntry): string {
  return getAbsoluteUrl(siteData, isCodeList ? `/data/#codes-${table.id}` : `/data/${table.id}/#dataset`);
}

const describePublisher = (siteData: SiteData) =>
  createResource(getAbsoluteUrl(siteData, '/#publisher'), 'foaf:Agent', {
    'foaf:name': toJapaneseLiteral(siteData.site.publisher),
    'foaf:homepage': createDocument(getAbsoluteUrl(siteData, '/')),
  });

const createDocument = (url: string) => createResource(url, 'foaf:Document');

/** Returns the licence of the site's own texts and tables. */
function describeLicence(siteData: SiteData): JsonValue {
  const { id, name } = siteData.site.licence;
  return createResource(getLicenceUrl(siteData), 'dct:LicenseDocument', {
    'dct:identifier': id,
    'dct:title': toJapaneseLiteral(name),
    'dct:type': /^CC-BY-\d/.test(id) ? ATTRIBUTION_LICENCE : null,
  });
}

/** Returns the licence and the rights of a file. For outlines and copied tables, the licence is the terms of the sources. */
function describeFileTerms(path: string, entry: CatalogEntry, siteData: SiteData): Record<string, JsonValue> {
  const { table, isCodeList, schemaPath } = entry;
  const municipality = /\/municipalities\/([^/]+)\.geojson$/.exec(path)?.[1];
  const outline = municipality === undefined ? null : getOutlineTerms(siteData, municipality);
  const terms = outline ? [outline] : listSourceTerms(table, siteData);
  const url = outline ? outline.url : getSourceTermsUrl(table, siteData);
  // A code list has no page, but the description of its CSV contains its rights.
  const document = isCodeList ? schemaPath : `/data/${table.id}/`;
  // DCAT-AP allows only one licence.
  const title = toJapaneseLiteral(terms.map((one) => one.title).join('、'));
  return {
    'dct:license':
      url === null
        ? describeLicence(siteData)
        : createResource(url, 'dct:LicenseDocument', { 'dct:title': title, 'dct:type': ATTRIBUTION_LICENCE }),
    'dct:rights':
      terms.length === 0
        ? describeRightsStatement(siteData)
        : describeRightsStatement(siteData, `${outline ? path : document}#rights`, describeSourceTerms(terms)),
  };
}

const describeRightsStatement = (siteData: SiteData, path = '/data/#rights', terms = '') =>
  createResource(getAbsoluteUrl(siteData, path), 'dct:RightsStatement', {
    'rdfs:label': toJapaneseLiteral(describeRights(siteData) + terms),
  });

/** The vCard properties of each kind of contact. */
const contactProperties: Readonly<Record<ContactPoint['kind'], (text: string) => Record<string, JsonValue>>> = {
  mailbox: (text) => ({ 'vcard:hasEmail': { '@id': `mailto:${text}` } }),
  page: (text) => ({ 'vcard:hasURL': { '@id': text } }),
  words: (text) => ({ 'vcard:note': text }),
};

/** Returns the contact of the site; null if it has none. */
function describeContact(siteData: SiteData): JsonValue {
  const contact = getContactPoint(siteData);
  return (
    contact &&
    createResource(getAbsoluteUrl(siteData, '/#contact'), 'vcard:Kind', {
      'vcard:fn': siteData.site.publisher,
      ...contactProperties[contact.kind](contact.text),
    })
  );
}

/** Returns the municipalities of a table. */
function describePlaces(table: PublishedTable, siteData: SiteData): JsonValue[] {
  return listTableMunicipalities(table, siteData).map(({ code, title, prefecture, url }) =>
    createResource(siteData.urls.absolute(`${url}#place`), 'dct:Location', {
      'skos:prefLabel': toJapaneseLiteral(`${prefecture}${title}`),
      'dct:identifier': code,
    }),
  );
}

function describePeriods(table: PublishedTable, siteData: SiteData): JsonValue[] {
  return listDateRanges(table, siteData).map(({ start, end }) => ({
    '@type': 'dct:PeriodOfTime',
    'dcat:startDate': toDateLiteral(start),
    'dcat:endDate': toDateLiteral(end),
  }));
}

/** Returns which prefecture a partition is of; nothing for any other file. */
const describePrefecture = (path: string) =>
  [...path.matchAll(/\/prefecture=(\d+)\//g)].map(([, code = '']) => `都道府県コード ${code}`);

function describeDistribution({ path, body }: PublishedFile, entry: CatalogEntry, siteData: SiteData): JsonValue {
  const format = getFileFormat(path);
  const isInApi = path.startsWith('/api/');
  const url = getAbsoluteUrl(siteData, path);
  return omitEmpty({
    '@id': `${url}#distribution`,
    '@type': 'dcat:Distribution',
    'dct:title': toJapaneseLiteral(`${entry.table.title}（${[format.code, ...describePrefecture(path)].join('、')}）`),
    'dct:description': toJapaneseLiteral(format.description),
    'dcat:accessURL': { '@id': isInApi ? url : getPageUrl(entry, siteData) },
    'dcat:downloadURL': { '@id': url },
    ...describeFileFormat(format),
    'dcat:byteSize': { '@value': String(countBytes(body)), '@type': 'xsd:nonNegativeInteger' },
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
      'spdx:checksumValue': { '@value': computeSha256(body), '@type': 'xsd:hexBinary' },
    },
    ...describeFileTerms(path, entry, siteData),
    'dct:language': JAPANESE_LANGUAGE,
    'dct:issued': toDateLiteral(getIssueDate(siteData)),
    'dct:modified': toDateLiteral(siteData.updated),
    'dcatap:availability': STABLE_AVAILABILITY,
    'adms:status': COMPLETED_STATUS,
    'dct:conformsTo':
      format.code === 'CSV' ? createResource(getAbsoluteUrl(siteData, entry.schemaPath), 'dct:Standard') : null,
    'dcat:accessService': isInApi ? { '@id': getServiceId(siteData) } : null,
  });
}

const getPageUrl = ({ table, isCodeList }: CatalogEntry, siteData: SiteData) =>
  getAbsoluteUrl(siteData, isCodeList ? '/data/' : `/data/${table.id}/`);

const getServiceId = (siteData: SiteData) => getAbsoluteUrl(siteData, '/api/v1/#service');

function describeDataset(entry: CatalogEntry, siteData: SiteData): JsonValue {
  const { table, isCodeList, files, partitions } = entry;
  const isAboutPlaces = ['municipalities', 'zones'].includes(table.id);
  return omitEmpty({
    '@id': getDatasetId(siteData, entry),
    '@type': 'dcat:Dataset',
    'dct:identifier': table.id,
    'dct:title': toJapaneseLiteral(table.title),
    'dct:description': toJapaneseLiteral(describeTable(table, siteData)),
    'dct:type': isCodeList ? CODE_LIST_TYPE : null,
    'dct:publisher': describePublisher(siteData),
    'dcat:contactPoint': describeContact(siteData),
    'dcat:keyword': listKeywords(table, siteData).map(toJapaneseLiteral),
    'dcat:theme': isAboutPlaces ? [GOVERNMENT_THEME, REGIONS_THEME] : [GOVERNMENT_THEME],
    'dct:spatial': describePlaces(table, siteData),
    'dct:temporal': describePeriods(table, siteData),
    'dct:language': JAPANESE_LANGUAGE,
    'dct:issued': toDateLiteral(getIssueDate(siteData)),
    'dct:modified': toDateLiteral(siteData.updated),
    'dct:accrualPeriodicity': IRREGULAR_FREQUENCY,
    'dct:accessRights': PUBLIC_ACCESS,
    'dcat:version': siteData.version,
    'dcat:landingPage': createDocument(getPageUrl(entry, siteData)),
    'foaf:page': createDocument(getGuideUrl(siteData, 'method')),
    'dcat:distribution': [...files, ...partitions].map((file) => describeDistribution(file, entry, siteData)),
  });
}

/** Returns the static API as a data service. */
function describeService(entries: readonly CatalogEntry[], siteData: SiteData): JsonValue {
  return omitEmpty({
    '@id': getServiceId(siteData),
    '@type': 'dcat:DataService',
    'dct:title': toJapaneseLiteral(`${siteData.site.name}のAPI`),
    'dct:description': toJapaneseLiteral('すべての記録を、かわらないアドレスにあるJSONのファイルで読めます。'),
    'dcat:endpointURL': { '@id': getAbsoluteUrl(siteData, '/api/v1/') },
    'dcat:endpointDescription': { '@id': getAbsoluteUrl(siteData, '/api/openapi.json') },
    'dct:conformsTo': createResource('https://spec.openapis.org/oas/v3.1.0', 'dct:Standard'),
    'dct:publisher': describePublisher(siteData),
    'dcat:contactPoint': describeContact(siteData),
    'dcat:keyword': ['市町村の計画', 'オープンデータ', 'API'].map(toJapaneseLiteral),
    'dcat:theme': GOVERNMENT_THEME,
    'dct:license': describeLicence(siteData),
    'dct:accessRights': PUBLIC_ACCESS,
    'dcat:landingPage': createDocument(getGuideUrl(siteData, 'developers')),
    'dcat:servesDataset': entries
      .filter(({ isCodeList }) => !isCodeList)
      .map((entry) => ({ '@id': getDatasetId(siteData, entry) })),
  });
}

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
export function createDcatCatalog(entries: readonly CatalogEntry[], siteData: SiteData): JsonValue {
  const { site, version, updated } = siteData;
  const municipalities = entries.map(({ table }) => table).find(({ id }) => id === 'municipalities');
  return removeRepetitions(
    omitEmpty({
      '@context': DCAT_PREFIXES,
      '@id': getAbsoluteUrl(siteData, '/data/#catalog'),
      '@type': 'dcat:Catalog',
      'dct:title': toJapaneseLiteral(site.name),
      'dct:description': toJapaneseLiteral(`${site.description}${describeRights(siteData)}`),
      'dct:publisher': describePublisher(siteData),
      'foaf:homepage': createDocument(getAbsoluteUrl(siteData, '/')),
      'dct:language': JAPANESE_LANGUAGE,
      'dct:license': describeLicence(siteData),
      'dct:rights': describeRightsStatement(siteData),
      'dct:issued': toDateLiteral(getIssueDate(siteData)),
      'dct:modified': toDateLiteral(updated),
      'dct:spatial': municipalities ? describePlaces(municipalities, siteData) : [],
      'dcat:themeTaxonomy': DATA_THEMES,
      'dcat:version': version,
      'dcat:dataset': entries.map((entry) => describeDataset(entry, siteData)),
      'dcat:service': describeService(entries, siteData),
    }),
  );
}
