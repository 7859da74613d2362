import { NO_VALUE, type ExploreItem, type FacetId } from '../../../model/explore-facets.ts';
import { createElement } from '../../browser/dom-elements.ts';
import { facetTitles, valueNames } from './explore-elements.ts';
import { mapFacets } from './explore-query.ts';
import type { ValueNames } from './item-groups.ts';

/** The headings of a file of found items. The table of the page has those at `SHOWN_COLUMNS`. */
export function listFileHeadings(titles: Readonly<Record<FacetId, string>>): string[] {
  const { city, theme, department, state, sdg } = titles;
  return [city, '計画', '階層', '名称', '要約', theme, department, sdg, state, 'URL', 'ID'];
}

/** The widths of the columns of an Excel file, in letters. */
export const FILE_WIDTHS = [12, 24, 14, 36, 60, 24, 24, 24, 14, 40, 28] as const;

/** The columns of a row that the page shows; the first is the heading of the row. */
const SHOWN_COLUMNS = [3, 0, 2, 4, 5, 8] as const;

/** Returns an item as a row of a file: texts, several values with 、 between them, and nothing for no value. */
export function toRow(item: ExploreItem, names: Readonly<Record<FacetId, ValueNames>>): string[] {
  const join = (facet: FacetId) =>
    item.values[facet]
      .filter((value) => value !== NO_VALUE)
      .map((value) => names[facet].get(value) ?? value)
      .join('、');
  const { plan, place, title, summary, id } = item;
  const url = new URL(item.url, location.href).href;
  const { city, theme, department, sdg, state } = mapFacets(join);
  return [city, plan, place, title, summary, theme, department, sdg, state, url, id];
}

const headings = listFileHeadings(facetTitles);

/** The maximum number of rows on the page, and the number that one task adds, so that no task is long. */
const [MAX_SHOWN_ROWS, ROWS_AT_ONCE] = [100, 50];

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
  const shown = found.slice(0, MAX_SHOWN_ROWS);
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
