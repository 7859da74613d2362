import { LOADING_SLOWLY, describeError } from './search-messages.ts';
import { pageElements } from './search-page-elements.ts';

/** Milliseconds after which a message about loading appears. */
const LOADING_DELAY = 1000;

const { main } = pageElements;

/** Aborts the current work when other work begins. */
let current = new AbortController();

/**
 * Runs work that can take long or fail. Meanwhile the page is marked as busy. A message appears if the work takes long,
 * and if it fails.
 * @param work receives a signal that is aborted when other work begins, and a function to call as soon as there are
 *   results to read: after the call no message about loading appears
 * @param showMessage shows a message beside the control that the reader used
 * @returns true if the work is done, false if it failed, null if it was aborted
 */
export async function runWithStatus(
  work: (signal: AbortSignal, onFirstResults: () => void) => Promise<void>,
  showMessage: (message: string) => void,
): Promise<boolean | null> {
  current.abort();
  current = new AbortController();
  const { signal } = current;
  main.ariaBusy = 'true';
  const timer = setTimeout(() => {
    if (!signal.aborted) showMessage(LOADING_SLOWLY);
  }, LOADING_DELAY);
  try {
    await work(signal, () => {
      clearTimeout(timer);
    });
    return signal.aborted ? null : true;
  } catch (error) {
    if (signal.aborted) return null;
    showMessage(describeError(error));
    return false;
  } finally {
    clearTimeout(timer);
    if (!signal.aborted) main.ariaBusy = 'false';
  }
}

/**
 * Milliseconds before screen readers announce results, and to read them. Meanwhile a person types the next letter, or
 * related results follow the exact ones.
 */
const [ANNOUNCE_DELAY, READING_TIME] = [600, 3000];

const { count, said } = pageElements;

let announceTimer: ReturnType<typeof setTimeout> | undefined;

/** Cancels the announcement of the last search. */
export function resetStatus(): void {
  clearTimeout(announceTimer);
}

/** Shows a message at once, and announces it if no other message follows for a while. */
export function showStatus(message: string): void {
  count.value = message;
  clearTimeout(announceTimer);
  announceTimer = setTimeout(() => {
    said.textContent = message;
    // Readers who go through the page later find the message once.
    announceTimer = setTimeout(() => {
      said.textContent = '';
    }, READING_TIME);
  }, ANNOUNCE_DELAY);
}
