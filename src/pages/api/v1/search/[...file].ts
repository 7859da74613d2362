import { listSiteDocuments } from '../../../../open-data/api/api-index.ts';
import { endStage } from '../../../../model/build-stages.ts';
import { createFileRoute } from '../../../../open-data/file-route.ts';
import { buildSiteIndex } from '../../../../search/build-index.ts';
import { getEverydayWords } from '../../../../site-data/current-site-data.ts';
import { makesPath } from '../../../../site-data/site-part.ts';

export const { getStaticPaths, GET } = createFileRoute('api/v1/search', function* (siteData) {
  if (!makesPath(siteData, 'api/v1/search/')) return;
  endStage('pages');
  for (const { name, bytes } of buildSiteIndex(siteData, listSiteDocuments(siteData), getEverydayWords())) {
    const type = name.endsWith('.json') ? 'application/json; charset=utf-8' : 'application/octet-stream';
    yield { path: name, type, make: () => bytes };
  }
  endStage('search');
});
