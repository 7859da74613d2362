import type { Municipality } from '../model/municipality.ts';
import { prefectureNumber } from '../model/prefecture.ts';
import { oncePer } from './once.ts';
import type { Portal } from './portal.ts';

/** As many municipalities as stand beside each other in a table or as cards. */
const BESIDE = 12;

/** As many municipalities as one page shows with a number for each theme; no prefecture has so many. */
const LISTED = 200;

/** True where there are too many municipalities to show each with all it has: pages then list them by prefecture. */
export function isMany({ municipalities }: Pick<Portal, 'municipalities'>): boolean {
  return municipalities.length > BESIDE;
}

/** True where there are too many municipalities for one page of them all: each prefecture then has pages of its own. */
export function isNationwide({ municipalities }: Portal): boolean {
  return municipalities.length > LISTED;
}

/** What the municipalities of the site are called together: 市 where all are cities. */
export const placeWord = oncePer(({ municipalities }): '市' | '市区町村' =>
  municipalities.every(({ title }) => /市(?:（[^）]*）)?$/.test(title)) ? '市' : '市区町村',
);

/** A prefecture and those of its municipalities that the site knows. */
export interface Prefecture {
  /** Its number in JIS X 0401, with which the codes of its municipalities begin. */
  readonly id: string;
  readonly title: string;
  readonly municipalities: readonly Municipality[];
}

/** The prefectures, and the municipalities of each, in the order of their 全国地方公共団体コード. */
export const byPrefecture = oncePer(({ municipalities }): readonly Prefecture[] =>
  [...Map.groupBy(municipalities, ({ code }) => prefectureNumber(code))].map(([id, own]) => ({
    id,
    title: own.find(({ prefecture }) => prefecture !== '')?.prefecture ?? '都道府県の記載なし',
    municipalities: own,
  })),
);

/** The prefectures that have pages of their own: all where there are municipalities across the country, else none. */
export function prefecturesWithPages(portal: Portal): readonly Prefecture[] {
  return isNationwide(portal) ? byPrefecture(portal) : [];
}

/** Where one reads what a municipality's plans say of a theme: on the theme's page, or its prefecture's part of it. */
export function placeInTheme(portal: Portal, theme: string, city: Municipality): string {
  const { address } = portal;
  if (!isNationwide(portal)) return address.themeIn(theme, city.id);
  return `${address.themeInPrefecture(theme, prefectureNumber(city.code))}#${city.id}`;
}
