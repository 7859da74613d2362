import { afterAll, expect, test } from 'vitest';
import { buildOpenData } from '../../../src/open-data/build-open-data.ts';
import { computeSha256 } from '../../../src/open-data/published-file.ts';
import { openSiteData } from '../../../src/site-data/open-site-data.ts';
import { EXAMPLE_SITE } from '../../support/example-site.ts';
import { isFull } from '../../support/test-scope.ts';

/** Zones west and east of Greenwich, and their hours to UTC; in `npm run test:full`, also the farthest in the west. */
const ZONES = new Map([
  ['America/New_York', 5],
  ['Pacific/Kiritimati', -14],
  ...(isFull
    ? ([
        ['Etc/GMT+12', 12],
        ['Asia/Tokyo', -9],
      ] as const)
    : []),
]);

const usualZone = process.env.TZ;
afterAll(() => {
  if (usualZone === undefined) delete process.env.TZ;
  else process.env.TZ = usualZone;
});

test('the published files have the same bytes in every time zone', () => {
  const checksums = [];
  for (const [zone, hours] of ZONES) {
    process.env.TZ = zone;
    expect(new Date('2026-01-01T00:00:00Z').getTimezoneOffset()).toBe(hours * 60);
    const files = buildOpenData(openSiteData({ root: EXAMPLE_SITE }));
    checksums.push(files.map(({ path, body }) => `${path} ${computeSha256(body)}`));
  }
  const [first = [], ...others] = checksums;
  expect(first.length).toBeGreaterThan(100);
  for (const other of others) expect(other).toEqual(first);
});
