import { mkdirSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSiteFolder } from '../../../src/input/site-folder.ts';
import { MAX_FILE_BYTES } from '../../../src/model/input-limits.ts';
import { createEmptyFolder, writeFixture } from '../../support/fixture-site.ts';

function rootWith(files: Readonly<Record<string, string>>): string {
  const root = createEmptyFolder();
  writeFixture(root, files);
  return root;
}

describe('the files of a folder', () => {
  test('are the settings, the texts and the data, sorted by code units', () => {
    const root = rootWith({
      'site.config.json': '',
      'data/b.csv': '',
      'data/B.csv': '',
      'content/a.mdx': '',
    });
    expect(openSiteFolder(root).files).toEqual(['content/a.mdx', 'data/B.csv', 'data/b.csv', 'site.config.json']);
  });

  test('are no other files of the project', () => {
    const root = rootWith({ 'package.json': '', 'src/a.ts': '', 'dist/data/a.csv': '', 'data.csv': '' });
    expect(openSiteFolder(root).files).toEqual([]);
  });

  test('are not those of the program, which every site has', () => {
    const root = rootWith({
      'data/message-explanations.csv': '',
      'data/prefecture-outlines.json': '',
      'data/a.csv': '',
    });
    expect(openSiteFolder(root).files).toEqual(['data/a.csv']);
  });

  test('are not hidden ones', () => {
    const root = rootWith({ 'data/.DS_Store': '', 'data/.git/config': '', 'content/.a.mdx.swp': '' });
    expect(openSiteFolder(root).files).toEqual([]);
  });

  test('are none in an empty folder', () => {
    expect(openSiteFolder(createEmptyFolder()).files).toEqual([]);
  });

  test('may be in folders with Japanese names', () => {
    expect(openSiteFolder(rootWith({ 'data/計画/表.csv': '' })).files).toEqual(['data/計画/表.csv']);
  });
});

describe('a link', () => {
  const listed = (root: string) => {
    const { files, outsideLinks } = openSiteFolder(root);
    return { files, outsideLinks };
  };

  test('to a file outside the root is not followed, but listed separately', () => {
    const root = rootWith({ 'data/a.csv': '' });
    symlinkSync(join(rootWith({ 'secret.csv': '' }), 'secret.csv'), join(root, 'data/b.csv'));
    expect(listed(root)).toEqual({ files: ['data/a.csv'], outsideLinks: ['data/b.csv'] });
  });

  test('to a folder outside the root is not followed, but listed separately', () => {
    const root = rootWith({ 'data/a.csv': '' });
    symlinkSync(rootWith({ 'secret.csv': '' }), join(root, 'data/more'));
    expect(listed(root)).toEqual({ files: ['data/a.csv'], outsideLinks: ['data/more'] });
  });

  test('to a neighbour whose name begins with that of the root is not followed, but listed separately', () => {
    const root = rootWith({ 'site/data/a.csv': '', 'site-secret/b.csv': '' });
    symlinkSync(join(root, 'site-secret'), join(root, 'site/data/more'));
    expect(listed(join(root, 'site'))).toEqual({ files: ['data/a.csv'], outsideLinks: ['data/more'] });
  });

  test('without a target is listed separately', () => {
    const root = rootWith({ 'data/a.csv': '' });
    symlinkSync(join(root, 'data/gone.csv'), join(root, 'data/b.csv'));
    expect(listed(root)).toEqual({ files: ['data/a.csv'], outsideLinks: ['data/b.csv'] });
  });

  test('to a folder above itself causes no endless loop', () => {
    const root = rootWith({ 'data/a.csv': '' });
    symlinkSync(join(root, 'data'), join(root, 'data/again'));
    expect(listed(root)).toEqual({ files: ['data/a.csv'], outsideLinks: [] });
  });

  test('to itself is an error with its path', () => {
    const root = rootWith({ 'data/a.csv': '' });
    symlinkSync(join(root, 'data/self'), join(root, 'data/self'));
    expect(() => openSiteFolder(root)).toThrow(
      expect.objectContaining({ code: 'ELOOP', path: join(root, 'data/self') }),
    );
  });

  test('to a folder inside the root is followed, but no link in there to a further one', () => {
    const names = Array.from({ length: 10 }, (_, at) => `f${at}`);
    const root = rootWith(Object.fromEntries(names.map((name) => [`data/${name}/a.csv`, ''])));
    for (const from of names)
      for (const to of names) if (from !== to) symlinkSync(join(root, 'data', to), join(root, 'data', from, to));
    const { files, outsideLinks } = listed(root);
    expect(files).toHaveLength(10 + 10 * 9);
    expect(files).toContain('data/f0/f1/a.csv');
    expect(outsideLinks).toHaveLength(10 * 9 * 8);
    expect(outsideLinks).toContain('data/f0/f1/f2');
  });

  test('to a file inside the root is followed', () => {
    const root = rootWith({ 'data/a.csv': 'x' });
    symlinkSync(join(root, 'data/a.csv'), join(root, 'data/b.csv'));
    expect(openSiteFolder(root).files).toEqual(['data/a.csv', 'data/b.csv']);
  });
});

test('the root itself may be a link', () => {
  const root = createEmptyFolder();
  mkdirSync(join(root, 'real'));
  writeFixture(join(root, 'real'), { 'data/a.csv': '' });
  symlinkSync(join(root, 'real'), join(root, 'link'));
  expect(openSiteFolder(join(root, 'link')).files).toEqual(['data/a.csv']);
});

test('returns the bytes of a file unchanged', () => {
  const folder = openSiteFolder(rootWith({ 'data/a.csv': '\ufeffa\r\n' }));
  expect([...folder.readBytes('data/a.csv')]).toEqual([0xef, 0xbb, 0xbf, 0x61, 0x0d, 0x0a]);
});

test('returns one byte more than are allowed for a file that is too large, without reading it', () => {
  const root = rootWith({ 'data/a.csv': 'a' });
  truncateSync(join(root, 'data/a.csv'), MAX_FILE_BYTES + 2);
  const bytes = openSiteFolder(root).readBytes('data/a.csv');
  expect(bytes.length).toBe(MAX_FILE_BYTES + 1);
});

test.each(['data/b.csv', 'data/../package.json', '/etc/passwd', 'data'])('refuses to read %s', (path) => {
  const folder = openSiteFolder(rootWith({ 'data/a.csv': '', 'package.json': '' }));
  expect(() => folder.readBytes(path)).toThrow('not one of');
});

test('a folder instead of a table is an error with its path', () => {
  const root = rootWith({ 'data/a.csv/b.txt': '' });
  expect(() => openSiteFolder(root)).toThrow(
    expect.objectContaining({ code: 'EISDIR', path: join(root, 'data/a.csv') }),
  );
});

test('a file that is missing after it was listed is an error with its path', () => {
  const root = rootWith({ 'data/a.csv': '' });
  const folder = openSiteFolder(root);
  rmSync(join(root, 'data/a.csv'));
  expect(() => folder.readBytes('data/a.csv')).toThrow(
    expect.objectContaining({ code: 'ENOENT', path: join(root, 'data/a.csv') }),
  );
});
