import { splitQuery } from '../../../search/search-text.ts';
import { changeUrl } from '../../browser/dom-elements.ts';
import { saveLinkedCity } from './first-city.ts';
import { runSearch, getSearchIndex } from './run-search.ts';
import { restoreScroll, trackScroll, getSavedScroll } from './scroll-restore.ts';
import { displayNames, pageElements } from './search-page-elements.ts';
import { formatSearchParams, parseSearchParams, readSearchParams, type SearchParams } from './search-params.ts';
import { showStatus } from './search-status.ts';
import type { createCombobox } from './suggestion-combobox.ts';

/*
 * The page /search/: searches during typing, with the same reader as the command. The search is in the form, and from
 * there in the URL; nothing else is stored.
 */

/** Milliseconds to wait for more letters: less than a frame, so that nobody notices. */
const TYPING_PAUSE = 10;
/** Milliseconds within which filter changes are one history entry: arrow keys also select the choices between. */
const SAME_STEP_TIME = 1000;

const { form, box, mark, tool, filters, suggestions, count, widen } = pageElements;

function readForm(): SearchParams {
  const values = new FormData(form);
  // A choice without results is disabled, but may be selected.
  for (const control of form.elements)
    if (control instanceof HTMLSelectElement) values.set(control.name, control.value);
  return { ...readSearchParams(values), mark: mark.checked ? '' : '0' };
}

/** Puts a search into the form. An unknown value selects the first choice, which means all. */
function fillForm(params: SearchParams): void {
  const values: Readonly<Record<string, string>> = params;
  box.value = params.q;
  mark.checked = params.mark !== '0';
  for (const control of form.elements)
    if (control instanceof HTMLSelectElement) {
      control.value = values[control.name] ?? '';
      if (control.selectedIndex < 0) control.selectedIndex = 0;
    } else if (control instanceof HTMLInputElement && control.name === 'view')
      control.checked = control.value === (params.view === 'kind' ? 'kind' : '');
}

/** Returns the search in the URL, as the query of a URL. */
const readUrl = () => formatSearchParams(parseSearchParams(location.search));

/** Puts a search into the URL of this history entry, or of a new one. Without a query, the URL is the page itself. */
function writeUrl(query = formatSearchParams(readForm()), method?: 'pushState'): void {
  changeUrl(query || location.pathname, null, method);
}

/** The last search with its own history entry: typing changes the current entry, sending the form adds an entry. */
let savedQuery = readUrl();

/** Adds a search to the history, after the last one there, which typing may have replaced. */
function addEntry(query: string): void {
  if (readUrl() !== savedQuery) writeUrl(savedQuery);
  if (query !== savedQuery) writeUrl(query, 'pushState');
  savedQuery = query;
}

/** Runs the search in the form, and adds it to the history, or replaces the last search there. */
function submitForm(isSameStep = false): void {
  const query = formatSearchParams(readForm());
  // What was typed before a choice is a step of its own.
  addEntry(readUrl());
  if (isSameStep) savedQuery = query;
  addEntry(query);
  void runSearch(readForm());
}

let combobox: Promise<ReturnType<typeof createCombobox> | null> | null = null;

/** Loads the list of suggestions; null if it can't be loaded. No search waits for its script. */
function loadCombobox() {
  combobox ??= import('./suggestion-combobox.ts').then(
    (script) =>
      script.createCombobox(box, suggestions, {
        getSearchIndex,
        kindNames: displayNames.kind,
        onChoice: () => {
          writeUrl();
          submitForm();
        },
      }),
    () => {
      combobox = null;
      return null;
    },
  );
  return combobox;
}

box.addEventListener('input', (event) => {
  void loadCombobox().then((list) => list?.offer());
  // While an input method composes a text, the page shows only suggestions.
  if (event instanceof InputEvent && event.isComposing) return;
  void runSearch(readForm(), TYPING_PAUSE);
  writeUrl();
});
box.addEventListener('compositionend', () => box.dispatchEvent(new Event('input')));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  // The open list would cover the results.
  void loadCombobox().then((list) => list?.close());
  submitForm();
  if (splitQuery(box.value).length === 0) showStatus('言葉がありません。');
});
let lastChange = -SAME_STEP_TIME;
filters.addEventListener('change', ({ timeStamp }) => {
  submitForm(timeStamp - lastChange < SAME_STEP_TIME);
  lastChange = timeStamp;
});
widen.addEventListener('click', () => {
  fillForm({ ...readForm(), city: '', kind: '', theme: '' });
  submitForm();
  // Moves the focus, because the pressed button disappears.
  count.focus();
});
addEventListener('popstate', () => {
  savedQuery = readUrl();
  // A step within the same page is not a new search.
  if (formatSearchParams(readForm()) === savedQuery) {
    if (history.state !== null) restoreScroll(getSavedScroll());
    return;
  }
  fillForm(parseSearchParams(location.search));
  void runSearch(readForm(), 0, getSavedScroll());
});
saveLinkedCity(location.search, Object.keys(displayNames.city));
if (location.search.includes('remember=')) writeUrl(savedQuery);
tool.hidden = false;
count.value = '';
const asked = parseSearchParams(location.search);
// What a reader types before this script runs is newer than the URL.
const typed = box.value;
fillForm({ ...asked, q: typed || asked.q });
if (typed !== '') writeUrl();
// On a first visit the reader may scroll before the list is there, so nothing is restored.
void runSearch(readForm(), 0, history.state === null ? undefined : getSavedScroll()).then(loadCombobox);
trackScroll();
