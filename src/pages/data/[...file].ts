import type { APIRoute } from 'astro';
import type { PublishedFile } from '../../open-data/published-file.ts';
import { buildOpenData } from '../../open-data/build-open-data.ts';
import { getSiteData } from '../../site-data/current-site-data.ts';

export async function getStaticPaths() {
  return (await buildOpenData(getSiteData())).map((download) => ({
    params: { file: download.path },
    props: { download },
  }));
}

export const GET: APIRoute<{ download: PublishedFile }> = ({ props: { download } }) => {
  // A Response does not accept bytes in a shared buffer, so this copies them.
  const body = typeof download.body === 'string' ? download.body : new Uint8Array(download.body);
  return new Response(body, { headers: { 'Content-Type': download.type } });
};
