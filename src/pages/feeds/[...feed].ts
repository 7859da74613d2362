import type { APIRoute } from 'astro';
import { listKeys } from '../../model/value-lists.ts';
import { type ChangeFeed, feedFormats, listPartFeeds, printFeed } from '../../open-data/change-feeds.ts';
import { getSiteData } from '../../site-data/current-site-data.ts';
import type { FeedFormat } from '../../site-data/urls.ts';

export function getStaticPaths() {
  const siteData = getSiteData();
  const start = siteData.urls.withBase('/feeds/').length;
  return listPartFeeds(siteData).flatMap((feed) =>
    listKeys(feed.files).map((format) => ({
      params: { feed: feed.files[format].slice(start) },
      props: { feed, format },
    })),
  );
}

export const GET: APIRoute<{ feed: ChangeFeed; format: FeedFormat }> = ({ props: { feed, format } }) =>
  new Response(printFeed(getSiteData(), feed, format), {
    headers: { 'Content-Type': `${feedFormats[format].type}; charset=utf-8` },
  });
