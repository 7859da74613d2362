import {
  extractSnippet,
  highlightText,
  type DocumentKind,
  type ResultRow,
  type SearchCity,
  type SearchFilters,
  type SearchIndex,
  type SearchResults,
  type TextPart,
} from '../../../search/query-index.ts';
import { createElement } from '../../browser/dom-elements.ts';
import { createTextFragment } from './text-fragment.ts';
import { describeOtherWords } from './search-messages.ts';

/** One line of the list: a document, and the heading above it if it begins a group. */
export interface ResultEntry {
  readonly document: number;
  readonly tier: 'exact' | 'related';
  readonly heading: readonly HTMLElement[];
}

/** Names by id. */
export interface DisplayNames {
  readonly kind: Readonly<Record<string, string>>;
  readonly city: Readonly<Record<string, string>>;
  readonly theme: Readonly<Record<string, string>>;
  readonly plan: Readonly<Record<string, string>>;
  /** The cities that a query may name. */
  readonly cities: readonly SearchCity[];
}

/** Number of characters shown around the first searched word of a text. */
const SNIPPET_CONTEXT = 60;

const createParts = (parts: readonly TextPart[]) =>
  parts.map((part) => (part.marked ? createElement('mark', {}, part.text) : part.text));

/**
 * Creates the line of one result: its link, its kind, municipality, plan and page, and an excerpt of its text.
 * @param words the words to mark, normalized
 * @param marksPage true if the linked page marks them too
 */
export function createResultLine(
  { tier, heading }: ResultEntry,
  row: ResultRow,
  words: readonly string[],
  marksPage: boolean,
  names: DisplayNames,
): HTMLLIElement {
  const title = highlightText(row.title, words);
  const text = extractSnippet(row, words, SNIPPET_CONTEXT);
  const fragment = marksPage ? createTextFragment(row.url, text) || createTextFragment(row.url, title) : '';
  const link = createElement('a', { href: row.url + fragment }, ...createParts(title));
  const city = names.city[row.municipality ?? ''];
  const labels = [names.kind[row.kind], city, names.plan[row.plan ?? ''], row.page].filter((part) => part);
  return createElement(
    'li',
    { 'data-tier': tier },
    ...heading,
    createElement('h3', {}, link),
    createElement('p', { class: 'where' }, labels.join('・')),
    createElement('p', {}, ...createParts(text)),
  );
}

const quoteWords = (words: readonly string[]) => words.map((word) => `「${word}」`).join('');

/** Explains the related results: their cities, the other words of the search, and the words that they can lack. */
export function explainRelated(
  { related, alsoSearched, cities, optional }: SearchResults,
  { city }: Pick<DisplayNames, 'city'>,
): string {
  const where = cities.map((id) => city[id] ?? id).join('、');
  const only =
    related.length > 0
      ? `近い言葉での結果は、${where}のものだけです。`
      : `近い言葉のものも、${where}にはありませんでした。`;
  return [
    where === '' ? '' : only,
    describeOtherWords(alsoSearched),
    optional.length > 0 ? `${quoteWords(optional)}は、含まないものもあります。` : '',
  ].join('');
}

/** Returns the kinds of the exact results, in the order of their names. */
const listKinds = ({ counts }: SearchResults, names: DisplayNames, { kind }: SearchFilters): DocumentKind[] =>
  (Object.keys(names.kind) as DocumentKind[]).filter(
    (name) => (counts.kind.get(name) ?? 0) > 0 && (kind === null || kind === name),
  );

const createEntries = (
  documents: readonly number[],
  tier: ResultEntry['tier'],
  heading: readonly HTMLElement[],
): ResultEntry[] => documents.map((document, index) => ({ document, tier, heading: index === 0 ? heading : [] }));

/** Returns the lines of the exact results, as one list or grouped by kind. */
export async function listExactEntries(
  index: SearchIndex,
  query: string,
  filters: SearchFilters,
  isGrouped: boolean,
  results: SearchResults,
  names: DisplayNames,
  signal: AbortSignal,
): Promise<ResultEntry[]> {
  if (!isGrouped) return createEntries(results.exact, 'exact', []);
  const entries: ResultEntry[] = [];
  for (const kind of listKinds(results, names, filters)) {
    const { exact } = await index.searchExact(query, { ...filters, kind }, signal);
    const heading = createElement('h2', {}, `${names.kind[kind] ?? kind} ${exact.length}件`);
    entries.push(...createEntries(exact, 'exact', [heading]));
  }
  return entries;
}

/** Returns the lines of the related results, with an explanation. */
export function listRelatedEntries(results: SearchResults, names: DisplayNames): ResultEntry[] {
  const note = createElement('p', { class: 'note' }, explainRelated(results, names));
  return createEntries(results.related, 'related', [createElement('h2', {}, '近い言葉での結果'), note]);
}
