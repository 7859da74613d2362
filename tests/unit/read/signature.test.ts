import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { isCompound, isZip } from '../../../src/read/signature.ts';

describe('an archive', () => {
  test('is known by its beginning', () => {
    expect(isZip(zipSync({ 'a.txt': strToU8('a') }))).toBe(true);
  });

  test.each(['PK,名称\n1,甲\n', 'P', ''])('is not what the text %j is', (text) => {
    expect(isZip(strToU8(text))).toBe(false);
  });
});

test('a file of an old Excel is known by its beginning', () => {
  const files = [Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), strToU8('ﾐﾏ'), new Uint8Array()];
  expect(files.map(isCompound)).toEqual([true, false, false]);
});
