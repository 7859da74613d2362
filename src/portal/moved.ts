import { MOVED } from '../model/change.ts';
import { linkTo } from './links.ts';
import { prefecturesWithPages } from './many.ts';
import { oncePer } from './once.ts';
import type { Portal } from './portal.ts';

/** An address at which a page once was. */
export interface MovedPage {
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
function pagesOfPlan(portal: Portal, id: string): Address[] {
  const { address } = portal;
  const nodes = portal.nodesOf(id).filter(portal.isPage);
  const texts = portal.chaptersOf(id).filter(({ role }) => role === 'text');
  const slugs = portal.indicatorsOf(id).map((one) => one.id.split('/')[1] ?? '');
  return [
    address.plan,
    ...nodes.map(
      ({ code }): Address =>
        (plan) =>
          address.node(plan, code),
    ),
    ...texts.map(
      ({ slug }): Address =>
        (plan) =>
          address.text(plan, slug),
    ),
    ...slugs.flatMap((slug): Address[] => [
      (plan) => address.indicator(`${plan}/${slug}`),
      (plan) => address.embed(`${plan}/${slug}`),
    ]),
  ];
}

function pagesOfCity({ address, zonesOf }: Portal, id: string): Address[] {
  const pages: Address[] = [address.city, address.compareCity];
  return zonesOf(id).length > 0 ? [...pages, (city) => address.at(`/zones/${city}/`)] : pages;
}

function pagesOfTheme(portal: Portal): Address[] {
  const { address } = portal;
  const ofPrefectures = prefecturesWithPages(portal).map(({ id }): Address => {
    return (theme) => address.themeInPrefecture(theme, id);
  });
  return [address.theme, ...ofPrefectures];
}

/** The pages that have the id of a record in their addresses, by that id. What has none is not there. */
const pagesWith = oncePer((portal): ReadonlyMap<string, () => Address[]> => {
  const { address } = portal;
  // The plan, too, may have been another one: both parts come from the id.
  const nodePage: Address = (id) => {
    const [plan = '', code = ''] = id.split('/');
    return address.node(plan, code);
  };
  return new Map([
    ...portal.plans.map(({ id }) => [id, () => pagesOfPlan(portal, id)] as const),
    ...portal.nodes.filter(portal.isPage).map(({ id }) => [id, () => [nodePage]] as const),
    ...portal.indicators.map(({ id }) => [id, () => [address.indicator, address.embed]] as const),
    ...portal.themes.map(({ id }) => [id, () => pagesOfTheme(portal)] as const),
    ...portal.municipalities.map(({ id }) => [id, () => pagesOfCity(portal, id)] as const),
  ]);
});

/**
 * The pages whose id was another before, as the ledger of changes tells. What has no page of its own has none here.
 * Where a measure left a plan that itself has another id now, its own row says where it is.
 */
export const movedPages = oncePer((portal): readonly MovedPage[] => {
  const rows = portal.changes
    .filter(({ item }) => item === MOVED)
    .flatMap(({ before, targets }) => targets.map((now) => ({ before, now })));
  const [own, ofPlans] = [true, false].map((pair) => rows.filter(({ now }) => now.includes('/') === pair));
  const pages = [...(ofPlans ?? []), ...(own ?? [])].flatMap(({ before, now }) =>
    (pagesWith(portal).get(now)?.() ?? []).map((address) => ({
      from: address(before),
      to: address(now),
      title: linkTo(portal, now).title,
    })),
  );
  return [...new Map(pages.map((page) => [page.from, page])).values()];
});

/** The addresses at which pages once were. */
export const movedAddresses = oncePer(
  (portal): ReadonlySet<string> => new Set(movedPages(portal).map(({ from }) => from)),
);
