import { pageElements } from './page.ts';

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
