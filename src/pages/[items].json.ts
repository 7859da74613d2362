import type { APIRoute } from 'astro';
import { getSiteData } from '../site-data/current-site-data.ts';
import { isExploreListed, listExploreItems } from '../site-data/explore-items.ts';
import { listTitleReadings } from '../site-data/title-readings.ts';

/**
 * The files that scripts of pages load: the readings of names, and the items of `/explore/` if the page does not list them.
 */
export const getStaticPaths = () => [
  { params: { items: 'readings' } },
  ...(isExploreListed(getSiteData()) ? [] : [{ params: { items: 'explore' } }]),
];

export const GET: APIRoute = ({ params }) => {
  const siteData = getSiteData();
  const list = params.items === 'readings' ? listTitleReadings(siteData) : listExploreItems(siteData);
  return new Response(JSON.stringify(list), { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
};
