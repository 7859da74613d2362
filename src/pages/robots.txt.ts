import type { APIRoute } from 'astro';
import { getSiteData } from '../portal/shared.ts';

export const GET: APIRoute = () => {
  const { urls } = getSiteData();
  return new Response(
    `User-agent: *\nAllow: /\n\nSitemap: ${urls.absolute(urls.withBase('/sitemap-index.xml'))}\n`,
  );
};
