import type { APIRoute } from 'astro';
import { drawZonesPicture } from '../../../open-data/downloadable-pictures.ts';
import { getSiteData } from '../../../site-data/current-site-data.ts';

export function getStaticPaths() {
  const siteData = getSiteData();
  return siteData.municipalities.flatMap((city) => {
    const svg = drawZonesPicture(siteData, city);
    return svg === null ? [] : [{ params: { municipality: city.id }, props: { svg } }];
  });
}

export const GET: APIRoute<{ svg: string }> = ({ props: { svg } }) =>
  new Response(svg, { headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' } });
