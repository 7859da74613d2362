import jsonld from 'jsonld';
import type { RemoteDocument } from 'jsonld/jsonld-spec.js';
import { Parser, Store } from 'n3';

/** Documents that may be asked for by their addresses; no other is ever loaded, from the network or elsewhere. */
export type RdfContexts = ReadonlyMap<string, string>;

/** Gives the contexts that are known, and refuses everything else. */
function loader(contexts: RdfContexts) {
  return (url: string): Promise<RemoteDocument> => {
    const text = contexts.get(url);
    if (text === undefined) return Promise.reject(new Error(`${url} は読みません（通信はしません）`));
    return Promise.resolve({ documentUrl: url, document: JSON.parse(text) as RemoteDocument['document'] });
  };
}

/**
 * The triples of a JSON-LD document.
 * @param base what its relative addresses are relative to
 * @param contexts the contexts that it may name
 */
export async function parseJsonLd(text: string, base: string, contexts: RdfContexts = new Map()): Promise<Store> {
  const options = {
    base,
    format: 'application/n-quads' as const,
    documentLoader: loader(contexts),
    // A word that no context explains is told, not passed over.
    safe: true,
  };
  const quads = await jsonld.toRDF(JSON.parse(text) as jsonld.JsonLdDocument, options);
  return new Store(new Parser({ format: 'N-Quads' }).parse(quads as string));
}

/** The triples of a Turtle document. */
export function parseTurtle(text: string): Store {
  return new Store(new Parser({ format: 'text/turtle' }).parse(text));
}
