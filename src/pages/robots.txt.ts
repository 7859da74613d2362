import type { APIRoute } from 'astro';
import { getPortal } from '../portal/shared.ts';

export const GET: APIRoute = () => {
  const { address } = getPortal();
  return new Response(
    `User-agent: *\nAllow: /\n\nSitemap: ${address.whole(address.at('/sitemap-index.xml'))}\n`,
  );
};
