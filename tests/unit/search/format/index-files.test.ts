import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addChecksums, computeChecksum, verifyChecksums } from '../../../../src/search/format/index-files.ts';

test('the checksum is CRC-32', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(computeChecksum(bytes)).toBe(crc32(bytes));
    }),
  );
});

test('a file is valid only under its own path', () => {
  const packed = new Uint8Array([1, 2, 3]);
  const bytes = addChecksums('a/', 'start.bin', packed);
  expect(verifyChecksums('a/', 'start.bin', bytes)).toEqual(packed);
  expect(() => verifyChecksums('b/', 'start.bin', bytes)).toThrow(expect.objectContaining({ code: 'mismatched' }));
});
