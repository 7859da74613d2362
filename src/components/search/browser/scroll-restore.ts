import { changeUrl } from '../../browser/dom-elements.ts';
import { pageElements } from './search-page-elements.ts';

/** A scroll position in the list of results. The history entry keeps it, so that the back button returns to it. */
export interface ScrollPosition {
  readonly rows: number;
  /** Pixels from the top of the page. */
  readonly top: number;
}

/** Milliseconds without scrolling after which the position is saved. */
const SAVE_DELAY = 250;

/** Returns the saved position of the current history entry; the top of the page without one. */
export const getSavedScroll = (): ScrollPosition => ({ rows: 0, top: 0, ...(history.state as ScrollPosition | null) });

export function restoreScroll({ top }: ScrollPosition): void {
  scrollTo({ top, behavior: 'instant' });
}

/** Saves the position from now on. The browser's own restoration would scroll before the list is filled. */
export function trackScroll(): void {
  const { main, list } = pageElements;
  const savePosition = () => {
    // While the list is filled, the position means nothing.
    if (main.ariaBusy === 'false') changeUrl(location.href, { rows: list.children.length, top: Math.round(scrollY) });
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  history.scrollRestoration = 'manual';
  addEventListener('scroll', () => {
    clearTimeout(timer);
    timer = setTimeout(savePosition, SAVE_DELAY);
  });
  // Before a link is followed, and before a sent form begins a new history entry.
  addEventListener('click', savePosition, true);
}
