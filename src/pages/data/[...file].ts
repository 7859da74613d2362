import { buildOpenData } from '../../open-data/build-open-data.ts';
import { createFileRoute } from '../../open-data/file-route.ts';

export const { getStaticPaths, GET } = createFileRoute('data', (siteData) =>
  buildOpenData(siteData).map((file) => ({ path: file.path, make: () => file.makeInThread?.() ?? file.body })),
);
