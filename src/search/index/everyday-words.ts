import { familyWords } from '../everyday/family-words.ts';
import { townHallWords } from '../everyday/town-hall-words.ts';
import { moneyWords } from '../everyday/money-words.ts';
import { neighbourhoodWords } from '../everyday/neighbourhood-words.ts';
import { newsWords } from '../everyday/news-words.ts';
import { officeWords } from '../everyday/office-words.ts';
import { facilityWords } from '../everyday/facility-words.ts';
import type { EverydayPhrase } from '../everyday/everyday-phrase.ts';
import { safetyWords } from '../everyday/safety-words.ts';
import { workWords } from '../everyday/work-words.ts';
import { normalizeSearchText } from '../search-text.ts';

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
