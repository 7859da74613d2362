import type { ExploreItem } from '../../../model/explore-facets.ts';
import { createElement } from '../../browser/dom-elements.ts';
import { facetTitles, valueNames } from './explore-elements.ts';
import { listHeadings, SHOWN_COLUMNS, toRow } from './found-rows.ts';

const headings = listHeadings(facetTitles);

/** Largest number of rows on the page, and the number that one task adds, so that no task is long. */
const [MOST_ROWS, ROWS_AT_ONCE] = [100, 50];

/** Adds rows to a table in several tasks, as long as it is on the page. */
function addRows(body: HTMLElement, items: readonly ExploreItem[]): void {
  body.append(...items.slice(0, ROWS_AT_ONCE).map(createRow));
  const rest = items.slice(ROWS_AT_ONCE);
  if (rest.length > 0)
    setTimeout(() => {
      if (body.isConnected) addRows(body, rest);
    });
}

function createRow(item: ExploreItem): HTMLTableRowElement {
  const row = toRow(item, valueNames);
  const cells = SHOWN_COLUMNS.map((column, at) => {
    const text = row[column] ?? '';
    return at === 0
      ? createElement('th', { scope: 'row' }, createElement('a', { href: item.url }, text))
      : createElement('td', { 'data-head': headings[column] ?? '' }, text);
  });
  return createElement('tr', {}, ...cells);
}

/** Shows items as a table, and returns the number of its rows. */
export function showFoundTable(container: HTMLElement, found: readonly ExploreItem[]): number {
  const shown = found.slice(0, MOST_ROWS);
  const body = createElement('tbody');
  const head = SHOWN_COLUMNS.map((column) => createElement('th', { scope: 'col' }, headings[column] ?? ''));
  const table = createElement(
    'table',
    { class: 'found-table' },
    createElement('thead', {}, createElement('tr', {}, ...head)),
    body,
  );
  const scroll = { class: 'scroll stacking', role: 'region', tabindex: '0', 'aria-label': '見つかった項目の表' };
  container.replaceChildren(...(shown.length > 0 ? [createElement('div', scroll, table)] : []));
  addRows(body, shown);
  return shown.length;
}
