import type { Counts } from '../../search/results.ts';
import { make, part } from '../dom.ts';
import type { Asked } from './address.ts';
import type { Names } from './list.ts';

const WIDER = '絞り込みをはずす';

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
  /** What was found, in words. It changes at every letter, so it is not announced. */
  count: part('result-count', HTMLOutputElement),
  /** What is on of the filters, told where they are folded away. */
  narrowed: part('search-narrowed', HTMLElement),
  /** Takes the filters off. */
  widen: part('search-widen', HTMLButtonElement),
  /** What is announced of it. */
  said: part('result-said', HTMLElement),
  again: part('search-again', HTMLButtonElement),
  list: part('results', HTMLOListElement),
  start: part('search-start-template', HTMLTemplateElement),
};

/** What kinds, cities and plans are called. */
export const names = ((): Names => {
  const given = JSON.parse(part('search-names', HTMLElement).textContent) as Omit<Names, 'city'>;
  return { ...given, city: Object.fromEntries(given.cities.map(({ id, title }) => [id, title])) };
})();

/** Shows how many there are by each filter; null takes the numbers away. */
export function showCounts(counts: Counts | null): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-count]')) {
    const [name, id = ''] = place.dataset.count?.split(':') ?? [];
    const own: ReadonlyMap<string, number> | undefined = counts?.[name as keyof Counts];
    const number = own && id ? String(own.get(id) ?? 0) : '';
    if (place instanceof HTMLOptionElement) place.label = number ? `${place.text}（${number}）` : place.text;
    else place.textContent = number;
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

/** What filters are on, by the names of what they let through; tells it beside the filters, too. */
export function showNarrowed(asked: Asked): string[] {
  const on = (['city', 'kind', 'theme'] as const).flatMap((name) => names[name][asked[name]] ?? []);
  page.narrowed.textContent = on.length > 0 ? `：${on.join('・')}` : '';
  return on;
}

/** Offers to take the filters off, with the number of what is found then; null takes the offer away. */
export function offerWider(found: number | null): void {
  page.widen.hidden = found === null;
  page.widen.textContent = found === 0 ? WIDER : `${WIDER}（${found}件）`;
}

/** Takes the last answer away. */
export function clear(): void {
  part('search-offer', HTMLUListElement).replaceChildren();
  page.list.replaceChildren();
  putBelow();
  page.count.dataset.exact = '0';
  showCounts(null);
  offerWider(null);
}
