import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Change } from '../../../src/tables/changes.ts';
import { listRedirects } from '../../../src/site-data/page-redirects.ts';
import { openSharedSite } from '../../support/shared-sites.ts';
import { FIXTURE_SITES } from '../../support/fixture-site.ts';

const siteData = openSharedSite(join(FIXTURE_SITES, 'sound'));
const PLAN = 'mihon-keikaku';

/** A row of the ledger that says so. */
function change(before: string, now: string, item = 'IDの変更'): Change {
  return {
    id: '2026-11-20-1',
    date: '2026-11-20',
    targets: [now],
    item,
    before,
    after: now,
    reason: '',
    sources: [],
  };
}

/** The pages that one change of an id leaves behind, as old and new address. */
function moved(before: string, now: string, item?: string) {
  return listRedirects({ ...siteData, changes: [change(before, now, item)] }).map(({ from, to }) => `${from} → ${to}`);
}

describe('a page whose id is another now', () => {
  test.each([
    [`${PLAN}/old`, `${PLAN}/sns`, `/indicators/${PLAN}/old/ → /indicators/${PLAN}/sns/`],
    [`${PLAN}/9_9`, `${PLAN}/1_1`, `/plans/${PLAN}/9_9/ → /plans/${PLAN}/1_1/`],
    ['old-plan/9_9', `${PLAN}/1_1`, `/plans/old-plan/9_9/ → /plans/${PLAN}/1_1/`],
    ['old-plan/old', `${PLAN}/sns`, `/indicators/old-plan/old/ → /indicators/${PLAN}/sns/`],
    ['old', 'digital', '/themes/old/ → /themes/digital/'],
    ['old', 'mihon', '/cities/old/ → /cities/mihon/'],
    ['old', 'mihon', '/zones/old/ → /zones/mihon/'],
    ['old', 'mihon', '/compare/city/old/ → /compare/city/mihon/'],
  ])('%s, now %s, is sent on: %s', (before, now, expected) => {
    expect(moved(before, now)).toContain(expected);
  });

  test('is sent on with all pages of its plan', () => {
    expect(moved('old', PLAN)).toEqual(
      expect.arrayContaining([
        `/plans/old/ → /plans/${PLAN}/`,
        `/plans/old/1_1/ → /plans/${PLAN}/1_1/`,
        `/plans/old/text/basis/ → /plans/${PLAN}/text/basis/`,
        `/indicators/old/sns/ → /indicators/${PLAN}/sns/`,
        `/embed/indicators/old/sns/ → /embed/indicators/${PLAN}/sns/`,
      ]),
    );
  });

  test('is sent on by its own row where its plan has another id, too', () => {
    const changes = [change('old/1_1', `${PLAN}/2_1`), change('old', PLAN)];
    const pages = listRedirects({ ...siteData, changes }).filter(({ from }) => from === '/plans/old/1_1/');
    expect(pages.map(({ to }) => to)).toEqual([`/plans/${PLAN}/2_1/`]);
  });

  test('is none where the record has no page of its own', () => {
    expect(moved('old', 'dx')).toEqual([]);
    expect(moved(`${PLAN}/old`, `${PLAN}/1_1_1`)).toEqual([]);
  });

  test('is none where something else was changed', () => {
    expect(moved('old', 'digital', '名前の変更')).toEqual([]);
  });
});
