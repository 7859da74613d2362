import { buildApiFiles, listSiteDocuments } from '../../open-data/api/api-index.ts';
import { createOpenApiDocument } from '../../open-data/api/openapi-document.ts';
import { createFileRoute, createRouteFile } from '../../open-data/file-route.ts';
import { createIndexSource, writeIndexInThread } from '../../search/build-index.ts';
import { getProjectFolder } from '../../site-data/current-site-data.ts';
import { makesPath } from '../../site-data/part-of-path.ts';
import { readEverydayWords } from '../../site-data/project-files.ts';
import { endStage } from '../../site-data/running-build.ts';
import type { SiteData } from '../../site-data/site-data.ts';

/** Returns the files of the search index, which a thread writes. */
async function listIndexFiles(siteData: SiteData) {
  if (!makesPath(siteData, 'api/v1/search/')) return [];
  endStage('pages');
  const projectFolder = getProjectFolder();
  const source = createIndexSource(siteData, readEverydayWords(projectFolder, siteData.everydayWords));
  const writing = writeIndexInThread(listSiteDocuments(siteData), source, projectFolder);
  endStage('search');
  return (await writing).map(({ name, bytes }) => ({ path: `v1/search/${name}`, make: () => bytes }));
}

export const { getStaticPaths, GET } = createFileRoute('api', async (siteData) => {
  // The thread works while this one makes the other files.
  const indexFiles = listIndexFiles(siteData);
  return [
    ...buildApiFiles(siteData).map(createRouteFile),
    { path: 'openapi.json', make: () => `${JSON.stringify(createOpenApiDocument(siteData), null, 2)}\n` },
    ...(await indexFiles),
  ];
});
