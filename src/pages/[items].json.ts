import type { APIRoute } from 'astro';
import { getSiteData } from '../site-data/current-site-data.ts';
import { isExploreListed, listExploreItems } from '../site-data/explore-items.ts';

/** The file from which the script of `/explore/` loads the items, if the page does not list them. */
export const getStaticPaths = () => (isExploreListed(getSiteData()) ? [] : [{ params: { items: 'explore' } }]);

export const GET: APIRoute = () =>
  new Response(JSON.stringify(listExploreItems(getSiteData())), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
