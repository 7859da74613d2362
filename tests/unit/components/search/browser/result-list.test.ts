import { expect, test } from 'vitest';
import { explainRelated } from '../../../../../src/components/search/browser/result-list.ts';

const names = { city: { kashiwa: '柏市' } };
const results = {
  words: [],
  exact: [],
  related: [1],
  relatedWords: ['市税'],
  alsoSearched: [],
  cities: [],
  isAside: false,
  optional: [],
  counts: { city: new Map(), kind: new Map(), theme: new Map() },
};

test('the explanation of related results names the city and the words they may lack', () => {
  const all = { ...results, cities: ['kashiwa'], alsoSearched: ['市税'], optional: ['税金', '窓口'] };
  expect(explainRelated(all, names)).toBe(
    '近い言葉での結果は、柏市のものと、市区町村ごとの値がある統計だけです。「税金」「窓口」を含むとはかぎりません。',
  );
});

test('the explanation says that the city has no related results', () => {
  expect(explainRelated({ ...results, related: [], relatedWords: [], cities: ['kashiwa'] }, names)).toBe(
    '近い言葉のものも、柏市にはありませんでした。',
  );
});

test('the explanation is empty without cities and missing words', () => {
  expect(explainRelated(results, names)).toBe('');
});
