import { generateAtomFeed } from 'feedsmith';
import { type Change, describeChange } from '../tables/changes.ts';
import { getRecordLink } from '../site-data/record-links.ts';
import type { SiteData } from '../site-data/site-data.ts';

/** How many of the things that a change is about stand in the title of its entry. */
const NAMED = 2;

/** What was done, and to what: a reader of feeds sees no page around it. */
function titleOf(siteData: SiteData, { item, targets }: Change): string {
  const names = targets.map((id) => getRecordLink(siteData, id).title);
  const more = names.length > NAMED ? `ほか${names.length - NAMED}件` : '';
  return names.length === 0 ? item : `${item}：${names.slice(0, NAMED).join('、')}${more}`;
}

/** The times as they are in Japan: in Greenwich's, a reader elsewhere would see the day before. */
function inJapan(feed: string): string {
  const NINE_HOURS = 9 * 3_600_000;
  return feed.replaceAll(/(?<=<updated>)[^<]+/g, (time) =>
    new Date(Date.parse(time) + NINE_HOURS).toISOString().replace('.000Z', '+09:00'),
  );
}

/** The Atom feed of the ledger of changes; its times are the ledger's days, in Japan's time. */
export function createAtomFeed(siteData: SiteData): string {
  const { site, urls, changes, updated } = siteData;
  const home = urls.absolute(urls.withBase('/'));
  const page = urls.absolute(urls.withBase('/changes/'));
  const midnight = (day: string) => new Date(`${day}T00:00:00+09:00`);
  const text = generateAtomFeed({
    id: home,
    title: { value: `${site.name} 更新履歴` },
    subtitle: { value: site.description },
    links: [
      { href: home, rel: 'alternate', type: 'text/html' },
      { href: urls.absolute(urls.withBase('/feed.xml')), rel: 'self', type: 'application/atom+xml' },
    ],
    authors: [{ name: site.publisher }],
    rights: { value: site.licence.name },
    // A feed must have a time; a site without changes has not been updated since before all of them.
    updated: midnight(updated ?? '1970-01-01'),
    entries: changes.map((change) => {
      const anchor = `${page}#${change.id}`;
      return {
        id: anchor,
        title: { value: titleOf(siteData, change) },
        links: [{ href: anchor, rel: 'alternate', type: 'text/html' }],
        updated: midnight(change.date),
        summary: { value: describeChange(change) },
      };
    }),
  });
  return inJapan(text);
}
