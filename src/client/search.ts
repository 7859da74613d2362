import { wordsOfQuery } from '../search/normal.ts';
import { fetchFrom } from '../search/fetch.ts';
import { openIndex } from '../search/reader.ts';
import type { DocumentKind } from '../search/documents.ts';
import type { Counts, Filters, Index } from '../search/results.ts';
import { make, part } from './dom.ts';
import { fromForm, fromQuery, toForm, toQuery, type Asked } from './search/address.ts';
import { entriesOf } from './search/entries.ts';
import { resultLine, type Entry, type Names } from './search/list.ts';
import { proseSection } from './search/prose.ts';
import { suggestIn } from './search/suggest.ts';
import { lookedThrough, otherWords, outcome, SLOW, trouble } from './search/words.ts';

/*
 * The page /search/: looks through the index by the same reader as `npm run search`, while one types. What is asked
 * for stands in the form, and from there in the address; nothing else is kept.
 */

/** Lines that are shown at once. */
const PART = 30;
/** Milliseconds that typing may pause before it is looked for; and after which waiting is spoken of. */
const [PAUSE, PATIENCE] = [20, 1000];
/** Suggestions that are offered. */
const OFFERED = 6;

const main = part('main', HTMLElement);
const form = part('search-form', HTMLFormElement);
const box = part('q', HTMLInputElement);
const mark = part('search-mark', HTMLInputElement);
const tool = part('search-tool', HTMLElement);
const filters = part('search-filters', HTMLDetailsElement);
const count = part('result-count', HTMLOutputElement);
const again = part('search-again', HTMLButtonElement);
const list = part('results', HTMLOListElement);
const below = part('search-below', HTMLElement);
const start = part('search-start', HTMLElement);
const names = JSON.parse(part('search-names', HTMLElement).textContent) as Names;
const title = document.title;

let index: Promise<Index> | null = null;
/** Opens the index once; where that failed, anew. */
function opened(): Promise<Index> {
  index ??= openIndex(fetchFrom(tool.dataset.index ?? '')).catch((error: unknown) => {
    index = null;
    throw error;
  });
  return index;
}

const asked = () => fromForm(form, box, mark);
const filtersOf = ({ city, kind, theme }: Asked): Filters => ({
  city: city || null,
  kind: kind === '' ? null : (kind as DocumentKind),
  theme: theme || null,
});

/** Shows how many there are by each filter. */
function showCounts(counts: Counts | null): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-count]')) {
    const [name, id = ''] = place.dataset.count?.split(':') ?? [];
    const own: ReadonlyMap<string, number> | undefined = counts?.[name as keyof Counts];
    place.textContent = own && id ? String(own.get(id) ?? 0) : '';
  }
}

/** Shows the first lines of a list, and a button for those that follow. */
async function showLines(
  from: Index,
  entries: readonly Entry[],
  words: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const marking = mark.checked;
  const lines = async (at: number) => {
    const some = entries.slice(at, at + PART);
    const rows = await from.rows(
      some.map(({ document }) => document),
      signal,
    );
    return rows.flatMap((row, place) => {
      const entry = some[place];
      return entry ? [resultLine(entry, row, words, marking, names)] : [];
    });
  };
  const first = await lines(0);
  if (signal.aborted) return;
  const more = make('button', { type: 'button', 'data-more': '' }, 'もっと見る');
  const rest = () => {
    more.hidden = list.children.length >= entries.length;
  };
  more.addEventListener('click', () => {
    void busy(async () => {
      const next = await lines(list.children.length);
      list.append(...next);
      rest();
      // Reading goes on where the list grew.
      next[0]?.querySelector('a')?.focus();
    });
  });
  list.replaceChildren(...first);
  rest();
  below.replaceChildren(make('p', { class: 'buttons' }, more));
}

/** What is being looked for; what was looked for before it is given up. */
let looking = new AbortController();

/** Does something that may take long or fail, and says so. */
async function busy(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  looking.abort();
  looking = new AbortController();
  const { signal } = looking;
  main.ariaBusy = 'true';
  again.hidden = true;
  const slow = setTimeout(() => {
    count.value = SLOW;
  }, PATIENCE);
  try {
    await work(signal);
  } catch (error) {
    if (signal.aborted) return;
    clear();
    count.value = trouble(error);
    again.hidden = false;
  } finally {
    clearTimeout(slow);
    if (!signal.aborted) main.ariaBusy = 'false';
  }
}

/** Takes the last answer away. */
function clear(): void {
  list.replaceChildren();
  below.replaceChildren();
  start.hidden = true;
  count.dataset.exact = '0';
  showCounts(null);
}

/** Looks for what the form asks for, and shows it. */
function look(): Promise<void> {
  const now = asked();
  const q = now.q.trim();
  document.title = q ? `「${q}」の${title}` : title;
  return busy(async (signal) => {
    if (wordsOfQuery(q).length === 0) {
      clear();
      count.value = '';
      start.hidden = false;
      return;
    }
    const from = await opened();
    const results = await from.search(q, filtersOf(now), signal);
    const { exact, related, alsoSearched, words, counts } = results;
    const entries = await entriesOf(from, q, filtersOf(now), now.view === 'kind', results, names, signal);
    await showLines(from, entries, [...words, ...alsoSearched.flatMap(wordsOfQuery)], signal);
    if (signal.aborted) return;
    count.dataset.exact = String(exact.length);
    count.value = outcome(q, exact.length, related.length);
    showCounts(counts);
    start.hidden = exact.length > 0;
    if (exact.length === 0) {
      const filtered = Boolean(now.city || now.kind || now.theme);
      const words = [lookedThrough(from.size, filtered), related.length > 0 ? '' : otherWords(alsoSearched)];
      below.append(make('p', {}, words.join('')));
    }
    below.append(proseSection(tool.dataset.pagefind ?? '', q));
  });
}

/** The address to which the back button comes back: typing changes the one of the page, sending keeps it. */
let kept = location.search;
const here = () => toQuery(asked()) || location.pathname;

function keep(): void {
  history.replaceState(null, '', kept || location.pathname);
  if (toQuery(asked()) !== kept) history.pushState(null, '', here());
  kept = location.search;
  void look();
}

let pause: ReturnType<typeof setTimeout>;
box.addEventListener('input', (event) => {
  // What an input method has not finished is no word yet; it is only suggested from.
  if (event instanceof InputEvent && event.isComposing) return;
  clearTimeout(pause);
  main.ariaBusy = 'true';
  pause = setTimeout(() => {
    history.replaceState(null, '', here());
    void look();
  }, PAUSE);
});
box.addEventListener('compositionend', () => box.dispatchEvent(new Event('input')));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(pause);
  keep();
});
filters.addEventListener('change', keep);
again.addEventListener('click', () => void look());
addEventListener('popstate', () => {
  if (location.search === kept && toQuery(asked()) === kept) return;
  kept = location.search;
  toForm(fromQuery(kept), form, box, mark);
  void look();
});
suggestIn(box, part('search-suggestions', HTMLUListElement), {
  ask: async (typed, signal) => {
    try {
      return typed.trim() === '' ? [] : await (await opened()).suggest(typed, OFFERED, signal);
    } catch {
      // That there is no index is told where results would stand.
      return [];
    }
  },
  kindName: (kind) => names.kind[kind] ?? kind,
  chosen: keep,
});

filters.open = matchMedia('(min-width: 56rem)').matches;
tool.hidden = false;
toForm(fromQuery(location.search), form, box, mark);
void look();
