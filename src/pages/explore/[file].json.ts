import type { APIRoute } from 'astro';
import { getSiteData } from '../../site-data/current-site-data.ts';
import { isExploreListed, listExploreItems } from '../../site-data/explore-items.ts';

/** The page lists the items itself if it can. */
export const getStaticPaths = () => (isExploreListed(getSiteData()) ? [] : [{ params: { file: 'items' } }]);

export const GET: APIRoute = () =>
  new Response(JSON.stringify(listExploreItems(getSiteData())), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
