import { buildOpenData } from '../../open-data/build-open-data.ts';
import { createFileRoute } from '../../open-data/file-route.ts';

export const { getStaticPaths, GET } = createFileRoute('data', async (siteData) =>
  (await buildOpenData(siteData)).map((file) => {
    return { path: file.path, type: file.type, make: () => file.makeInThread?.() ?? file.body };
  }),
);
