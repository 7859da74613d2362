import type { SiteData } from '../../site-data/site-data.ts';
import { countBytes, computeSha256, type PublishedFile } from '../published-file.ts';
import type { PublishedTable } from '../published-table.ts';
import {
  ATTRIBUTION_LICENCE,
  CODE_LIST_TYPE,
  toDateLiteral,
  fileTypes,
  describeFileType,
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
import { omitEmpty, type JsonValue } from './json-document.ts';

/*
 * The catalogue in DCAT 3, by the profile DCAT-AP 3.0.1: one Dataset a table and code list, one Distribution a file.
 */

/** A table with the files that hold it, at their paths from the site's root. */
export interface CatalogEntry {
  readonly table: PublishedTable;
  readonly isCodeList: boolean;
  readonly files: readonly PublishedFile[];
  /** The path, from the site's root, of the document that describes the table's CSV. */
  readonly schemaPath: string;
}

/** The address that stands for a table, as every description names it. */
export function getDatasetId(portal: SiteData, { table, isCodeList }: CatalogEntry): string {
  return getAbsoluteUrl(portal, isCodeList ? `/data/#codes-${table.id}` : `/data/${table.id}/#dataset`);
}

const publisher = (portal: SiteData) =>
  createResource(getAbsoluteUrl(portal, '/#publisher'), 'foaf:Agent', {
    'foaf:name': toJapaneseLiteral(portal.site.publisher),
    'foaf:homepage': document(getAbsoluteUrl(portal, '/')),
  });

const document = (url: string) => createResource(url, 'foaf:Document');

function licence(portal: SiteData): JsonValue {
  const { id, name } = portal.site.licence;
  return createResource(getLicenceUrl(portal), 'dct:LicenseDocument', {
    'dct:identifier': id,
    'dct:title': toJapaneseLiteral(name),
    'dct:type': /^CC-BY-\d/.test(id) ? ATTRIBUTION_LICENCE : null,
  });
}

const rights = (portal: SiteData) =>
  createResource(getAbsoluteUrl(portal, '/data/#rights'), 'dct:RightsStatement', {
    'rdfs:label': toJapaneseLiteral(describeRights(portal)),
  });

/** How vCard tells of each kind of contact. */
const CONTACTS: Readonly<Record<ContactPoint['kind'], (text: string) => Record<string, JsonValue>>> = {
  mailbox: (text) => ({ 'vcard:hasEmail': { '@id': `mailto:${text}` } }),
  page: (text) => ({ 'vcard:hasURL': { '@id': text } }),
  words: (text) => ({ 'vcard:note': text }),
};

/** Where to write to; null while the site names no address. */
function contact(portal: SiteData): JsonValue {
  const known = getContactPoint(portal);
  return (
    known &&
    createResource(getAbsoluteUrl(portal, '/#contact'), 'vcard:Kind', {
      'vcard:fn': portal.site.publisher,
      ...CONTACTS[known.kind](known.text),
    })
  );
}

/** The municipalities that a table speaks of, each with its code. */
function spatial(table: PublishedTable, portal: SiteData): JsonValue[] {
  return listTableMunicipalities(table, portal).map(({ code, title, prefecture, url }) =>
    createResource(portal.urls.absolute(`${url}#place`), 'dct:Location', {
      'skos:prefLabel': toJapaneseLiteral(`${prefecture}${title}`),
      'dct:identifier': code,
    }),
  );
}

function temporal(table: PublishedTable, portal: SiteData): JsonValue[] {
  return listDateRanges(table, portal).map(({ start, end }) => ({
    '@type': 'dct:PeriodOfTime',
    'dcat:startDate': toDateLiteral(start),
    'dcat:endDate': toDateLiteral(end),
  }));
}

function distribution(file: PublishedFile, described: CatalogEntry, portal: SiteData): JsonValue {
  const { path, body } = file;
  const ending = path.split('.').at(-1) ?? '';
  const type = fileTypes[ending];
  if (!type) throw new Error(`no file type for ${path}`);
  const url = getAbsoluteUrl(portal, path);
  return omitEmpty({
    '@id': `${url}#distribution`,
    '@type': 'dcat:Distribution',
    'dct:title': toJapaneseLiteral(`${described.table.title}（${type.format}）`),
    'dct:description': toJapaneseLiteral(type.description),
    'dcat:accessURL': { '@id': path.startsWith('/api/') ? url : pageOf(described, portal) },
    'dcat:downloadURL': { '@id': url },
    ...describeFileType(type),
    'dcat:byteSize': { '@value': String(countBytes(body)), '@type': 'xsd:nonNegativeInteger' },
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
      'spdx:checksumValue': { '@value': computeSha256(body), '@type': 'xsd:hexBinary' },
    },
    'dct:license': licence(portal),
    'dct:rights': rights(portal),
    'dct:language': JAPANESE_LANGUAGE,
    'dct:issued': toDateLiteral(getIssueDate(portal)),
    'dct:modified': toDateLiteral(portal.updated),
    'dcatap:availability': STABLE_AVAILABILITY,
    'dct:conformsTo':
      ending === 'csv' ? createResource(getAbsoluteUrl(portal, described.schemaPath), 'dct:Standard') : null,
    'dcat:accessService': path.startsWith('/api/') ? { '@id': serviceId(portal) } : null,
  });
}

const pageOf = ({ table, isCodeList }: CatalogEntry, portal: SiteData) =>
  getAbsoluteUrl(portal, isCodeList ? '/data/' : `/data/${table.id}/`);

const serviceId = (portal: SiteData) => getAbsoluteUrl(portal, '/api/v1/#service');

function dataset(described: CatalogEntry, portal: SiteData): JsonValue {
  const { table, isCodeList, files } = described;
  const ofPlaces = ['municipalities', 'zones'].includes(table.id);
  return omitEmpty({
    '@id': getDatasetId(portal, described),
    '@type': 'dcat:Dataset',
    'dct:identifier': table.id,
    'dct:title': toJapaneseLiteral(table.title),
    'dct:description': toJapaneseLiteral(describeTable(table, portal)),
    'dct:type': isCodeList ? CODE_LIST_TYPE : null,
    'dct:publisher': publisher(portal),
    'dcat:contactPoint': contact(portal),
    'dcat:keyword': listKeywords(table, portal).map(toJapaneseLiteral),
    'dcat:theme': ofPlaces ? [GOVERNMENT_THEME, REGIONS_THEME] : [GOVERNMENT_THEME],
    'dct:spatial': spatial(table, portal),
    'dct:temporal': temporal(table, portal),
    'dct:language': JAPANESE_LANGUAGE,
    'dct:issued': toDateLiteral(getIssueDate(portal)),
    'dct:modified': toDateLiteral(portal.updated),
    'dct:accrualPeriodicity': IRREGULAR_FREQUENCY,
    'dct:accessRights': PUBLIC_ACCESS,
    'dcat:version': portal.version,
    'dcat:landingPage': document(pageOf(described, portal)),
    'foaf:page': document(getGuideUrl(portal, 'method', '/data/')),
    'dcat:distribution': files.map((file) => distribution(file, described, portal)),
  });
}

/** The static API. */
function service(datasets: readonly CatalogEntry[], portal: SiteData): JsonValue {
  return omitEmpty({
    '@id': serviceId(portal),
    '@type': 'dcat:DataService',
    'dct:title': toJapaneseLiteral(`${portal.site.name}のAPI`),
    'dct:description': toJapaneseLiteral('すべての記録を、かわらない住所にあるJSONのファイルで読めます。'),
    'dcat:endpointURL': { '@id': getAbsoluteUrl(portal, '/api/v1/') },
    'dcat:endpointDescription': { '@id': getAbsoluteUrl(portal, '/api/openapi.json') },
    'dct:conformsTo': createResource('https://spec.openapis.org/oas/v3.1.0', 'dct:Standard'),
    'dct:publisher': publisher(portal),
    'dcat:contactPoint': contact(portal),
    'dcat:keyword': ['市町村の計画', 'オープンデータ', 'API'].map(toJapaneseLiteral),
    'dcat:theme': GOVERNMENT_THEME,
    'dct:license': licence(portal),
    'dct:accessRights': PUBLIC_ACCESS,
    'dcat:landingPage': document(getGuideUrl(portal, 'developers', '/data/')),
    'dcat:servesDataset': datasets
      .filter(({ isCodeList }) => !isCodeList)
      .map((one) => ({ '@id': getDatasetId(portal, one) })),
  });
}

/** Names each thing in full where it is met first, and by its address alone after that. */
function once(value: JsonValue, met = new Set<string>()): JsonValue {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map((one) => once(one, met));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const id = entries.find(([key]) => key === '@id')?.[1];
  if (typeof id === 'string' && entries.length > 1) {
    if (met.has(id)) return { '@id': id };
    met.add(id);
  }
  return Object.fromEntries(entries.map(([key, inner]) => [key, once(inner, met)]));
}

/** The catalogue of all tables and code lists, as JSON-LD. */
export function createDcatCatalog(datasets: readonly CatalogEntry[], portal: SiteData): JsonValue {
  const { site, version, updated } = portal;
  const places = datasets.map(({ table }) => table).find(({ id }) => id === 'municipalities');
  return once(
    omitEmpty({
      '@context': DCAT_PREFIXES,
      '@id': getAbsoluteUrl(portal, '/data/#catalog'),
      '@type': 'dcat:Catalog',
      'dct:title': toJapaneseLiteral(site.name),
      'dct:description': toJapaneseLiteral(`${site.description}${describeRights(portal)}`),
      'dct:publisher': publisher(portal),
      'foaf:homepage': document(getAbsoluteUrl(portal, '/')),
      'dct:language': JAPANESE_LANGUAGE,
      'dct:license': licence(portal),
      'dct:rights': rights(portal),
      'dct:issued': toDateLiteral(getIssueDate(portal)),
      'dct:modified': toDateLiteral(updated),
      'dct:spatial': places ? spatial(places, portal) : [],
      'dcat:themeTaxonomy': DATA_THEMES,
      'dcat:version': version,
      'dcat:dataset': datasets.map((one) => dataset(one, portal)),
      'dcat:service': service(datasets, portal),
    }),
  );
}
