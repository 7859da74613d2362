import fs, {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { main } from '../../../src/cli/build-command.ts';
import { UsageError } from '../../../src/cli/command-runner.ts';
import {
  assertOutsideSources,
  assertReplaceable,
  replaceOutputFolder,
  tidyOutputFolder,
  createTemporaryFolder,
  findRealPath,
  listLeftovers,
  openServedFolder,
  openWorkFolder,
} from '../../../src/cli/output-folder.ts';
import { PROJECT_FOLDER } from '../../../src/cli/site-options.ts';
import { abandonFolder } from '../../support/abandon-folder.ts';
import { callCommand } from '../../support/call-command.ts';
import { createEmptyFolder, writeFixture, createFixtureSite, type FixtureFiles } from '../../support/fixture-site.ts';

const SITE: FixtureFiles = { 'index.html': '', 'data/catalog.jsonld': '{}' };

/** Writes files to a new folder. */
function createFolder(files: FixtureFiles): string {
  const folder = createEmptyFolder();
  writeFixture(folder, files);
  return folder;
}

describe('a build may write', () => {
  test.each([
    ['to a path that does not exist', 'dist', {}],
    ['to an empty folder', '', {}],
    ['to a folder with a built site', '', SITE],
  ])('%s', (_what, path, files: FixtureFiles) => {
    expect(() => {
      assertReplaceable(join(createFolder(files), path));
    }).not.toThrow();
  });
});

describe('a build may not write', () => {
  test.each([
    ['to a folder with other files', '', { 'thesis.txt': '' }],
    ['to the project itself', '', { 'package.json': '{}', 'data/README.md': '' }],
    ['to a repository, even with a built site in it', '', { ...SITE, '.git/HEAD': '' }],
    ['to a file', 'thesis.txt', { 'thesis.txt': '' }],
  ])('%s', (_what, path, files: FixtureFiles) => {
    expect(() => {
      assertReplaceable(join(createFolder(files), path));
    }).toThrow(UsageError);
  });
});

test.each(['content/site', 'data/plans/site'])(
  'a build may not write to %s among the files of its site',
  async (path) => {
    const root = createFixtureSite();
    const { status, stderr } = await callCommand(main, ['--root', root, '--out', join(root, path)]);
    expect([status, existsSync(join(root, path))]).toEqual([1, false]);
    expect(stderr).toMatch(/^「.*」は、サイトやプログラムのファイルを置く (?:content|data)\/ の中です。/);
  },
);

test.each(['content', 'data', '.git', '.work', 'node_modules'])(
  'a build may not write to %s of the program, whatever its site is',
  async (name) => {
    const out = join(PROJECT_FOLDER, name, 'refused');
    const { status, stderr } = await callCommand(main, ['--root', createFixtureSite(), '--out', out]);
    expect([status, stderr]).toEqual([1, expect.stringContaining(`${name}/ の中です`)]);
    expect(existsSync(out)).toBe(false);
  },
);

test('a build may not write among the files of its site by the name of a link to its folder, or the other way', async () => {
  const [root, other] = [createFixtureSite(), createEmptyFolder()];
  const link = join(other, 'link');
  symlinkSync(root, link);
  for (const [from, to] of [
    [link, root],
    [root, link],
  ] as const) {
    const { status, stderr } = await callCommand(main, ['--root', from, '--out', join(to, 'data', 'out')]);
    expect([status, stderr]).toEqual([1, expect.stringContaining('ファイルを置く data/ の中です')]);
  }
  rmSync(join(root, 'data'), { recursive: true });
  writeFixture(root, { 'tables/themes.csv': '' });
  symlinkSync('tables', join(root, 'data'));
  expect(() => {
    assertOutsideSources(join(root, 'tables', 'out'), [root]);
  }).toThrow(UsageError);
});

test('a build may not replace a mount point, which can not be moved', ({ skip }) => {
  const memory = '/dev/shm';
  skip(!existsSync(memory) || statSync(memory).dev === statSync('/dev').dev, 'there is no mount point');
  expect(() => {
    assertReplaceable(memory, () => true);
  }).toThrow('--out に、「/dev/shm/site」のような、その中のフォルダを書いてください。');
});

describe('the real path', () => {
  test('is that of the target of a link, also above folders that do not exist yet', () => {
    const folder = realpathSync(createFolder(SITE));
    symlinkSync('data', join(folder, 'link'));
    expect(findRealPath(join(folder, 'link'))).toBe(join(folder, 'data'));
    expect(findRealPath(join(folder, 'link', 'new', 'site'))).toBe(join(folder, 'data', 'new', 'site'));
  });

  test('is that of the target of a link whose folder exists, but not the target', () => {
    const folder = realpathSync(createFolder(SITE));
    symlinkSync('data/site', join(folder, 'link'));
    expect(findRealPath(join(folder, 'link'))).toBe(join(folder, 'data', 'site'));
  });

  test.each(['none/site', 'link'])(
    'does not exist for a link to %s: nothing is there, or the link itself',
    async (target) => {
      const folder = createEmptyFolder();
      symlinkSync(target, join(folder, 'link'));
      const { status, stderr } = await callCommand(main, [
        '--root',
        createFixtureSite(),
        '--out',
        join(folder, 'link'),
      ]);
      expect([status, stderr]).toEqual([
        1,
        expect.stringMatching(/^「.*link」はリンクですが、その先がないか、自分自身に戻ります。/),
      ]);
      expect(readdirSync(folder)).toEqual(['link']);
    },
  );
});

test('a refused build leaves the files of the folder', async () => {
  const out = createFolder({ 'thesis.txt': '' });
  mkdirSync(join(out, 'pictures'));
  const { status, stderr } = await callCommand(main, ['--root', createFixtureSite(), '--out', out]);
  expect([status, existsSync(join(out, 'thesis.txt')), existsSync(join(out, 'pictures'))]).toEqual([1, true, true]);
  expect(stderr).toMatch(/^「.*」には、つくったサイトではないものがあります。/);
});

/** Makes each renaming onto this path fail with an error of the system, and returns how many failed so far. */
function failRenaming(target: string, code: string): () => number {
  const { renameSync } = fs;
  let failed = 0;
  fs.renameSync = (from, to) => {
    if (to !== target || basename(String(from)) === 'last') {
      renameSync(from, to);
      return;
    }
    failed += 1;
    throw Object.assign(new Error(code), { code });
  };
  syncBuiltinESMExports();
  onTestFinished(() => {
    fs.renameSync = renameSync;
    syncBuiltinESMExports();
  });
  return () => failed;
}

describe('a new site', () => {
  const createBuilt = (text: string) => join(createFolder({ 'new/index.html': text }), 'new');
  const readPage = (out: string) => readFileSync(join(out, 'index.html'), 'utf8');

  test.each([
    ['replaces the last one', { 'site/index.html': 'last' }],
    ['comes where nothing was', {}],
  ])('%s, and nothing else is left', (_what, files: FixtureFiles) => {
    const folder = createFolder(files);
    replaceOutputFolder(createBuilt('new'), join(folder, 'site'));
    expect([readPage(join(folder, 'site')), readdirSync(folder)]).toEqual(['new', ['site']]);
  });

  test('comes from another file system too', ({ skip }) => {
    const memory = '/dev/shm';
    skip(!existsSync(memory) || statSync(memory).dev === statSync(tmpdir()).dev, 'there is one file system');
    const built = mkdtempSync(join(memory, 'site-'));
    onTestFinished(() => {
      rmSync(built, { recursive: true });
    });
    writeFixture(built, { 'about/index.html': 'new' });
    const out = join(createEmptyFolder(), 'site');
    replaceOutputFolder(built, out);
    expect(readFileSync(join(out, 'about', 'index.html'), 'utf8')).toBe('new');
  });

  test('that is missing leaves the last one', () => {
    const folder = createFolder({ 'site/index.html': 'last' });
    expect(() => {
      replaceOutputFolder(join(folder, 'none'), join(folder, 'site'));
    }).toThrow();
    expect([readPage(join(folder, 'site')), readdirSync(folder)]).toEqual(['last', ['site']]);
  });

  test.each([
    ['the disk fails', 'EIO', 1],
    ['other builds write there ten times', 'ENOTEMPTY', 10],
  ])('leaves the last one if %s', (_what, code, times) => {
    const folder = createFolder({ 'site/index.html': 'last' });
    const countFailed = failRenaming(join(folder, 'site'), code);
    expect(() => {
      replaceOutputFolder(createBuilt('new'), join(folder, 'site'));
    }).toThrow(code);
    expect([countFailed(), readPage(join(folder, 'site')), readdirSync(folder)]).toEqual([times, 'last', ['site']]);
  });

  test('names its path if a file is in place of a folder above', () => {
    const out = join(createFolder({ file: '' }), 'file', 'site');
    expect(() => {
      replaceOutputFolder(createBuilt('new'), out);
    }).toThrow(expect.objectContaining({ path: out }));
  });
});

describe('what a killed build left beside its site', () => {
  const leave = (out: string, files: FixtureFiles) => {
    const { path: beside } = createTemporaryFolder(`${out}.build-`);
    writeFixture(beside, files);
    return abandonFolder(beside);
  };

  test('is removed, and the site stays', () => {
    const out = join(createFolder({ 'site/index.html': 'last' }), 'site');
    const left = leave(out, { 'next/index.html': 'half' });
    tidyOutputFolder(out);
    expect([existsSync(left), readFileSync(join(out, 'index.html'), 'utf8')]).toEqual([false, 'last']);
  });

  test('is removed if there was no site', () => {
    const out = join(createEmptyFolder(), 'site');
    const left = leave(out, { 'next/index.html': 'half' });
    tidyOutputFolder(out);
    expect([existsSync(left), existsSync(out)]).toEqual([false, false]);
  });

  test('is removed if the new site is already there', () => {
    const out = join(createFolder({ 'site/index.html': 'new' }), 'site');
    const left = leave(out, { 'last/index.html': 'last' });
    tidyOutputFolder(out);
    expect([existsSync(left), readFileSync(join(out, 'index.html'), 'utf8')]).toEqual([false, 'new']);
  });

  test('is put back if it is the last site', () => {
    const out = join(createEmptyFolder(), 'site');
    const left = leave(out, { 'last/index.html': 'last', 'next/index.html': 'new' });
    tidyOutputFolder(out);
    expect([existsSync(left), readFileSync(join(out, 'index.html'), 'utf8')]).toEqual([false, 'last']);
  });

  test('stays while its process runs, and a folder of a person stays', () => {
    const out = join(createFolder({ 'site.next/a': '', 'site.build-backup/a': '' }), 'site');
    const { path: used } = createTemporaryFolder(`${out}.build-`);
    tidyOutputFolder(out);
    expect([used, `${out}.next/a`, `${out}.build-backup/a`].filter((path) => !existsSync(path))).toEqual([]);
  });
});

const createPrefix = () => join(createEmptyFolder(), 'work', 'build-');

test('a temporary folder is new, empty and in a folder that may not exist yet', () => {
  const prefix = createPrefix();
  const [one, other] = [createTemporaryFolder(prefix).path, createTemporaryFolder(prefix).path];
  expect(one).not.toBe(other);
  expect([...readdirSync(one), ...readdirSync(other)]).toEqual([]);
});

test('the folder of a running process stays', () => {
  const prefix = createPrefix();
  const { path: folder } = createTemporaryFolder(prefix);
  openWorkFolder(prefix);
  expect(existsSync(folder)).toBe(true);
});

test('the folder of a killed process goes, with its files', () => {
  const prefix = createPrefix();
  const folder = abandonFolder(createTemporaryFolder(prefix).path);
  writeFileSync(join(folder, 'half.csv'), '');
  openWorkFolder(prefix);
  expect(existsSync(folder)).toBe(false);
});

test('the folder of another machine stays for a day', () => {
  const prefix = createPrefix();
  // No process of this machine has this id.
  const folder = `${prefix}elsewhere-999999999-abcdef`;
  mkdirSync(folder, { recursive: true });
  const listAfter = (hours: number) => {
    const time = new Date(Date.now() - hours * 3_600_000);
    utimesSync(folder, time, time);
    return listLeftovers(prefix);
  };
  expect([listAfter(23), listAfter(25)]).toEqual([[], [folder]]);
});

test('folders with other names stay', () => {
  const prefix = createPrefix();
  for (const name of ['backup', '2024', 'a-1', 'x-1-abcdefg', '']) {
    mkdirSync(prefix + name, { recursive: true });
    utimesSync(prefix + name, 0, 0);
  }
  const other = join(prefix, '..', 'other-elsewhere-1-abcdef');
  mkdirSync(other);
  utimesSync(other, 0, 0);
  expect(listLeftovers(prefix)).toEqual([]);
});

test('there are no leftovers without a folder', () => {
  expect(listLeftovers(join(createEmptyFolder(), 'none', 'build-'))).toEqual([]);
});

test('the folder above is named if no temporary folder can be made in it', () => {
  const file = join(createEmptyFolder(), 'file');
  writeFileSync(file, '');
  expect(() => createTemporaryFolder(join(file, 'build-'))).toThrow(expect.objectContaining({ path: file }));
});

test('npm start has a folder for each of the four sites that it served last', () => {
  const [parent, root] = [createEmptyFolder(), createEmptyFolder()];
  const sites = [{ root }, { root: createEmptyFolder() }, { root, base: '/a/' }, { root, site: 'https://example.org' }];
  const folders = sites.map((site) => openServedFolder(site, parent));
  folders.forEach((folder, at) => {
    utimesSync(folder, at, at);
  });
  expect(readdirSync(parent)).toHaveLength(4);
  expect(openServedFolder({ root }, parent)).toBe(folders[0]);
  const last = openServedFolder({ root, base: '/b/' }, parent);
  expect([last, ...folders].filter((folder) => !existsSync(folder))).toEqual([folders[1]]);
});
