import { expect, test } from 'vitest';
import { z } from 'zod';
import { getPackageName, readPackageLock } from '../../tools/sbom-command.ts';
import { createSiteLock } from '../../tools/write-lockfiles.ts';
import { readFileText } from '../support/source-modules.ts';

const Packages = z.record(z.string(), z.string());
const Manifest = z.object({
  dependencies: Packages,
  devDependencies: Packages,
  optionalDependencies: Packages,
  scripts: Packages,
});
const { scripts, ...groups } = Manifest.parse(JSON.parse(readFileText('package.json') ?? ''));
const lockfile = readFileText('package-lock.json') ?? '';

test('every version in package.json is exact', () => {
  const versions = Object.values(groups).flatMap((packages) => Object.entries(packages));
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
});

test('the lockfile has the packages of package.json', () => {
  expect(readPackageLock().packages['']).toMatchObject(groups);
});

test('the lockfile contains no download URL', () => {
  expect(lockfile).not.toMatch(/"resolved":\s*"https?:/);
});

// npm skips optional packages that require a newer Node version: `npm run lockfile` removes their requirements.
test('the lockfile requires no Node version', () => {
  expect(lockfile).toContain('node_modules/astro');
  expect(lockfile.match(/"engines"/g) ?? []).toHaveLength(1);
});

test('a new site has the same packages', () => {
  const lock = JSON.parse(lockfile) as Parameters<typeof createSiteLock>[0];
  expect(JSON.parse(readFileText('examples/new-site/package-lock.json') ?? '')).toEqual(
    JSON.parse(JSON.stringify(createSiteLock(lock))),
  );
});

// Astro needs no result of esbuild's script (docs/dependencies.md).
test('no package but esbuild has a script that npm would run at install', () => {
  const withScript = Object.entries(readPackageLock().packages).filter(([, entry]) => entry.hasInstallScript);
  expect(withScript.map(([path]) => getPackageName(path))).toEqual(['esbuild']);
});

test('npm runs no script at install, and none before or after another', () => {
  expect(readFileText('.npmrc')).toMatch(/^ignore-scripts=true$/m);
  const names = Object.keys(scripts);
  const skipped = names.filter(
    (name) => /^(?:pre|post)/.test(name) && names.includes(name.replace(/^(?:pre|post)/, '')),
  );
  expect(skipped).toEqual([]);
});

test('the lockfile has the checksum of every package', () => {
  const { packages } = readPackageLock();
  const names = Object.keys(packages).filter((name) => name !== '');
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((name) => !packages[name]?.integrity.startsWith('sha512-'))).toEqual([]);
});
