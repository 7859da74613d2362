import { listSiteDocuments } from '../../../../open-data/api/api-index.ts';
import { endStage } from '../../../../model/build-stages.ts';
import { createFileRoute } from '../../../../open-data/file-route.ts';
import { createIndexSource, writeIndexInThread } from '../../../../search/build-index.ts';
import { getEverydayWords, getProjectFolder } from '../../../../site-data/current-site-data.ts';
import { makesPath } from '../../../../site-data/site-part.ts';

export const { getStaticPaths, GET } = createFileRoute('api/v1/search', async (siteData) => {
  if (!makesPath(siteData, 'api/v1/search/')) return [];
  endStage('pages');
  const source = createIndexSource(siteData, getEverydayWords());
  const writing = writeIndexInThread(listSiteDocuments(siteData), source, getProjectFolder());
  endStage('search');
  return (await writing).map(({ name, bytes }) => {
    const type = name.endsWith('.json') ? 'application/json; charset=utf-8' : 'application/octet-stream';
    return { path: name, type, make: () => bytes };
  });
});
