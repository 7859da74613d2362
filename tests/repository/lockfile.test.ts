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

test('the lockfile contains no URL to download from', () => {
  expect(lockfile).not.toMatch(/"resolved":\s*"https?:/);
});

// npm leaves out optional packages on an older Node than their own: `npm run lockfile` removes what they ask for.
test('the lockfile asks for no version of Node', () => {
  expect(lockfile).toContain('node_modules/astro');
  expect(lockfile.match(/"engines"/g) ?? []).toHaveLength(1);
});
