import jsonld from 'jsonld';
import type { RemoteDocument } from 'jsonld/jsonld-spec.js';
import { Parser, Store } from 'n3';

/** The contexts by their URLs. No other document is loaded, so that the checks need no network. */
export type RdfContexts = ReadonlyMap<string, string>;

function createLoader(contexts: RdfContexts) {
  return (url: string): Promise<RemoteDocument> => {
    const text = contexts.get(url);
    if (text === undefined) return Promise.reject(new Error(`${url} は読みません（通信はしません）`));
    return Promise.resolve({ documentUrl: url, document: JSON.parse(text) as RemoteDocument['document'] });
  };
}

/**
 * Returns the triples of a JSON-LD document.
 * @param base the base of its relative URLs
 * @param contexts the contexts that it may use
 */
export async function parseJsonLd(text: string, base: string, contexts: RdfContexts = new Map()): Promise<Store> {
  const options = {
    base,
    format: 'application/n-quads' as const,
    documentLoader: createLoader(contexts),
    // Reports terms that no context defines, instead of ignoring them.
    safe: true,
  };
  const quads = await jsonld.toRDF(JSON.parse(text) as jsonld.JsonLdDocument, options);
  return new Store(new Parser({ format: 'N-Quads' }).parse(quads as string));
}

/** Returns the triples of a Turtle document. */
export function parseTurtle(text: string): Store {
  return new Store(new Parser({ format: 'text/turtle' }).parse(text));
}
