import type { DocumentKind, SearchDocument } from './search-documents.ts';

/** Loads a file of the index by its name below the URL of the index; throws SearchError('unreachable') if it can't. */
export type FileLoader = (name: string, signal?: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>;

/** The filters of a search: ids as in documents.json; null for any value. */
export interface SearchFilters {
  readonly city: string | null;
  readonly kind: DocumentKind | null;
  readonly theme: string | null;
  /** The city whose results come first; without it, all cities are alike. It filters nothing. */
  readonly firstCity?: string | null;
}

/** Number of documents by each value of a filter, with the other filters applied. */
export interface FacetCounts {
  readonly city: ReadonlyMap<string, number>;
  readonly kind: ReadonlyMap<DocumentKind, number>;
  readonly theme: ReadonlyMap<string, number>;
}

/** The results of a query. A document is a number: its position in the index. */
export interface SearchResults {
  /** The words of the query, normalized; a document in `exact` contains them all, or belongs to a city they name. */
  readonly words: readonly string[];
  /** Every such document that passes the filters, best first. */
  readonly exact: readonly number[];
  /** True if these are only guides and datasets whose names lack words of the query: related results are nearer. */
  readonly isAside: boolean;
  /** Documents found by synonyms, other spellings or parts of the query, best first; none of them is in `exact`. */
  readonly related: readonly number[];
  /** For each of them, the word that found it, which the document contains; empty if there is none to name. */
  readonly relatedWords: readonly string[];
  /** The other words that found them. */
  readonly alsoSearched: readonly string[];
  /** The ids of the cities that the query names: related results are theirs or statistics. Empty if it names none. */
  readonly cities: readonly string[];
  /** Words of the query that not all related results contain, in any spelling. */
  readonly optional: readonly string[];
  readonly counts: FacetCounts;
}

/** What a result shows of a document. */
export interface ResultRow extends SearchDocument {
  /** The title of the page that shows this document together with others; null if it has its own page. */
  readonly page: string | null;
}

/** A document or an everyday word with a name that begins with the typed text. */
export type SearchSuggestion = Readonly<{ title: string; url: string; kind: DocumentKind | 'word' }>;

/** An open index. It throws a SearchError, or the reason of the signal if aborted; it never returns wrong results. */
export interface SearchIndex {
  readonly size: number;
  search(query: string, filters: SearchFilters, signal?: AbortSignal): Promise<SearchResults>;
  /** Returns the same without related results. It is faster, because it reads fewer files. */
  searchExact(query: string, filters: SearchFilters, signal?: AbortSignal): Promise<SearchResults>;
  /** Returns what results show of documents, in the order of the argument. */
  rows(documents: readonly number[], signal?: AbortSignal): Promise<readonly ResultRow[]>;
  /** Returns at most `limit` documents and words with a name, spelling, reading or part that begins as typed. */
  suggest(typed: string, limit: number, signal?: AbortSignal): Promise<readonly SearchSuggestion[]>;
}

/**
 * Why a search failed: `unreachable`: a file could not be loaded; `damaged`: its bytes differ from the built file;
 * `mismatched`: it belongs to another index; `newer-format`: the index was built for a later reader.
 */
export type SearchErrorCode = 'unreachable' | 'no-script' | 'damaged' | 'mismatched' | 'newer-format';

/** Thrown if the index can't be loaded or read. */
export class SearchError extends Error {
  override readonly name = 'SearchError';
  readonly code: SearchErrorCode;

  constructor(code: SearchErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
