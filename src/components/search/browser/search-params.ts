/** A URL may contain a longer query than the box accepts, but one of thousands of letters keeps the browser busy. */
export const MAX_QUERY_LENGTH = 200;

const NAMES = ['q', 'city', 'kind', 'theme', 'view', 'mark'] as const;

/**
 * The search in the URL of the page; a value is empty if nothing is chosen. `view` is `kind` for results grouped by
 * kind, `mark` is `0` if linked pages show no marks.
 */
export type SearchParams = Readonly<Record<(typeof NAMES)[number], string>>;

/** Returns the query part of a URL, from `?` on: the values that are not empty, in a fixed order. */
export function formatSearchParams(params: SearchParams): string {
  const query = new URLSearchParams(NAMES.map((name) => [name, params[name].trim()]).filter(([, value]) => value));
  return query.toString() && `?${query}`;
}

/** Reads a search from the values of a URL or a form. Ignores unknown names, and cuts a query that is too long. */
export function readSearchParams(values: URLSearchParams | FormData): SearchParams {
  const of = (name: (typeof NAMES)[number]) => {
    const value = values.get(name);
    // A text box removes line breaks, which would join two words. Bidi controls would turn the sentence with the query.
    return typeof value === 'string' ? value.replace(/[\r\n\p{Bidi_C}]+/gu, ' ') : '';
  };
  const q = of('q').slice(0, MAX_QUERY_LENGTH);
  return { q, city: of('city'), kind: of('kind'), theme: of('theme'), view: of('view'), mark: of('mark') };
}

/** Reads the query part of a URL. */
export const parseSearchParams = (query: string): SearchParams => readSearchParams(new URLSearchParams(query));
