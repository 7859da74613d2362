import { familyWords } from './everyday/families.ts';
import { townHallWords } from './everyday/hall.ts';
import { moneyWords } from './everyday/money.ts';
import { neighbourhoodWords } from './everyday/neighbours.ts';
import { newsWords } from './everyday/news.ts';
import { officeWords } from './everyday/office.ts';
import { facilityWords } from './everyday/places.ts';
import type { EverydayPhrase } from './everyday/row.ts';
import { safetyWords } from './everyday/safety.ts';
import { workWords } from './everyday/work.ts';
import { normalizeSearchText } from './normal.ts';

/** What residents say, and what plans of any municipality write for it. */
export const everydayWords: readonly EverydayPhrase[] = [
  ...moneyWords,
  ...townHallWords,
  ...facilityWords,
  ...safetyWords,
  ...familyWords,
  ...neighbourhoodWords,
  ...newsWords,
  ...workWords,
  ...officeWords,
];

/**
 * What residents say, with those words of plans that stand in one of the texts: others would find nothing.
 * @param texts in the form in which they are searched
 */
export function selectEverydayWords(texts: readonly string[]): (readonly string[])[] {
  const stands = new Map<string, boolean>();
  const isThere = (word: string) => {
    const known = stands.get(word) ?? texts.some((text) => text.includes(normalizeSearchText(word)));
    stands.set(word, known);
    return known;
  };
  return everydayWords.flatMap(([said, ...written]) => {
    const there = written.filter(isThere);
    return there.length > 0 ? [[said, ...there]] : [];
  });
}
