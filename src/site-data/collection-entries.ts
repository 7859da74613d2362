import type { Indicator } from '../tables/indicators.ts';

/*
 * Astro compiles `content.config.ts` with all that it imports in each build, also if a command has already loaded it. So
 * the integration lists the entries of the collections, and this small file is all that both import.
 */

/** An entry of the collections of texts: its data and its text without the front matter. */
interface TextEntry {
  readonly id: string;
  readonly data: { readonly title: string };
  readonly body: string;
}

/** Functions that list the entries of each collection. */
export interface CollectionLists {
  readonly chapters: () => readonly TextEntry[];
  readonly guides: () => readonly TextEntry[];
  readonly indicators: () => readonly Indicator[];
}

const KEY = Symbol.for('keikaku-hiroba.collections');
const home = globalThis as { [KEY]?: CollectionLists };

/** Sets what lists the entries of the collections. */
export function setCollectionLists(lists: CollectionLists): void {
  home[KEY] = lists;
}

/** Returns what lists the entries of the collections. Throws before `setCollectionLists`. */
export function getCollectionLists(): CollectionLists {
  if (!home[KEY]) throw new Error('nothing lists the entries of the collections');
  return home[KEY];
}
