import type { APIRoute } from 'astro';
import { drawSitePicture } from '../open-data/link-pictures.ts';
import { renderInThread } from '../open-data/picture-thread.ts';
import { getProjectFolder, getSiteData } from '../site-data/current-site-data.ts';

/** The picture for links to pages without a picture of their own. */
export const GET: APIRoute = async () =>
  new Response(await renderInThread(drawSitePicture(getSiteData()), getProjectFolder()), {
    headers: { 'Content-Type': 'image/png' },
  });
