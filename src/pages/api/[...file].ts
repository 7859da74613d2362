import type { APIRoute } from 'astro';
import { api } from '../../downloads/api.ts';
import { getPortal } from '../../portal/shared.ts';

export function getStaticPaths() {
  return [...api(getPortal())].map(([file, body]) => ({ params: { file }, props: { body } }));
}

export const GET: APIRoute<{ body: string }> = ({ props }) =>
  new Response(props.body, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
