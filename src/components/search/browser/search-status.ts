import { pageElements } from './search-page-elements.ts';
import { LOADING_SLOWLY, describeError } from './search-messages.ts';

/** Milliseconds after which waiting is spoken of. */
const PATIENCE = 1000;

const { main } = pageElements;

/** What is being done; what was done before it is given up. */
let current = new AbortController();

/**
 * Does something that may take long or fail. The page says that it is busy, says so in words after a while, and where
 * the work fails it says why.
 * @param work is given a signal that tells when something else is wanted instead, and what to call as soon as there is
 *   something to read: from then on waiting is not spoken of
 * @param say shows words beside what the reader did
 * @returns whether it was done; null where it was given up
 */
export async function runWithStatus(
  work: (signal: AbortSignal, hasCome: () => void) => Promise<void>,
  say: (words: string) => void,
): Promise<boolean | null> {
  current.abort();
  current = new AbortController();
  const { signal } = current;
  main.ariaBusy = 'true';
  const slow = setTimeout(() => {
    say(LOADING_SLOWLY);
  }, PATIENCE);
  try {
    await work(signal, () => {
      clearTimeout(slow);
    });
    return signal.aborted ? null : true;
  } catch (error) {
    if (signal.aborted) return null;
    say(describeError(error));
    return false;
  } finally {
    clearTimeout(slow);
    if (!signal.aborted) main.ariaBusy = 'false';
  }
}

/** Milliseconds without a new answer after which one is announced: while one types, and when it was sent. */
const [REST, SOON] = [600, 100];

const { count, said } = pageElements;

let pause = SOON;
let resting: ReturnType<typeof setTimeout> | undefined;

/**
 * Begins a new answer; of the last one nothing more is announced.
 * @param typing true where the next letter may change what is asked for
 */
export function resetStatus(typing: boolean): void {
  clearTimeout(resting);
  pause = typing ? REST : SOON;
}

/** Shows words at once, and announces them when nothing else has come after them for a while. */
export function showStatus(words: string): void {
  count.value = words;
  clearTimeout(resting);
  resting = setTimeout(() => {
    said.textContent = words;
  }, pause);
}
