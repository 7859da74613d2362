import type { APIRoute } from 'astro';
import { drawIndicatorPicture } from '../../../../open-data/downloadable-pictures.ts';
import { getSiteData } from '../../../../site-data/current-site-data.ts';

export function getStaticPaths() {
  const siteData = getSiteData();
  return siteData.indicators.flatMap((indicator) => {
    const [plan, slug] = indicator.id.split('/');
    const svg = drawIndicatorPicture(siteData, indicator);
    return svg === null ? [] : [{ params: { plan, slug }, props: { svg } }];
  });
}

export const GET: APIRoute<{ svg: string }> = ({ props: { svg } }) =>
  new Response(svg, { headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' } });
