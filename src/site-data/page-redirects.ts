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
function pagesOfPlan(portal: SiteData, id: string): Address[] {
  const { urls } = portal;
  const nodes = portal.planItemsOf(id).filter(portal.hasOwnPage);
  const texts = portal.chaptersOf(id).filter(({ role }) => role === 'text');
  const slugs = portal.indicatorsOf(id).map((one) => one.id.split('/')[1] ?? '');
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
  return zonesOf(id).length > 0 ? [...pages, (city) => urls.withBase(`/zones/${city}/`)] : pages;
}

function pagesOfTheme(portal: SiteData): Address[] {
  const { urls } = portal;
  const ofPrefectures = listPrefecturesWithPages(portal).map(({ id }): Address => {
    return (theme) => urls.themeInPrefecture(theme, id);
  });
  return [urls.theme, ...ofPrefectures];
}

/** The pages that have the id of a record in their addresses, by that id. What has none is not there. */
const pagesWith = memoizeBySite((portal): ReadonlyMap<string, () => Address[]> => {
  const { urls } = portal;
  // The plan, too, may have been another one: both parts come from the id.
  const nodePage: Address = (id) => {
    const [plan = '', code = ''] = id.split('/');
    return urls.planItem(plan, code);
  };
  return new Map([
    ...portal.plans.map(({ id }) => [id, () => pagesOfPlan(portal, id)] as const),
    ...portal.planItems.filter(portal.hasOwnPage).map(({ id }) => [id, () => [nodePage]] as const),
    ...portal.indicators.map(({ id }) => [id, () => [urls.indicator, urls.indicatorEmbed]] as const),
    ...portal.themes.map(({ id }) => [id, () => pagesOfTheme(portal)] as const),
    ...portal.municipalities.map(({ id }) => [id, () => pagesOfCity(portal, id)] as const),
  ]);
});

/**
 * The pages whose id was another before, as the ledger of changes tells. What has no page of its own has none here.
 * Where a measure left a plan that itself has another id now, its own row says where it is.
 */
export const listRedirects = memoizeBySite((portal): readonly PageRedirect[] => {
  const rows = portal.changes
    .filter(({ item }) => item === ID_CHANGE_ITEM)
    .flatMap(({ before, targets }) => targets.map((now) => ({ before, now })));
  const [own, ofPlans] = [true, false].map((pair) => rows.filter(({ now }) => now.includes('/') === pair));
  const pages = [...(ofPlans ?? []), ...(own ?? [])].flatMap(({ before, now }) =>
    (pagesWith(portal).get(now)?.() ?? []).map((address) => ({
      from: address(before),
      to: address(now),
      title: getRecordLink(portal, now).title,
    })),
  );
  return [...new Map(pages.map((page) => [page.from, page])).values()];
});

/** The addresses at which pages once were. */
export const getRedirectedUrls = memoizeBySite(
  (portal): ReadonlySet<string> => new Set(listRedirects(portal).map(({ from }) => from)),
);
