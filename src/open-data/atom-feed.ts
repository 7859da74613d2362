import { generateAtomFeed } from 'feedsmith';
import { type Change, describeChange } from '../tables/changes.ts';
import { getRecordLink } from '../site-data/record-links.ts';
import type { SiteData } from '../site-data/site-data.ts';

/** The maximum number of changed records in the title of an entry. */
const MAX_RECORDS = 2;

/** Returns the change and its records: a feed reader shows the title without the page. */
function formatTitle(siteData: SiteData, { item, targets }: Change): string {
  const names = targets.map((id) => getRecordLink(siteData, id).title);
  const more = names.length > MAX_RECORDS ? `ほか${names.length - MAX_RECORDS}件` : '';
  return names.length === 0 ? item : `${item}：${names.slice(0, MAX_RECORDS).join('、')}${more}`;
}

/** Converts times to Japan's time zone: in UTC, each would show the day before. */
function useJapaneseTime(feed: string): string {
  const NINE_HOURS = 9 * 3_600_000;
  return feed.replaceAll(/(?<=<updated>)[^<]+/g, (time) =>
    new Date(Date.parse(time) + NINE_HOURS).toISOString().replace('.000Z', '+09:00'),
  );
}

/** Returns the Atom feed of the changes. The time of an entry is the start of its day in Japan. */
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
    // A feed requires a time, also without changes.
    updated: midnight(updated ?? '1970-01-01'),
    entries: changes.map((change) => {
      const anchor = `${page}#${change.id}`;
      return {
        id: anchor,
        title: { value: formatTitle(siteData, change) },
        links: [{ href: anchor, rel: 'alternate', type: 'text/html' }],
        updated: midnight(change.date),
        summary: { value: describeChange(change) },
      };
    }),
  });
  return useJapaneseTime(text);
}
