import { families } from './everyday/families.ts';
import { hall } from './everyday/hall.ts';
import { money } from './everyday/money.ts';
import { neighbours } from './everyday/neighbours.ts';
import { news } from './everyday/news.ts';
import { office } from './everyday/office.ts';
import { places } from './everyday/places.ts';
import type { Everyday } from './everyday/row.ts';
import { safety } from './everyday/safety.ts';
import { work } from './everyday/work.ts';
import { normal } from './normal.ts';

/** What residents say, and what plans of any municipality write for it. */
export const everyday: readonly Everyday[] = [
  ...money,
  ...hall,
  ...places,
  ...safety,
  ...families,
  ...neighbours,
  ...news,
  ...work,
  ...office,
];

/**
 * What residents say, with those words of plans that stand in one of the texts: others would find nothing.
 * @param texts in the form in which they are searched
 */
export function everydayOf(texts: readonly string[]): (readonly string[])[] {
  const stands = new Map<string, boolean>();
  const isThere = (word: string) => {
    const known = stands.get(word) ?? texts.some((text) => text.includes(normal(word)));
    stands.set(word, known);
    return known;
  };
  return everyday.flatMap(([said, ...written]) => {
    const there = written.filter(isThere);
    return there.length > 0 ? [[said, ...there]] : [];
  });
}
