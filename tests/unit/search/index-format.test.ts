import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeChecksum, computePathChecksum } from '../../../src/search/index-format.ts';

test('is CRC-32', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(computeChecksum(bytes)).toBe(crc32(bytes));
    }),
  );
});

test('of a name depends on its folder', () => {
  expect(computePathChecksum('a/', 'start.bin')).not.toBe(computePathChecksum('b/', 'start.bin'));
});
