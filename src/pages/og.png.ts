import type { APIRoute } from 'astro';
import { drawSitePicture } from '../open-data/link-pictures.ts';
import { renderPng } from '../open-data/render-png.ts';
import { getSiteData } from '../site-data/current-site-data.ts';

/** The picture for links to pages without a picture of their own. */
export const GET: APIRoute = async () =>
  new Response(await renderPng(drawSitePicture(getSiteData())), { headers: { 'Content-Type': 'image/png' } });
