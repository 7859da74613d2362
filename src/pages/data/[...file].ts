import { buildOpenData } from '../../open-data/build-open-data.ts';
import { createFileRoute } from '../../open-data/file-route.ts';

export const { getStaticPaths, GET } = createFileRoute('data', async (siteData) =>
  (await buildOpenData(siteData)).map(({ path, type, body }) => ({ path, type, make: () => body })),
);
