import type { APIRoute } from 'astro';
import { createLlmsText } from '../open-data/metadata/discovery-documents.ts';
import { getSiteData } from '../site-data/current-site-data.ts';

export const GET: APIRoute = () =>
  new Response(createLlmsText(getSiteData()), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
