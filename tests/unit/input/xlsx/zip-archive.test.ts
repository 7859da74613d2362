import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { joinArchive, openArchive, packFile } from '../../../../src/input/xlsx/zip-archive.ts';
import { getEarliestZipTime } from '../../../support/create-workbook.ts';

test('an archive has the bytes that the package for archives writes, in the order of the paths', () => {
  const long = Array.from({ length: 5000 }, (_, at) => `<c r="A${at}"><v>${(at * 7919) % 1009}</v></c>`).join('');
  const files = { 'a.txt': strToU8('計画'.repeat(40)), 'b/計画.txt': strToU8(''), 'c.xml': strToU8(long) };
  const packed = Object.entries(files).map(([path, bytes]) => [path, packFile(bytes)] as const);
  const archive = joinArchive(Object.fromEntries([...packed.slice(1), ...packed]));
  expect(Buffer.from(archive).equals(zipSync(files, { level: 9, mtime: getEarliestZipTime() }))).toBe(true);
});

/** Positions of the numbers of a file in its record, in the order in which a record of a large archive has them. */
const LARGE_NUMBERS = { size: 24, packed: 20, local: 42 };
type LargeNumber = keyof typeof LARGE_NUMBERS;

test.each<{ numbers: readonly LargeNumber[] }>([
  { numbers: ['size', 'packed', 'local'] },
  // Excel reads, and Apache POI writes, only these forms.
  { numbers: ['size', 'packed'] },
  { numbers: ['size'] },
  { numbers: ['local'] },
])('a file of a large archive (ZIP64) is read with $numbers in another record', ({ numbers }) => {
  const archive = zipSync({ 'a.txt': strToU8('市') }, { level: 0, mtime: getEarliestZipTime() });
  const directory = archive.length - 22 - 51;
  const record = archive.slice(directory, directory + 51);
  const values = { size: 3, packed: 3, local: 0 };
  for (const number of numbers) record.fill(0xff, LARGE_NUMBERS[number], LARGE_NUMBERS[number] + 4);
  record.set([4 + 8 * numbers.length], 30);
  const extra = [1 + ((8 * numbers.length) << 16), ...numbers.flatMap((number) => [values[number], 0])];
  const length = record.length + 4 * extra.length;
  const end = [0x06064b50, 44, 0, 0, 0, 0, 1, 0, 1, 0, length, 0, directory, 0];
  const locator = [0x07064b50, 0, directory + length, 0, 1];
  const last = [0x06054b50, 0, 0x00010001, length, 0xffffffff, 0];
  const tail = new Uint8Array(Uint32Array.from([...extra, ...end, ...locator, ...last]).buffer);
  const large = Buffer.concat([archive.subarray(0, directory), record, tail.subarray(0, -2)]);
  expect(Buffer.from(openArchive(large).get('a.txt')?.() ?? [])).toEqual(Buffer.from('市'));
});

test('an archive with further fields of its files is read', () => {
  const extra = { 0x7777: new Uint8Array(3) };
  const bytes = zipSync({ 'a.txt': [strToU8('A'), { extra }], 'b.txt': [strToU8('B'), { comment: 'C', extra }] });
  expect([...openArchive(bytes).keys()]).toEqual(['a.txt', 'b.txt']);
});

test.each([
  // The first file has 30 bytes and its name in front of its contents.
  ['a changed byte', (byte: number, at: number) => (at === 35 ? byte ^ 1 : byte)],
  ['two files of the same path', (byte: number) => (byte === 0x62 ? 0x61 : byte)],
])('an archive with %s is refused', (_what, change) => {
  const bytes = zipSync({ 'a.txt': strToU8('A'), 'b.txt': strToU8('B') }, { level: 0, mtime: getEarliestZipTime() });
  const unpackAll = (archive: Uint8Array) => Array.from(openArchive(archive).values(), (unpack) => unpack());
  expect(unpackAll(bytes)).toHaveLength(2);
  expect(() => unpackAll(bytes.map(change))).toThrow();
});
