import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTextCorpus, extractNgrams } from '../../../../src/search/build/extract-ngrams.ts';
import { getSearchableText } from '../../../../src/search/word-marks.ts';
import { createDocument } from '../index-in-memory.ts';

/** Returns the keys of texts by their definition, word for word. */
function listKeys(texts: readonly string[], maxOccurrences: number, maxLength: number) {
  const occurrences = new Map<string, number[]>();
  let start = 0;
  for (const text of texts) {
    for (let at = 0; at < text.length; at++)
      for (let length = 2; length <= maxLength && at + length <= text.length; length++) {
        const key = text.slice(at, at + length);
        occurrences.set(key, [...(occurrences.get(key) ?? []), start + at]);
      }
    start += text.length;
  }
  const isFrequent = (key: string) => key.length < maxLength && (occurrences.get(key)?.length ?? 0) > maxOccurrences;
  return [...occurrences]
    .filter(([key]) => key.length === 2 || isFrequent(key.slice(0, -1)) || isFrequent(key.slice(1)))
    .map(([key, positions]) => ({ key, positions, isFrequent: isFrequent(key) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

test('the keys are all pairs, and the longer texts whose beginning or end is frequent, with all positions', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '市'), maxLength: 30 });
  const limits = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 3, max: 8 }));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 6 }), limits, (texts, [maxOccurrences, maxLength]) => {
      const documents = texts.map((one, index) => createDocument(index, '', one));
      const ngrams = [...extractNgrams(createTextCorpus(documents), maxOccurrences, maxLength)];
      expect(ngrams.map((ngram) => ({ ...ngram, positions: Array.from(ngram.positions) }))).toEqual(
        listKeys(documents.map(getSearchableText), maxOccurrences, maxLength),
      );
    }),
  );
});
