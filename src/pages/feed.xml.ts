import type { APIRoute } from 'astro';
import { createAtomFeed } from '../open-data/atom-feed.ts';
import { getSiteData } from '../site-data/current-site-data.ts';

export const GET: APIRoute = () =>
  new Response(createAtomFeed(getSiteData()), { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
