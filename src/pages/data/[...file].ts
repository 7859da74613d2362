import type { APIRoute } from 'astro';
import type { Download } from '../../downloads/download.ts';
import { downloads } from '../../downloads/files.ts';
import { getPortal } from '../../portal/shared.ts';

export async function getStaticPaths() {
  return (await downloads(getPortal())).map((download) => ({ params: { file: download.path }, props: { download } }));
}

export const GET: APIRoute<{ download: Download }> = ({ props: { download } }) => {
  // A response takes bytes that no one else writes to.
  const body = typeof download.body === 'string' ? download.body : new Uint8Array(download.body);
  return new Response(body, { headers: { 'Content-Type': download.type } });
};
