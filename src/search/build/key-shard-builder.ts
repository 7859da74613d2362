import { ByteWriter, findSeparatorKey } from '../format/byte-encoding.ts';
import { formatShardName, type IndexFile } from '../format/index-files.ts';
import type { ShardDirectory } from '../format/index-header.ts';
import {
  KeyShardWriter,
  markTitle,
  writePosition,
  type TitleMarks,
  type WritablePostings,
} from '../format/key-shard.ts';
import { extractNgrams, listDocumentsByUnit, type NgramOccurrences } from './extract-ngrams.ts';
import type { TextCorpus } from './text-corpus.ts';

/** Maximum number of units of a key. */
const MAX_KEY_LENGTH = 8;

/** Returns the marks of a key at a position in a title or another name; null for a key outside of them or across two. */
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

/** Adds marks to those of a document, the last one in a list. */
function addMarks(titles: TitleMarks[], document: number, marks: number | null): void {
  if (marks === null) return;
  const last = titles.at(-1);
  if (last?.document === document) last.marks |= marks;
  else titles.push({ document, marks });
}

/** Collects the documents of a key, its marks in titles, and its positions in each document, which `writer` takes. */
function collectPostings(
  corpus: TextCorpus,
  { key, positions, isFrequent }: NgramOccurrences,
  writer: ByteWriter,
): WritablePostings {
  const documents: number[] = [];
  const titles: TitleMarks[] = [];
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
    if (position < (corpus.nameEnds[document] ?? 0))
      addMarks(titles, document, findNameMarks(corpus, document, position, key.length));
  }
  return { key, documents, titles, positions: isFrequent ? null : writer };
}

/** Returns, by unit, the titles that contain it, with its marks. */
function listTitlesByUnit(corpus: TextCorpus): Map<number, TitleMarks[]> {
  const titlesByUnit = new Map<number, TitleMarks[]>();
  for (const [document, end] of corpus.nameEnds.entries())
    for (let position = corpus.starts[document] ?? 0; position < end; position++) {
      const unit = corpus.units[position] ?? 0;
      const titles = titlesByUnit.get(unit) ?? [];
      titlesByUnit.set(unit, titles);
      addMarks(titles, document, findNameMarks(corpus, document, position, 1));
    }
  return titlesByUnit;
}

/** Yields keys in order, single characters before longer keys that begin with them; appends frequent keys to `frequent`. */
function* listKeys(corpus: TextCorpus, maxOccurrences: number, frequent: string[]): Generator<WritablePostings> {
  const { from, documents } = listDocumentsByUnit(corpus);
  const titlesByUnit = listTitlesByUnit(corpus);
  const writer = new ByteWriter();
  let unit = 0;
  const listUnitsBelow = function* (end: number): Generator<WritablePostings> {
    for (; unit < end; unit++)
      if (from[unit] !== from[unit + 1])
        yield {
          key: String.fromCharCode(unit),
          documents: documents.subarray(from[unit], from[unit + 1]),
          titles: titlesByUnit.get(unit) ?? [],
          positions: null,
        };
  };
  for (const ngram of extractNgrams(corpus, maxOccurrences, MAX_KEY_LENGTH)) {
    yield* listUnitsBelow(ngram.key.charCodeAt(0) + 1);
    if (ngram.isFrequent) frequent.push(ngram.key);
    yield collectPostings(corpus, ngram, writer);
  }
  yield* listUnitsBelow(0x10000);
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
