import type { SearchCity } from '../../search/cities.ts';
import type { ResultRow } from '../../search/results.ts';
import { highlightText, extractSnippet, type TextPart } from '../../search/snippet.ts';
import { createElement } from '../dom.ts';
import { createTextFragment } from './fragment.ts';

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
