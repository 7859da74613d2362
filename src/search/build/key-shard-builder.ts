import { ByteWriter, findSeparatorKey, findShardIndex } from '../format/byte-encoding.ts';
import { formatShardName, type IndexFile } from '../format/index-files.ts';
import type { ShardDirectory } from '../format/index-header.ts';
import { KeyShardWriter, markTitle, writePosition, type WritablePostings } from '../format/key-shard.ts';
import { extractNgrams, listDocumentsByUnit, type NgramOccurrences, type TextCorpus } from './extract-ngrams.ts';

/** Maximum number of units of a key. */
const MAX_KEY_LENGTH = 8;

/**
 * Returns the marks of a key in a title or another name; null for a key outside of them or across two.
 * @param lengths the lengths of the title and the names, one after another
 * @param from where the key begins in the searched text
 */
function findNameMarks(lengths: readonly number[], from: number, keyLength: number): number | null {
  let start = 0;
  for (const length of lengths) {
    const end = start + length;
    if (from < end) return from + keyLength > end ? null : markTitle(from - start, from + keyLength - end);
    start = end;
  }
  return null;
}

/** Collects the documents of a key, its marks in titles, and its positions in each document. */
function collectPostings(
  corpus: TextCorpus,
  { key, positions, isFrequent }: NgramOccurrences,
  writer: ByteWriter,
): WritablePostings {
  const documents: number[] = [];
  const titles = new Map<number, number>();
  for (let index = 0; index < positions.length;) {
    const document = findShardIndex(positions[index] ?? 0, corpus.starts);
    const start = corpus.starts[document] ?? 0;
    const nextStart = corpus.starts[document + 1] ?? 0;
    const lengths = corpus.nameLengths[document] ?? [];
    documents.push(document);
    for (let previous = start, hasMore = true; hasMore;) {
      const position = positions[index++] ?? 0;
      hasMore = (positions[index] ?? Infinity) < nextStart;
      if (!isFrequent) writePosition(writer, position - previous, hasMore);
      previous = position;
      const marks = findNameMarks(lengths, position - start, key.length);
      if (marks !== null) titles.set(document, (titles.get(document) ?? 0) | marks);
    }
  }
  return { key, documents, titles, positions: isFrequent ? null : writer.takeBytes() };
}

/** Returns, by unit, the titles that contain it, with its marks. */
function listTitlesByUnit({ units, starts, nameLengths }: TextCorpus): Map<number, Map<number, number>> {
  const titlesByUnit = new Map<number, Map<number, number>>();
  for (const [document, lengths] of nameLengths.entries()) {
    const start = starts[document] ?? 0;
    const end = lengths.reduce((sum, length) => sum + length, 0);
    for (let index = 0; index < end; index++) {
      const unit = units[start + index] ?? 0;
      const titles = titlesByUnit.get(unit) ?? new Map<number, number>();
      titlesByUnit.set(unit, titles);
      titles.set(document, (titles.get(document) ?? 0) | (findNameMarks(lengths, index, 1) ?? 0));
    }
  }
  return titlesByUnit;
}

/** Yields keys in order, single characters before longer keys that begin with them; appends frequent keys to `frequent`. */
function* listKeys(corpus: TextCorpus, maxOccurrences: number, frequent: string[]): Generator<WritablePostings> {
  const { from, documents } = listDocumentsByUnit(corpus);
  const titlesByUnit = listTitlesByUnit(corpus);
  const writer = new ByteWriter();
  let unit = 0;
  const singleUnitsBelow = function* (end: number): Generator<WritablePostings> {
    for (; unit < end; unit++)
      if (from[unit] !== from[unit + 1])
        yield {
          key: String.fromCharCode(unit),
          documents: documents.subarray(from[unit], from[unit + 1]),
          titles: titlesByUnit.get(unit) ?? new Map<number, number>(),
          positions: null,
        };
  };
  for (const ngram of extractNgrams(corpus, maxOccurrences, MAX_KEY_LENGTH)) {
    yield* singleUnitsBelow(ngram.key.charCodeAt(0) + 1);
    if (ngram.isFrequent) frequent.push(ngram.key);
    yield collectPostings(corpus, ngram, writer);
  }
  yield* singleUnitsBelow(0x10000);
}

/**
 * Yields the shards of keys.
 * @param maxBytes the approximate size of a shard before it is packed
 * @param maxOccurrences number of occurrences of a key above which longer keys are made
 */
export function* buildKeyShards(
  corpus: TextCorpus,
  maxBytes: number,
  maxOccurrences: number,
): Generator<IndexFile, Pick<ShardDirectory, 'keySeparators' | 'frequentKeys'>> {
  const shard = new KeyShardWriter();
  const keySeparators: string[] = [];
  const frequentKeys: string[] = [];
  const takeFile = () => ({ name: formatShardName('keys', keySeparators.length - 1), bytes: shard.takeBytes() });
  let previousKey = '';
  for (const postings of listKeys(corpus, maxOccurrences, frequentKeys)) {
    const { key, documents, positions } = postings;
    const length = documents.length + (positions?.length ?? 0);
    if (!shard.isEmpty && shard.length + length > maxBytes) yield takeFile();
    if (shard.isEmpty) keySeparators.push(findSeparatorKey(previousKey, key));
    shard.add(postings);
    previousKey = key;
  }
  if (!shard.isEmpty) yield takeFile();
  return { keySeparators, frequentKeys };
}
