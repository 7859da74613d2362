import { describe, expect, test } from 'vitest';
import { joinArchive, openArchive, packFile } from '../../../src/input/xlsx/zip-archive.ts';
import { packNatively } from '../../../src/open-data/published-file.ts';

const FILES = {
  'empty.txt': '',
  'short.txt': '計画',
  'long.xml': Array.from({ length: 5000 }, (_, at) => `<c r="A${at}"><v>${(at * 7919) % 1009}</v></c>`).join(''),
};
const files = Object.entries(FILES).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));

describe('the packer of Node', () => {
  test('packs files that the reader of archives opens again', () => {
    const archive = joinArchive(Object.fromEntries(files.map(({ path, bytes }) => [path, packNatively(bytes)])));
    const unpacked = openArchive(archive);
    for (const { path, bytes } of files)
      expect(Buffer.from(unpacked.get(path)?.() ?? []), path).toEqual(Buffer.from(bytes));
  });

  test.each(files)('describes $path as the packer for browsers does, and is hardly larger', ({ bytes }) => {
    const [own, other] = [packNatively(bytes), packFile(bytes)];
    expect([own.size, own.checksum]).toEqual([other.size, other.checksum]);
    expect(own.bytes.length).toBeLessThanOrEqual(other.bytes.length * 1.03);
  });
});
