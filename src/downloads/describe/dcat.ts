import type { Portal } from '../../portal/portal.ts';
import { byteSize, sha256, type Download } from '../download.ts';
import type { Table } from '../table.ts';
import {
  ATTRIBUTION,
  CODE_LIST,
  day,
  fileTypes,
  formatOf,
  GOVERNMENT,
  IRREGULAR,
  ja,
  JAPANESE,
  PREFIXES,
  PUBLIC,
  REGIONS,
  STABLE,
  thing,
  THEMES,
} from './dcat-terms.ts';
import {
  contactOf,
  guideOr,
  issuedOn,
  keywordsOf,
  licenceUrl,
  meaning,
  placesOf,
  rightsWords,
  spansOf,
  whole,
  type Contact,
} from './facts.ts';
import { said, type Json } from './json-ld.ts';

/*
 * The catalogue in DCAT 3, by the profile DCAT-AP 3.0.1: one Dataset a table and code list, one Distribution a file.
 */

/** A table with the files that hold it, at their paths from the site's root. */
export interface Described {
  readonly table: Table;
  readonly isCodeList: boolean;
  readonly files: readonly Download[];
  /** The path, from the site's root, of the document that describes the table's CSV. */
  readonly schema: string;
}

/** The address that stands for a table, as every description names it. */
export function datasetId(portal: Portal, { table, isCodeList }: Described): string {
  return whole(portal, isCodeList ? `/data/#codes-${table.id}` : `/data/${table.id}/#dataset`);
}

const publisher = (portal: Portal) =>
  thing(whole(portal, '/#publisher'), 'foaf:Agent', {
    'foaf:name': ja(portal.site.publisher),
    'foaf:homepage': document(whole(portal, '/')),
  });

const document = (url: string) => thing(url, 'foaf:Document');

function licence(portal: Portal): Json {
  const { id, name } = portal.site.licence;
  return thing(licenceUrl(portal), 'dct:LicenseDocument', {
    'dct:identifier': id,
    'dct:title': ja(name),
    'dct:type': /^CC-BY-\d/.test(id) ? ATTRIBUTION : null,
  });
}

const rights = (portal: Portal) =>
  thing(whole(portal, '/data/#rights'), 'dct:RightsStatement', { 'rdfs:label': ja(rightsWords(portal)) });

/** How vCard tells of each kind of contact. */
const CONTACTS: Readonly<Record<Contact['is'], (text: string) => Record<string, Json>>> = {
  mailbox: (text) => ({ 'vcard:hasEmail': { '@id': `mailto:${text}` } }),
  page: (text) => ({ 'vcard:hasURL': { '@id': text } }),
  words: (text) => ({ 'vcard:note': text }),
};

/** Where to write to; null while the site names no address. */
function contact(portal: Portal): Json {
  const known = contactOf(portal);
  return (
    known &&
    thing(whole(portal, '/#contact'), 'vcard:Kind', {
      'vcard:fn': portal.site.publisher,
      ...CONTACTS[known.is](known.text),
    })
  );
}

/** The municipalities that a table speaks of, each with its code. */
function spatial(table: Table, portal: Portal): Json[] {
  return placesOf(table, portal).map(({ code, title, prefecture, url }) =>
    thing(portal.address.whole(`${url}#place`), 'dct:Location', {
      'skos:prefLabel': ja(`${prefecture}${title}`),
      'dct:identifier': code,
    }),
  );
}

function temporal(table: Table, portal: Portal): Json[] {
  return spansOf(table, portal).map(({ start, end }) => ({
    '@type': 'dct:PeriodOfTime',
    'dcat:startDate': day(start),
    'dcat:endDate': day(end),
  }));
}

function distribution(file: Download, described: Described, portal: Portal): Json {
  const { path, body } = file;
  const ending = path.split('.').at(-1) ?? '';
  const type = fileTypes[ending];
  if (!type) throw new Error(`no file type for ${path}`);
  const url = whole(portal, path);
  return said({
    '@id': `${url}#distribution`,
    '@type': 'dcat:Distribution',
    'dct:title': ja(`${described.table.title}（${type.format}）`),
    'dct:description': ja(type.words),
    'dcat:accessURL': { '@id': path.startsWith('/api/') ? url : pageOf(described, portal) },
    'dcat:downloadURL': { '@id': url },
    ...formatOf(type),
    'dcat:byteSize': { '@value': String(byteSize(body)), '@type': 'xsd:nonNegativeInteger' },
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
      'spdx:checksumValue': { '@value': sha256(body), '@type': 'xsd:hexBinary' },
    },
    'dct:license': licence(portal),
    'dct:rights': rights(portal),
    'dct:language': JAPANESE,
    'dct:issued': day(issuedOn(portal)),
    'dct:modified': day(portal.updated),
    'dcatap:availability': STABLE,
    'dct:conformsTo': ending === 'csv' ? thing(whole(portal, described.schema), 'dct:Standard') : null,
    'dcat:accessService': path.startsWith('/api/') ? { '@id': serviceId(portal) } : null,
  });
}

const pageOf = ({ table, isCodeList }: Described, portal: Portal) =>
  whole(portal, isCodeList ? '/data/' : `/data/${table.id}/`);

const serviceId = (portal: Portal) => whole(portal, '/api/v1/#service');

function dataset(described: Described, portal: Portal): Json {
  const { table, isCodeList, files } = described;
  const ofPlaces = ['municipalities', 'zones'].includes(table.id);
  return said({
    '@id': datasetId(portal, described),
    '@type': 'dcat:Dataset',
    'dct:identifier': table.id,
    'dct:title': ja(table.title),
    'dct:description': ja(meaning(table, portal)),
    'dct:type': isCodeList ? CODE_LIST : null,
    'dct:publisher': publisher(portal),
    'dcat:contactPoint': contact(portal),
    'dcat:keyword': keywordsOf(table, portal).map(ja),
    'dcat:theme': ofPlaces ? [GOVERNMENT, REGIONS] : [GOVERNMENT],
    'dct:spatial': spatial(table, portal),
    'dct:temporal': temporal(table, portal),
    'dct:language': JAPANESE,
    'dct:issued': day(issuedOn(portal)),
    'dct:modified': day(portal.updated),
    'dct:accrualPeriodicity': IRREGULAR,
    'dct:accessRights': PUBLIC,
    'dcat:version': portal.version,
    'dcat:landingPage': document(pageOf(described, portal)),
    'foaf:page': document(guideOr(portal, 'method', '/data/')),
    'dcat:distribution': files.map((file) => distribution(file, described, portal)),
  });
}

/** The static API. */
function service(datasets: readonly Described[], portal: Portal): Json {
  return said({
    '@id': serviceId(portal),
    '@type': 'dcat:DataService',
    'dct:title': ja(`${portal.site.name}のAPI`),
    'dct:description': ja('すべての記録を、かわらない住所にあるJSONのファイルで読めます。'),
    'dcat:endpointURL': { '@id': whole(portal, '/api/v1/') },
    'dcat:endpointDescription': { '@id': whole(portal, '/api/openapi.json') },
    'dct:conformsTo': thing('https://spec.openapis.org/oas/v3.1.0', 'dct:Standard'),
    'dct:publisher': publisher(portal),
    'dcat:contactPoint': contact(portal),
    'dcat:keyword': ['市町村の計画', 'オープンデータ', 'API'].map(ja),
    'dcat:theme': GOVERNMENT,
    'dct:license': licence(portal),
    'dct:accessRights': PUBLIC,
    'dcat:landingPage': document(guideOr(portal, 'developers', '/data/')),
    'dcat:servesDataset': datasets
      .filter(({ isCodeList }) => !isCodeList)
      .map((one) => ({ '@id': datasetId(portal, one) })),
  });
}

/** Names each thing in full where it is met first, and by its address alone after that. */
function once(value: Json, met = new Set<string>()): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((one) => once(one, met));
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
export function catalog(datasets: readonly Described[], portal: Portal): Json {
  const { site, version, updated } = portal;
  const places = datasets.map(({ table }) => table).find(({ id }) => id === 'municipalities');
  return once(
    said({
      '@context': PREFIXES,
      '@id': whole(portal, '/data/#catalog'),
      '@type': 'dcat:Catalog',
      'dct:title': ja(site.name),
      'dct:description': ja(`${site.description}${rightsWords(portal)}`),
      'dct:publisher': publisher(portal),
      'foaf:homepage': document(whole(portal, '/')),
      'dct:language': JAPANESE,
      'dct:license': licence(portal),
      'dct:rights': rights(portal),
      'dct:issued': day(issuedOn(portal)),
      'dct:modified': day(updated),
      'dct:spatial': places ? spatial(places, portal) : [],
      'dcat:themeTaxonomy': THEMES,
      'dcat:version': version,
      'dcat:dataset': datasets.map((one) => dataset(one, portal)),
      'dcat:service': service(datasets, portal),
    }),
  );
}
