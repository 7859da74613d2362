import type { SearchIndex } from '../../../search/query-index.ts';
import { createElement } from '../../browser/dom-elements.ts';
import { createResultLine, type ResultEntry } from './result-list.ts';
import { displayNames } from './search-page-elements.ts';
import { runWithStatus } from './search-status.ts';

/** Number of lines shown at once. */
export const PAGE_SIZE = 30;

/** Loads some lines of a list. */
export type LineLoader = (from: number, count: number, signal: AbortSignal) => Promise<HTMLLIElement[]>;

const MORE = 'もっと見る';

/**
 * Creates the button that shows more lines; it is hidden if there are no more. If loading fails, a message appears
 * beside the button, and the reader can press it again.
 * @param total the number of lines
 */
export function createMoreButton(list: HTMLElement, loadLines: LineLoader, total: number): HTMLElement {
  const button = createElement('button', { type: 'button', 'data-more': '' }, MORE);
  const status = createElement('output');
  const showMessage = (message: string) => {
    status.value = message;
  };
  const showMore = async (signal: AbortSignal) => {
    const next = await loadLines(list.children.length, PAGE_SIZE, signal);
    list.append(...next);
    // Moves the focus to the first new line.
    next[0]?.querySelector('a')?.focus();
    button.hidden = list.children.length >= total;
    showMessage('');
  };
  button.hidden = list.children.length >= total;
  button.addEventListener('click', () => {
    void runWithStatus(showMore, showMessage).then((isDone) => {
      button.textContent = isDone === false ? 'もう一度' : MORE;
    });
  });
  return createElement('p', { class: 'buttons' }, button, status);
}

/**
 * Returns a function that loads some lines of the list.
 * @param words the words to mark in every line
 * @param otherWords the words to mark also in the lines of related results
 * @param marksPages true for links that mark the words on their pages
 */
export function createLineLoader(
  index: SearchIndex,
  entries: readonly ResultEntry[],
  words: readonly string[],
  otherWords: readonly string[],
  marksPages: boolean,
): LineLoader {
  const allWords = [...words, ...otherWords];
  // Without this script, links lead to the pages without marks.
  const loading = marksPages ? import('./text-fragment.ts').catch(() => null) : null;
  return async (from, count, signal) => {
    const part = entries.slice(from, from + count);
    const documents = part.map(({ document }) => document);
    const rows = await index.rows(documents, signal);
    const script = await loading;
    signal.throwIfAborted();
    return rows.flatMap((row, at) => {
      const entry = part[at];
      const marked = entry?.tier === 'exact' ? words : allWords;
      return entry ? [createResultLine(entry, row, marked, words, script, displayNames)] : [];
    });
  };
}
