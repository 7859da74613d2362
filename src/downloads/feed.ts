import { generateAtomFeed } from 'feedsmith';
import { describeChange } from '../model/change.ts';
import type { Portal } from '../portal/portal.ts';

/** The Atom feed of the ledger of changes; its times are the ledger's days, in Japan's time. */
export function feed(portal: Portal): string {
  const { site, address, changes, updated } = portal;
  const home = address.whole(address.at('/'));
  const page = address.whole(address.at('/changes/'));
  const midnight = (day: string) => new Date(`${day}T00:00:00+09:00`);
  return generateAtomFeed({
    id: home,
    title: { value: `${site.name} 更新履歴` },
    subtitle: { value: site.description },
    links: [
      { href: home, rel: 'alternate', type: 'text/html' },
      { href: address.whole(address.at('/feed.xml')), rel: 'self', type: 'application/atom+xml' },
    ],
    authors: [{ name: site.publisher }],
    rights: { value: site.licence.name },
    // A feed must have a time; a site without changes has not been updated since before all of them.
    updated: midnight(updated ?? '1970-01-01'),
    entries: changes.map((change) => {
      const anchor = `${page}#${change.id}`;
      return {
        id: anchor,
        title: { value: change.item },
        links: [{ href: anchor, rel: 'alternate', type: 'text/html' }],
        updated: midnight(change.date),
        summary: { value: describeChange(change) },
      };
    }),
  });
}
