import { describe, expect, test } from 'vitest';
import { createResponseFinder, type ApiDescription } from '../support/api-description.ts';
import { readSiteFile, getBuiltSite, SITE_NAMES } from './support/built-site.ts';
import { listFolderFiles } from './support/project-copy.ts';

describe.each(SITE_NAMES)('the API of the site “%s”', (name) => {
  const site = getBuiltSite(name);
  const description = JSON.parse(readSiteFile(site, 'api/openapi.json')) as ApiDescription;
  const built = listFolderFiles(site.dist, 'api/**/*.{json,geojson}').filter((file) => file !== 'api/openapi.json');

  test('has a description of every file and every key', () => {
    const findResponse = createResponseFinder(description, true);
    const wrong = built.filter(
      (file) => findResponse(`/${file}`)?.valid(JSON.parse(readSiteFile(site, file))) !== true,
    );
    expect(built.length).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
  });

  test('answers at every path of its description, also to programs of other sites', async () => {
    const paths = Object.keys(description.paths).filter((path) => !path.includes('{'));
    expect(paths).not.toEqual([]);
    const server = description.servers[0]?.url.replace(/\/$/, '') ?? '';
    for (const path of paths) {
      const response = await fetch(site.served + server + path);
      const { status, headers } = response;
      await response.body?.cancel();
      expect([path, status, headers.get('access-control-allow-origin')]).toEqual([path, 200, '*']);
    }
  });
});
