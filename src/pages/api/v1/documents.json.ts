import type { APIRoute } from 'astro';
import { apiFile } from '../../../downloads/api.ts';
import { getPortal } from '../../../portal/shared.ts';
import { documents } from '../../../search/documents.ts';

export const GET: APIRoute = () => {
  const portal = getPortal();
  return new Response(apiFile(portal, documents(portal)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};
