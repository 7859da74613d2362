import { createFileRoute } from '../../open-data/file-route.ts';
import { listLinkPictures } from '../../open-data/link-pictures.ts';
import { renderInThread } from '../../open-data/file-thread.ts';
import { getProjectFolder } from '../../site-data/current-site-data.ts';

export const { getStaticPaths, GET } = createFileRoute('link-pictures', (siteData) =>
  listLinkPictures(siteData).map(({ path, draw }) => ({
    path,
    type: 'image/png',
    make: () => renderInThread(draw(), getProjectFolder(), siteData.cache),
  })),
);
