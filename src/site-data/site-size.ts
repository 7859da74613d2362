import { getPrefectureNumber, type Municipality } from '../model/municipality.ts';
import type { ItemKind } from '../model/value-lists.ts';
import { getMainItems } from './item-counts.ts';
import { memoizeBySite, type SiteData } from './site-data.ts';
import { chooseNoun } from './statistic-words.ts';
import type { FacetChoice } from './urls.ts';

/** Maximum number of municipalities beside each other in a table or as cards. */
const MAX_DETAILED = 12;

/** Maximum number of municipalities on one page with a number for each theme; no prefecture has more. */
const MAX_MUNICIPALITIES_ON_PAGE = 200;

/** The maximum number of indicators on the page of all. */
export const MAX_INDICATORS_ON_PAGE = 300;

/** Returns true if there are too many municipalities to show each in detail; pages then list them by prefecture. */
export const hasManyMunicipalities = ({ municipalities }: Pick<SiteData, 'municipalities'>): boolean =>
  municipalities.length > MAX_DETAILED;

/** Returns true if there are too many municipalities for one page; each prefecture then has its own pages. */
export const isNationwide = ({ municipalities }: Pick<SiteData, 'municipalities'>): boolean =>
  municipalities.length > MAX_MUNICIPALITIES_ON_PAGE;

/** Returns the word for the municipalities of the site: 市 if all are cities. */
export const getMunicipalityWord = memoizeBySite(({ municipalities }) =>
  chooseNoun(municipalities.map(({ title }) => title)),
);

export interface PrefectureGroup {
  /** Its number in JIS X 0401, the beginning of the codes of its municipalities. */
  readonly id: string;
  readonly title: string;
  readonly municipalities: readonly Municipality[];
}

/** Groups the municipalities by prefecture, in the order of their 全国地方公共団体コード. */
export const groupByPrefecture = memoizeBySite(({ municipalities }): readonly PrefectureGroup[] =>
  [...Map.groupBy(municipalities, ({ code }) => getPrefectureNumber(code))].map(([id, own]) => ({
    id,
    title: own.find(({ prefecture }) => prefecture !== '')?.prefecture ?? '都道府県の記載なし',
    municipalities: own,
  })),
);

/** Returns the prefectures with their own pages: all on a nationwide site, otherwise none. */
export const listPrefecturesWithPages = (siteData: SiteData): readonly PrefectureGroup[] =>
  isNationwide(siteData) ? groupByPrefecture(siteData) : [];

/** Returns the URL of a municipality's items on `/explore/`, or on the page of its prefecture. */
export function getExploreUrl(siteData: SiteData, municipality: string, values: FacetChoice): string {
  const { code } = siteData.municipality(municipality);
  return siteData.urls.explore(values, isNationwide(siteData) ? getPrefectureNumber(code) : undefined);
}

/** Returns the URL of the comparison by items of one kind or of the main one, in the country or in one prefecture. */
export function getCompareUrl(siteData: SiteData, kind?: ItemKind, prefecture?: string): string {
  const { urls } = siteData;
  const isMain = kind === undefined || kind === getMainItems(siteData).kind;
  if (prefecture === undefined) return isMain ? urls.compare() : urls.compareKind(kind);
  return isMain ? urls.compareInPrefecture(prefecture) : urls.compareKindInPrefecture(kind, prefecture);
}

/** Returns the URL of a municipality's section about a theme: on the theme's page, or on the page of its prefecture. */
export function getThemeSectionUrl(siteData: SiteData, theme: string, city: Municipality): string {
  const { urls } = siteData;
  if (!isNationwide(siteData)) return urls.themeInCity(theme, city.id);
  return `${urls.themeInPrefecture(theme, getPrefectureNumber(city.code))}#${city.id}`;
}
