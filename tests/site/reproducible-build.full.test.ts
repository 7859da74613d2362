import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { FIXTURE_SITES } from '../support/fixture-site.ts';
import { getBuiltSite } from './support/built-site.ts';
import { computeChecksums, copyProject, copySiteSources, listFolderFiles } from './support/project-copy.ts';
import { PRIVATE_FILES, runCommand, spawnBuild } from './support/run-command.ts';
import { createTestProject } from './support/test-project.ts';

const project = createTestProject();
const root = join(project, 'root');
const out = join(project, 'dist');

describe('a site that is built in another folder', () => {
  beforeAll(async () => {
    copySiteSources(project, root);
    await spawnBuild(out, ['--root', root], project);
  });

  test('has the same bytes', () => {
    expect(computeChecksums(out)).toEqual(computeChecksums(getBuiltSite('root').dist));
  });

  test('stays unchanged if a build finds an unknown parent; the build reports its location', async () => {
    const before = computeChecksums(out);
    const file = join(root, 'data', 'plans', 'kashiwa-suishin', 'tree.csv');
    const lines = readFileSync(file, 'utf8').split('\n');
    const index = lines.findIndex((line) => line.startsWith('1_1_1,1_1,'));
    lines[index] = (lines[index] ?? '').replace('1_1_1,1_1,', '1_1_1,9_9,');
    writeFileSync(file, lines.join('\n'));
    const { code, stderr } = await runCommand('build', ['--out', out, '--root', root], project);
    expect(code).toBe(1);
    expect(stderr).toContain(`data/plans/kashiwa-suishin/tree.csv:${index + 1}:7`);
    expect(computeChecksums(out)).toEqual(before);
  });

  test('has the same data and sitemap below another base, except for its URLs', async () => {
    const below = join(project, 'below');
    await spawnBuild(below, ['--base', '/embed/plans/'], project);
    const readRows = (dist: string) => readFileSync(join(dist, 'data', 'nodes.csv'), 'utf8').split('\r\n');
    const rows = readRows(getBuiltSite('root').dist);
    expect(readRows(below).map((row) => row.replaceAll('/embed/plans/plans/', '/plans/'))).toEqual(rows);
    expect(rows.length).toBeGreaterThan(100);
    const countUrls = (dist: string) => readFileSync(join(dist, 'sitemap-0.xml'), 'utf8').split('<loc>').length;
    expect(countUrls(below)).toBe(countUrls(getBuiltSite('root').dist));
  });
});

test.each([
  { TZ: 'Etc/GMT+12' },
  { TZ: 'America/New_York' },
  { TZ: 'Asia/Kathmandu' },
  { TZ: 'Pacific/Kiritimati' },
  { NODE_ENV: 'development', MODE: 'development', DEV: '1', PROD: '', BASE_URL: '/other/' },
])('the site with five plans has the same bytes in the environment %o', async (environment) => {
  const folder = join(project, 'in-an-environment');
  await spawnBuild(folder, ['--fresh'], project, environment);
  expect(computeChecksums(folder)).toEqual(computeChecksums(getBuiltSite('root').dist));
});

/** Zones from UTC−12 to UTC+14, some with half hours, some that change their clocks. */
const ZONES = [
  'Etc/GMT+12',
  'Pacific/Pago_Pago',
  'Pacific/Honolulu',
  'Pacific/Marquesas',
  'America/Anchorage',
  'America/Los_Angeles',
  'America/Denver',
  'America/Chicago',
  'America/New_York',
  'America/Caracas',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Atlantic/South_Georgia',
  'Atlantic/Azores',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Istanbul',
  'Asia/Tehran',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Australia/Adelaide',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
];

/** C has no language; İ and ı are letters of Turkish; Arabic and Thai have other digits, calendars or both. */
const LOCALES = ['C', 'tr_TR.UTF-8', 'ja_JP.UTF-8', 'ar_EG.UTF-8', 'th_TH.UTF-8'];

/** Names of folders that hold a site or the whole project. */
const FOLDERS = ['計画 ひろば', 'x'.repeat(200), "it's [1] & $x (b)"];

describe('the smallest site has the same bytes', () => {
  const smallest = join(project, 'smallest');
  const built = join(project, 'smallest-dist');
  let expected: Readonly<Record<string, string>> = {};

  beforeAll(async () => {
    copySiteSources(join(FIXTURE_SITES, 'bare'), smallest);
    await spawnBuild(built, ['--root', smallest, '--fresh'], project, { TZ: 'UTC', LC_ALL: 'C' });
    expected = computeChecksums(built);
  });

  test.each(ZONES.map((zone, index) => [zone, LOCALES[index % LOCALES.length] ?? 'C', index % 2 === 1] as const))(
    'in the zone %s with the locale %s',
    async (TZ, LC_ALL, isPrivate) => {
      const folder = join(project, 'elsewhere');
      await spawnBuild(folder, ['--root', smallest, '--fresh'], project, {
        TZ,
        LC_ALL,
        ...(isPrivate ? PRIVATE_FILES : {}),
      });
      expect(computeChecksums(folder)).toEqual(expected);
    },
  );

  test.each(FOLDERS)('in the folder %s', async (name) => {
    const folder = join(project, '.work', name);
    const copy = copyProject(join(folder, 'project'));
    const root = copySiteSources(smallest, join(folder, 'root'));
    await spawnBuild(join(folder, 'dist'), ['--root', root], copy);
    expect(computeChecksums(join(folder, 'dist'))).toEqual(expected);
  });

  test('from files with CRLF, except for the copies of these files', async () => {
    const root = copySiteSources(smallest, join(project, 'windows'));
    for (const file of listFolderFiles(root))
      writeFileSync(join(root, file), readFileSync(join(root, file), 'utf8').replaceAll('\n', '\r\n'));
    const folder = join(project, 'windows-dist');
    await spawnBuild(folder, ['--root', root], project);
    const isOther = (file: string) => !file.startsWith('check/files/');
    const withoutCopies = (sums: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(sums).filter(([file]) => isOther(file)));
    expect(withoutCopies(computeChecksums(folder))).toEqual(withoutCopies(expected));
  });
});
