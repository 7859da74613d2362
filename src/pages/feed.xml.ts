import type { APIRoute } from 'astro';
import { createAtomFeed } from '../downloads/feed.ts';
import { getSiteData } from '../portal/shared.ts';

export const GET: APIRoute = () =>
  new Response(createAtomFeed(getSiteData()), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
