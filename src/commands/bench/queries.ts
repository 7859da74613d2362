import { getSearchableText, type SearchDocument } from '../../search/documents.ts';
import { splitQuery } from '../../search/normal.ts';
import { createRandom } from './chance.ts';

/** A query and the numbers of all documents that contain every word of it, found by looking through each. */
export interface BenchmarkQuery {
  readonly query: string;
  readonly expected: readonly number[];
}

/** How many queries of each kind. */
const SHARES = { words: 200, pieces: 125, widths: 50, pairs: 75, absent: 50 } as const;

const WORD = /\p{Script=Han}{2,6}|[\p{Script=Katakana}ー]{3,8}|[a-zA-Z]{2,}/gu;

/** What looking through every text finds. */
function expectedOf(query: string, texts: readonly string[]): number[] {
  const words = splitQuery(query);
  return texts.flatMap((text, document) => (words.every((word) => text.includes(word)) ? [document] : []));
}

/**
 * Five hundred queries, always the same for the same documents: words; pieces of one to ten characters from anywhere;
 * words in another width and case; two words; two words run together, most of which stand nowhere.
 */
export function generateQueries(documents: readonly SearchDocument[]): BenchmarkQuery[] {
  const next = createRandom(5);
  const texts = documents.map(getSearchableText);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(next() * list.length)];
  const word = () => {
    const document = pick(documents);
    const found = [...`${document?.title ?? ''}${document?.text ?? ''}`.matchAll(WORD)];
    return pick(found)?.[0] ?? '市民';
  };
  const piece = () => {
    const text = pick(texts) ?? '';
    const length = 1 + Math.floor(next() * 10);
    const from = Math.floor(next() * Math.max(1, text.length - length));
    return text.slice(from, from + length);
  };
  const wide = (text: string) =>
    text.toUpperCase().replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
  const makers: Readonly<Record<keyof typeof SHARES, () => string>> = {
    words: word,
    pieces: piece,
    widths: () => wide(next() < 0.5 ? word() : piece()),
    pairs: () => `${word()} ${word()}`,
    absent: () => word() + word(),
  };
  return (Object.keys(SHARES) as (keyof typeof SHARES)[]).flatMap((kind) =>
    Array.from({ length: SHARES[kind] }, () => {
      const query = makers[kind]();
      return { query, expected: expectedOf(query, texts) };
    }),
  );
}
