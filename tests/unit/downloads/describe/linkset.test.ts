import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createApiCatalog } from '../../../../src/downloads/describe/linkset.ts';
import { openSiteData } from '../../../../src/portal/open.ts';
import { REPOSITORY_FOLDER } from '../../../support/modules.ts';
import { FIXTURE_SITES } from '../../../support/town.ts';

const Target = z.object({ href: z.url(), type: z.string().optional() });
const Linkset = z.strictObject({
  linkset: z.array(z.object({ anchor: z.url() }).catchall(z.union([z.url(), z.array(Target)]))),
});

test('the catalogue of the API leads from itself to the API, its description, pages and data', () => {
  const { linkset } = Linkset.parse(JSON.parse(createApiCatalog(openSiteData({ root: REPOSITORY_FOLDER }))));
  const at = (path: string) => `https://keikaku.example${path}`;
  expect(linkset.map(({ anchor }) => anchor)).toEqual([
    at('/.well-known/api-catalog'),
    at('/api/v1/index.json'),
  ]);
  expect(linkset[0]?.item).toEqual([{ href: at('/api/v1/index.json') }]);
  expect(linkset[1]).toMatchObject({
    'service-desc': [{ href: at('/api/openapi.json') }],
    'service-doc': [{ href: at('/about/developers/') }],
    'service-meta': [{ href: at('/data/catalog.jsonld') }],
  });
});

test('a site without a guide for developers leads to its data instead', () => {
  const { linkset } = Linkset.parse(
    JSON.parse(createApiCatalog(openSiteData({ root: join(FIXTURE_SITES, 'bare') }))),
  );
  expect(linkset[1]?.['service-doc']).toMatchObject([{ href: expect.stringMatching(/\/data\/$/) as string }]);
});
