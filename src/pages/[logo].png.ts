import type { APIRoute } from 'astro';
import { getSiteData, readSiteLogo } from '../site-data/current-site-data.ts';

/** The logo of the site, if its settings name one. */
export const getStaticPaths = () => (getSiteData().site.logo === undefined ? [] : [{ params: { logo: 'logo' } }]);

export const GET: APIRoute = () =>
  new Response(readSiteLogo(getSiteData())?.bytes ?? null, { headers: { 'Content-Type': 'image/png' } });
