import { omitEmpty, type JsonValue } from '../published-file.ts';
import { tableFormats, type FileFormat } from '../table-formats.ts';

/* The vocabularies of the catalogue, and the entries of public lists that it refers to, with types and labels. */

/** The prefixes of the document, which needs no other context. */
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

/** Returns a date as a typed value; null for null. */
export const toDateLiteral = (date: string | null): JsonValue =>
  date === null ? null : { '@value': date, '@type': 'xsd:date' };

/** Returns a resource with its URL and type. */
export const createResource = (id: string, type: string, more: Readonly<Record<string, JsonValue>> = {}): JsonValue =>
  omitEmpty({ '@id': id, '@type': type, ...more });

const createConcept = (path: string, label: string): JsonValue =>
  createResource(`${AUTHORITY}/${path}`, 'skos:Concept', { 'skos:prefLabel': { '@value': label, '@language': 'en' } });

export const JAPANESE_LANGUAGE = createResource(`${AUTHORITY}/language/JPN`, 'dct:LinguisticSystem');
export const DATA_THEMES = createResource(`${AUTHORITY}/data-theme`, 'skos:ConceptScheme', {
  'dct:title': { '@value': 'Data theme', '@language': 'en' },
});
export const GOVERNMENT_THEME = createConcept('data-theme/GOVE', 'Government and public sector');
export const REGIONS_THEME = createConcept('data-theme/REGI', 'Regions and cities');
export const STABLE_AVAILABILITY = createConcept('planned-availability/STABLE', 'stable');
export const COMPLETED_STATUS = createConcept('distribution-status/COMPLETED', 'completed');
export const PUBLIC_ACCESS = createResource(`${AUTHORITY}/access-right/PUBLIC`, 'dct:RightsStatement');
export const IRREGULAR_FREQUENCY = createResource(`${AUTHORITY}/frequency/IRREG`, 'dct:Frequency');
export const CODE_LIST_TYPE = createConcept('dataset-type/CODE_LIST', 'Code list');
export const ATTRIBUTION_LICENCE = createResource('http://purl.org/adms/licencetype/Attribution', 'skos:Concept', {
  'skos:prefLabel': { '@value': 'Attribution', '@language': 'en' },
});

const geojson: FileFormat = { code: 'GEOJSON', mediaType: 'application/geo+json', description: 'GeoJSON。地域の形' };

const apiJson: FileFormat = { ...tableFormats.json, description: 'API の JSON。data に記録、meta に利用条件など' };

/** Returns the format of a file, by its extension. JSON of the API is not that of a table. */
export function getFileFormat(path: string): FileFormat {
  const json = path.startsWith('/api/') ? apiJson : tableFormats.json;
  const formats: Readonly<Record<string, FileFormat>> = { ...tableFormats, geojson, json };
  const format = formats[path.split('.').at(-1) ?? ''];
  if (!format) throw new Error(`no file format for ${path}`);
  return format;
}

/** Returns the properties of a format in the catalogue. */
export const describeFileFormat = ({ code, mediaType }: FileFormat): Record<string, JsonValue> => ({
  'dct:format': createResource(`${AUTHORITY}/file-type/${code}`, 'dct:MediaTypeOrExtent'),
  'dcat:mediaType': createResource(`https://www.iana.org/assignments/media-types/${mediaType}`, 'dct:MediaType'),
});
