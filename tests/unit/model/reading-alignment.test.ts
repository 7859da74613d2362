import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignReading } from '../../../src/model/reading-alignment.ts';

/** Returns the parts of a title with readings in brackets: 見[み]る; the reason if there are none. */
function align(title: string, reading: string): string {
  const aligned = alignReading(title, reading);
  if (!aligned.ok) return aligned.reason;
  return aligned.parts.map((part) => (typeof part === 'string' ? part : `${part[0]}[${part[1]}]`)).join('');
}

describe('the reading of a title', () => {
  test.each([
    ['市民参画', 'しみんさんかく', '市民参画[しみんさんかく]'],
    ['手続きの見直し', 'てつづきのみなおし', '手続[てつづ]きの見直[みなお]し'],
    ['デジタル化', 'でじたるか', 'デジタル化[か]'],
    ['デジタル化', 'デジタルカ', 'デジタル化[か]'],
    ['一ヶ月', 'いっかげつ', '一ヶ月[いっかげつ]'],
    ['葛󠄀飾区', 'かつしかく', '葛󠄀飾区[かつしかく]'],
    ['人々の声', 'ひとびとのこえ', '人々[ひとびと]の声[こえ]'],
    ['第5次計画', 'だい5じけいかく', '第[だい]5次計画[じけいかく]'],
    ['第５次計画', 'だい5じけいかく', '第[だい]５次計画[じけいかく]'],
    ['第5次計画', 'だいごじけいかく', '第5次計画[だいごじけいかく]'],
    ['DXの推進', 'DXのすいしん', 'DXの推進[すいしん]'],
    ['DXの推進', 'でぃーえっくすのすいしん', 'DX[でぃーえっくす]の推進[すいしん]'],
    ['広報・共創', 'こうほう・きょうそう', '広報[こうほう]・共創[きょうそう]'],
    ['広報・共創', 'こうほう きょうそう', '広報[こうほう]・共創[きょうそう]'],
    [
      '「広報かしわら」・「柏原市」',
      '「こうほうかしわら」・「かしわらし」',
      '「広報[こうほう]かしわら」・「柏原市[かしわらし]」',
    ],
    ['（仮称）の策定', 'かしょうのさくてい', '（仮称[かしょう]）の策定[さくてい]'],
    ['見本市（架空）', 'みほんし（かくう）', '見本市[みほんし]（架空[かくう]）'],
    ['パブリックコメント', 'ぱぶりっくこめんと', 'パブリックコメント'],
  ])('%s（%s）is divided among its kanji', (title, reading, expected) => {
    expect(align(title, reading)).toBe(expected);
  });

  test.each([
    ['検討と指針', 'けんとうとししん', 'けんとう とししん', '検討[けんとう]と指針[ししん]'],
    ['収納の向上', 'しゅうのうのこうじょう', 'しゅうのう　のこうじょう', '収納[しゅうのう]の向上[こうじょう]'],
    ['広報・共創', 'こうほうきょうそう', 'こうほう・きょうそう', '広報[こうほう]・共創[きょうそう]'],
  ])('%s（%s）that fits in several ways has no parts before a space decides', (title, unclear, clear, expected) => {
    expect(align(title, unclear)).toBe('ambiguous');
    expect(align(title, clear)).toBe(expected);
  });

  test('has texts without readings as one part', () => {
    const aligned = alignReading('見直し・（仮称）', 'みなおし・かしょう');
    expect(aligned.ok && aligned.parts).toEqual([['見直', 'みなお'], 'し・（', ['仮称', 'かしょう'], '）']);
  });

  test('may have spaces between its words, which are ignored', () => {
    expect(align('市民参画の場', 'しみん さんかく の ば')).toBe('市民参画[しみんさんかく]の場[ば]');
  });

  test.each([
    ['窓口の見直し', 'まどぐちみなおし', 'without the kana of the title'],
    ['窓口', '', 'that is empty'],
    ['市民参画', '市民さんかく', 'with kanji'],
    ['市民の場', 'しみんの', 'without the reading of kanji'],
    ['市の場', 'んのば', 'that begins in the middle of a word'],
    ['みなおし', 'みなおした', 'with more kana than the title'],
  ])('of %s（%s）%s fits nowhere', (title, reading) => {
    expect(align(title, reading)).toBe('unmatched');
  });

  test('of very long or repetitive titles takes no time', () => {
    expect(align('窓の'.repeat(100), 'の'.repeat(400))).toBe('ambiguous');
    expect(align('窓の'.repeat(100), `${'の'.repeat(399)}か`)).toBe('unmatched');
    expect(align('窓'.repeat(201), 'まど')).toBe('unmatched');
  });
});

const kanji = fc.string({ unit: fc.constantFrom('市', '民', '窓', '口', '計', '画'), minLength: 1, maxLength: 4 });
const kana = (letters: string) => fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 6 });

test('the parts of any title with kanji between other kana are those it was made of', () => {
  const parts = fc.array(fc.tuple(kanji, kana('かきくけこ'), kana('のをとデー')), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(parts, (all) => {
      const title = all.map(([base, , after]) => base + after).join('');
      const reading = all.map(([, own, after]) => own + after.replaceAll('デ', 'で')).join('');
      const aligned = alignReading(title, reading);
      const pairs = aligned.ok ? aligned.parts.filter((part) => typeof part !== 'string') : [];
      expect(pairs).toEqual(all.map(([base, own]) => [base, own]));
    }),
  );
});

test('parts that are found always make up the title and its reading', () => {
  fc.assert(
    fc.property(kana('市民のとか・ 1A'), kana('しみんのとか・ 1'), (title, reading) => {
      const aligned = alignReading(title, reading);
      if (!aligned.ok) return;
      const { parts } = aligned;
      expect(parts.map((part) => (typeof part === 'string' ? part : part[0])).join('')).toBe(title);
      const said = parts.map((part) => (typeof part === 'string' ? part : part[1])).join('');
      const strip = (text: string) => text.replace(/[・ ]/g, '').toLowerCase();
      expect(strip(said)).toBe(strip(reading));
    }),
  );
});
