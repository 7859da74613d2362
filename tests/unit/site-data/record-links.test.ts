import { describe, expect, test } from 'vitest';
import { getRecordLink } from '../../../src/site-data/record-links.ts';
import { buildLookups } from '../../../src/site-data/site-data.ts';
import { EXAMPLE_SITE } from '../../support/example-site.ts';
import { openFixtureSite, openSharedSite } from '../../support/shared-sites.ts';

const siteData = openFixtureSite();
const PLAN = 'mihon-keikaku';

describe('the record of an id', () => {
  test.each([
    ['mihon', '見本町', '/cities/mihon/'],
    [PLAN, '見本町 見本町まちづくり計画', '/plans/mihon-keikaku/'],
    [`${PLAN}/1_1`, '見本町 情報を伝える', '/plans/mihon-keikaku/1_1/'],
    [`${PLAN}/sns`, '見本町 町公式SNSの登録者数', '/indicators/mihon-keikaku/sns/'],
    ['mihon/north', '見本町 北部', '/zones/mihon/#north'],
    ['digital', 'デジタル', '/themes/digital/'],
    ['burden', '負担の割合', '/statistics/burden/'],
    ['dx', 'DX', '/glossary/#dx'],
    ['mihon-kikaku', '企画課', null],
    ['mihon-tokei', '見本の統計', null],
    ['none', 'none', null],
  ])('%s is %s at %s', (id, title, url) => {
    expect(getRecordLink(siteData, id)).toMatchObject({ title, url });
  });
});

test('a municipality that left has the name that its last release has', () => {
  const [release] = openSharedSite(EXAMPLE_SITE).releases;
  const [change] = release?.changes ?? [];
  if (!release || !change) throw new Error('The example has no changes.');
  const gone = { ...change, kind: 'removed', record: 'mura', municipality: 'mura', title: '見本村' } as const;
  const site = { ...siteData, releases: [{ ...release, changes: [gone] }] };
  expect(getRecordLink(site, 'mura')).toEqual({ title: '見本村', url: null });
});

test('the name of a municipality with a namesake contains its prefecture', () => {
  const municipalities = siteData.municipalities.flatMap((city) => [
    { ...city, prefecture: '北海道' },
    { ...city, id: 'other', prefecture: '福島県' },
    { ...city, id: 'third', title: '架空町' },
  ]);
  const changed = { ...siteData, municipalities };
  const namesakes = { ...changed, ...buildLookups(changed) };
  expect(municipalities.map(({ id }) => namesakes.nameMunicipality(id))).toEqual([
    '見本町（北海道）',
    '見本町（福島県）',
    '架空町',
  ]);
  expect(getRecordLink(namesakes, 'other').title).toBe('見本町（福島県）');
});
