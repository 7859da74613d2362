import type { Counts } from '../../search/results.ts';
import { make, part } from '../dom.ts';
import type { Names } from './list.ts';

/** The parts of the page /search/ that its script works on. */
export const page = {
  main: part('main', HTMLElement),
  form: part('search-form', HTMLFormElement),
  box: part('q', HTMLInputElement),
  suggestions: part('search-suggestions', HTMLUListElement),
  /** Everything that does something only with the script. */
  tool: part('search-tool', HTMLElement),
  filters: part('search-filters', HTMLDetailsElement),
  mark: part('search-mark', HTMLInputElement),
  /** What was found, in words; it is announced. */
  count: part('result-count', HTMLOutputElement),
  again: part('search-again', HTMLButtonElement),
  list: part('results', HTMLOListElement),
  start: part('search-start-template', HTMLTemplateElement),
};

/** What kinds, cities and plans are called. */
export const names = JSON.parse(part('search-names', HTMLElement).textContent) as Names;

/** Shows how many there are by each filter; null takes the numbers away. */
export function showCounts(counts: Counts | null): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-count]')) {
    const [name, id = ''] = place.dataset.count?.split(':') ?? [];
    const own: ReadonlyMap<string, number> | undefined = counts?.[name as keyof Counts];
    place.textContent = own && id ? String(own.get(id) ?? 0) : '';
  }
}

/** What is shown where there is nothing to list: what can be looked for. */
export function begin(): Node {
  return page.start.content.cloneNode(true);
}

/** Puts something below the list: in an element of its own, because one that was there would be seen to move. */
export function putBelow(...parts: readonly Node[]): void {
  part('search-below', HTMLElement).replaceWith(make('div', { id: 'search-below' }, ...parts));
}

/** Takes the last answer away. */
export function clear(): void {
  page.list.replaceChildren();
  putBelow();
  page.count.value = '';
  page.count.dataset.exact = '0';
  showCounts(null);
}
