import type { APIRoute } from 'astro';
import { getSiteData } from '../../../../site-data/current-site-data.ts';
import { buildSiteIndex } from '../../../../search/index/site-index.ts';

export function getStaticPaths() {
  return [...buildSiteIndex(getSiteData())].map(({ name, bytes }) => ({
    params: { file: name },
    props: { name, bytes },
  }));
}

export const GET: APIRoute<{ name: string; bytes: Uint8Array<ArrayBuffer> }> = ({
  props: { name, bytes },
}) => {
  const type = name.endsWith('.json') ? 'application/json; charset=utf-8' : 'application/octet-stream';
  return new Response(bytes, { headers: { 'Content-Type': type } });
};
