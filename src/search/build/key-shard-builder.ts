import { ByteWriter, findSeparatorKey } from '../format/byte-encoding.ts';
import { formatShardName, type IndexFile } from '../format/index-files.ts';
import { KeyShardWriter, markTitle, TITLE_MARKS, writePosition, type WritablePostings } from '../format/key-shard.ts';
import { extractNgrams, listUnits, type NgramOccurrences, type TextCorpus } from './extract-ngrams.ts';

/** Maximum number of units of a key. */
const MAX_KEY_LENGTH = 8;

/** Returns the marks of a key at a position in a title or other name; null for a key outside them or across two. */
function findNameMarks(
  { starts, nameLengths }: TextCorpus,
  document: number,
  position: number,
  keyLength: number,
): number | null {
  const end = position + keyLength;
  let start = starts[document] ?? 0;
  for (const length of nameLengths[document] ?? []) {
    const nameEnd = start + length;
    if (position < nameEnd) return end > nameEnd ? null : markTitle(position - start, end - nameEnd);
    start = nameEnd;
  }
  return null;
}

/** Collects the documents of a key, its marks in titles, and its positions in each document, which `writer` takes. */
function collectPostings(
  corpus: TextCorpus,
  { key, positions, isFrequent }: NgramOccurrences,
  writer: ByteWriter,
): WritablePostings {
  const documents: number[] = [];
  const titles: number[] = [];
  let [document, documentEnd, previous] = [0, 0, 0];
  for (let index = 0, end = positions.length; index < end; index++) {
    const position = positions[index] ?? 0;
    if (position >= documentEnd) {
      document = corpus.findDocument(position);
      documentEnd = corpus.starts[document + 1] ?? 0;
      previous = corpus.starts[document] ?? 0;
      documents.push(document);
    }
    if (!isFrequent) writePosition(writer, position - previous, (positions[index + 1] ?? Infinity) < documentEnd);
    previous = position;
    if (position >= (corpus.nameEnds[document] ?? 0)) continue;
    const marks = findNameMarks(corpus, document, position, key.length);
    if (marks === null) continue;
    const last = titles.at(-1) ?? -1;
    if (last < document * TITLE_MARKS) titles.push(document * TITLE_MARKS + marks);
    else titles[titles.length - 1] = last | marks;
  }
  return { key, documents, titles, positions: isFrequent ? null : writer };
}

/** Yields keys in order, single characters before longer keys that begin with them. */
function* walkPostings(corpus: TextCorpus, maxOccurrences: number): Generator<WritablePostings> {
  const writer = new ByteWriter();
  const units = listUnits(corpus);
  let unit = units.next();
  for (const ngram of extractNgrams(corpus, maxOccurrences, MAX_KEY_LENGTH)) {
    for (; unit.done !== true && unit.value.key < ngram.key; unit = units.next())
      yield collectPostings(corpus, unit.value, writer);
    yield collectPostings(corpus, ngram, writer);
  }
  for (; unit.done !== true; unit = units.next()) yield collectPostings(corpus, unit.value, writer);
}

/**
 * Returns the shards of keys, and all keys of two characters.
 * @param maxBytes the approximate size of a shard before it is packed
 * @param maxOccurrences number of occurrences of a key above which longer keys are made
 */
export function buildKeyShards(corpus: TextCorpus, maxBytes: number, maxOccurrences: number) {
  const shard = new KeyShardWriter();
  const files: IndexFile[] = [];
  const keySeparators: string[] = [];
  const frequentKeys: string[] = [];
  const pairs: string[] = [];
  const endShard = () => files.push({ name: formatShardName('keys', files.length), bytes: shard.takeBytes() });
  let previousKey = '';
  for (const postings of walkPostings(corpus, maxOccurrences)) {
    const { key, documents, positions } = postings;
    const length = documents.length + (positions?.length ?? 0);
    if (!shard.isEmpty && shard.length + length > maxBytes) endShard();
    if (shard.isEmpty) keySeparators.push(findSeparatorKey(previousKey, key));
    if (key.length === 2) pairs.push(key);
    if (key.length > 1 && positions === null) frequentKeys.push(key);
    shard.add(postings);
    previousKey = key;
  }
  if (!shard.isEmpty) endShard();
  return { files, keySeparators, frequentKeys, pairs };
}
