import type { APIRoute } from 'astro';
import { getSiteData } from '../site-data/current-site-data.ts';
import { readSiteLogo } from '../site-data/site-logo.ts';

/** The mark of the site, if its settings name one. */
export const getStaticPaths = () => (getSiteData().site.logo === undefined ? [] : [{ params: { logo: 'logo' } }]);

export const GET: APIRoute = () =>
  new Response(readSiteLogo(getSiteData())?.bytes ?? null, { headers: { 'Content-Type': 'image/png' } });
