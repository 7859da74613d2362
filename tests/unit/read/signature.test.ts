import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { isCompoundFile, isZipArchive } from '../../../src/read/signature.ts';

describe('an archive', () => {
  test('is known by its beginning', () => {
    expect(isZipArchive(zipSync({ 'a.txt': strToU8('a') }))).toBe(true);
  });

  test.each(['PK,名称\n1,甲\n', 'P', ''])('is not what the text %j is', (text) => {
    expect(isZipArchive(strToU8(text))).toBe(false);
  });
});

test('a file of an old Excel is known by its beginning', () => {
  const files = [Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), strToU8('ﾐﾏ'), new Uint8Array()];
  expect(files.map(isCompoundFile)).toEqual([true, false, false]);
});
