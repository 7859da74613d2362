/*
 * What a reader sees and reaches on a page. These functions run in the browser, so that each uses only what is inside
 * itself.
 */

/** Draws the parts that have no size until they are scrolled to (src/components/text/reference-entry.css). */
export function renderWholePage(): void {
  for (const entry of document.querySelectorAll<HTMLElement>('.entry')) entry.style.contentVisibility = 'visible';
}

/**
 * Returns the text that a reader sees, without white space and without what only a script makes useful: buttons of
 * pictures, charts and tables, the filter of a plan and the choice of a map of zones. It contains all parts of a chart,
 * of which tabs show one at a time.
 */
export function readPageText(): string {
  const added =
    '.ruby-switch, .picture button, .cite button, .data-tools, .data-hint, .plot-tools, .chart-tab-list, .chart-panel-title, .theme-filter, .zone-choice, .square-tools, .action-squares .tiles, .status-choice, .status-filter output';
  const changed = [...document.querySelectorAll<HTMLElement>(`${added}, .chart-panel`)].map((element) => ({
    element,
    display: element.style.display,
  }));
  // A hidden panel is hidden with `!important`.
  for (const { element } of changed)
    element.style.setProperty('display', element.matches(added) ? 'none' : 'block', 'important');
  const text = document.body.innerText.replace(/\s+/g, '');
  for (const { element, display } of changed) element.style.display = display;
  return text;
}

/** Lists the invisible headings, sentences and cells of the main part, without navigation, forms and mere links. */
export function findUnseenParts(): string[] {
  const visible = { visibilityProperty: true, contentVisibilityAuto: false };
  const isMereLink = (part: Element) => part.querySelector('a, button')?.textContent.trim() === part.textContent.trim();
  /** Returns true for the heading of a column whose cells repeat it. */
  const isRepeatedInCells = (part: Element) =>
    part.matches('thead th') &&
    [...(part.closest('table')?.querySelectorAll<HTMLElement>('tbody :is(th, td)') ?? [])].some(
      (cell) =>
        cell.dataset.head === part.textContent.trim() &&
        cell.checkVisibility(visible) &&
        getComputedStyle(cell, '::before').content.includes(part.textContent.trim()),
    );
  const parts = [...document.querySelectorAll<HTMLElement>('main :is(h1,h2,h3,h4,p,li,td,th,dt,dd,figcaption)')];
  return parts
    .filter((part) => !part.closest('nav, form') && !isMereLink(part) && !part.checkVisibility(visible))
    .filter((part) => !isRepeatedInCells(part))
    .map((part) => `${part.tagName.toLowerCase()}: ${(part.textContent || '').trim().slice(0, 40)}`);
}

/** Returns true if the focus is in the main part of the page. */
export function isFocusInMain(): boolean {
  return document.activeElement?.closest('main') != null;
}

/** Returns true if the focus is on a link to an element of the same page. */
export function isFocusOnLinkWithin(): boolean {
  return document.activeElement?.getAttribute('href')?.startsWith('#') ?? false;
}
