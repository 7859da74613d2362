import { getPrefectureNumber, type Municipality } from '../model/municipality.ts';
import { memoizeBySite, type SiteData } from './site-data.ts';

/** As many municipalities as stand beside each other in a table or as cards. */
const BESIDE = 12;

/** As many municipalities as one page shows with a number for each theme; no prefecture has so many. */
const LISTED = 200;

/** True where there are too many municipalities to show each with all it has: pages then list them by prefecture. */
export function hasManyMunicipalities({ municipalities }: Pick<SiteData, 'municipalities'>): boolean {
  return municipalities.length > BESIDE;
}

/** True where there are too many municipalities for one page of them all: each prefecture then has pages of its own. */
export function isNationwide({ municipalities }: SiteData): boolean {
  return municipalities.length > LISTED;
}

/** What the municipalities of the site are called together: 市 where all are cities. */
export const getMunicipalityWord = memoizeBySite(({ municipalities }): '市' | '市区町村' =>
  municipalities.every(({ title }) => /市(?:（[^）]*）)?$/.test(title)) ? '市' : '市区町村',
);

/** A prefecture and those of its municipalities that the site knows. */
export interface PrefectureGroup {
  /** Its number in JIS X 0401, with which the codes of its municipalities begin. */
  readonly id: string;
  readonly title: string;
  readonly municipalities: readonly Municipality[];
}

/** The prefectures, and the municipalities of each, in the order of their 全国地方公共団体コード. */
export const groupByPrefecture = memoizeBySite(({ municipalities }): readonly PrefectureGroup[] =>
  [...Map.groupBy(municipalities, ({ code }) => getPrefectureNumber(code))].map(([id, own]) => ({
    id,
    title: own.find(({ prefecture }) => prefecture !== '')?.prefecture ?? '都道府県の記載なし',
    municipalities: own,
  })),
);

/** The prefectures that have pages of their own: all where there are municipalities across the country, else none. */
export function listPrefecturesWithPages(siteData: SiteData): readonly PrefectureGroup[] {
  return isNationwide(siteData) ? groupByPrefecture(siteData) : [];
}

/** Where one reads what a municipality's plans say of a theme: on the theme's page, or its prefecture's part of it. */
export function getThemeSectionUrl(siteData: SiteData, theme: string, city: Municipality): string {
  const { urls } = siteData;
  if (!isNationwide(siteData)) return urls.themeInCity(theme, city.id);
  return `${urls.themeInPrefecture(theme, getPrefectureNumber(city.code))}#${city.id}`;
}
