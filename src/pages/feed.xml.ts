import type { APIRoute } from 'astro';
import { feed } from '../downloads/feed.ts';
import { getPortal } from '../portal/shared.ts';

export const GET: APIRoute = () =>
  new Response(feed(getPortal()), { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
