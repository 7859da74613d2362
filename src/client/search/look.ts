import type { DocumentKind } from '../../search/documents.ts';
import { fetchFrom } from '../../search/fetch.ts';
import { wordsOfQuery } from '../../search/normal.ts';
import { openIndex } from '../../search/reader.ts';
import type { Filters, Index } from '../../search/results.ts';
import { make } from '../dom.ts';
import type { Asked } from './address.ts';
import { offerCities } from './offer.ts';
import { busy } from './busy.ts';
import { exactEntries, relatedEntries } from './entries.ts';
import { resultLine, type Entry } from './list.ts';
import { moreButton, PART, type Lines } from './more.ts';
import { begin, clear, names, offerWider, page, putBelow, showCounts, showNarrowed } from './page.ts';
import { goTo, type Place } from './place.ts';
import { reason } from './reason.ts';
import { ask, tell } from './tell.ts';
import { CUT_SHORT, lookedThrough, outcome } from './words.ts';

/** Lines that are shown before the texts of the others have come. */
const FIRST = 6;

const { list, count, tool, again } = page;
const title = document.title;

let index: Promise<Index> | null = null;

/** Opens the index once; where that failed, anew. */
export function opened(): Promise<Index> {
  index ??= openIndex(fetchFrom(tool.dataset.index ?? '')).catch((error: unknown) => {
    index = null;
    throw error;
  });
  return index;
}

/** Nothing left out. */
const ANY: Filters = { city: null, kind: null, theme: null };

const filtersOf = ({ city, kind, theme }: Asked): Filters => ({
  city: city || null,
  kind: kind === '' ? null : (kind as DocumentKind),
  theme: theme || null,
});

/**
 * @param words what is marked in every line
 * @param others what is marked besides in those that came by other words
 */
function linesOf(
  index: Index,
  entries: readonly Entry[],
  words: readonly string[],
  others: readonly string[],
  marking: boolean,
): Lines {
  const all = [...words, ...others];
  return async (from, most, signal) => {
    const some = entries.slice(from, from + most);
    const rows = await index.rows(
      some.map(({ document }) => document),
      signal,
    );
    signal.throwIfAborted();
    return rows.flatMap((row, place) => {
      const entry = some[place];
      return entry ? [resultLine(entry, row, entry.tier === 'exact' ? words : all, marking, names)] : [];
    });
  };
}

/** The part that asks for pages of prose. Its script is fetched apart; where it can't be had, that part is missing. */
const prose = (query: string) =>
  import('./prose.ts').then(
    ({ proseSection }) => [proseSection(tool.dataset.pagefind ?? '', query)],
    () => [],
  );

/**
 * Finds what is asked for, and shows it: what contains the words first, since other words take longer to look for.
 * @param within the names of the filters that are on
 * @param most how many lines are shown
 * @param say tells in words what was found so far
 */
async function answer(
  asked: Asked,
  q: string,
  within: readonly string[],
  most: number,
  signal: AbortSignal,
  say: (words: string) => void,
): Promise<void> {
  const from = await opened();
  const filters = filtersOf(asked);
  const marking = asked.mark !== '0';
  const exactly = await from.exactly(q, filters, signal);
  const { words, counts, exact } = exactly;
  const found = await exactEntries(from, q, filters, asked.view === 'kind', exactly, names, signal);
  const elsewhere =
    within.length > 0 && exact.length === 0 ? (await from.exactly(q, ANY, signal)).exact.length : null;
  const show = async (entries: readonly Entry[], others: readonly string[], related: number) => {
    const lines = linesOf(from, entries, words, others, marking);
    list.replaceChildren(...(await lines(0, FIRST, signal)));
    offerCities(asked);
    putBelow();
    count.dataset.exact = String(exact.length);
    say(outcome(q, exact.length, related, within));
    showCounts(counts);
    offerWider(elsewhere);
  };
  if (found.length > 0) await show(found, [], 0);
  const results = await from.search(q, filters, signal);
  const { related, alsoSearched } = results;
  const further = prose(q);
  const entries = [...found, ...relatedEntries(results, names)];
  const others = alsoSearched.flatMap(wordsOfQuery);
  const lines = linesOf(from, entries, words, others, marking);
  if (found.length === 0) await show(entries, others, related.length);
  else if (related.length > 0) say(outcome(q, exact.length, related.length, within));
  list.append(...(await lines(list.children.length, most - list.children.length, signal)));
  const none = exact.length === 0;
  const tried = related.length === 0 ? reason(results, names) : '';
  const pages = await further;
  signal.throwIfAborted();
  putBelow(
    moreButton(list, lines, entries.length),
    ...(none ? [make('p', {}, lookedThrough(from.size, within.length > 0) + tried)] : []),
    ...pages,
    ...(none ? [begin()] : []),
  );
}

const paused = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/**
 * Looks for what is asked for; where nothing is, shows what could be.
 * @param pause milliseconds to wait whether something else is asked for
 * @param place where one was when this was asked for before
 */
export async function look(asked: Asked, pause = 0, place?: Place): Promise<void> {
  const q = asked.q.trim();
  const within = showNarrowed(asked);
  ask(pause > 0);
  document.title = q ? `「${q}」の${title}` : title;
  /** What was told of what is shown. */
  let told = '';
  const work = async (signal: AbortSignal, hasCome: () => void) => {
    if (pause > 0) await paused(pause);
    signal.throwIfAborted();
    if (wordsOfQuery(q).length === 0) {
      clear();
      tell('');
      putBelow(begin());
      return;
    }
    try {
      await answer(asked, q, within, Math.max(PART, place?.rows ?? 0), signal, (words) => {
        hasCome();
        tell((told = words));
      });
    } catch (error) {
      if (!signal.aborted) {
        // What is shown is right, though more would have followed.
        if (told === '') clear();
        // Where the site was published anew, the files of the index are no longer where they were.
        index = null;
      }
      throw error;
    }
  };
  const done = await busy(work, (words) => {
    tell(told === '' ? words : `${told}${CUT_SHORT}${words}`);
  });
  if (done === null) return;
  if (again === document.activeElement) count.focus();
  again.hidden = done;
  again.onclick = () => void look(asked, 0, place);
  if (done && place) goTo(place);
}
