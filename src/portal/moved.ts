import { MOVED } from '../model/change.ts';
import { linkTo } from './links.ts';
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

type Address = (id: string) => string;

/** How the addresses are made of all pages that have an id in theirs. */
function addressesWith(portal: Portal, id: string): Address[] {
  const { address } = portal;
  if (portal.municipalities.some((one) => one.id === id)) {
    const pages: Address[] = [address.city, (city) => address.at(`/compare/city/${city}/`)];
    return portal.zonesOf(id).length > 0 ? [...pages, (city) => address.at(`/zones/${city}/`)] : pages;
  }
  if (portal.themes.some((one) => one.id === id)) return [address.theme];
  if (portal.indicators.some((one) => one.id === id)) return [address.indicator, address.embed];
  const node = portal.nodes.find((one) => one.id === id);
  if (node) {
    const page: Address = (other) => address.node(node.plan, other.split('/')[1] ?? '');
    return portal.isPage(node) ? [page] : [];
  }
  if (!portal.plans.some((one) => one.id === id)) return [];
  const nodes = portal.nodesOf(id).filter(portal.isPage);
  const texts = portal.chapters.filter(({ plan, role }) => plan === id && role === 'text');
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
    ...portal
      .indicatorsOf(id)
      .map((one) => one.id.split('/')[1] ?? '')
      .flatMap((slug): Address[] => [
        (plan) => address.indicator(`${plan}/${slug}`),
        (plan) => address.embed(`${plan}/${slug}`),
      ]),
  ];
}

/** The pages whose id was another before, as the ledger of changes tells. What has no page of its own has none here. */
export function movedPages(portal: Portal): MovedPage[] {
  return portal.changes
    .filter(({ item }) => item === MOVED)
    .flatMap(({ before, targets }) =>
      targets.flatMap((now) =>
        addressesWith(portal, now).map((address) => ({
          from: address(before),
          to: address(now),
          title: linkTo(portal, now).title,
        })),
      ),
    );
}
