import type { APIRoute } from 'astro';
import { getGuidePictures } from '../../../site-data/current-site-data.ts';
import type { GuidePicture } from '../../../site-data/project-files.ts';

/** The pictures of the guide for staff. */
export const getStaticPaths = () =>
  getGuidePictures().map((picture) => ({ params: { picture: picture.name.replace('.png', '') }, props: { picture } }));

export const GET: APIRoute<{ picture: GuidePicture }> = ({ props: { picture } }) =>
  new Response(picture.bytes, { headers: { 'Content-Type': 'image/png' } });
