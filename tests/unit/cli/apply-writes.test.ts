import fs, {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { FileWrite } from '../../../src/authoring/write-draft.ts';
import { applyWrites, describeWrites } from '../../../src/cli/apply-writes.ts';
import { describeSystemFailure } from '../../../src/cli/failure-report.ts';
import { createTemporaryFolder } from '../../../src/cli/output-folder.ts';
import { abandonFolder } from '../../support/abandon-folder.ts';
import { createEmptyFolder, writeFixture } from '../../support/fixture-site.ts';

/** Returns a file with a text after what was in it before. */
const createWrite = (file: string, text: string, before: string | null): FileWrite => ({
  file,
  before: before === null ? null : new TextEncoder().encode(before),
  after: new TextEncoder().encode((before ?? '') + text),
  firstLine: 2,
  rows: 1,
  changes: 0,
});
const TEXT = createWrite('content/plans/new/index.mdx', 'text', null);
const ROW = createWrite('data/a.csv', 'row\n', 'head\n');

function createRoot(): string {
  const root = createEmptyFolder();
  writeFixture(root, { 'data/a.csv': 'head\n', 'content/index.mdx': '' });
  return root;
}
const listFiles = (root: string) => readdirSync(root, { recursive: true }).sort();

describe('a draft that is written', () => {
  test('creates files and appends to others, and leaves nothing else', () => {
    const root = createRoot();
    const before = listFiles(root);
    applyWrites(root, [TEXT, ROW]);
    expect(readFileSync(join(root, 'data/a.csv'), 'utf8')).toBe('head\nrow\n');
    expect(readFileSync(join(root, TEXT.file), 'utf8')).toBe('text');
    const added = ['content/plans', 'content/plans/new', TEXT.file];
    expect(listFiles(root)).toEqual([...before, ...added].sort());
  });

  test('keeps the rights of a file, and a link to it', () => {
    const root = createRoot();
    chmodSync(join(root, 'data/a.csv'), 0o640);
    symlinkSync(join(root, 'data/a.csv'), join(root, 'data/b.csv'));
    applyWrites(root, [createWrite('data/b.csv', 'row\n', 'head\n')]);
    expect(readFileSync(join(root, 'data/a.csv'), 'utf8')).toBe('head\nrow\n');
    expect(statSync(join(root, 'data/a.csv')).mode & 0o777).toBe(0o640);
  });

  test('removes what a killed command left', () => {
    const root = createRoot();
    const left = abandonFolder(createTemporaryFolder(join(root, 'data', '.write-')).path);
    const { path: used } = createTemporaryFolder(join(root, 'data', '.write-'));
    applyWrites(root, [ROW]);
    expect([existsSync(left), existsSync(used)]).toEqual([false, true]);
  });
});

describe('a draft that can’t be written', () => {
  test.each([
    ['a file that exists', 'data/a.csv'],
    ['a file instead of a folder', 'data/a.csv/b.csv'],
    ['a folder instead of a file', 'data'],
  ])('changes nothing because of %s', (_what, file) => {
    const root = createRoot();
    const before = listFiles(root);
    const writes = [TEXT, ROW, createWrite('data/new/x.csv', '', null), createWrite(file, 'x', null)];
    expect(() => {
      applyWrites(root, writes);
    }).toThrow();
    expect(readFileSync(join(root, 'data/a.csv'), 'utf8')).toBe('head\n');
    expect(listFiles(root)).toEqual(before);
  });

  test('removes a new folder with two new files if a third file has changed', () => {
    const root = createRoot();
    const before = listFiles(root);
    const writes = [createWrite('data/new/a.csv', '', null), createWrite('data/new/b.csv', '', null)];
    expect(() => {
      applyWrites(root, [...writes, createWrite('data/a.csv', 'row\n', 'another head\n')]);
    }).toThrow('data/a.csv は、読んだあとに変わりました。');
    expect(listFiles(root)).toEqual(before);
  });

  test('restores each file it can, and names one that it cannot', () => {
    const root = createRoot();
    const path = join(root, 'data/a.csv');
    const write = fs.writeFileSync;
    vi.spyOn(fs, 'writeFileSync').mockImplementation((target, ...rest) => {
      if (target === path) throw Object.assign(new Error('the disk is full'), { code: 'ENOSPC', path });
      write(target, ...rest);
    });
    syncBuiltinESMExports();
    let thrown: unknown = null;
    try {
      applyWrites(root, [TEXT, ROW, createWrite('data/a.csv/b.csv', 'x', null)]);
    } catch (error) {
      thrown = error;
    } finally {
      vi.restoreAllMocks();
      syncBuiltinESMExports();
    }
    expect(describeSystemFailure(thrown)).toMatch(/data\/a\.csv」に書けません。ディスクがいっぱいです。/);
    expect(existsSync(join(root, TEXT.file))).toBe(false);
  });

  test('changes no file if the last one is missing', () => {
    const root = createRoot();
    const before = listFiles(root);
    expect(() => {
      applyWrites(root, [ROW, createWrite('data/gone.csv', 'x', '')]);
    }).toThrow(/ENOENT/);
    expect(listFiles(root)).toEqual(before);
  });

  test('changes no file if one has other rows than when it was checked', () => {
    const root = createRoot();
    const before = listFiles(root);
    writeFileSync(join(root, 'data/a.csv'), 'head\nanother row\n');
    expect(() => {
      applyWrites(root, [TEXT, ROW]);
    }).toThrow('data/a.csv は、読んだあとに変わりました。何も書いていません。');
    expect(readFileSync(join(root, 'data/a.csv'), 'utf8')).toBe('head\nanother row\n');
    expect(listFiles(root)).toEqual(before);
  });

  test('leaves another folder with a name that begins with a dot', () => {
    const root = createRoot();
    mkdirSync(join(root, 'data/.git'));
    writeFileSync(join(root, 'data/.git/config'), '');
    applyWrites(root, [ROW]);
    expect(existsSync(join(root, 'data/.git/config'))).toBe(true);
  });
});

test('a draft is described by its new files, by where rows are added and how many, and by how many are changed', () => {
  const writes = [
    { ...TEXT, rows: 0 },
    createWrite('data/new.csv', 'head\nrow\n', null),
    { ...ROW, firstLine: 8, rows: 3 },
    { ...ROW, firstLine: 8, rows: 3, changes: 2 },
    { ...ROW, rows: 0, changes: 1 },
  ];
  expect(describeWrites(writes).split('\n')).toEqual([
    '  content/plans/new/index.mdx（新しいファイル）',
    '  data/new.csv（新しいファイル、1行）',
    '  data/a.csv（8行めから3行）',
    '  data/a.csv（8行めから3行、2行を書きかえ）',
    '  data/a.csv（1行を書きかえ）',
  ]);
});
