import type { SiteData } from '../../site-data/site-data.ts';
import { countBytes, computeSha256, type PublishedFile } from '../published-file.ts';
import type { PublishedTable } from '../published-table.ts';
import * as dcat from './dcat-vocabulary.ts';
import * as facts from './table-facts.ts';
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
export function getDatasetId(siteData: SiteData, { table, isCodeList }: CatalogEntry): string {
  return facts.getAbsoluteUrl(siteData, isCodeList ? `/data/#codes-${table.id}` : `/data/${table.id}/#dataset`);
}

const publisher = (siteData: SiteData) =>
  dcat.createResource(facts.getAbsoluteUrl(siteData, '/#publisher'), 'foaf:Agent', {
    'foaf:name': dcat.toJapaneseLiteral(siteData.site.publisher),
    'foaf:homepage': document(facts.getAbsoluteUrl(siteData, '/')),
  });

const document = (url: string) => dcat.createResource(url, 'foaf:Document');

function licence(siteData: SiteData): JsonValue {
  const { id, name } = siteData.site.licence;
  return dcat.createResource(facts.getLicenceUrl(siteData), 'dct:LicenseDocument', {
    'dct:identifier': id,
    'dct:title': dcat.toJapaneseLiteral(name),
    'dct:type': /^CC-BY-\d/.test(id) ? dcat.ATTRIBUTION_LICENCE : null,
  });
}

const rights = (siteData: SiteData) =>
  dcat.createResource(facts.getAbsoluteUrl(siteData, '/data/#rights'), 'dct:RightsStatement', {
    'rdfs:label': dcat.toJapaneseLiteral(facts.describeRights(siteData)),
  });

/** How vCard tells of each kind of contact. */
const CONTACTS: Readonly<Record<facts.ContactPoint['kind'], (text: string) => Record<string, JsonValue>>> = {
  mailbox: (text) => ({ 'vcard:hasEmail': { '@id': `mailto:${text}` } }),
  page: (text) => ({ 'vcard:hasURL': { '@id': text } }),
  words: (text) => ({ 'vcard:note': text }),
};

/** Where to write to; null while the site names no address. */
function contact(siteData: SiteData): JsonValue {
  const known = facts.getContactPoint(siteData);
  return (
    known &&
    dcat.createResource(facts.getAbsoluteUrl(siteData, '/#contact'), 'vcard:Kind', {
      'vcard:fn': siteData.site.publisher,
      ...CONTACTS[known.kind](known.text),
    })
  );
}

/** The municipalities that a table speaks of, each with its code. */
function spatial(table: PublishedTable, siteData: SiteData): JsonValue[] {
  return facts.listTableMunicipalities(table, siteData).map(({ code, title, prefecture, url }) =>
    dcat.createResource(siteData.urls.absolute(`${url}#place`), 'dct:Location', {
      'skos:prefLabel': dcat.toJapaneseLiteral(`${prefecture}${title}`),
      'dct:identifier': code,
    }),
  );
}

function temporal(table: PublishedTable, siteData: SiteData): JsonValue[] {
  return facts.listDateRanges(table, siteData).map(({ start, end }) => ({
    '@type': 'dct:PeriodOfTime',
    'dcat:startDate': dcat.toDateLiteral(start),
    'dcat:endDate': dcat.toDateLiteral(end),
  }));
}

function distribution(file: PublishedFile, described: CatalogEntry, siteData: SiteData): JsonValue {
  const { path, body } = file;
  const ending = path.split('.').at(-1) ?? '';
  const type = dcat.fileTypes[ending];
  if (!type) throw new Error(`no file type for ${path}`);
  const url = facts.getAbsoluteUrl(siteData, path);
  return omitEmpty({
    '@id': `${url}#distribution`,
    '@type': 'dcat:Distribution',
    'dct:title': dcat.toJapaneseLiteral(`${described.table.title}（${type.format}）`),
    'dct:description': dcat.toJapaneseLiteral(type.description),
    'dcat:accessURL': { '@id': path.startsWith('/api/') ? url : pageOf(described, siteData) },
    'dcat:downloadURL': { '@id': url },
    ...dcat.describeFileType(type),
    'dcat:byteSize': { '@value': String(countBytes(body)), '@type': 'xsd:nonNegativeInteger' },
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
      'spdx:checksumValue': { '@value': computeSha256(body), '@type': 'xsd:hexBinary' },
    },
    'dct:license': licence(siteData),
    'dct:rights': rights(siteData),
    'dct:language': dcat.JAPANESE_LANGUAGE,
    'dct:issued': dcat.toDateLiteral(facts.getIssueDate(siteData)),
    'dct:modified': dcat.toDateLiteral(siteData.updated),
    'dcatap:availability': dcat.STABLE_AVAILABILITY,
    'dct:conformsTo':
      ending === 'csv'
        ? dcat.createResource(facts.getAbsoluteUrl(siteData, described.schemaPath), 'dct:Standard')
        : null,
    'dcat:accessService': path.startsWith('/api/') ? { '@id': serviceId(siteData) } : null,
  });
}

const pageOf = ({ table, isCodeList }: CatalogEntry, siteData: SiteData) =>
  facts.getAbsoluteUrl(siteData, isCodeList ? '/data/' : `/data/${table.id}/`);

const serviceId = (siteData: SiteData) => facts.getAbsoluteUrl(siteData, '/api/v1/#service');

function dataset(described: CatalogEntry, siteData: SiteData): JsonValue {
  const { table, isCodeList, files } = described;
  const ofPlaces = ['municipalities', 'zones'].includes(table.id);
  return omitEmpty({
    '@id': getDatasetId(siteData, described),
    '@type': 'dcat:Dataset',
    'dct:identifier': table.id,
    'dct:title': dcat.toJapaneseLiteral(table.title),
    'dct:description': dcat.toJapaneseLiteral(facts.describeTable(table, siteData)),
    'dct:type': isCodeList ? dcat.CODE_LIST_TYPE : null,
    'dct:publisher': publisher(siteData),
    'dcat:contactPoint': contact(siteData),
    'dcat:keyword': facts.listKeywords(table, siteData).map(dcat.toJapaneseLiteral),
    'dcat:theme': ofPlaces ? [dcat.GOVERNMENT_THEME, dcat.REGIONS_THEME] : [dcat.GOVERNMENT_THEME],
    'dct:spatial': spatial(table, siteData),
    'dct:temporal': temporal(table, siteData),
    'dct:language': dcat.JAPANESE_LANGUAGE,
    'dct:issued': dcat.toDateLiteral(facts.getIssueDate(siteData)),
    'dct:modified': dcat.toDateLiteral(siteData.updated),
    'dct:accrualPeriodicity': dcat.IRREGULAR_FREQUENCY,
    'dct:accessRights': dcat.PUBLIC_ACCESS,
    'dcat:version': siteData.version,
    'dcat:landingPage': document(pageOf(described, siteData)),
    'foaf:page': document(facts.getGuideUrl(siteData, 'method', '/data/')),
    'dcat:distribution': files.map((file) => distribution(file, described, siteData)),
  });
}

function service(datasets: readonly CatalogEntry[], siteData: SiteData): JsonValue {
  return omitEmpty({
    '@id': serviceId(siteData),
    '@type': 'dcat:DataService',
    'dct:title': dcat.toJapaneseLiteral(`${siteData.site.name}のAPI`),
    'dct:description': dcat.toJapaneseLiteral('すべての記録を、かわらない住所にあるJSONのファイルで読めます。'),
    'dcat:endpointURL': { '@id': facts.getAbsoluteUrl(siteData, '/api/v1/') },
    'dcat:endpointDescription': { '@id': facts.getAbsoluteUrl(siteData, '/api/openapi.json') },
    'dct:conformsTo': dcat.createResource('https://spec.openapis.org/oas/v3.1.0', 'dct:Standard'),
    'dct:publisher': publisher(siteData),
    'dcat:contactPoint': contact(siteData),
    'dcat:keyword': ['市町村の計画', 'オープンデータ', 'API'].map(dcat.toJapaneseLiteral),
    'dcat:theme': dcat.GOVERNMENT_THEME,
    'dct:license': licence(siteData),
    'dct:accessRights': dcat.PUBLIC_ACCESS,
    'dcat:landingPage': document(facts.getGuideUrl(siteData, 'developers', '/data/')),
    'dcat:servesDataset': datasets
      .filter(({ isCodeList }) => !isCodeList)
      .map((one) => ({ '@id': getDatasetId(siteData, one) })),
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

/** Creates the catalogue of all tables and code lists, as JSON-LD. */
export function createDcatCatalog(datasets: readonly CatalogEntry[], siteData: SiteData): JsonValue {
  const { site, version, updated } = siteData;
  const places = datasets.map(({ table }) => table).find(({ id }) => id === 'municipalities');
  return once(
    omitEmpty({
      '@context': dcat.DCAT_PREFIXES,
      '@id': facts.getAbsoluteUrl(siteData, '/data/#catalog'),
      '@type': 'dcat:Catalog',
      'dct:title': dcat.toJapaneseLiteral(site.name),
      'dct:description': dcat.toJapaneseLiteral(`${site.description}${facts.describeRights(siteData)}`),
      'dct:publisher': publisher(siteData),
      'foaf:homepage': document(facts.getAbsoluteUrl(siteData, '/')),
      'dct:language': dcat.JAPANESE_LANGUAGE,
      'dct:license': licence(siteData),
      'dct:rights': rights(siteData),
      'dct:issued': dcat.toDateLiteral(facts.getIssueDate(siteData)),
      'dct:modified': dcat.toDateLiteral(updated),
      'dct:spatial': places ? spatial(places, siteData) : [],
      'dcat:themeTaxonomy': dcat.DATA_THEMES,
      'dcat:version': version,
      'dcat:dataset': datasets.map((one) => dataset(one, siteData)),
      'dcat:service': service(datasets, siteData),
    }),
  );
}
