import type { APIRoute } from 'astro';
import type { PublishedFile } from '../../downloads/download.ts';
import { buildOpenData } from '../../downloads/files.ts';
import { getSiteData } from '../../portal/shared.ts';

export async function getStaticPaths() {
  return (await buildOpenData(getSiteData())).map((download) => ({ params: { file: download.path }, props: { download } }));
}

export const GET: APIRoute<{ download: PublishedFile }> = ({ props: { download } }) => {
  // A response takes bytes that no one else writes to.
  const body = typeof download.body === 'string' ? download.body : new Uint8Array(download.body);
  return new Response(body, { headers: { 'Content-Type': download.type } });
};
