import type { APIRoute } from 'astro';
import { api } from '../../api/files.ts';
import { openapi } from '../../api/openapi.ts';
import { getPortal } from '../../portal/shared.ts';

export function getStaticPaths() {
  const portal = getPortal();
  const description = `${JSON.stringify(openapi(portal), null, 2)}\n`;
  return [...api(portal), ['openapi.json', description] as const].map(([file, body]) => ({
    params: { file },
    props: { file, body },
  }));
}

export const GET: APIRoute<{ file: string; body: string }> = ({ props: { file, body } }) => {
  const type = file.endsWith('.geojson') ? 'application/geo+json' : 'application/json; charset=utf-8';
  return new Response(body, { headers: { 'Content-Type': type } });
};
