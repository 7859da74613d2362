import type { APIRoute } from 'astro';
import { drawSitePicture } from '../open-data/link-pictures.ts';
import { renderInThread } from '../open-data/file-thread.ts';
import { getProjectFolder, getSiteData } from '../site-data/current-site-data.ts';

/** The picture for links to pages without a picture of their own. */
export const GET: APIRoute = async () => {
  const siteData = getSiteData();
  const png = await renderInThread(drawSitePicture(siteData), getProjectFolder(), siteData.cache);
  return new Response(png, { headers: { 'Content-Type': 'image/png' } });
};
