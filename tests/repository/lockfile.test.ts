import { expect, test } from 'vitest';
import { z } from 'zod';
import { readFileText } from '../support/source-modules.ts';

const Packages = z.record(z.string(), z.string());
const Manifest = z.object({
  dependencies: Packages,
  devDependencies: Packages,
  optionalDependencies: Packages,
});
const lockfile = readFileText('package-lock.json') ?? '';

test('every version in package.json is exact', () => {
  const manifest = Manifest.parse(JSON.parse(readFileText('package.json') ?? ''));
  const versions = Object.values(manifest).flatMap((packages) => Object.entries(packages));
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
});

test('the lockfile contains no download URL', () => {
  expect(lockfile).not.toMatch(/"resolved":\s*"https?:/);
});

// npm skips optional packages that require a newer Node version: `npm run lockfile` removes their requirements.
test('the lockfile requires no Node version', () => {
  expect(lockfile).toContain('node_modules/astro');
  expect(lockfile.match(/"engines"/g) ?? []).toHaveLength(1);
});

test('the lockfile has the checksum of every package', () => {
  const { packages } = z
    .object({ packages: z.record(z.string(), z.object({ integrity: z.string().optional() })) })
    .parse(JSON.parse(lockfile));
  const names = Object.keys(packages).filter((name) => name !== '');
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((name) => !packages[name]?.integrity?.startsWith('sha512-'))).toEqual([]);
});
