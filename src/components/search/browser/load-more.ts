import { createElement } from '../../browser/dom-elements.ts';
import { runWithStatus } from './search-status.ts';

/** Lines that are shown at once. */
export const PAGE_SIZE = 30;

/** Makes some of the lines of a list. */
export type LineLoader = (from: number, most: number, signal: AbortSignal) => Promise<HTMLLIElement[]>;

const MORE = 'もっと見る';

/**
 * The button that shows more lines; it is hidden while there are none. Where they can't be had, it says so beside itself
 * and offers to try again.
 * @param all how many lines there are
 */
export function createMoreButton(list: HTMLElement, lines: LineLoader, all: number): HTMLElement {
  const more = createElement('button', { type: 'button', 'data-more': '' }, MORE);
  const said = createElement('output');
  const say = (words: string) => {
    said.value = words;
  };
  const show = async (signal: AbortSignal) => {
    const next = await lines(list.children.length, PAGE_SIZE, signal);
    list.append(...next);
    // Reading goes on where the list grew.
    next[0]?.querySelector('a')?.focus();
    more.hidden = list.children.length >= all;
    say('');
  };
  more.hidden = list.children.length >= all;
  more.addEventListener('click', () => {
    void runWithStatus(show, say).then((done) => {
      more.textContent = done === false ? 'もう一度' : MORE;
    });
  });
  return createElement('p', { class: 'buttons' }, more, said);
}
