/** Returns true for an item that has one of the themes, or if no theme is chosen. */
export const hasChosenTheme = (themes: string | undefined, chosen: readonly string[]): boolean =>
  chosen.length === 0 || (themes ?? '').split(' ').some((theme) => chosen.includes(theme));

/** Returns what the filter says: how many items of a plan the page shows. */
export const describeShown = (what: string, total: number, shown: number): string =>
  shown === total ? `${total}の${what}をすべて出しています。` : `${total}の${what}のうち、${shown}を出しています。`;

/** The parameter of the address: `?theme=digital,finance`. */
const PARAMETER = 'theme';

/**
 * Connects the buttons that narrow the items of a plan to some themes. The address of the page contains the chosen ones.
 * @param filter the element with the buttons
 */
export function connectThemeFilter(filter: HTMLElement): void {
  const buttons = [...filter.querySelectorAll<HTMLButtonElement>('button')];
  const status = filter.querySelector('output');
  const items = [...document.querySelectorAll<HTMLElement>('.node[data-themes]')];
  const squares = [...document.querySelectorAll<HTMLElement>('.plan-overview [data-themes]')];
  const groups = [...document.querySelectorAll<HTMLElement>('.node-run, .node-group')].filter((group) =>
    group.querySelector('.node[data-themes]'),
  );
  const isPressed = (button: HTMLButtonElement) => button.getAttribute('aria-pressed') === 'true';
  const listChosen = () => buttons.filter(isPressed).flatMap(({ dataset }) => dataset.theme ?? []);

  const show = () => {
    const chosen = listChosen();
    for (const item of items) item.hidden = !hasChosenTheme(item.dataset.themes, chosen);
    for (const square of squares) square.classList.toggle('is-off', !hasChosenTheme(square.dataset.themes, chosen));
    for (const group of groups) group.hidden = !group.querySelector('.node:not([hidden])');
    const shown = items.filter(({ hidden }) => !hidden).length;
    if (status) status.value = describeShown(filter.dataset.what ?? '', items.length, shown);
  };
  const press = (chosen: readonly string[]) => {
    for (const button of buttons)
      button.setAttribute('aria-pressed', String(chosen.includes(button.dataset.theme ?? '')));
    show();
  };
  const writeAddress = () => {
    const address = new URL(location.href);
    const chosen = listChosen();
    if (chosen.length > 0) address.searchParams.set(PARAMETER, chosen.join(','));
    else address.searchParams.delete(PARAMETER);
    history.replaceState(null, '', address);
  };

  filter.addEventListener('click', ({ target }) => {
    const button = target instanceof Element && target.closest('button');
    if (!button) return;
    button.setAttribute('aria-pressed', String(!isPressed(button)));
    show();
    writeAddress();
  });
  // A link to an item that the filter hides shows all items again.
  addEventListener('hashchange', () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target?.closest('[hidden]')) return;
    press([]);
    writeAddress();
    target.scrollIntoView();
  });
  press(new URLSearchParams(location.search).get(PARAMETER)?.split(',') ?? []);
}
