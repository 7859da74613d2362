import { ACTION_VALUE, NO_VALUE, type ExploreItem } from '../../../site-data/explore-facets.ts';
import { loadJson } from '../../browser/dom-elements.ts';

/** The items of the page, with the entries of the list that show them. */
export interface PageItems {
  readonly items: readonly ExploreItem[];
  /** The entries by the ids of their items; empty if the page does not list its items. */
  readonly entries: ReadonlyMap<string, HTMLElement>;
}

const splitValues = (values = NO_VALUE) => values.split(' ');

function readEntry(plan: HTMLElement, entry: HTMLElement): ExploreItem {
  const { city = '', state = '', plan: planId = '' } = plan.dataset;
  const { theme, kind = ACTION_VALUE, department, sdg, inferred } = entry.dataset;
  const link = entry.querySelector('a');
  const url = link?.getAttribute('href') ?? '';
  // The page of an item, or the part of a page that shows it, has the item's code as its name.
  const code = /([^/#]+)\/?$/.exec(url)?.[1] ?? '';
  return {
    id: `${planId}/${code}`,
    title: link?.textContent ?? '',
    summary: entry.querySelector('p')?.textContent ?? '',
    url,
    plan: plan.querySelector('a')?.textContent ?? '',
    level: entry.querySelector('small')?.textContent ?? '',
    inferred: inferred?.split(' ') ?? [],
    values: {
      city: [city],
      theme: splitValues(theme),
      kind: splitValues(kind),
      department: splitValues(department),
      state: [state],
      sdg: splitValues(sdg),
    },
  };
}

/** Returns the items that a list shows. */
export function readListedItems(list: HTMLElement): PageItems {
  const entries = new Map<string, HTMLElement>();
  const items = [...list.querySelectorAll<HTMLElement>('.found-plan')].flatMap((plan) =>
    [...plan.querySelectorAll<HTMLElement>('.found > li')].map((entry) => {
      const item = readEntry(plan, entry);
      entries.set(item.id, entry);
      return item;
    }),
  );
  return { items, entries };
}

/** Returns the items of the page, from the file at a URL if the page does not list them. */
export async function readPageItems(list: HTMLElement, url: string | undefined): Promise<PageItems> {
  if (url === undefined) return readListedItems(list);
  return { items: await loadJson(url), entries: new Map() };
}
