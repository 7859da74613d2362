import type { APIRoute } from 'astro';
import { listLinkPictures } from '../../open-data/link-pictures.ts';
import { renderInThread } from '../../open-data/picture-thread.ts';
import { getProjectFolder, getSiteData } from '../../site-data/current-site-data.ts';
import { takeFile } from '../../site-data/site-part.ts';

export function getStaticPaths() {
  const siteData = getSiteData();
  return listLinkPictures(siteData).flatMap(({ path, draw }) => {
    const picture = takeFile(siteData, `link-pictures/${path}`, draw);
    return picture === null ? [] : [{ params: { file: path }, props: { picture } }];
  });
}

/** The picture is SVG, or the finished PNG of a part of the site. */
export const GET: APIRoute<{ picture: string | Buffer<ArrayBuffer> }> = async ({ props: { picture } }) => {
  const png =
    typeof picture === 'string' ? await renderInThread(picture, getProjectFolder(), getSiteData().cache) : picture;
  return new Response(png, { headers: { 'Content-Type': 'image/png' } });
};
