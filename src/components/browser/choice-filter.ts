import { changeUrl, countFormat } from './dom-elements.ts';

/** Returns true for an item that has one of the values, or if no value is chosen. */
export const hasChosenValue = (values: string | undefined, chosen: readonly string[]): boolean =>
  chosen.length === 0 || (values ?? '').split(' ').some((value) => chosen.includes(value));

/** Returns what a filter says: how many items the page shows. */
export const describeShown = (what: string, total: number, shown = total): string =>
  `${what}${countFormat.format(total)}件${shown === total ? 'をすべて' : `のうち、${countFormat.format(shown)}件を`}表示しています。`;

/** What the buttons of a filter narrow. */
export interface FilteredParts {
  /** The parameter of the URL, and the name of the data attribute of the buttons: `?theme=digital,finance`. */
  readonly parameter: string;
  readonly items: readonly HTMLElement[];
  /** Returns the values of an item with spaces between them. */
  readonly readValues: (item: HTMLElement) => string | undefined;
  /** The parts of the page that are hidden with all of their items. */
  readonly groups: readonly HTMLElement[];
  /** Shows what else depends on the chosen values. */
  readonly showMore?: (chosen: readonly string[]) => void;
}

/**
 * Connects the buttons that narrow the items of a page to some values. The URL of the page contains the chosen ones.
 * @param filter the element with the buttons, and an output for the number of items
 */
export function connectChoiceFilter(filter: HTMLElement, parts: FilteredParts): void {
  const { parameter, items, readValues, groups, showMore } = parts;
  const buttons = [...filter.querySelectorAll<HTMLButtonElement>('button')];
  const status = filter.querySelector('output');
  const isPressed = (button: HTMLButtonElement) => button.getAttribute('aria-pressed') === 'true';
  const getValue = ({ dataset }: HTMLButtonElement) => dataset[parameter] ?? '';
  const listChosen = () => buttons.filter(isPressed).map(getValue);

  const show = (note = '') => {
    const chosen = listChosen();
    for (const item of items) item.hidden = !hasChosenValue(readValues(item), chosen);
    for (const group of groups) group.hidden = !items.some((item) => !item.hidden && group.contains(item));
    showMore?.(chosen);
    const shown = items.filter(({ hidden }) => !hidden).length;
    const sentence = describeShown(filter.dataset.what ?? '', items.length, shown) + note;
    // A screen reader would announce the sentence of the opened page.
    if (status && status.value !== sentence) status.value = sentence;
  };
  const press = (chosen: readonly string[] = new URLSearchParams(location.search).get(parameter)?.split(',') ?? []) => {
    for (const button of buttons) button.setAttribute('aria-pressed', String(chosen.includes(getValue(button))));
    const pressed = listChosen();
    const hasUnknown = chosen.some((value) => value !== '' && !pressed.includes(value));
    // A quoted condition would put any words of a link on the page.
    show(hasUnknown ? 'リンクの中の使えない条件をはずしました。' : '');
  };
  const findHiddenTarget = () => {
    const target = document.querySelector(':target');
    return [...items, ...groups].some((part) => part.hidden && part.contains(target)) ? target : null;
  };
  const writeUrl = () => {
    const url = new URL(location.href);
    const chosen = listChosen();
    // A fragment that the filter hides would end the filter when the page opens again.
    if (findHiddenTarget()) url.hash = '';
    if (chosen.length > 0) url.searchParams.set(parameter, chosen.join(','));
    else url.searchParams.delete(parameter);
    changeUrl(url);
  };

  filter.addEventListener('click', ({ target }) => {
    const button = target instanceof Element && target.closest('button');
    if (!button) return;
    button.setAttribute('aria-pressed', String(!isPressed(button)));
    show();
    writeUrl();
  });
  // A link to an item that the filter hides shows all items again.
  const showTarget = () => {
    const target = findHiddenTarget();
    if (!target) return;
    press([]);
    show('しぼりこみをはずしました。');
    writeUrl();
    target.scrollIntoView();
  };
  addEventListener('popstate', () => {
    press();
  });
  addEventListener('hashchange', showTarget);
  // Before that, no element is the target.
  addEventListener('load', showTarget);
  press();
}
