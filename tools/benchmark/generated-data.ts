import { randomLcg } from 'd3';
import { countValues } from '../../src/model/collections.ts';
import { formatNumber } from '../../src/notation/format.ts';
import { getSearchableText, markWords, type SearchDocument } from '../../src/search/build-index.ts';
import type { DocumentKind } from '../../src/search/query-index.ts';
import { splitQuery } from '../../src/search/search-text.ts';

/** The documents of a municipality, and the neighbouring documents with the same themes. */
const DOCUMENTS_PER_CITY = 170;
const DOCUMENTS_PER_MEASURE = 8;

/** The kinds by their cumulative share in percent, with the minimum and maximum length of their texts. */
const KINDS: readonly (readonly [maxShare: number, kind: DocumentKind, minLength: number, maxLength: number])[] = [
  [80, 'node', 60, 800],
  [86, 'indicator', 60, 300],
  [90, 'zone', 80, 300],
  [100, 'chapter', 600, 4500],
];

const THEMES = ['digital', 'finance', 'disaster', 'children', 'health', 'transport', 'publicity', 'staff'];

/** The characters of words, besides the kanji of the texts. */
const KATAKANA = 'アイウエオカキクケコサシスセソタチツテトナニハヒフヘホマミムメモラリルレロン';

/** Returns a random index of a list, with the frequencies of words in a language (Zipf–Mandelbrot law). */
const pickByFrequency = (next: () => number, length: number) => Math.floor(20 * ((length / 20 + 1) ** next() - 1));

/** Returns invented words of two to four kanji or three to six katakana. */
function inventWords(next: () => number, kanji: readonly string[], count: number): string[] {
  return Array.from({ length: count }, () => {
    const isKatakana = next() < 0.2;
    const length = isKatakana ? 3 + Math.floor(next() * 4) : 2 + Math.floor(next() * 3);
    return Array.from({ length }, () =>
      isKatakana ? KATAKANA[Math.floor(next() * KATAKANA.length)] : kanji[Math.floor(next() ** 2 * kanji.length)],
    ).join('');
  });
}

/** Returns the kanji of texts, the most frequent first. */
function listKanji(texts: readonly string[]): string[] {
  const counts = countValues(texts.flatMap((text) => text.match(/\p{Script=Han}/gu) ?? []));
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([kanji]) => kanji);
}

/**
 * Returns documents of fictional cities: clauses of real texts with invented words instead of half of the words. The
 * same texts and count always return the same documents.
 * @param texts the source of the clauses and characters
 */
export function generateDocuments(texts: readonly string[], count: number): SearchDocument[] {
  const next = randomLcg(11);
  const clauses = texts.flatMap((text) => text.split(/(?<=[、。])|\n/)).filter((clause) => clause.length > 5);
  const words = inventWords(next, listKanji(texts), 2000 + 2 * count);
  const word = () => words[pickByFrequency(next, words.length)] ?? '';
  const clause = () =>
    (clauses[Math.floor(next() * clauses.length)] ?? '').replace(
      /\p{Script=Han}{2,}|[\p{Script=Katakana}ー]{3,}/gu,
      (original) => (next() < 0.5 ? word() : original),
    );
  const write = (length: number) => {
    let text = '';
    while (text.length < length) text += clause();
    return text;
  };
  let themes: string[] = [];
  return Array.from({ length: count }, (_, at): SearchDocument => {
    const city = `city-${Math.floor(at / DOCUMENTS_PER_CITY) + 1}`;
    const share = ((at % DOCUMENTS_PER_CITY) / DOCUMENTS_PER_CITY) * 100;
    const [, kind, minLength, maxLength] =
      KINDS.find(([maxShare]) => share < maxShare) ?? (['', 'node', 60, 800] as const);
    if (at % DOCUMENTS_PER_MEASURE === 0) themes = THEMES.filter(() => next() < 0.2);
    return {
      id: `${city}-plan/${at}`,
      kind,
      plan: `${city}-plan`,
      municipality: city,
      themes: kind === 'node' || kind === 'indicator' ? [...themes] : [],
      url: `/plans/${city}-plan/${at}/`,
      title: `${word()}${word()}の${word()}${at % 3 === 0 ? '推進' : ''}`,
      names: [],
      text: write(minLength + (maxLength - minLength) * next() ** 2),
    };
  });
}

const HEADINGS = '指標ID,時点,値,地域ID,確度,標本数,評価,注記,出典ID,出典箇所';
const NOTES = ['', '', '', '回答が少ない年です', '"速報のあと, 直しました"'];

/**
 * Returns an observations.csv with percentages, counts with and without a comma, two notations of periods, and quoted
 * notes. Most values occur once or twice. The bytes are always the same.
 */
export function generateObservations(rows: number): Buffer {
  const next = randomLcg(7);
  const pickNumber = (limit: number) => Math.floor(next() * limit);
  const lines = [HEADINGS];
  const parts: Buffer[] = [];
  for (let row = 0; row < rows; row++) {
    const year = pickNumber(12);
    const time = row % 2 === 0 ? `令和${year + 1}年度` : `${2019 + year}年度`;
    const count = pickNumber(1_000_000);
    const values = [`${pickNumber(1001) / 10}%`, `${count}人`, `"${formatNumber(count)}件"`, String(count)];
    const cells = [
      `mihon-${pickNumber(2000)}`,
      time,
      values[row % values.length],
      row % 3 === 0 ? 'north' : '',
      row % 5 === 0 ? '速報' : '',
      row % 2 === 0 ? String(300 + pickNumber(900)) : '',
      '',
      NOTES[pickNumber(NOTES.length)],
      'mihon-plan',
      `第${1 + pickNumber(9)}章 指標の一覧`,
    ];
    lines.push(cells.join(','));
    if (lines.length >= 10_000) parts.push(Buffer.from(`${lines.splice(0).join('\n')}\n`));
  }
  parts.push(Buffer.from(`${lines.join('\n')}\n`));
  return Buffer.concat(parts);
}

/** A query and the numbers of all documents that contain each of its words. */
export interface BenchmarkQuery {
  readonly query: string;
  readonly expected: readonly number[];
}

const WORD = /\p{Script=Han}{2,6}|[\p{Script=Katakana}ー]{3,8}|[a-zA-Z]{2,}/gu;

/** Searches every text without an index. */
function findDocuments(query: string, texts: readonly string[]): number[] {
  const words = splitQuery(query).map(markWords);
  return texts.flatMap((text, document) => (words.every((word) => text.includes(word)) ? [document] : []));
}

/**
 * Returns five hundred queries, the same for the same documents: words, parts of one to ten characters, words in
 * another width and case, two words, and two words without a space, which mostly match nothing.
 */
export function generateQueries(documents: readonly SearchDocument[]): BenchmarkQuery[] {
  const next = randomLcg(5);
  const texts = documents.map(getSearchableText);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(next() * list.length)];
  const word = () => {
    const document = pick(documents);
    const words = [...`${document?.title ?? ''}${document?.text ?? ''}`.matchAll(WORD)];
    return pick(words)?.[0] ?? '市民';
  };
  const piece = () => {
    const text = pick(texts) ?? '';
    const length = 1 + Math.floor(next() * 10);
    const from = Math.floor(next() * Math.max(1, text.length - length));
    return text.slice(from, from + length);
  };
  const wide = (text: string) =>
    text.toUpperCase().replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
  const kinds: readonly (readonly [count: number, make: () => string])[] = [
    [200, word],
    [125, piece],
    [50, () => wide(next() < 0.5 ? word() : piece())],
    [75, () => `${word()} ${word()}`],
    [50, () => word() + word()],
  ];
  return kinds.flatMap(([count, make]) =>
    Array.from({ length: count }, () => {
      const query = make();
      return { query, expected: findDocuments(query, texts) };
    }),
  );
}
