import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTemporaryFolder, listLeftovers, removeLeftovers } from '../../../src/cli/temporary-folder.ts';
import { abandonFolder } from '../../support/abandon-folder.ts';
import { createEmptyFolder } from '../../support/fixture-site.ts';

const createPrefix = () => join(createEmptyFolder(), 'work', 'build-');

test('a temporary folder is new, empty and in a folder that may not exist yet', () => {
  const prefix = createPrefix();
  const [one, other] = [createTemporaryFolder(prefix), createTemporaryFolder(prefix)];
  expect(one).not.toBe(other);
  expect([...readdirSync(one), ...readdirSync(other)]).toEqual([]);
});

test('the folder of a running process stays', () => {
  const prefix = createPrefix();
  const folder = createTemporaryFolder(prefix);
  removeLeftovers(prefix);
  expect(existsSync(folder)).toBe(true);
});

test('the folder of a killed process goes, with its files', () => {
  const prefix = createPrefix();
  const folder = abandonFolder(createTemporaryFolder(prefix));
  writeFileSync(join(folder, 'half.csv'), '');
  removeLeftovers(prefix);
  expect(existsSync(folder)).toBe(false);
});

test('the folder of another machine stays for a day', () => {
  const prefix = createPrefix();
  // No process of this machine has this id.
  const folder = `${prefix}elsewhere-999999999-abcdef`;
  mkdirSync(folder, { recursive: true });
  expect(listLeftovers(prefix)).toEqual([]);
  utimesSync(folder, 0, 0);
  expect(listLeftovers(prefix)).toEqual([folder]);
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
