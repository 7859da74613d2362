import { expect, test } from 'vitest';
import { buildOpenData } from '../../../../src/open-data/build-open-data.ts';
import { listRowObjects } from '../../../../src/open-data/published-table.ts';
import { EXAMPLE_SITE } from '../../../support/example-site.ts';
import { findTable } from '../../../support/metadata/published-files.ts';
import { openFixtureSite, openSharedSite } from '../../../support/shared-sites.ts';

const updates = findTable('updates');
const list = (rows: string, table = updates) =>
  listRowObjects(openFixtureSite({ 'data/changes.csv': `日付,対象,項目,前,後,理由,出典ID,種類\n${rows}` }), table);

test('an update has a row for each record, with its name, its municipality and the place on the page of changes', () => {
  const rows = list('2026-11-20,mihon-keikaku/sns;dx,値を直しました,5人,6人,打ちまちがい,mihon-keikaku,訂正\n');
  const own = { id: '2026-11-20-1', date: '2026-11-20', kind: 'corrected', item: '値を直しました' };
  const shared = { ...own, before: '5人', after: '6人', reason: '打ちまちがい', url: '/changes/#2026-11-20-1' };
  expect(rows).toEqual([
    {
      ...shared,
      record: 'mihon-keikaku/sns',
      title: '見本町 町公式SNSの登録者数',
      municipality_code: '990019',
      municipality_title: '見本町',
    },
    { ...shared, record: 'dx', title: 'DX', municipality_code: null, municipality_title: null },
  ]);
});

test('a department belongs to its municipality, and a document of none to no one', () => {
  const rows = list('2026-11-20,mihon-kikaku;mihon-tokei;mihon,名前を直しました,,,,,\n');
  expect(rows.map(({ municipality_code: code }) => code)).toEqual(['990019', null, '990019']);
});

test('an update without a record or a kind has one row', () => {
  expect(list('2026-11-20,,直しました,,,,,\n')).toEqual([
    expect.objectContaining({ record: '', title: '', kind: null, municipality_code: null }),
  ]);
});

test('a plan that another replaced has a row beside that of the new plan', () => {
  const rows = listRowObjects(openSharedSite(EXAMPLE_SITE), updates).filter(({ item }) => item === '計画の入れかえ');
  expect(rows.map(({ record }) => record)).toEqual(['mihon-midori', 'mihon-minato']);
});

test('the updates of a plan are a file of its own', () => {
  const siteData = openSharedSite(EXAMPLE_SITE);
  const file = buildOpenData(siteData).find(({ path }) => path === 'plans/mihon-kurashi/updates.csv');
  const lines = String(file?.body).trim().split('\r\n').slice(1);
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.filter((line) => !line.includes('mihon-kurashi'))).toEqual([]);
});
