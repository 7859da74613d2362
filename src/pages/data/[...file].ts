import { endStage } from '../../model/build-stages.ts';
import { buildOpenData } from '../../open-data/build-open-data.ts';
import { createFileRoute } from '../../open-data/file-route.ts';
import type { PublishedFile } from '../../open-data/published-file.ts';

/** Lists the files in their order, each before its content is made. */
function* listFiles(files: readonly PublishedFile[]) {
  for (const file of files) yield { path: file.path, type: file.type, make: () => file.body };
  endStage('tables');
}

export const { getStaticPaths, GET } = createFileRoute('data', async (siteData) =>
  listFiles(await buildOpenData(siteData)),
);
