import type { APIRoute } from 'astro';
import { drawIndicatorPicture, drawZonesPicture } from '../../open-data/downloadable-pictures.ts';
import { getSiteData } from '../../site-data/current-site-data.ts';
import { takeFile } from '../../site-data/site-part.ts';

export function getStaticPaths() {
  const siteData = getSiteData();
  const pictures = [
    ...siteData.indicators.map(
      (one) => [`indicators/${one.id}.svg`, () => drawIndicatorPicture(siteData, one)] as const,
    ),
    ...siteData.municipalities.map((city) => [`zones/${city.id}.svg`, () => drawZonesPicture(siteData, city)] as const),
  ];
  return pictures.flatMap(([file, draw]) => {
    const svg = takeFile(siteData, `charts/${file}`, draw);
    // A finished picture is in its part: nobody draws it here.
    return svg === null ? [] : [{ params: { file }, props: { svg: typeof svg === 'string' ? svg : '' } }];
  });
}

export const GET: APIRoute<{ svg: string }> = ({ props: { svg } }) =>
  new Response(svg, { headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' } });
