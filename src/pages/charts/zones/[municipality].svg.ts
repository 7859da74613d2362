import type { APIRoute } from 'astro';
import { zonesPicture } from '../../../downloads/pictures.ts';
import { getPortal } from '../../../portal/shared.ts';

export function getStaticPaths() {
  const portal = getPortal();
  return portal.municipalities.flatMap((city) => {
    const svg = zonesPicture(portal, city);
    return svg === null ? [] : [{ params: { municipality: city.id }, props: { svg } }];
  });
}

export const GET: APIRoute<{ svg: string }> = ({ props: { svg } }) =>
  new Response(svg, { headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' } });
