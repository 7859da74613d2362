import { expect, test } from 'vitest';
import { findSimilarMeasures } from '../../../src/site-data/similar-measures.ts';
import { openFixtureSite } from '../../support/shared-sites.ts';
import { readFileText } from '../../support/source-modules.ts';

const siteData = openFixtureSite();
const sample = siteData.planItem('mihon-keikaku/1_1');
const [x = '', y = ''] = siteData.themes.map(({ id }) => id);
const TEXT = '防犯灯をふやします。';

interface MadeUpMeasure {
  readonly id: string;
  readonly themes: readonly string[];
  readonly summary: string;
  readonly city?: string;
  /** The themes of an item below it, and its summary. */
  readonly below?: readonly string[];
  readonly belowSummary?: string;
}

/** Returns the measures that are similar to the first, with their scores; each is of a municipality of its own. */
function findSimilar(measures: readonly MadeUpMeasure[]) {
  const planItems = measures.map(({ id, themes, summary, city = id }) => ({
    ...sample,
    ...{ id, title: '', summary, themes: [...themes], municipality: city },
  }));
  const childrenOf = (id: string) =>
    measures.flatMap((one) =>
      one.id === id && one.below
        ? [
            {
              ...sample,
              id: `${id}/1`,
              kind: 'action' as const,
              title: '',
              summary: one.belowSummary ?? '',
              themes: [...one.below],
            },
          ]
        : [],
    );
  const found = findSimilarMeasures({ ...siteData, planItems, childrenOf, hasOwnPage: () => true });
  return (found.get(measures[0]?.id ?? '') ?? []).map(({ measure, score, ...reasons }) => ({
    ...reasons,
    id: measure.id,
    score: Number(score.toFixed(4)),
  }));
}

/** A measure that has nothing in common with the others, so that their words are not those of all. */
const other: MadeUpMeasure = { id: 'other', themes: [], summary: '図書館の本' };
const first: MadeUpMeasure = { id: 'first', themes: [x], summary: TEXT };

test('half of the score is from the themes and half from the words', () => {
  const same = { ...first, id: 'same' };
  expect(findSimilar([first, same, other])).toMatchObject([{ id: 'same', score: 1, themes: [x], words: ['防犯灯'] }]);
  const words = { ...first, id: 'words', summary: '公園の花' };
  expect(findSimilar([first, words, other])).toMatchObject([{ id: 'words', score: 0.5, words: [] }]);
});

test('the first theme counts twice, and themes of items below count', () => {
  const swapped = { ...first, id: 'swapped', themes: [y, x] };
  expect(findSimilar([{ ...first, themes: [x, y] }, swapped, other])).toMatchObject([{ score: 0.75, themes: [x, y] }]);
  const below = { ...first, id: 'below', themes: [], below: [x] };
  expect(findSimilar([first, below, other])).toMatchObject([{ id: 'below', score: 1 }]);
});

test('words of items below count, as the page about the method says', () => {
  const below = { ...first, id: 'below', summary: '', below: [x], belowSummary: TEXT };
  expect(findSimilar([first, below, other])).toMatchObject([{ id: 'below', score: 1, words: ['防犯灯'] }]);
  expect(readFileText('content/guides/method.mdx')).toContain('施策と、その下の項目すべての名前と要約に出てくる');
});

test.each<[string, MadeUpMeasure]>([
  ['of the same municipality', { ...first, id: 'near', city: 'first' }],
  ['without a common theme', { ...first, id: 'near', themes: [y] }],
  ['with hardly anything in common', { ...first, id: 'near', themes: [y], below: [y, y, x], summary: '公園の花' }],
])('a measure %s is left out', (_, near) => {
  expect(findSimilar([first, near, other])).toEqual([]);
});

test('of equally similar measures, the first three of the site are shown', () => {
  const equal = ['d', 'c', 'b', 'a'].map((id) => ({ ...first, id }));
  expect(findSimilar([first, ...equal, other]).map(({ id }) => id)).toEqual(['d', 'c', 'b']);
});

test('the themes of the reasons are the common ones', () => {
  const near = { ...first, id: 'near', themes: [x] };
  expect(findSimilar([{ ...first, themes: [x, y] }, near, other])[0]?.themes).toEqual([x]);
});

test('a pair of characters that occurs twice weighs more, as tf-idf', () => {
  const [one, near] = [
    { ...first, summary: '防犯、防犯、交番' },
    { ...first, id: 'near', summary: '防犯' },
  ];
  // 防犯 is in two of three measures, 交番 in one.
  const [twice, once] = [(1 + Math.log(2)) * Math.log(4 / 2), Math.log(4 / 1)];
  const cosine = twice / Math.hypot(twice, once);
  expect(findSimilar([one, near, other])[0]?.score).toBeCloseTo((1 + cosine) / 2, 4);
});

test('the reasons are at most three words, the rarest first', () => {
  const words = '防犯灯、駐輪場、植物園、美術館';
  const measures = [
    { ...first, summary: words },
    { ...first, id: 'near', summary: words },
    { ...other, summary: '美術館、防犯灯' },
    { ...other, id: 'another', summary: '美術館' },
  ];
  expect(findSimilar(measures)[0]?.words).toEqual(['植物園', '駐輪場', '防犯灯']);
});

test('the reasons are no words that measures of any subject have', () => {
  const summary = '防犯灯の推進、充実';
  expect(findSimilar([{ ...first, summary }, { ...first, id: 'near', summary }, other])[0]?.words).toEqual(['防犯灯']);
});

test('only the measures that are asked for are compared with the others', () => {
  expect([...findSimilarMeasures(siteData, ({ id }) => id === sample.id).keys()]).toEqual([sample.id]);
  expect(findSimilarMeasures(siteData).size).toBeGreaterThan(1);
});
