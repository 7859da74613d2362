import { findShardIndex } from '../format/byte-encoding.ts';
import { formatShardName, WORDS_NAME } from '../format/index-files.ts';
import { mayBeIn } from '../format/pair-filter.ts';
import { TITLE_MATCHES, readTablePart, readWordFile, readWordShard, WHOLE_TITLE } from '../format/word-file.ts';
import type { TablePart, WordFile, WordPostings, WordShard } from '../format/word-file.ts';
import { endsWord, isKanji, listQueryStarts } from '../word-starts.ts';
import type { IndexReader } from './index-reader.ts';
import { extractQueryTerms } from './query-terms.ts';
import { WordForms } from './word-variants.ts';

/** Returns the words that most questions have, and where the others are. */
export const readWordTable = (reader: IndexReader, signal?: AbortSignal): Promise<WordFile> =>
  reader.readFile(WORDS_NAME, readWordFile, signal);

/** Returns the start of forms at a position of a query, and the shard of their rows: negative without such a form. */
function findStart({ startFilter, tableSeparators }: WordFile, query: string, position: number) {
  const start = listQueryStarts(query, position).find((one) => mayBeIn(startFilter, one)) ?? '';
  return { start, shard: start === '' ? -1 : findShardIndex(start.charAt(0), tableSeparators) };
}

/**
 * Returns what a query means, and the documents of the words of its terms. After a word of the table, the next may
 * begin: so the query is read again if it needs further rows, until it needs none.
 * @param query normalized words, separated by spaces
 */
export async function readMeaning(reader: IndexReader, query: string, signal?: AbortSignal) {
  const table = await readWordTable(reader, signal);
  const parts = new Map<number, TablePart>();
  for (;;) {
    const missing = new Set<number>();
    let wordEnd = 0;
    const noteLookup = (text: string, position: number) => {
      const { start, shard } = findStart(table, text, position);
      // A word that begins before, in the same compound or with this start, may be longer.
      if (shard < 0 || parts.has(shard) || position < wordEnd) return;
      missing.add(shard);
      for (wordEnd = position + 1; isKanji(text.charAt(wordEnd));) wordEnd++;
      wordEnd = Math.max(wordEnd, position + start.length);
    };
    const sorted = [...parts].sort(([a], [b]) => a - b).map(([, part]) => part);
    const rows = [table, ...sorted].flatMap((part) => part.rows);
    const meaning = extractQueryTerms(query, new WordForms(rows, noteLookup));
    if (missing.size === 0) return { ...meaning, listed: new Map(sorted.flatMap(({ listed }) => [...listed])) };
    const read = [...missing].map(async (shard) =>
      parts.set(shard, await reader.readFile(formatShardName('table', shard), readTablePart, signal)),
    );
    await Promise.all(read);
  }
}

/** Returns the words of documents among which a word and its continuations are. */
export async function readNeighborWords(reader: IndexReader, word: string, signal?: AbortSignal): Promise<WordShard> {
  const { separators } = await readWordTable(reader, signal);
  if (separators.length === 0) return new Map();
  const name = formatShardName('words', Math.max(0, findShardIndex(word, separators)));
  return reader.readFile(name, readWordShard, signal);
}

/** Returns the postings of a word, and of words that begin with it (never the whole title). Documents can repeat. */
export const findWordPostings = (shard: WordShard, word: string): WordPostings =>
  [...shard].flatMap(([other, postings]) => {
    if (other === word) return postings;
    if (!other.startsWith(word) || !endsWord(other, word.length)) return [];
    return postings.map((posting) => (posting % TITLE_MATCHES === WHOLE_TITLE ? posting - 1 : posting));
  });
