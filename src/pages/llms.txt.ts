import type { APIRoute } from 'astro';
import { llms } from '../downloads/describe/llms.ts';
import { getPortal } from '../portal/shared.ts';

export const GET: APIRoute = () =>
  new Response(llms(getPortal()), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
