import type { Store, Term } from 'n3';
import { DCAT_PREFIXES } from '../../../src/open-data/metadata/dcat-vocabulary.ts';
import { parseJsonLd } from '../../../tools/standards/parse-rdf.ts';

/*
 * The requirements of DCAT-AP 3.0.1 for a catalogue, in our own words: everything mandatory, and the recommended
 * properties that this catalogue can have.
 */

const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** How often an object has a property, and the kind of its values. */
interface Demand {
  readonly min: 0 | 1;
  readonly max: number;
  readonly values: 'text' | 'url' | 'date' | 'bytes' | 'hex' | 'node';
}

const one = (values: Demand['values']): Demand => ({ min: 1, max: 1, values });
const some = (values: Demand['values']): Demand => ({ min: 1, max: Infinity, values });
const anyNumberOf = (values: Demand['values']): Demand => ({ min: 0, max: Infinity, values });

const DEMANDS: Readonly<Record<string, Readonly<Record<string, Demand>>>> = {
  'dcat:Catalog': {
    'dct:title': some('text'),
    'dct:description': some('text'),
    'dct:publisher': one('node'),
    'dcat:dataset': some('node'),
    'dcat:service': some('node'),
    'dct:language': some('url'),
    'dct:license': one('url'),
    'dct:issued': one('date'),
    'dct:modified': one('date'),
    'dct:spatial': some('node'),
    'foaf:homepage': one('url'),
    'dcat:themeTaxonomy': some('url'),
    'dcat:version': one('text'),
  },
  'dcat:Dataset': {
    'dct:title': some('text'),
    'dct:description': some('text'),
    'dct:identifier': some('text'),
    'dct:publisher': one('node'),
    'dcat:distribution': some('node'),
    'dcat:keyword': some('text'),
    'dcat:theme': some('url'),
    'dct:spatial': some('node'),
    'dct:temporal': anyNumberOf('node'),
    'dct:language': some('url'),
    'dct:issued': { min: 0, max: 1, values: 'date' },
    'dct:modified': one('date'),
    'dcat:version': one('text'),
    'dcat:landingPage': some('url'),
  },
  'dcat:Distribution': {
    'dcat:accessURL': some('url'),
    'dcat:downloadURL': one('url'),
    'dct:description': some('text'),
    'dct:format': one('url'),
    'dcat:mediaType': one('url'),
    'dcat:byteSize': one('bytes'),
    'spdx:checksum': one('node'),
    'dct:license': one('url'),
    'dct:rights': one('url'),
    'dcatap:availability': one('url'),
  },
  'foaf:Agent': { 'foaf:name': some('text') },
  'spdx:Checksum': { 'spdx:algorithm': one('url'), 'spdx:checksumValue': one('hex') },
  'dcat:DataService': {
    'dct:title': some('text'),
    'dcat:endpointURL': some('url'),
    'dcat:endpointDescription': some('url'),
    'dcat:servesDataset': some('node'),
    'dct:publisher': one('node'),
  },
  'dct:PeriodOfTime': { 'dcat:startDate': one('date'), 'dcat:endDate': one('date') },
  'dct:LicenseDocument': { 'dct:title': some('text') },
  'skos:Concept': { 'skos:prefLabel': some('text') },
  'skos:ConceptScheme': { 'dct:title': some('text') },
};

const XSD = DCAT_PREFIXES.xsd;
const KINDS: Readonly<Record<Demand['values'], (term: Term) => boolean>> = {
  text: (term) => term.termType === 'Literal' && term.value !== '',
  url: (term) => term.termType === 'NamedNode' && URL.canParse(term.value),
  node: (term) => term.termType !== 'Literal',
  date: (term) =>
    term.termType === 'Literal' && term.datatype.value === `${XSD}date` && /^\d{4}-\d\d-\d\d$/.test(term.value),
  bytes: (term) =>
    term.termType === 'Literal' && term.datatype.value === `${XSD}nonNegativeInteger` && /^\d+$/.test(term.value),
  hex: (term) =>
    term.termType === 'Literal' && term.datatype.value === `${XSD}hexBinary` && /^[0-9a-f]{64}$/.test(term.value),
};

/** Returns the full URL of a short name such as `dct:title`. */
function expandName(short: string): string {
  const [prefix = '', name = ''] = short.split(':');
  const entry = Object.entries(DCAT_PREFIXES).find(([key]) => key === prefix);
  if (!entry) throw new Error(`no prefix ${prefix}`);
  return entry[1] + name;
}

function findPropertyFaults(graph: Store, type: string, property: string, { min, max, values }: Demand): string[] {
  return graph.getSubjects(TYPE, expandName(type), null).flatMap((node) => {
    const terms = graph.getObjects(node, expandName(property), null);
    const wrong = terms.filter((term) => !KINDS[values](term)).map((term) => `not ${values}: ${term.value}`);
    const count = terms.length < min || terms.length > max ? [`${terms.length} times`] : [];
    return [...count, ...wrong].map((fault) => `${type} ${property} of ${node.value}: ${fault}`);
  });
}

/** The size and checksum of a file that a catalogue may name. */
export interface CatalogFile {
  readonly bytes: number;
  readonly sha256: string;
}

/** Lists the files whose size or checksum differs from the catalogue. */
function findFileFaults(graph: Store, files: ReadonlyMap<string, CatalogFile>): string[] {
  const value = (node: Term | undefined, property: string) =>
    node ? (graph.getObjects(node, expandName(property), null)[0] ?? undefined) : undefined;
  return graph.getSubjects(TYPE, expandName('dcat:Distribution'), null).flatMap((node) => {
    const url = value(node, 'dcat:downloadURL')?.value ?? '';
    const file = files.get(url);
    if (!file) return [`no file ${url}`];
    const bytes = value(node, 'dcat:byteSize')?.value;
    const sum = value(value(node, 'spdx:checksum'), 'spdx:checksumValue')?.value;
    return [
      ...(bytes === String(file.bytes) ? [] : [`${url} has not ${String(bytes)} bytes`]),
      ...(sum === file.sha256 ? [] : [`${url} has another checksum`]),
    ];
  });
}

/**
 * Lists the faults of a catalogue: against the profile, and against its files.
 * @param files every file that it may name, by full URL
 */
export async function findCatalogFaults(document: unknown, files: ReadonlyMap<string, CatalogFile>): Promise<string[]> {
  const graph = await parseJsonLd(JSON.stringify(document), 'https://base.invalid/');
  const missing = ['dcat:Catalog', 'dcat:Dataset', 'dcat:Distribution', 'dcat:DataService', 'foaf:Agent']
    .filter((type) => graph.getSubjects(TYPE, expandName(type), null).length === 0)
    .map((type) => `no ${type}`);
  const faults = Object.entries(DEMANDS).flatMap(([type, properties]) =>
    Object.entries(properties).flatMap(([property, demand]) => findPropertyFaults(graph, type, property, demand)),
  );
  // Every table that the catalogue refers to needs a description.
  const referenced = [expandName('dcat:dataset'), expandName('dcat:servesDataset')].flatMap((property) =>
    graph.getObjects(null, property, null),
  );
  const undescribed = referenced
    .filter((node) => graph.countQuads(node, TYPE, expandName('dcat:Dataset'), null) === 0)
    .map(({ value }) => `${value} is not described`);
  return [...missing, ...faults, ...undescribed, ...findFileFaults(graph, files)];
}
