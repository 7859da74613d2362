import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { joinArchive, packFile, unpackArchive } from '../../../../src/input/xlsx/zip-archive.ts';
import { getEarliestZipTime } from '../../../support/create-workbook.ts';

test('an archive has the bytes that the package for archives writes, in the order of the paths', () => {
  const long = Array.from({ length: 5000 }, (_, at) => `<c r="A${at}"><v>${(at * 7919) % 1009}</v></c>`).join('');
  const files = { 'a.txt': strToU8('計画'.repeat(40)), 'b/計画.txt': strToU8(''), 'c.xml': strToU8(long) };
  const packed = Object.entries(files).map(([path, bytes]) => [path, packFile(bytes)] as const);
  const archive = joinArchive(Object.fromEntries([...packed.slice(1), ...packed]));
  expect(Buffer.from(archive).equals(zipSync(files, { level: 9, mtime: getEarliestZipTime() }))).toBe(true);
});

test('an archive with further fields of its files is read', () => {
  const extra = { 0x7777: new Uint8Array(3) };
  const bytes = zipSync({ 'a.txt': [strToU8('A'), { extra }], 'b.txt': [strToU8('B'), { comment: 'C', extra }] });
  expect([...unpackArchive(bytes, () => true).keys()]).toEqual(['a.txt', 'b.txt']);
});

test.each([
  // The first file has 30 bytes and its name in front of its contents.
  ['a changed byte', (byte: number, at: number) => (at === 35 ? byte ^ 1 : byte)],
  ['two files of the same path', (byte: number) => (byte === 0x62 ? 0x61 : byte)],
])('an archive with %s is refused', (_what, change) => {
  const bytes = zipSync({ 'a.txt': strToU8('A'), 'b.txt': strToU8('B') }, { level: 0, mtime: getEarliestZipTime() });
  expect(unpackArchive(bytes, () => true).size).toBe(2);
  expect(() => unpackArchive(bytes.map(change), () => true)).toThrow();
});
