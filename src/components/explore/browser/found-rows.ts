import { facetIds, NO_VALUE, type ExploreItem, type FacetId } from '../../../model/explore-facets.ts';
import type { ValueNames } from './item-groups.ts';

/** The headings of a file of found items. The table of the page has those at `SHOWN_COLUMNS`. */
export function listHeadings(titles: Readonly<Record<FacetId, string>>): string[] {
  const { city, theme, department, state, sdg } = titles;
  return [city, '計画', '階層', '名称', '要約', theme, department, sdg, state, 'URL', 'ID'];
}

/** The widths of the columns of an Excel file, in letters. */
export const FILE_WIDTHS = [12, 24, 14, 36, 60, 24, 24, 24, 14, 40, 28] as const;

/** The columns of a row that the page shows; the first is the heading of the row. */
export const SHOWN_COLUMNS = [3, 0, 2, 4, 5, 8] as const;

/** Returns an item as a row of a file: texts, several values with 、 between them, and nothing for no value. */
export function toRow(item: ExploreItem, names: Readonly<Record<FacetId, ValueNames>>): string[] {
  const join = (facet: FacetId) =>
    item.values[facet]
      .filter((value) => value !== NO_VALUE)
      .map((value) => names[facet].get(value) ?? value)
      .join('、');
  const [city, theme, , department, state, sdg] = facetIds.map(join);
  const { plan, place, title, summary, id } = item;
  const url = new URL(item.url, location.href).href;
  return [city, plan, place, title, summary, theme, department, sdg, state, url, id].map((text) => text ?? '');
}
