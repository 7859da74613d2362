import { readSearchForm, parseSearchParams, fillSearchForm, formatSearchParams } from './search-params.ts';
import { runSearch, getSearchIndex } from './run-search.ts';
import { displayNames, pageElements } from './search-page-elements.ts';
import { restoreScroll, trackScroll, getSavedScroll, replaceHistoryEntry } from './scroll-restore.ts';
import type { SuggestionCombobox } from './suggestion-combobox.ts';

/*
 * The page /search/: looks through the index while one types, by the same reader as the command. What is asked for
 * stands in the form, and from there in the address; nothing else is kept.
 */

/** Milliseconds that are waited whether more is typed: less than a frame, so that nobody waits. */
const PAUSE = 10;
/** Suggestions that are offered. */
const OFFERED = 6;
/** Milliseconds within which changes of filters are one step: arrow keys go through all choices on their way. */
const ONE_STEP = 1000;
/** From this width on the filters stand beside the results. */
const WIDE = '(min-width: 56rem)';

const { form, box, mark, tool, filters, suggestions, count, widen } = pageElements;

const asked = () => readSearchForm(form, box, mark);
const put = (query: string) => {
  fillSearchForm(parseSearchParams(query), form, box, mark);
};
/** The address that asks for a query, relative to this page; nothing asked for is the page itself. */
const address = (query: string) => query || location.pathname;

/** What the back button leads to: typing changes the address of the page, and sending keeps it beside the last one. */
let kept = formatSearchParams(parseSearchParams(location.search));

/** @param sameStep true where the back button need not lead to what was sent before */
function send(sameStep = false): void {
  const query = formatSearchParams(asked());
  if (sameStep) replaceHistoryEntry(address(query));
  else {
    if (formatSearchParams(parseSearchParams(location.search)) !== kept) replaceHistoryEntry(address(kept));
    if (query !== kept) history.pushState(null, '', address(query));
  }
  kept = query;
  void runSearch(asked());
}

let suggesting: Promise<SuggestionCombobox | null> | null = null;

/** The list of suggestions, null where it can't be had. Its script is fetched apart, because no answer waits for it. */
function offering(): Promise<SuggestionCombobox | null> {
  suggesting ??= import('./suggestion-combobox.ts').then(
    ({ createCombobox }) =>
      createCombobox(box, suggestions, {
        ask: async (typed, signal) => {
          try {
            return typed.trim() === '' ? [] : await (await getSearchIndex()).suggest(typed, OFFERED, signal);
          } catch {
            // That there is no index is told where results would stand.
            return [];
          }
        },
        kindName: (kind) => displayNames.kind[kind] ?? kind,
        chosen: () => {
          send();
        },
      }),
    () => {
      suggesting = null;
      return null;
    },
  );
  return suggesting;
}

box.addEventListener('input', (event) => {
  void offering().then((list) => list?.offer());
  // What an input method has not finished is no word yet; it is only suggested from.
  if (event instanceof InputEvent && event.isComposing) return;
  void runSearch(asked(), PAUSE);
  replaceHistoryEntry(address(formatSearchParams(asked())));
});
box.addEventListener('compositionend', () => box.dispatchEvent(new Event('input')));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  // Once what was typed is sent, its list would lie on the answer.
  void offering().then((list) => list?.close());
  send();
});
/** When a filter was changed last. */
let changed = -ONE_STEP;
filters.addEventListener('change', ({ timeStamp }) => {
  send(timeStamp - changed < ONE_STEP);
  changed = timeStamp;
});
widen.addEventListener('click', () => {
  fillSearchForm({ ...asked(), city: '', kind: '', theme: '' }, form, box, mark);
  send();
  // What was pressed goes away.
  count.focus();
});
addEventListener('popstate', () => {
  kept = formatSearchParams(parseSearchParams(location.search));
  // A step to another place of the same page asks for nothing new.
  if (formatSearchParams(asked()) === kept) {
    if (history.state !== null) restoreScroll(getSavedScroll());
    return;
  }
  put(location.search);
  void runSearch(asked(), 0, getSavedScroll());
});
filters.open = matchMedia(WIDE).matches;
tool.hidden = false;
put(location.search);
// Who comes for the first time may have begun to read on by the time the list is there.
void runSearch(asked(), 0, history.state === null ? undefined : getSavedScroll()).then(offering);
trackScroll();
