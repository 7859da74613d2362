import type { APIRoute } from 'astro';
import { createSecurityText } from '../../open-data/metadata/discovery-documents.ts';
import { getSiteData } from '../../site-data/current-site-data.ts';

/** A site that names no contact has no such file. */
export function getStaticPaths() {
  const body = createSecurityText(getSiteData());
  return body === null ? [] : [{ params: { known: '.well-known' }, props: { body } }];
}

export const GET: APIRoute<{ body: string }> = ({ props: { body } }) =>
  new Response(body, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
