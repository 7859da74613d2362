import type { APIRoute } from 'astro';
import { listKeys } from '../model/value-lists.ts';
import { feedTypes, createSiteFeed, printFeed } from '../open-data/change-feeds.ts';
import { getSiteData } from '../site-data/current-site-data.ts';
import type { FeedFormat } from '../site-data/urls.ts';

export const getStaticPaths = () => listKeys(feedTypes).map((format) => ({ params: { format }, props: { format } }));

export const GET: APIRoute<{ format: FeedFormat }> = ({ props: { format } }) => {
  const siteData = getSiteData();
  return new Response(printFeed(siteData, createSiteFeed(siteData), format), {
    headers: { 'Content-Type': `${feedTypes[format]}; charset=utf-8` },
  });
};
