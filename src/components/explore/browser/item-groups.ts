import { NO_VALUE, type ExploreItem } from '../../../site-data/explore-facets.ts';
import { countFormat } from '../../browser/dom-elements.ts';

/** How a page groups squares. */
export const squareGroupings = ['theme', 'city', 'state'] as const;
export type SquareGrouping = (typeof squareGroupings)[number];

/** The states of plans, in the order of their groups. */
export const stateOrder = ['ongoing', 'ended', 'unknown'] as const;

/** The maximum number of squares in a picture: more take too long to glide in a frame. More items are bars. */
export const MAX_SQUARES = 300;

/** Writes the number of items that are in another group, to add to those of a group; empty for none. */
export const formatOthers = (count: number): string => (count > 0 ? ` ＋${countFormat.format(count)}` : '');

/** Items with the same first value of a facet; `others` is the number of items of which it is a later value. */
export type ItemGroup = Readonly<{ value: string; title: string; items: readonly ExploreItem[]; others: number }>;

/** The names of a facet's values, in their order. */
export type ValueNames = ReadonlyMap<string, string>;

export type GroupNames = Readonly<Record<SquareGrouping, ValueNames>>;

/**
 * Groups items by their first value of a facet, in the order of the values. A group keeps the order of its items, which
 * is the order of the municipalities. Empty groups are left out.
 */
export function groupItems(items: readonly ExploreItem[], facet: SquareGrouping, names: GroupNames): ItemGroup[] {
  const groups = Map.groupBy(items, ({ values }) => values[facet][0] ?? NO_VALUE);
  return [...names[facet]].flatMap(([value, title]) => {
    const group = groups.get(value);
    const others = items.filter(({ values }) => values[facet].indexOf(value) > 0).length;
    return group ? [{ value, title, items: group, others }] : [];
  });
}

/** The maximum number of municipalities with colours of their own. */
const MAX_COLOURED = 6;

/** How a municipality's squares look. */
export interface CityLook {
  readonly colour: string;
  /** The letter on the first square of each row of squares: the first letter of the name that no other has. */
  readonly sign: string;
}

/** Returns the looks of the municipalities that have one: all, or the chosen ones of many. Others are grey. */
export function assignCityLooks(cities: ValueNames, chosen: ReadonlySet<string>): ReadonlyMap<string, CityLook> {
  const all = [...cities];
  const coloured = all.length <= MAX_COLOURED ? all : all.filter(([id]) => chosen.has(id));
  const signs = new Set<string>();
  const looks = coloured.slice(0, MAX_COLOURED).map(([id, title], at): [string, CityLook] => {
    const sign = [...title].find((letter) => !signs.has(letter)) ?? '';
    signs.add(sign);
    return [id, { colour: `city-${at + 1}`, sign }];
  });
  return new Map(looks);
}
