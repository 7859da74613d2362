/* The parts of packages without types of their own that are used here. */

declare module 'saxen' {
  export class Parser {
    on(event: 'openTag', take: (name: string, attributes: () => Record<string, string>) => void): this;
    on(event: 'closeTag', take: (name: string) => void): this;
    on(event: 'text' | 'cdata', take: (text: string) => void): this;
    on(event: 'warn', take: (error: Error) => void): this;
    parse(xml: string): void;
  }
}

declare module 'polylabel' {
  /** Returns the point inside a polygon that is farthest from its edges, to within `precision`. */
  export default function polylabel(
    polygon: readonly (readonly (readonly number[])[])[],
    precision?: number,
  ): [number, number] & { distance: number };
}

declare module 'rdf-parser-csvw' {
  import type { Readable } from 'node:stream';
  import type { Quad, Store } from 'n3';

  /** Reads a CSV by its metadata, which is given as triples. */
  export default class Parser {
    constructor(options: { metadata: Store; baseIRI: string; timezone?: string });
    import(input: Readable): AsyncIterable<Quad>;
  }
}
