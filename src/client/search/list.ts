import type { City } from '../../search/cities.ts';
import type { Row } from '../../search/results.ts';
import { marked, snippet, type Part } from '../../search/snippet.ts';
import { make } from '../dom.ts';
import { fragment } from './fragment.ts';

/** One line of the list: a document, and the heading that stands above it where it begins a group. */
export interface Entry {
  readonly document: number;
  readonly tier: 'exact' | 'related';
  readonly heading: readonly HTMLElement[];
}

/** What things are called, by their ids. */
export interface Names {
  readonly kind: Readonly<Record<string, string>>;
  readonly city: Readonly<Record<string, string>>;
  readonly theme: Readonly<Record<string, string>>;
  readonly plan: Readonly<Record<string, string>>;
  /** The cities that a query may name. */
  readonly cities: readonly City[];
}

/** Letters of a text that are shown around the first word that was found. */
const AROUND = 60;

const shown = (parts: readonly Part[]) =>
  parts.map((part) => (part.marked ? make('mark', {}, part.text) : part.text));

/**
 * Makes the line of one result: where it leads, where it stands, and the words around those that were found.
 * @param words what to mark, in the form in which texts are searched
 * @param marking true where the page that is opened is to mark them too
 */
export function resultLine(
  { tier, heading }: Entry,
  row: Row,
  words: readonly string[],
  marking: boolean,
  names: Names,
): HTMLLIElement {
  const title = marked(row.title, words);
  const text = snippet(row, words, AROUND);
  const mark = marking ? fragment(row.url, text) || fragment(row.url, title) : '';
  const link = make('a', { href: row.url + mark }, ...shown(title));
  const city = names.city[row.municipality ?? ''];
  const place = [names.kind[row.kind], city, names.plan[row.plan ?? ''], row.page].filter((part) => part);
  return make(
    'li',
    { 'data-tier': tier },
    ...heading,
    make('h3', {}, link),
    make('p', { class: 'where' }, place.join('・')),
    make('p', {}, ...shown(text)),
  );
}
