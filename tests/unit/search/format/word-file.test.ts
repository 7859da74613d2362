import { expect, test } from 'vitest';
import {
  TITLE_MATCHES,
  readTablePart,
  readWordFile,
  readWordShard,
  writeTablePart,
  writeWordFile,
  writeWordShard,
  type TablePart,
  type WordFile,
} from '../../../../src/search/format/word-file.ts';
import { SearchError } from '../../../../src/search/search-results.ts';

const SHARD = new Map([
  ['ごみ', [0, 2 * TITLE_MATCHES + 3]],
  ['防災', [7 * TITLE_MATCHES + 1]],
]);
const PART: TablePart = {
  rows: [
    { forms: ['ごみ', 'ゴミ'], planWords: [], role: 'subject' },
    { forms: ['地震', 'ごみ'], planWords: ['防災', 'ごみ'], role: 'subject' },
    { forms: ['申し込み'], planWords: [], role: 'guidance' },
  ],
  listed: SHARD,
};
const FILE: WordFile = {
  rows: [{ forms: ['何人'], planWords: [], role: 'number' }],
  cities: [{ id: 'mihon', title: '見本市', url: '/cities/mihon/', forms: ['見本市', '見本'] }],
  tableSeparators: ['a', 'こ'],
  startFilter: Uint8Array.of(1, 255),
  separators: ['a', '市'],
};

test('the file of words is read as it was written', () => {
  expect(readWordFile(writeWordFile(FILE), 8)).toEqual(FILE);
});

test('an empty file of words is read as it was written', () => {
  const empty: WordFile = { rows: [], cities: [], tableSeparators: [], startFilter: new Uint8Array(), separators: [] };
  expect(readWordFile(writeWordFile(empty), 0)).toEqual(empty);
});

test('a shard of rows is read as it was written', () => {
  expect(readTablePart(writeTablePart(PART), 8)).toEqual(PART);
});

test('a shard of words is read as it was written', () => {
  expect(readWordShard(writeWordShard(SHARD), 8)).toEqual(SHARD);
});

test('a document beyond the index, and a cut file, are errors', () => {
  expect(() => readWordShard(writeWordShard(SHARD), 7)).toThrow(SearchError);
  const expectErrors = (bytes: Uint8Array, read: (bytes: Uint8Array, size: number) => unknown) => {
    for (let length = 0; length < bytes.length; length++)
      expect(() => read(bytes.subarray(0, length), 8)).toThrow(SearchError);
  };
  expectErrors(writeWordFile(FILE), readWordFile);
  expectErrors(writeTablePart(PART), readTablePart);
});
