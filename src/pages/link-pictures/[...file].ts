import type { APIRoute } from 'astro';
import { listLinkPictures } from '../../open-data/link-pictures.ts';
import { renderPng } from '../../open-data/render-png.ts';
import { getSiteData } from '../../site-data/current-site-data.ts';

export const getStaticPaths = () =>
  listLinkPictures(getSiteData()).map(({ path, svg }) => ({ params: { file: path }, props: { svg } }));

export const GET: APIRoute<{ svg: string }> = async ({ props: { svg } }) =>
  new Response(await renderPng(svg), { headers: { 'Content-Type': 'image/png' } });
