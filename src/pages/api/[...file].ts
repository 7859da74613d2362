import { buildApiFiles } from '../../open-data/api/api-index.ts';
import { createOpenApiDocument } from '../../open-data/api/openapi-document.ts';
import { createFileRoute } from '../../open-data/file-route.ts';

export const { getStaticPaths, GET } = createFileRoute('api', (siteData) => [
  ...Array.from(buildApiFiles(siteData), ([path, body]) => ({
    path,
    type: path.endsWith('.geojson') ? 'application/geo+json' : 'application/json; charset=utf-8',
    make: () => body,
  })),
  {
    path: 'openapi.json',
    type: 'application/json; charset=utf-8',
    make: () => `${JSON.stringify(createOpenApiDocument(siteData), null, 2)}\n`,
  },
]);
