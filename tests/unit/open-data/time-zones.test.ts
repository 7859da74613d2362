import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SCRIPT = fileURLToPath(new URL('../../support/print-checksums.ts', import.meta.url));

/** West and east of Greenwich, with the most distant zones. */
const ZONES = ['Etc/GMT+12', 'America/New_York', 'Asia/Tokyo', 'Pacific/Kiritimati'];

const checksumsIn = (zone: string) =>
  execFileSync(process.execPath, [SCRIPT], { encoding: 'utf8', env: { ...process.env, TZ: zone } });

test('the published files have the same bytes in every time zone', () => {
  const [first = '', ...others] = ZONES.map(checksumsIn);
  expect(first.split('\n').length).toBeGreaterThan(100);
  for (const other of others) expect(other).toBe(first);
}, 60_000);
