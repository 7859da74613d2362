import type { SearchDocument, DocumentKind } from './search-documents.ts';

/** Gets a file of the index by its name below the index's folder; throws SearchError('unreachable') when it can't. */
export type FileLoader = (name: string, signal?: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>;

/** Which documents are asked for: ids as in documents.json, null for any. */
export interface SearchFilters {
  readonly city: string | null;
  readonly kind: DocumentKind | null;
  readonly theme: string | null;
}

/** How many documents there are by each value of a filter; each counted with the other filters applied. */
export interface FacetCounts {
  readonly city: ReadonlyMap<string, number>;
  readonly kind: ReadonlyMap<DocumentKind, number>;
  readonly theme: ReadonlyMap<string, number>;
}

/** What a query found. Documents are told by their number in the index's order. */
export interface SearchResults {
  /** The words of the query in the form in which texts are searched; a document in `exact` contains them all. */
  readonly words: readonly string[];
  /** Every document that contains every word and passes the filters, best first. */
  readonly exact: readonly number[];
  /** Documents that came by another way of writing or by parts of the query, best first; none of them is in `exact`. */
  readonly related: readonly number[];
  /** The other words that brought them, as shown to the reader: 「サーバー」でも探しました. */
  readonly alsoSearched: readonly string[];
  /** The cities that the query names, by their ids: related ones are of them. Empty where it names none. */
  readonly cities: readonly string[];
  /** Words of the query that not all related ones have, in whatever way of writing. */
  readonly optional: readonly string[];
  /** Of the exact ones. */
  readonly counts: FacetCounts;
}

/** What is shown of one document. */
export interface ResultRow extends SearchDocument {
  /** The title of the page that shows it among others; null for what has a page of its own. */
  readonly page: string | null;
}

/** Something that begins as typed: a document, a city, or a word of everyday life that documents hold. */
export interface SearchSuggestion {
  readonly title: string;
  readonly url: string;
  readonly kind: DocumentKind | 'city' | 'word';
}

/** An index that was opened. Everything it can't do ends in a SearchError, never in a wrong answer. */
export interface SearchIndex {
  /** The data's version that the index was built from. */
  readonly version: string;
  /** How many documents there are. */
  readonly size: number;
  search(query: string, filters: SearchFilters, signal?: AbortSignal): Promise<SearchResults>;
  /** The same without the related ones: fewer files are fetched, so it is sooner there. */
  searchExact(query: string, filters: SearchFilters, signal?: AbortSignal): Promise<SearchResults>;
  /** What is shown of documents, in the order asked for. */
  rows(documents: readonly number[], signal?: AbortSignal): Promise<readonly ResultRow[]>;
  /** At most `most` documents, cities and words whose name, other spelling or reading begins as typed, or has a word that does. */
  suggest(typed: string, most: number, signal?: AbortSignal): Promise<readonly SearchSuggestion[]>;
}

/**
 * Why there is no answer: `unreachable` a file could not be fetched; `damaged` its bytes are not what was built;
 * `mismatched` it belongs to another index; `newer-format` the index was built for a later reader.
 */
export type SearchErrorCode = 'unreachable' | 'damaged' | 'mismatched' | 'newer-format';

/** A search that can't be answered. */
export class SearchError extends Error {
  override readonly name = 'SearchError';
  readonly code: SearchErrorCode;

  constructor(code: SearchErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
