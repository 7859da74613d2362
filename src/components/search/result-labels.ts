import type { SiteData } from '../../site-data/site-data.ts';
import type { DocumentKind } from '../../search/query-index.ts';
import { routes } from '../../model/routes.ts';
import { hasManyMunicipalities } from '../../site-data/site-size.ts';
import { listSearchCities } from '../../search/build-index.ts';

/** The name of each kind of document, in the order of the filter. */
export const documentKindLabels: Readonly<Record<DocumentKind, string>> = {
  city: '市区町村',
  prefecture: '都道府県',
  theme: 'テーマ',
  plan: '計画',
  department: '部署',
  node: '計画の項目',
  indicator: '指標',
  statistic: '統計',
  term: '用語',
  zone: '地域',
  chapter: '計画の文章',
  dataset: 'データ',
  guide: 'サイトの案内',
};

/** Where a site shows documents of a kind, if it lists them on one page. */
export const documentKindRoutes: Readonly<Partial<Record<DocumentKind, string>>> = {
  theme: routes.themes,
  plan: routes.plans,
  node: routes.explore,
  indicator: routes.indicators,
  statistic: routes.statistics,
  term: routes.glossary,
  dataset: routes.data,
  guide: routes.guides,
};

/** Returns the parts of a municipality's plans that the site contains; empty if nothing is left out. */
function describeScope({ plansOf }: SiteData, municipality: string): string {
  const scopes = plansOf(municipality).flatMap(({ shortTitle, scope }) =>
    scope === null ? [] : [`「${shortTitle}」は${scope}`],
  );
  return scopes.join('、');
}

/** Returns the names that the script shows beside results, as JSON that a page may contain. */
export function serializeResultLabels(siteData: SiteData): string {
  const { plans, municipalities, themes, urls } = siteData;
  // With many municipalities only their pages tell these: the JSON would be too large.
  const details = hasManyMunicipalities(siteData) ? [] : municipalities;
  const names = {
    kind: { ...documentKindLabels, word: '言葉' },
    theme: Object.fromEntries(themes.map(({ id, title }) => [id, title])),
    plan: Object.fromEntries(
      plans.map(({ id, shortTitle, state }) => [id, state === 'ended' ? `${shortTitle}（終了）` : shortTitle]),
    ),
    cities: listSearchCities({ municipalities }),
    details: Object.fromEntries(
      details.map(({ id, website }) => [
        id,
        { website, scope: describeScope(siteData, id), items: urls.explore({ city: id }) },
      ]),
    ),
  };
  return JSON.stringify(names).replaceAll('<', '\\u003c');
}
