import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  createApiCatalog,
  createLlmsText,
  createSecurityText,
} from '../../../../src/open-data/metadata/discovery-documents.ts';
import { getLicenceUrl } from '../../../../src/open-data/metadata/table-facts.ts';
import { openSiteData } from '../../../../src/site-data/open-site-data.ts';
import { EXAMPLE_SITE } from '../../../support/example-site.ts';
import { FIXTURE_SITES } from '../../../support/fixture-site.ts';
import { openSharedSite } from '../../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../../support/source-modules.ts';

const Target = z.object({ href: z.url(), type: z.string().optional() });
const Linkset = z.strictObject({
  linkset: z.array(z.object({ anchor: z.url() }).catchall(z.union([z.url(), z.array(Target)]))),
});

test('the API catalogue links to the API, its description, its documentation and its data', () => {
  const { linkset } = Linkset.parse(JSON.parse(createApiCatalog(openSharedSite(REPOSITORY_FOLDER))));
  const at = (path: string) => `https://keikaku.example${path}`;
  expect(linkset.map(({ anchor }) => anchor)).toEqual([at('/.well-known/api-catalog'), at('/api/v1/index.json')]);
  expect(linkset[0]?.item).toEqual([{ href: at('/api/v1/index.json') }]);
  expect(linkset[1]).toMatchObject({
    'service-desc': [{ href: at('/api/openapi.json') }],
    'service-doc': [{ href: at('/about/developers/') }],
    'service-meta': [{ href: at('/data/catalog.jsonld') }],
    license: [{ href: getLicenceUrl(openSharedSite(REPOSITORY_FOLDER)) }],
  });
});

test('a site without a guide for developers links to its data', () => {
  const { linkset } = Linkset.parse(JSON.parse(createApiCatalog(openSharedSite(join(FIXTURE_SITES, 'bare')))));
  expect(linkset[1]?.['service-doc']).toMatchObject([{ href: expect.stringMatching(/\/data\/$/) as string }]);
});

describe('security.txt', () => {
  test('has the two fields that RFC 9116 requires, as the settings say them', () => {
    expect(createSecurityText(openSharedSite(EXAMPLE_SITE))).toBe(
      'Contact: mailto:security@mihon.example\nExpires: 2027-11-20T23:59:59+09:00\n',
    );
  });

  test('is no file of a site without a contact for it', () => {
    expect(createSecurityText(openSharedSite(REPOSITORY_FOLDER))).toBeNull();
  });
});

const own = openSiteData({ root: REPOSITORY_FOLDER, base: '/plans/' });
const text = createLlmsText(own);

describe('llms.txt', () => {
  test('starts with the name and the description of the site', () => {
    expect(text.split('\n').slice(0, 2)).toEqual([`# ${own.site.name}`, `> ${own.site.description}`]);
  });

  test('says which formats tables and code lists have', () => {
    expect(text).toContain('すべての表（CSV、Excel、JSON、Parquet）とコード表（CSV、JSON）');
  });

  test('has no heading without a list', () => {
    const empty = createLlmsText({ ...own, plans: [], guides: [] });
    expect(text.match(/^## .*$/gm)).toEqual(['## データ', '## 表', '## 計画', '## 説明']);
    expect(empty.match(/^## .*$/gm)).toEqual(['## データ', '## 表']);
  });

  test('lists every plan with its municipality and its URL under the base', () => {
    for (const { id, title } of own.plans)
      expect(text).toContain(`「${title}」](https://keikaku.example/plans/api/v1/plans/${id}.json)`);
  });

  test('has each plan in a line with one link, whatever its title contains', () => {
    const plans = own.plans.slice(0, 1).map((plan) => ({ ...plan, title: '計画](https://evil.example/)\n## [a\\' }));
    const line = '「計画\\](https://evil.example/) ## \\[a\\\\」](https://keikaku.example/';
    expect(createLlmsText({ ...own, plans })).toContain(line);
  });

  test('of very many municipalities leads to the list of plans instead', () => {
    const [city = expect.fail()] = own.municipalities;
    const long = createLlmsText({ ...own, municipalities: Array<typeof city>(201).fill(city) });
    expect(long).toContain('](https://keikaku.example/plans/api/v1/plans.json)');
    expect(long).not.toContain('/api/v1/plans/');
    expect(text).not.toContain('/api/v1/plans.json');
  });

  test('leads to the API and to its description', () => {
    expect(text).toContain('](https://keikaku.example/plans/api/v1/index.json)');
    expect(text).toContain('](https://keikaku.example/plans/api/openapi.json)');
  });

  test('contains the version of the data, and the note on summaries', () => {
    expect(text).toContain(own.version);
    expect(text).toContain('計画の文章ではありません');
    // A municipality may publish the site itself.
    expect(text).not.toMatch(/市の(?:文章|評価)ではありません/);
  });

  test('marks only a fictional town as fictional', () => {
    expect(createLlmsText(openSharedSite(EXAMPLE_SITE))).toContain('すべて架空です');
    expect(text).not.toContain('架空');
  });
});
