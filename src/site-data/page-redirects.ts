import { ID_CHANGE_ITEM } from '../tables/changes.ts';
import { getRecordLink } from './record-links.ts';
import { listPrefecturesWithPages } from './site-size.ts';
import { memoizeBySite, type SiteData } from './site-data.ts';

/** An address at which a page once was. */
export interface PageRedirect {
  /** The old address, root-relative with the base. */
  readonly from: string;
  /** Where the page is now. */
  readonly to: string;
  /** What it shows. */
  readonly title: string;
}

/** Makes the address of one page from an id, the old one or the new one. */
type Address = (id: string) => string;

/** The pages of a plan, with those of its measures, texts and indicators. */
function pagesOfPlan(siteData: SiteData, id: string): Address[] {
  const { urls } = siteData;
  const nodes = siteData.planItemsOf(id).filter(siteData.hasOwnPage);
  const texts = siteData.chaptersOf(id).filter(({ role }) => role === 'text');
  const slugs = siteData.indicatorsOf(id).map((one) => one.id.split('/')[1] ?? '');
  return [
    urls.plan,
    ...nodes.map(
      ({ code }): Address =>
        (plan) =>
          urls.planItem(plan, code),
    ),
    ...texts.map(
      ({ slug }): Address =>
        (plan) =>
          urls.planText(plan, slug),
    ),
    ...slugs.flatMap((slug): Address[] => [
      (plan) => urls.indicator(`${plan}/${slug}`),
      (plan) => urls.indicatorEmbed(`${plan}/${slug}`),
    ]),
  ];
}

function pagesOfCity({ urls, zonesOf }: SiteData, id: string): Address[] {
  const pages: Address[] = [urls.city, urls.compareCity];
  return zonesOf(id).length > 0 ? [...pages, urls.zones] : pages;
}

function pagesOfTheme(siteData: SiteData): Address[] {
  const { urls } = siteData;
  const ofPrefectures = listPrefecturesWithPages(siteData).map(({ id }): Address => {
    return (theme) => urls.themeInPrefecture(theme, id);
  });
  return [urls.theme, ...ofPrefectures];
}

/** The pages that have the id of a record in their addresses, by that id. What has none is not there. */
const pagesWith = memoizeBySite((siteData): ReadonlyMap<string, () => Address[]> => {
  const { urls } = siteData;
  // The plan, too, may have been another one: both parts come from the id.
  const nodePage: Address = (id) => {
    const [plan = '', code = ''] = id.split('/');
    return urls.planItem(plan, code);
  };
  return new Map([
    ...siteData.plans.map(({ id }) => [id, () => pagesOfPlan(siteData, id)] as const),
    ...siteData.planItems.filter(siteData.hasOwnPage).map(({ id }) => [id, () => [nodePage]] as const),
    ...siteData.indicators.map(({ id }) => [id, () => [urls.indicator, urls.indicatorEmbed]] as const),
    ...siteData.themes.map(({ id }) => [id, () => pagesOfTheme(siteData)] as const),
    ...siteData.municipalities.map(({ id }) => [id, () => pagesOfCity(siteData, id)] as const),
  ]);
});

/**
 * The pages whose id was another before, as the ledger of changes tells. What has no page of its own has none here.
 * Where a measure left a plan that itself has another id now, its own row says where it is.
 */
export const listRedirects = memoizeBySite((siteData): readonly PageRedirect[] => {
  const rows = siteData.changes
    .filter(({ item }) => item === ID_CHANGE_ITEM)
    .flatMap(({ before, targets }) => targets.map((now) => ({ before, now })));
  const [own, ofPlans] = [true, false].map((pair) => rows.filter(({ now }) => now.includes('/') === pair));
  const pages = [...(ofPlans ?? []), ...(own ?? [])].flatMap(({ before, now }) =>
    (pagesWith(siteData).get(now)?.() ?? []).map((address) => ({
      from: address(before),
      to: address(now),
      title: getRecordLink(siteData, now).title,
    })),
  );
  return [...new Map(pages.map((page) => [page.from, page])).values()];
});

/** The addresses at which pages once were. */
export const getRedirectedUrls = memoizeBySite(
  (siteData): ReadonlySet<string> => new Set(listRedirects(siteData).map(({ from }) => from)),
);
