import { fromForm, fromQuery, toForm, toQuery } from './search/address.ts';
import { look, opened } from './search/look.ts';
import { names, page } from './search/page.ts';
import { suggestIn } from './search/suggest.ts';

/*
 * The page /search/: looks through the index while one types, by the same reader as the command. What is asked for
 * stands in the form, and from there in the address; nothing else is kept.
 */

/** Milliseconds that are waited whether more is typed: less than a frame, so that nobody waits. */
const PAUSE = 10;
/** Suggestions that are offered. */
const OFFERED = 6;
/** From this width on the filters stand beside the results. */
const WIDE = '(min-width: 56rem)';

const { form, box, mark, tool, filters, suggestions } = page;

const asked = () => fromForm(form, box, mark);
const put = (query: string) => {
  toForm(fromQuery(query), form, box, mark);
};
/** The address that asks for a query, relative to this page; nothing asked for is the page itself. */
const address = (query: string) => query || location.pathname;

/** What the back button leads to: typing changes the address of the page, and sending keeps it beside the last one. */
let kept = toQuery(fromQuery(location.search));

function send(): void {
  const query = toQuery(asked());
  history.replaceState(null, '', address(kept));
  if (query !== kept) history.pushState(null, '', address(query));
  kept = query;
  look(asked());
}

box.addEventListener('input', (event) => {
  // What an input method has not finished is no word yet; it is only suggested from.
  if (event instanceof InputEvent && event.isComposing) return;
  look(asked(), PAUSE);
  try {
    history.replaceState(null, '', address(toQuery(asked())));
  } catch {
    // Some browsers let no more than 100 addresses by in half a minute. What is found does not depend on it.
  }
});
box.addEventListener('compositionend', () => box.dispatchEvent(new Event('input')));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  send();
});
filters.addEventListener('change', send);
addEventListener('popstate', () => {
  kept = toQuery(fromQuery(location.search));
  // A step to another place of the same page asks for nothing new.
  if (toQuery(asked()) === kept) return;
  put(location.search);
  look(asked());
});
suggestIn(box, suggestions, {
  ask: async (typed, signal) => {
    try {
      return typed.trim() === '' ? [] : await (await opened()).suggest(typed, OFFERED, signal);
    } catch {
      // That there is no index is told where results would stand.
      return [];
    }
  },
  kindName: (kind) => names.kind[kind] ?? kind,
  chosen: send,
});

filters.open = matchMedia(WIDE).matches;
tool.hidden = false;
put(location.search);
look(asked());
