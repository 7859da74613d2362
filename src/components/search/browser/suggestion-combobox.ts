import type { SearchSuggestion } from '../../../search/query-index.ts';
import { createElement } from '../../browser/dom-elements.ts';

/** What the combobox needs of its page. */
interface ComboboxOptions {
  /** Finds what begins as typed; an empty list where there is nothing, or no index. */
  readonly ask: (typed: string, signal: AbortSignal) => Promise<readonly SearchSuggestion[]>;
  /** What a kind of document is called. */
  readonly kindName: (kind: SearchSuggestion['kind']) => string;
  /** Called when a suggestion has been put into the box. */
  readonly chosen: () => void;
}

/** What the page tells its combobox. */
export interface SuggestionCombobox {
  /** Offers what begins as typed. */
  readonly offer: () => void;
  /** Closes the list; what is still being asked for does not open it again. */
  readonly close: () => void;
}

/**
 * Makes a box and a list one combobox, as the WAI-ARIA practices have it: the list opens while one types, ↓ and ↑ move
 * in it, Enter takes what is marked, Esc closes it; the focus stays in the box.
 */
export function createCombobox(
  box: HTMLInputElement,
  list: HTMLUListElement,
  { ask, kindName, chosen }: ComboboxOptions,
): SuggestionCombobox {
  let options: readonly HTMLLIElement[] = [];
  let active = -1;
  let asking = new AbortController();

  const mark = (at: number) => {
    options[active]?.setAttribute('aria-selected', 'false');
    active = at;
    const option = options[at];
    option?.setAttribute('aria-selected', 'true');
    if (option) box.setAttribute('aria-activedescendant', option.id);
    else box.removeAttribute('aria-activedescendant');
  };
  const close = () => {
    asking.abort();
    mark(-1);
    list.hidden = true;
    box.ariaExpanded = 'false';
  };
  const take = (title: string) => {
    box.value = title;
    close();
    chosen();
  };
  const open = (found: readonly SearchSuggestion[]) => {
    mark(-1);
    options = found.map(({ title, kind }, at) => {
      const attributes = { role: 'option', id: `suggestion-${at}`, 'aria-selected': 'false' };
      const option = createElement('li', attributes, title, ' ', createElement('small', {}, kindName(kind)));
      option.addEventListener('click', () => {
        take(title);
      });
      return option;
    });
    list.replaceChildren(...options);
    list.hidden = options.length === 0;
    box.ariaExpanded = String(!list.hidden);
  };

  const offer = () => {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    void ask(box.value, signal).then((found) => {
      if (!signal.aborted) open(found);
    });
  };

  list.role = 'listbox';
  box.role = 'combobox';
  box.setAttribute('aria-autocomplete', 'list');
  box.setAttribute('aria-controls', list.id);
  box.ariaExpanded = 'false';
  box.addEventListener('keydown', (event) => {
    // These keys belong to the input method while it composes.
    if (event.isComposing || list.hidden) return;
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      // One place beside the options stands for the box itself.
      const places = options.length + 1;
      const step = key === 'ArrowDown' ? 1 : places - 1;
      mark(((active + 1 + step) % places) - 1);
    } else if (key === 'Enter' && active >= 0) options[active]?.click();
    else if (key === 'Escape') close();
    else return;
    event.preventDefault();
  });
  // The focus stays in the box while an option is pressed.
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault();
  });
  box.addEventListener('blur', close);
  return { offer, close };
}
