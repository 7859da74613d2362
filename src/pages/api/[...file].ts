import type { APIRoute } from 'astro';
import { api } from '../../downloads/api.ts';
import { getPortal } from '../../portal/shared.ts';

export function getStaticPaths() {
  return [...api(getPortal())].map(([file, body]) => ({ params: { file }, props: { file, body } }));
}

export const GET: APIRoute<{ file: string; body: string }> = ({ props: { file, body } }) => {
  const type = file.endsWith('.geojson') ? 'application/geo+json' : 'application/json; charset=utf-8';
  return new Response(body, { headers: { 'Content-Type': type } });
};
