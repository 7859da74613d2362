import type { APIRoute } from 'astro';
import { createApiCatalog } from '../../downloads/describe/linkset.ts';
import { getSiteData } from '../../portal/shared.ts';

/** The folder is a parameter because tools pass by folders whose names begin with a dot. */
export const getStaticPaths = () => [{ params: { known: '.well-known' } }];

export const GET: APIRoute = () =>
  new Response(createApiCatalog(getSiteData()), { headers: { 'Content-Type': 'application/linkset+json' } });
