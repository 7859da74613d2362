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

/** One line of the list: a document, and the heading that stands above it where it begins a group. */
export interface ResultEntry {
  readonly document: number;
  readonly tier: 'exact' | 'related';
  readonly heading: readonly HTMLElement[];
}

/** What things are called, by their ids. */
export interface DisplayNames {
  readonly kind: Readonly<Record<string, string>>;
  readonly city: Readonly<Record<string, string>>;
  readonly theme: Readonly<Record<string, string>>;
  readonly plan: Readonly<Record<string, string>>;
  /** The cities that a query may name. */
  readonly cities: readonly SearchCity[];
}

/** Letters of a text that are shown around the first word that was found. */
const AROUND = 60;

const shown = (parts: readonly TextPart[]) =>
  parts.map((part) => (part.marked ? createElement('mark', {}, part.text) : part.text));

/**
 * Makes the line of one result: where it leads, where it stands, and the words around those that were found.
 * @param words what to mark, in the form in which texts are searched
 * @param marking true where the page that is opened is to mark them too
 */
export function createResultLine(
  { tier, heading }: ResultEntry,
  row: ResultRow,
  words: readonly string[],
  marking: boolean,
  names: DisplayNames,
): HTMLLIElement {
  const title = highlightText(row.title, words);
  const text = extractSnippet(row, words, AROUND);
  const mark = marking ? createTextFragment(row.url, text) || createTextFragment(row.url, title) : '';
  const link = createElement('a', { href: row.url + mark }, ...shown(title));
  const city = names.city[row.municipality ?? ''];
  const place = [names.kind[row.kind], city, names.plan[row.plan ?? ''], row.page].filter((part) => part);
  return createElement(
    'li',
    { 'data-tier': tier },
    ...heading,
    createElement('h3', {}, link),
    createElement('p', { class: 'where' }, place.join('・')),
    createElement('p', {}, ...shown(text)),
  );
}

const quoted = (words: readonly string[]) => words.map((word) => `「${word}」`).join('');

/** Why what comes near was taken: whose documents were looked through, by which other words, and what it may lack. */
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
    optional.length > 0 ? `${quoted(optional)}は、含まないものもあります。` : '',
  ].join('');
}

/** Kinds that were found, in the order in which they are named. */
const kindsIn = ({ counts }: SearchResults, names: DisplayNames, { kind }: SearchFilters): DocumentKind[] =>
  (Object.keys(names.kind) as DocumentKind[]).filter(
    (one) => (counts.kind.get(one) ?? 0) > 0 && (kind === null || kind === one),
  );

const lines = (
  documents: readonly number[],
  tier: ResultEntry['tier'],
  heading: readonly HTMLElement[],
): ResultEntry[] => documents.map((document, at) => ({ document, tier, heading: at === 0 ? heading : [] }));

/** The lines of what contains the words, in the order in which they are shown: as one list, or by kind. */
export async function listExactEntries(
  index: SearchIndex,
  query: string,
  filters: SearchFilters,
  grouped: boolean,
  results: SearchResults,
  names: DisplayNames,
  signal: AbortSignal,
): Promise<ResultEntry[]> {
  if (!grouped) return lines(results.exact, 'exact', []);
  const entries: ResultEntry[] = [];
  for (const kind of kindsIn(results, names, filters)) {
    const { exact } = await index.searchExact(query, { ...filters, kind }, signal);
    const heading = createElement('h2', {}, `${names.kind[kind] ?? kind} ${exact.length}件`);
    entries.push(...lines(exact, 'exact', [heading]));
  }
  return entries;
}

/** The lines of what came by other words, with the reason. */
export function listRelatedEntries(results: SearchResults, names: DisplayNames): ResultEntry[] {
  const why = createElement('p', { class: 'note' }, explainRelated(results, names));
  return lines(results.related, 'related', [createElement('h2', {}, '近い言葉での結果'), why]);
}
