declare module 'rdf-parser-csvw' {
  import type { Readable } from 'node:stream';
  import type { Quad } from '@rdfjs/types';
  import type { Store } from 'n3';

  /** Reads a CSV by its metadata, which is given as triples. */
  export default class Parser {
    constructor(options: { metadata: Store; baseIRI: string; timezone?: string });
    import(input: Readable): AsyncIterable<Quad>;
  }
}
