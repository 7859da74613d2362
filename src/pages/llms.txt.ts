import type { APIRoute } from 'astro';
import { createLlmsText } from '../downloads/describe/llms.ts';
import { getSiteData } from '../portal/shared.ts';

export const GET: APIRoute = () =>
  new Response(createLlmsText(getSiteData()), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
