import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addChecksums,
  computeChecksum,
  decodeJson,
  encodeJson,
  FORMAT_VERSION,
  isString,
  readManifest,
  readRowShard,
  verifyChecksums,
} from '../../../../src/search/format/index-files.ts';

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

describe('a manifest', () => {
  const MANIFEST = { format: FORMAT_VERSION, version: 'v', documents: 3, folder: 'files/a/' };
  const read = (fields: object) => readManifest(new TextEncoder().encode(JSON.stringify({ ...MANIFEST, ...fields })));

  test('may contain files of a small index', () => {
    expect(read({ start: 'AA==', words: 'AA==' })).toEqual({ ...MANIFEST, start: 'AA==', words: 'AA==' });
    expect(read({})).toEqual({ ...MANIFEST, start: undefined, words: undefined });
  });

  test.each([
    { format: FORMAT_VERSION - 1 },
    { format: 'x' },
    { version: 1 },
    { folder: null },
    { documents: 1.5 },
    { documents: '3' },
    { start: 1 },
    { words: 1 },
  ])('is damaged with %j', (fields) => {
    expect(() => read(fields)).toThrow(expect.objectContaining({ code: 'damaged' }));
  });

  test('of a later format needs a later page', () => {
    expect(() => read({ format: FORMAT_VERSION + 1 })).toThrow(expect.objectContaining({ code: 'newer-format' }));
  });
});

describe('JSON', () => {
  test('keeps every unit of a text', () => {
    const units = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).join('');
    expect(decodeJson(encodeJson(units), isString)).toBe(units);
  });

  test('takes two bytes for a character of Japanese, and one of ASCII', () => {
    expect(encodeJson('計画A').length).toBe(7);
  });

  test.each([
    ['"', 'no JSON'],
    ['1', 'another value'],
  ])('with %s is damaged', (text) => {
    const read = () => decodeJson(new TextEncoder().encode(text), isString);
    expect(read).toThrow(expect.objectContaining({ code: 'damaged' }));
  });
});

describe('a row', () => {
  const ROW: readonly unknown[] = ['id', 'plan', '/url/', '題', ['名'], '文', 'ページ'];
  const read = (row: readonly unknown[]) => readRowShard(encodeJson([row]));

  test('may be without a plan and a page', () => {
    expect(read(ROW)).toEqual([ROW]);
    expect(read(ROW.with(1, null).with(6, null))).toEqual([ROW.with(1, null).with(6, null)]);
  });

  test.each([0, 1, 2, 3, 4, 5, 6])('is damaged with a number in place %i', (at) => {
    expect(() => read(ROW.with(at, 1))).toThrow(expect.objectContaining({ code: 'damaged' }));
  });
});
