import type { SearchDocument, DocumentKind } from '../../search/documents.ts';
import { createRandom } from './chance.ts';

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
      isKatakana
        ? KATAKANA[Math.floor(next() * KATAKANA.length)]
        : kanji[Math.floor(next() ** 2 * kanji.length)],
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
