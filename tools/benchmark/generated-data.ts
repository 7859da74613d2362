import { getSearchableText, type SearchDocument } from '../../src/search/build-index.ts';
import type { DocumentKind } from '../../src/search/query-index.ts';
import { splitQuery } from '../../src/search/search-text.ts';

/** The next number of a fixed series that looks like chance (a linear congruential generator), from 0 up to 1. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** How many documents a city has, and how many of them follow each other under one measure. */
const OF_A_CITY = 170;
const OF_A_MEASURE = 8;

/** Of a hundred documents: the kinds, and from and to how many characters a text has. */
const KINDS: readonly (readonly [upTo: number, kind: DocumentKind, from: number, to: number])[] = [
  [80, 'node', 60, 800],
  [86, 'indicator', 60, 300],
  [90, 'zone', 80, 300],
  [100, 'chapter', 600, 4500],
];

const THEMES = ['digital', 'finance', 'disaster', 'children', 'health', 'transport', 'publicity', 'staff'];

/** What words are made of besides the characters of the texts. */
const KATAKANA = 'アイウエオカキクケコサシスセソタチツテトナニハヒフヘホマミムメモラリルレロン';

/** A place in a list: the first ones often, the last ones seldom, as words are used (the law of Zipf and Mandelbrot). */
const often = (next: () => number, length: number) => Math.floor(20 * ((length / 20 + 1) ** next() - 1));

/** Words that nobody wrote: two to four characters of Kanji, or three to six of Katakana. */
function inventWords(next: () => number, kanji: readonly string[], count: number): string[] {
  return Array.from({ length: count }, () => {
    const isKatakana = next() < 0.2;
    const length = isKatakana ? 3 + Math.floor(next() * 4) : 2 + Math.floor(next() * 3);
    return Array.from({ length }, () =>
      isKatakana ? KATAKANA[Math.floor(next() * KATAKANA.length)] : kanji[Math.floor(next() ** 2 * kanji.length)],
    ).join('');
  });
}

/** Characters by how often they stand in texts, the most frequent first. */
function kanjiOf(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const [one] of text.matchAll(/\p{Script=Han}/gu)) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([one]) => one);
}

/**
 * Documents of cities that do not exist: the clauses of real texts, in which half of the words are exchanged for
 * invented ones, some of them frequent and most of them rare. Always the same for the same texts and count.
 * @param texts where the clauses and the characters come from
 */
export function generateDocuments(texts: readonly string[], count: number): SearchDocument[] {
  const next = createRandom(11);
  const clauses = texts.flatMap((text) => text.split(/(?<=[、。])|\n/)).filter((clause) => clause.length > 5);
  const words = inventWords(next, kanjiOf(texts), 2000 + 2 * count);
  const word = () => words[often(next, words.length)] ?? '';
  const clause = () =>
    (clauses[Math.floor(next() * clauses.length)] ?? '').replace(
      /\p{Script=Han}{2,}|[\p{Script=Katakana}ー]{3,}/gu,
      (found) => (next() < 0.5 ? word() : found),
    );
  const write = (length: number) => {
    let text = '';
    while (text.length < length) text += clause();
    return text;
  };
  let themes: string[] = [];
  return Array.from({ length: count }, (_, at): SearchDocument => {
    const city = `city-${Math.floor(at / OF_A_CITY) + 1}`;
    const share = ((at % OF_A_CITY) / OF_A_CITY) * 100;
    const [, kind, from, to] = KINDS.find(([upTo]) => share < upTo) ?? (['', 'node', 60, 800] as const);
    if (at % OF_A_MEASURE === 0) themes = THEMES.filter(() => next() < 0.2);
    return {
      id: `${city}-plan/${at}`,
      kind,
      plan: `${city}-plan`,
      municipality: city,
      themes: kind === 'node' || kind === 'indicator' ? [...themes] : [],
      url: `/plans/${city}-plan/${at}/`,
      title: `${word()}${word()}の${word()}${at % 3 === 0 ? '推進' : ''}`,
      text: write(from + (to - from) * next() ** 2),
    };
  });
}

const HEADINGS = '指標ID,時点,値,地域ID,確度,標本数,評価,注記,出典ID,出典箇所';
const NOTES = ['', '', '', '回答が少ない年です', '"速報のあと, 直しました"'];

/**
 * An observations.csv of a town that does not exist: shares, counts with and without a comma, times in two ways, some
 * notes in quotes. The values are scattered, so that most of them come once or twice. Always the same bytes.
 */
export function generateObservations(rows: number): Buffer {
  const next = createRandom(7);
  const upTo = (limit: number) => Math.floor(next() * limit);
  const lines = [HEADINGS];
  const parts: Buffer[] = [];
  for (let row = 0; row < rows; row++) {
    const year = upTo(12);
    const time = row % 2 === 0 ? `令和${year + 1}年度` : `${2019 + year}年度`;
    const count = upTo(1_000_000);
    const values = [`${upTo(1001) / 10}%`, `${count}人`, `"${count.toLocaleString('en-US')}件"`, String(count)];
    const cells = [
      `mihon-${upTo(2000)}`,
      time,
      values[row % values.length],
      row % 3 === 0 ? 'north' : '',
      row % 5 === 0 ? '速報' : '',
      row % 2 === 0 ? String(300 + upTo(900)) : '',
      '',
      NOTES[upTo(NOTES.length)],
      'mihon-plan',
      `第${1 + upTo(9)}章 指標の一覧`,
    ];
    lines.push(cells.join(','));
    if (lines.length >= 10_000) parts.push(Buffer.from(`${lines.splice(0).join('\n')}\n`));
  }
  parts.push(Buffer.from(`${lines.join('\n')}\n`));
  return Buffer.concat(parts);
}

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
