import { describe, expect, test } from 'vitest';
import { answers, type Description } from '../support/answers.ts';
import { filesIn } from './support/folder.ts';
import { read, siteNamed, SITES } from './support/site.ts';

describe.each(SITES)('the API of the site “%s”', (name) => {
  const site = siteNamed(name);
  const description = JSON.parse(read(site, 'api/openapi.json')) as Description;
  const built = filesIn(site.dist, 'api/**/*.{json,geojson}').filter((file) => file !== 'api/openapi.json');

  test('is described in every file and every key', () => {
    const answer = answers(description, true);
    const wrong = built.filter((file) => answer(`/${file}`)?.valid(JSON.parse(read(site, file))) !== true);
    expect(built.length).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
  });

  test('answers where the description says, to programs of other sites', async () => {
    const paths = Object.keys(description.paths).filter((path) => !path.includes('{'));
    const server = description.servers[0]?.url.replace(/\/$/, '') ?? '';
    for (const path of paths) {
      const response = await fetch(site.served + server + path);
      const { status, headers } = response;
      await response.body?.cancel();
      expect([path, status, headers.get('access-control-allow-origin')]).toEqual([path, 200, '*']);
    }
  });
});
