import { page } from './page.ts';
import { SLOW, trouble } from './words.ts';

/** Milliseconds after which waiting is spoken of. */
const PATIENCE = 1000;

const { main, count, again } = page;

/** What is being done; what was done before it is given up. */
let current = new AbortController();

/**
 * Does something that may take long or fail. The page says that it is busy, says so in words after a while, and where
 * the work fails it says why and offers to do it again.
 * @param work is given a signal that tells when something else is wanted instead
 */
export async function busy(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  current.abort();
  current = new AbortController();
  const { signal } = current;
  const said = count.value;
  main.ariaBusy = 'true';
  again.hidden = true;
  const slow = setTimeout(() => {
    count.value = SLOW;
  }, PATIENCE);
  try {
    await work(signal);
    if (!signal.aborted && count.value === SLOW) count.value = said;
  } catch (error) {
    if (signal.aborted) return;
    count.value = trouble(error);
    again.hidden = false;
    again.onclick = () => void busy(work);
  } finally {
    clearTimeout(slow);
    if (!signal.aborted) main.ariaBusy = 'false';
  }
}
