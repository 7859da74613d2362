import type { SearchIndex, SearchSuggestion } from '../../../search/query-index.ts';
import { createElement } from '../../browser/dom-elements.ts';

const MAX_SUGGESTIONS = 6;

/** What the combobox needs of the page. */
interface ComboboxOptions {
  readonly getSearchIndex: () => Promise<SearchIndex>;
  readonly kindNames: Readonly<Record<string, string>>;
  /** Called when a suggestion is put into the box. */
  readonly onChoice: () => void;
}

function createOption(title: string, kind: string, index: number, onClick: (title: string) => void): HTMLLIElement {
  const attributes = { role: 'option', id: `suggestion-${index}`, 'aria-selected': 'false' };
  const option = createElement('li', attributes, title, ' ', createElement('small', {}, kind));
  option.addEventListener('click', () => {
    onClick(title);
  });
  return option;
}

/**
 * Makes a box and a list a combobox of the WAI-ARIA practices: the list opens during typing, ↓ and ↑ move in it, Enter
 * takes the active suggestion, Esc closes it; the focus stays in the box.
 */
export function createCombobox(
  box: HTMLInputElement,
  list: HTMLElement,
  { getSearchIndex, kindNames, onChoice }: ComboboxOptions,
) {
  let options: readonly HTMLLIElement[] = [];
  let active = -1;
  let loading = new AbortController();

  const activate = (index: number) => {
    options[active]?.setAttribute('aria-selected', 'false');
    active = index;
    const option = options[index];
    option?.setAttribute('aria-selected', 'true');
    // The focus stays in the box, so the browser does not scroll by itself.
    option?.scrollIntoView({ block: 'nearest' });
    if (option) box.setAttribute('aria-activedescendant', option.id);
    else box.removeAttribute('aria-activedescendant');
  };
  /** Closes the list; suggestions that are still loading do not open it again. */
  const close = () => {
    loading.abort();
    activate(-1);
    list.hidden = true;
    box.ariaExpanded = 'false';
  };
  const take = (title: string) => {
    box.value = title;
    close();
    onChoice();
  };
  const open = (suggestions: readonly SearchSuggestion[]) => {
    activate(-1);
    options = suggestions.map(({ title, kind }, index) => createOption(title, kindNames[kind] ?? kind, index, take));
    list.replaceChildren(...options);
    list.hidden = options.length === 0;
    box.ariaExpanded = String(!list.hidden);
  };

  /** Shows suggestions for the text in the box. */
  const offer = async () => {
    loading.abort();
    loading = new AbortController();
    const { signal } = loading;
    const suggest = async () => (await getSearchIndex()).suggest(box.value, MAX_SUGGESTIONS, signal);
    // The search itself reports a missing index.
    const suggestions = box.value.trim() === '' ? [] : await suggest().catch(() => []);
    if (!signal.aborted) open(suggestions);
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
      // One position besides the options is the box itself.
      const positions = options.length + 1;
      // Suggestions that arrive later do not replace the list in which the reader moves.
      loading.abort();
      const step = key === 'ArrowDown' ? 1 : positions - 1;
      activate(((active + 1 + step) % positions) - 1);
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
