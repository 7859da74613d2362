/*
 * A few requirements in the languages of the standards, to test the validator. They replace the official files, and are
 * not copies of them.
 */

const dataPackage = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  required: ['resources'],
  properties: {
    title: { type: 'string', format: 'textarea' },
    resources: { type: 'array', minItems: 1, items: { type: 'object', required: ['name', 'path'] } },
  },
};

const PREFIXES = `
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix : <https://shapes.invalid/> .
`;

const createShape = (name: string, of: string, path: string, severity: string) => `
:${name} a sh:NodeShape ; sh:targetClass ${of} ;
  sh:property [ sh:path ${path} ; sh:minCount 1 ; sh:severity sh:${severity} ] .
`;

const csvw = {
  '@context': {
    '@vocab': 'http://www.w3.org/ns/csvw#',
    csvw: 'http://www.w3.org/ns/csvw#',
    dc: 'http://purl.org/dc/terms/',
    dcat: 'http://www.w3.org/ns/dcat#',
    rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
    schema: 'http://schema.org/',
    xsd: 'http://www.w3.org/2001/XMLSchema#',
    string: 'xsd:string',
    integer: 'xsd:integer',
    number: 'xsd:double',
    boolean: 'xsd:boolean',
    date: 'xsd:date',
    url: { '@id': 'csvw:url', '@type': '@id' },
    columns: { '@id': 'csvw:column', '@container': '@list' },
    tables: { '@id': 'csvw:table' },
    titles: { '@id': 'csvw:title', '@container': '@language' },
    name: { '@id': 'csvw:name', '@language': null },
    datatype: { '@id': 'csvw:datatype', '@type': '@vocab' },
    quoteChar: { '@id': 'csvw:quoteChar', '@language': null },
    lineTerminators: { '@id': 'csvw:lineTerminators', '@language': null },
  },
};

/** The files by the paths at which the validator expects them. */
export const officialSchemas: Readonly<Record<string, string>> = {
  'datapackage-2.0/datapackage.json': JSON.stringify(dataPackage),
  'dcat-ap-3.0.1/shapes.ttl': PREFIXES + createShape('A', 'dcat:Dataset', 'dct:title', 'Violation'),
  'dcat-ap-3.0.1/shapes_recommended.ttl':
    PREFIXES +
    createShape('B', 'dcat:Dataset', 'dcat:contactPoint', 'Warning') +
    createShape('C', 'dcat:Dataset', 'dcat:keyword', 'Warning'),
  'dcat-ap-3.0.1/range.ttl': `${PREFIXES}
:D a sh:NodeShape ; sh:targetClass dcat:Catalog ;
  sh:property [ sh:path dct:license ; sh:class dct:LicenseDocument ] .
`,
  'csvw/csvw.jsonld': JSON.stringify(csvw),
};
