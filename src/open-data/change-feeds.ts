import { generateAtomFeed } from 'feedsmith';
import { compareCodeUnits } from '../model/japanese-text.ts';
import { changeKinds, releaseChangeKinds } from '../model/value-lists.ts';
import { getEarlierIds } from '../site-data/page-redirects.ts';
import { getRecordLink } from '../site-data/record-links.ts';
import * as releaseQueries from '../site-data/release-queries.ts';
import type { ChangeGroup, PresentChange } from '../site-data/release-queries.ts';
import { createLister, memoizeBySite, type SiteData } from '../site-data/site-data.ts';
import { type Change, describeChange, ID_CHANGE_ITEM, listChangedIds } from '../tables/changes.ts';
import { formatJsonDocument } from './published-file.ts';

/** The file endings of Atom and JSON Feed. */
type FeedFormat = 'xml' | 'json';

/** The changes that one feed lists: of the site, of a municipality or of an indicator. */
export interface ChangeFeed {
  readonly title: string;
  /** The first URL of its page, root-relative with the base: the ids of records in it never change. */
  readonly id: string;
  /** The page that the feed belongs to, and its two files; root-relative with the base. */
  readonly page: string;
  readonly files: Readonly<Record<FeedFormat, string>>;
  readonly entries: readonly FeedEntry[];
}

interface FeedEntry {
  /** The first URL that showed the entry, root-relative with the base. */
  readonly id: string;
  /** The URL that shows the entry, root-relative with the base. */
  readonly url: string;
  readonly title: string;
  readonly text: string;
  readonly date: string;
  /** The ids of what changed; after a change of an id, the new one and then the old one. */
  readonly records: readonly string[];
  /** The kind of a change in changes.csv. */
  readonly kind: Change['kind'];
  /** What its kind is called; null if changes.csv does not say it. */
  readonly tag: string | null;
}

/** The maximum number of changes in a feed and on the page of all changes: the latest. */
export const MAX_LISTED_CHANGES = 1000;

/** The maximum number of changed records in the title of an entry. */
const MAX_RECORDS = 2;

/** Returns names in one line: the first ones, and how many others there are. */
function joinNames(names: readonly string[]): string {
  const more = names.length > MAX_RECORDS ? `ほか${names.length - MAX_RECORDS}件` : '';
  return `${names.slice(0, MAX_RECORDS).join('、')}${more}`;
}

/** Returns the change and its records that the feed is about: a feed reader shows the title without the page. */
function createChangeEntry(siteData: SiteData, change: Change, isAbout: (id: string) => boolean): FeedEntry {
  const { urls, plan } = siteData;
  const names = listChangedIds(change)
    .filter(isAbout)
    .map((id) => getRecordLink(siteData, id).title);
  const url = urls.change(change.id);
  return {
    id: url,
    url,
    title: names.length === 0 ? change.item : `${change.item}：${joinNames(names)}`,
    text: describeChange(change, (id) => plan(id).title),
    date: change.date,
    records: [...listChangedIds(change), ...(change.item === ID_CHANGE_ITEM ? [change.before] : [])],
    kind: change.kind,
    tag: change.kind && changeKinds.words[change.kind],
  };
}

function createGroupEntry(
  siteData: SiteData,
  { id, kind, changes, date, release, municipality }: ChangeGroup,
  getPage?: (indicator: string) => string,
): FeedEntry {
  const { urls } = siteData;
  const where = getRecordLink(siteData, municipality).title;
  // A record has several changes if it has several zones or times.
  const titles = new Map(changes.map(({ record, title }) => [record, title]));
  const [first] = changes;
  const getUrl = (record = '') =>
    getPage === undefined ? urls.releaseChanges(id) : `${getPage(record)}#${first?.id ?? ''}`;
  return {
    id: getUrl(first?.released.record),
    url: getUrl(first?.record),
    title: `${releaseChangeKinds.words[kind]}：${where} ${joinNames([...titles.values()])}（保存版 ${release}）`,
    text: changes.map((change) => releaseQueries.describeReleaseChange(siteData, change)).join('\n'),
    date,
    records: [...titles.keys()],
    kind: null,
    tag: releaseChangeKinds.words[kind],
  };
}

/**
 * Returns the entries of a feed, the latest first.
 * @param released the changes between releases
 * @param isAbout true for the ids of records that the feed is about
 * @param getPage returns the page that shows those of an indicator, if it is not that of all changes
 */
function listFeedEntries(
  siteData: SiteData,
  changes: readonly Change[],
  released: readonly PresentChange[],
  isAbout: (id: string) => boolean,
  getPage?: (indicator: string) => string,
): FeedEntry[] {
  const entries = [
    ...changes.map((change) => createChangeEntry(siteData, change, isAbout)),
    ...releaseQueries.groupReleaseChanges(released).map((group) => createGroupEntry(siteData, group, getPage)),
  ];
  return entries.toSorted((a, b) => compareCodeUnits(b.date, a.date)).slice(0, MAX_LISTED_CHANGES);
}

/** Returns the feed of all changes. */
export function createSiteFeed(siteData: SiteData): ChangeFeed {
  const { site, urls, changes } = siteData;
  return {
    title: `${site.name} 更新履歴`,
    id: urls.home(),
    page: urls.home(),
    files: { xml: urls.withBase('/feed.xml'), json: urls.withBase('/feed.json') },
    entries: listFeedEntries(siteData, changes, releaseQueries.listReleaseChanges(siteData), () => true),
  };
}

/** Returns the feeds of municipalities and of indicators. */
export const listPartFeeds = memoizeBySite((siteData): readonly ChangeFeed[] => {
  const { site, urls, changes, municipalities, indicators } = siteData;
  const findOwner = (id: string) => getRecordLink(siteData, id).municipality;
  const changesIn = createLister(changes, (one) => [
    ...new Set(listChangedIds(one).flatMap((id) => findOwner(id) ?? [])),
  ]);
  const changesOf = createLister(changes, ({ subjects }) => subjects);
  const getFirstId = (id: string) => getEarlierIds(siteData)(id).at(-1) ?? id;
  const releasedOf = (id: string) => releaseQueries.listChangesOf(siteData, id);
  const releasedIn = createLister(releaseQueries.listReleaseChanges(siteData), ({ municipality }) => [municipality]);
  return [
    ...municipalities.map(({ id }) => ({
      title: `${siteData.nameMunicipality(id)}の更新｜${site.name}`,
      id: urls.municipality(getFirstId(id)),
      page: urls.municipality(id),
      files: { xml: urls.municipalityFeed(id, 'xml'), json: urls.municipalityFeed(id, 'json') },
      entries: listFeedEntries(siteData, changesIn(id), releasedIn(id), (record) => findOwner(record) === id),
    })),
    ...indicators.map(({ id, title, url }) => ({
      title: `${title}の更新｜${site.name}`,
      id: urls.indicator(getFirstId(id)),
      page: url,
      files: { xml: urls.indicatorFeed(id, 'xml'), json: urls.indicatorFeed(id, 'json') },
      entries: listFeedEntries(siteData, changesOf(id), releasedOf(id), (one) => one === id, urls.indicator),
    })),
  ];
});

/** The start of a day in Japan, and in UTC as feedsmith prints it. */
const [MIDNIGHT, UTC_MIDNIGHT] = ['T00:00:00+09:00', 'T00:00:00.000Z'];

/** Returns the permanent id of what a first URL of the site shows. It stays if the site moves (RFC 4287, 4.2.6). */
const getFeedId = ({ site, urls }: SiteData, url: string) =>
  (site.feedIdBase ?? urls.absolute(site.base)) + url.slice(site.base.length);

function formatAtomFeed(siteData: SiteData, { title, id, page, files, entries }: ChangeFeed): string {
  const { site, urls, updated } = siteData;
  const feed = generateAtomFeed({
    id: getFeedId(siteData, id),
    title: { value: title },
    subtitle: { value: site.description },
    links: [
      { href: urls.absolute(page), rel: 'alternate', type: 'text/html' },
      { href: urls.absolute(files.xml), rel: 'self', type: 'application/atom+xml' },
    ],
    authors: [{ name: site.publisher }],
    rights: { value: site.licence.name },
    // A feed requires a time, also without changes.
    updated: new Date(entries[0]?.date ?? updated ?? '1970-01-01'),
    entries: entries.map((entry) => ({
      id: getFeedId(siteData, entry.id),
      title: { value: entry.title },
      links: [{ href: urls.absolute(entry.url), rel: 'alternate', type: 'text/html' }],
      updated: new Date(entry.date),
      summary: { value: entry.text },
      ...(entry.tag && { categories: [{ term: entry.tag }] }),
    })),
  });
  return feed
    .replace('<feed ', '<feed xml:lang="ja" ')
    .replaceAll(`${UTC_MIDNIGHT}</updated>`, `${MIDNIGHT}</updated>`);
}

function formatJsonFeed(siteData: SiteData, { title, page, files, entries }: ChangeFeed): string {
  const { site, urls } = siteData;
  return formatJsonDocument({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: urls.absolute(page),
    feed_url: urls.absolute(files.json),
    description: site.description,
    language: 'ja',
    authors: [{ name: site.publisher }],
    items: entries.map(({ id, url, title: name, text, date, records, tag }) => ({
      id: getFeedId(siteData, id),
      url: urls.absolute(url),
      title: name,
      content_text: text,
      date_published: date + MIDNIGHT,
      ...(tag && { tags: [tag] }),
      // An extension of JSON Feed begins with _: readers of feeds show no ids.
      _keikaku: { records },
    })),
  });
}

/** Returns a feed as Atom or JSON Feed 1.1. The time of an entry is the start of its day in Japan. */
export const formatFeed = (siteData: SiteData, feed: ChangeFeed, format: FeedFormat): string =>
  format === 'xml' ? formatAtomFeed(siteData, feed) : formatJsonFeed(siteData, feed);
