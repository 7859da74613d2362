import type { APIRoute } from 'astro';
import { listSiteDocuments } from '../../../../api/api-index.ts';
import { endStage } from '../../../../model/build-stages.ts';
import { buildSiteIndex } from '../../../../search/build-index.ts';
import { getEverydayWords, getSiteData } from '../../../../site-data/current-site-data.ts';
import { makesPath } from '../../../../site-data/site-part.ts';

export function getStaticPaths() {
  const siteData = getSiteData();
  if (!makesPath(siteData, 'api/v1/search/')) return [];
  endStage('pages');
  const files = [...buildSiteIndex(siteData, listSiteDocuments(siteData), getEverydayWords())];
  endStage('search');
  return files.map(({ name, bytes }) => ({ params: { file: name }, props: { name, bytes } }));
}

export const GET: APIRoute<{ name: string; bytes: Uint8Array<ArrayBuffer> }> = ({ props: { name, bytes } }) => {
  const type = name.endsWith('.json') ? 'application/json; charset=utf-8' : 'application/octet-stream';
  return new Response(bytes, { headers: { 'Content-Type': type } });
};
