import { describe, expect, test } from 'vitest';
import { findRuby, indexReadings } from '../../../../../src/components/site/browser/ruby-text.ts';

const index = indexReadings([
  [['広報', 'こうほう']],
  [['広報', 'こうほう'], '・', ['共創', 'きょうそう']],
  ['デジタル', ['化', 'か']],
  [['DX', 'でぃーえっくす']],
]);
const find = (text: string) =>
  findRuby(text, index)
    ?.map((part) => (typeof part === 'string' ? part : `${part[0]}[${part[1]}]`))
    .join('') ?? null;

describe('the readings in a text', () => {
  test.each([
    ['広報の充実', '広報[こうほう]の充実'],
    ['1 広報、デジタル化。', '1 広報[こうほう]、デジタル化[か]。'],
    ['広報・共創と広報', '広報[こうほう]・共創[きょうそう]と広報[こうほう]'],
    ['市のDX', '市のDX[でぃーえっくす]'],
  ])('%s are those of the longest names', (text, expected) => {
    expect(find(text)).toBe(expected);
  });

  test.each(['広報紙', '市広報', 'ITデジタル化推進', 'オンラインデジタル化', 'DXA', '高報', ''])(
    '%s are none if a name is only a part of a word',
    (text) => {
      expect(find(text)).toBeNull();
    },
  );
});
