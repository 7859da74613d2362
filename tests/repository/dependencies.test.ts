import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readPackageLock } from '../../tools/sbom-command.ts';
import { readSection, readTables } from '../support/markdown-table.ts';
import { readFileText, readModules, REPOSITORY_FOLDER } from '../support/source-modules.ts';

const DOCUMENT = join(REPOSITORY_FOLDER, 'docs', 'dependencies.md');
const { packages } = readPackageLock();
const { dependencies, devDependencies, optionalDependencies } = packages[''];
const InstalledPackage = z.object({
  license: z.string(),
  repository: z.union([z.string(), z.object({ url: z.string() }).transform(({ url }) => url)]),
});

/** Returns the size of a folder in bytes, without the packages inside it. */
function measureFolder(folder: string): number {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules')
    .reduce((sum, entry) => {
      const path = join(folder, entry.name);
      return sum + (entry.isDirectory() ? measureFolder(path) : statSync(path).size);
    }, 0);
}

/** Returns a repository as host and path; npm takes `owner/name` as one on GitHub. */
function shortenRepository(repository: string): string {
  const path = repository.replace(/^(?:git\+)?\w+:\/\/|^github:|^git@github\.com:/, '').replace(/\.git$/, '');
  return /^[\w-]+\.\w+\//.test(path) ? path : `github.com/${path}`;
}

/** Returns name, version, licence, size and repository of an installed package. */
function describeInstalled(name: string): readonly string[] {
  const folder = join(REPOSITORY_FOLDER, 'node_modules', name);
  const { license, repository } = InstalledPackage.parse(
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
  );
  const size = Math.ceil(measureFolder(folder) / 1024).toLocaleString('en');
  const { version = '' } = packages[`node_modules/${name}`] ?? {};
  return [name, version, license, size, shortenRepository(repository)];
}

/** Returns name, version and licence of a package, which may be for another system. */
function describeLocked(name: string): readonly string[] {
  const { version = '', license = '' } = packages[`node_modules/${name}`] ?? {};
  return [name, version, license];
}

/** Counts the packages of production by licence, those that they bring included. */
function countLicences(): (readonly string[])[] {
  const production = Object.entries(packages).filter(([path, entry]) => path !== '' && !entry.dev);
  const groups = Map.groupBy(production, ([, { license }]) => license);
  return [...groups.keys()].sort().map((license) => [license, String(groups.get(license)?.length)]);
}

const facts: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'In production': Object.keys(dependencies).map(describeInstalled),
  'For development': Object.keys(devDependencies).map(describeInstalled),
  'The Node of the project': Object.keys(optionalDependencies).map(describeLocked),
  'Licences in production': countLicences(),
};

const document = readFileText('docs/dependencies.md') ?? '';
const readRows = (heading: string) => readTables(readSection(document, `## ${heading}`)).flat();

/** Returns the document with the facts of today, and with the sentences that it has. */
function updateDocument(): string {
  return Object.entries(facts).reduce((text, [heading, rows]) => {
    const written = new Map(readRows(heading).map((cells) => [cells[0], cells]));
    const lines = rows.map((row) => {
      const sentences = written.get(row[0])?.slice(row.length) ?? [''];
      return `| ${[...row, ...sentences].join(' | ')} |\n`;
    });
    const table = new RegExp(`(\\n## ${heading}\\n[^|]*(?:\\|.*\\n){2})(?:\\|.*\\n)*`);
    return text.replace(table, (_match, start: string) => start + lines.join(''));
  }, document);
}

describe('docs/dependencies.md', () => {
  test('has the packages, versions, licences and sizes that are installed', async () => {
    await expect(updateDocument()).toMatchFileSnapshot(DOCUMENT);
  });

  test.each(Object.entries(facts))('has a row for each of them, without an empty cell: %s', (heading, rows) => {
    const cells = readRows(heading);
    expect(cells.map(([first]) => first)).toEqual(rows.map(([first]) => first));
    expect(cells.filter((row) => row.includes(''))).toEqual([]);
  });
});

test('the program imports only packages that are installed with it, and types', () => {
  const modules = readModules('src/**/*.{ts,astro}', 'examples/design/**/*.{ts,astro}', 'astro.config.mjs');
  const isInstalled = (from: string) => {
    const name = from.split('/', from.startsWith('@') ? 2 : 1).join('/');
    return name in dependencies || `@types/${name}` in devDependencies;
  };
  const packages = modules.flatMap(({ imports }) => imports.map(({ from }) => from));
  const others = packages.filter((from) => !/^(?:node|astro):|^(?:src|examples|data|package)[./]/.test(from));
  expect(new Set(others).size).toBeGreaterThan(20);
  expect(others.filter((from) => !isInstalled(from))).toEqual([]);
});

const Renovate = z.object({
  packageRules: z.array(
    z.object({ groupName: z.string().optional(), matchPackageNames: z.array(z.string()).default([]) }),
  ),
});

describe('renovate.json', () => {
  const { packageRules } = Renovate.parse(JSON.parse(readFileText('renovate.json') ?? ''));
  const names = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });

  test.each(names)('updates %s with one group', (name) => {
    const groups = packageRules.filter(
      ({ groupName, matchPackageNames }) =>
        groupName !== undefined && matchPackageNames.some((pattern) => matchesGlob(name, pattern)),
    );
    expect(groups.map(({ groupName }) => groupName)).toHaveLength(1);
  });

  test('names no package that is not in package.json', () => {
    const patterns = packageRules.flatMap(({ matchPackageNames }) => matchPackageNames);
    expect(patterns.filter((pattern) => !names.some((name) => matchesGlob(name, pattern)))).toEqual([]);
  });
});
