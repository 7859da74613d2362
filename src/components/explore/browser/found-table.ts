import type { ExploreItem } from '../../../model/explore-facets.ts';
import { createElement } from '../../browser/dom-elements.ts';
import { facetTitles, valueNames } from './explore-elements.ts';
import { listHeadings, SHOWN_COLUMNS, toRow } from './found-rows.ts';

/** Largest number of rows on the page. */
const MOST_ROWS = 150;

/** Shows items as a table, and returns the number of its rows. */
export function showFoundTable(container: HTMLElement, found: readonly ExploreItem[]): number {
  const headings = listHeadings(facetTitles);
  const shown = found.slice(0, MOST_ROWS);
  const lines = shown.map((item) => {
    const row = toRow(item, valueNames);
    const cells = SHOWN_COLUMNS.map((column, at) => {
      const text = row[column] ?? '';
      return at === 0
        ? createElement('th', { scope: 'row' }, createElement('a', { href: item.url }, text))
        : createElement('td', { 'data-head': headings[column] ?? '' }, text);
    });
    return createElement('tr', {}, ...cells);
  });
  const head = SHOWN_COLUMNS.map((column) => createElement('th', { scope: 'col' }, headings[column] ?? ''));
  const table = createElement(
    'table',
    { class: 'found-table' },
    createElement('thead', {}, createElement('tr', {}, ...head)),
    createElement('tbody', {}, ...lines),
  );
  const scroll = { class: 'scroll stacking', role: 'region', tabindex: '0', 'aria-label': '見つかった項目の表' };
  container.replaceChildren(...(shown.length > 0 ? [createElement('div', scroll, table)] : []));
  return shown.length;
}
