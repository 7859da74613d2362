import type { APIRoute } from 'astro';
import { buildApiFiles } from '../../api/api-index.ts';
import { createOpenApiDocument } from '../../api/openapi-document.ts';
import { getSiteData } from '../../site-data/current-site-data.ts';
import { makesPath } from '../../site-data/site-part.ts';

export function getStaticPaths() {
  const siteData = getSiteData();
  const files = new Map(buildApiFiles(siteData));
  if (makesPath(siteData, 'api/'))
    files.set('openapi.json', `${JSON.stringify(createOpenApiDocument(siteData), null, 2)}\n`);
  return [...files].map(([file, body]) => ({
    params: { file },
    props: { file, body },
  }));
}

export const GET: APIRoute<{ file: string; body: string }> = ({ props: { file, body } }) => {
  const type = file.endsWith('.geojson') ? 'application/geo+json' : 'application/json; charset=utf-8';
  return new Response(body, { headers: { 'Content-Type': type } });
};
