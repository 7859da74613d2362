import type { APIRoute } from 'astro';
import { getSiteData } from '../site-data/current-site-data.ts';

export const GET: APIRoute = () => {
  const { urls } = getSiteData();
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${urls.absolute(urls.withBase('/sitemap-index.xml'))}\n`);
};
