import { pageElements } from './search-page-elements.ts';

/** Where one was in a list. It is kept with the entry of the history, so that the back button leads to it again. */
export interface ScrollPosition {
  /** Lines that were shown. */
  readonly rows: number;
  /** Pixels from the top of the page. */
  readonly top: number;
}

/** Milliseconds of rest after which a place is kept. */
const REST = 250;

/** What the history holds for the entry that is shown; the top where it holds nothing. */
export const getSavedScroll = (): ScrollPosition => ({
  rows: 0,
  top: 0,
  ...(history.state as ScrollPosition | null),
});

/** Changes the entry of the history that is shown. */
export function replaceHistoryEntry(address: string, place: ScrollPosition | null = null): void {
  try {
    history.replaceState(place, '', address);
  } catch {
    // Some browsers let no more than 100 changes by in half a minute. What is found does not depend on them.
  }
}

/** Goes where one was, at once. */
export function restoreScroll({ top }: ScrollPosition): void {
  scrollTo({ top, behavior: 'instant' });
}

/** Keeps where one is from now on. The browser itself would go there before the list is filled. */
export function trackScroll(): void {
  const { main, list } = pageElements;
  const keep = () => {
    // A list that is being filled is no place yet.
    if (main.ariaBusy === 'false')
      replaceHistoryEntry(location.href, { rows: list.children.length, top: Math.round(scrollY) });
  };
  let rest: ReturnType<typeof setTimeout> | undefined;
  history.scrollRestoration = 'manual';
  addEventListener('scroll', () => {
    clearTimeout(rest);
    rest = setTimeout(keep, REST);
  });
  // Before a link is followed, and before what is sent begins an entry of its own.
  addEventListener('click', keep, true);
}
