import { omitEmpty, type JsonValue } from './json-document.ts';

/*
 * Words of the vocabularies that the catalogue is written in, and the entries of public lists that it points to. What
 * it points to is named in the document itself, so that a reader needs no network to know what it is.
 */

/** The prefixes; the document needs no other context. */
export const DCAT_PREFIXES = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

const AUTHORITY = 'http://publications.europa.eu/resource/authority';

export const toJapaneseLiteral = (text: string): JsonValue => ({ '@value': text, '@language': 'ja' });

export const toDateLiteral = (date: string | null): JsonValue =>
  date === null ? null : { '@value': date, '@type': 'xsd:date' };

/** Something that stands at an address, and what it is. */
export const createResource = (id: string, type: string, more: Readonly<Record<string, JsonValue>> = {}): JsonValue =>
  omitEmpty({ '@id': id, '@type': type, ...more });

const concept = (path: string, label: string): JsonValue =>
  createResource(`${AUTHORITY}/${path}`, 'skos:Concept', { 'skos:prefLabel': { '@value': label, '@language': 'en' } });

export const JAPANESE_LANGUAGE = createResource(`${AUTHORITY}/language/JPN`, 'dct:LinguisticSystem');
export const DATA_THEMES = createResource(`${AUTHORITY}/data-theme`, 'skos:ConceptScheme', {
  'dct:title': { '@value': 'Data theme', '@language': 'en' },
});
export const GOVERNMENT_THEME = concept('data-theme/GOVE', 'Government and public sector');
export const REGIONS_THEME = concept('data-theme/REGI', 'Regions and cities');
export const STABLE_AVAILABILITY = concept('planned-availability/STABLE', 'stable');
export const PUBLIC_ACCESS = createResource(`${AUTHORITY}/access-right/PUBLIC`, 'dct:RightsStatement');
export const IRREGULAR_FREQUENCY = createResource(`${AUTHORITY}/frequency/IRREG`, 'dct:Frequency');
export const CODE_LIST_TYPE = concept('dataset-type/CODE_LIST', 'Code list');
export const ATTRIBUTION_LICENCE = createResource('http://purl.org/adms/licencetype/Attribution', 'skos:Concept', {
  'skos:prefLabel': { '@value': 'Attribution', '@language': 'en' },
});

/** The kind of a file: as the EU's list of file types names it, its media type, and what it is in words. */
export interface FileType {
  readonly format: string;
  readonly mediaType: string;
  readonly description: string;
}

/** What the files are, by the ending of their names. */
export const fileTypes: Readonly<Record<string, FileType>> = {
  csv: { format: 'CSV', mediaType: 'text/csv', description: 'CSV（UTF-8、BOMつき）。見出しは日本語' },
  json: { format: 'JSON', mediaType: 'application/json', description: 'JSON。1行が1つの記録' },
  xlsx: {
    format: 'XLSX',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    description: 'Excel。2枚めのシートに列の説明',
  },
  parquet: { format: 'PARQUET', mediaType: 'application/vnd.apache.parquet', description: 'Parquet。列の名前は英語' },
  geojson: { format: 'GEOJSON', mediaType: 'application/geo+json', description: 'GeoJSON。地域の形' },
};

/** A file type as the catalogue points to it. */
export function describeFileType({ format, mediaType }: FileType): Record<string, JsonValue> {
  return {
    'dct:format': createResource(`${AUTHORITY}/file-type/${format}`, 'dct:MediaTypeOrExtent'),
    'dcat:mediaType': createResource(`https://www.iana.org/assignments/media-types/${mediaType}`, 'dct:MediaType'),
  };
}
