import type { APIRoute } from 'astro';
import { createApiCatalog } from '../../open-data/metadata/discovery-documents.ts';
import { getSiteData } from '../../site-data/current-site-data.ts';

/** The folder is a parameter because many tools ignore folders whose names begin with a dot. */
export const getStaticPaths = () => [{ params: { known: '.well-known' } }];

export const GET: APIRoute = () =>
  new Response(createApiCatalog(getSiteData()), { headers: { 'Content-Type': 'application/linkset+json' } });
