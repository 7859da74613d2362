import { findShardIndex } from '../format/byte-encoding.ts';
import { formatShardName, WORDS_NAME } from '../format/index-files.ts';
import { readWordFile, readWordShard, type WordFile, type WordPostings, type WordShard } from '../format/word-file.ts';
import { endsWord } from '../word-starts.ts';
import type { IndexReader } from './index-reader.ts';

/** Returns the table of words and, of a small index, the words of the table that documents contain. */
export function readWordTable(reader: IndexReader, signal?: AbortSignal): Promise<WordFile> {
  return reader.readFile(WORDS_NAME, readWordFile, signal);
}

/**
 * Returns the words of documents among which a word and its continuations are.
 * @param isListed true for a word of the table
 */
export async function readWordShards(
  reader: IndexReader,
  word: string,
  isListed: boolean,
  signal?: AbortSignal,
): Promise<readonly WordShard[]> {
  const { separators, listed } = await readWordTable(reader, signal);
  if (separators.length === 0 || (isListed && listed.words.length > 0)) return [listed];
  const name = formatShardName('words', Math.max(0, findShardIndex(word, separators)));
  return [listed, await reader.readFile(name, readWordShard, signal)];
}

/** Returns the postings of a word, and of the words that begin with it if it may end there. */
export function findWordPostings({ words, postings }: WordShard, word: string): WordPostings[] {
  const found: WordPostings[] = [];
  for (let index = Math.max(0, findShardIndex(word, words)); index < words.length; index++) {
    const other = words[index] ?? '';
    const one = postings[index];
    if (!one || (other > word && !other.startsWith(word))) break;
    if (other.startsWith(word) && endsWord(other, word.length)) found.push(one);
  }
  return found;
}
