import { buildOpenData } from '../../open-data/build-open-data.ts';
import { createFileRoute, createRouteFile } from '../../open-data/file-route.ts';

export const { getStaticPaths, GET } = createFileRoute('data', (siteData) =>
  buildOpenData(siteData).map(createRouteFile),
);
