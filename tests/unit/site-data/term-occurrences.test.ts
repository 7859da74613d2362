import { describe, expect, test } from 'vitest';
import { splitAtTerms, listFirstUses, findTerms, listPageTerms } from '../../../src/site-data/term-occurrences.ts';
import type { Term } from '../../../src/tables/glossary.ts';

function term(id: string, title: string, ...aliases: readonly string[]): Term {
  return { id, title, aliases: [...aliases], reading: '', description: '説明', url: '/glossary/' };
}
const terms = [term('pfi', 'PFI'), term('dx', 'DX', 'デジタル化')];
const findIds = (text: string) => findTerms(text, terms).map(({ id }) => id);

describe('the terms in a text', () => {
  test('are those with a word in it', () => {
    expect(findIds('PFIで建てます')).toEqual(['pfi']);
  });

  test('are those with another spelling in it', () => {
    expect(findIds('窓口のデジタル化')).toEqual(['dx']);
  });

  test('are in the order of the glossary, each once', () => {
    expect(findIds('DX、デジタル化、PFI')).toEqual(['pfi', 'dx']);
  });

  test('are empty if it contains no word', () => {
    expect(findIds('朝のあいさつ')).toEqual([]);
  });
});

describe('a text split at its terms', () => {
  test('marks the first occurrence of each term', () => {
    expect(splitAtTerms('町のDXとPFI、またDX', terms)).toEqual([
      { text: '町の', term: null },
      { text: 'DX', term: 'dx', opening: '', closing: '' },
      { text: 'と', term: null },
      { text: 'PFI', term: 'pfi', opening: '', closing: '、' },
      { text: 'またDX', term: null },
    ]);
  });

  test('keeps the bracket before a term and the mark after it with the term', () => {
    expect(splitAtTerms('町の「DX」（PFI）です', terms)).toEqual([
      { text: '町の', term: null },
      { text: 'DX', term: 'dx', opening: '「', closing: '」' },
      { text: 'PFI', term: 'pfi', opening: '（', closing: '）' },
      { text: 'です', term: null },
    ]);
  });

  test('uses the spelling that comes first', () => {
    expect(splitAtTerms('デジタル化、DX', terms)[0]).toMatchObject({ text: 'デジタル化', term: 'dx' });
  });

  test('uses the longer of two words with the same beginning', () => {
    const [first] = splitAtTerms('協働事業です', [term('kyodo', '協働'), term('jigyo', '協働事業')]);
    expect(first).toMatchObject({ text: '協働事業', term: 'jigyo' });
  });

  test.each([
    ['6年度の実質公債費比率です', '公債費'],
    ['「市民参画手続職員マニュアル」', '市民参画'],
    ['柏原市総合計画審議会で話し合う', '総合計画'],
    ['デジタルプラットフォーム', 'プラットフォーム'],
  ])('marks no word within a longer one: %s', (text, word) => {
    expect(splitAtTerms(text, [term('word', word)])).toEqual([{ text, term: null }]);
  });

  test.each([
    ['第5次柏原市総合計画と', '総合計画'],
    ['早期健全化基準以上になると', '早期健全化基準'],
    ['住民基本台帳人口で割る', '住民基本台帳'],
    ['審議会等の公開', '審議会'],
    ['行政の情報のオープンデータ化', 'オープンデータ'],
    ['実質公債費比率と公債費', '公債費'],
  ])('marks a word beside another one, or after a longer one: %s', (text, word) => {
    const marked = splitAtTerms(text, [term('word', word)]).filter(({ term: id }) => id !== null);
    expect(marked).toEqual([{ text: word, term: 'word', opening: '', closing: '' }]);
    expect(
      splitAtTerms(text, [term('word', word)])
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });

  test('loses no character', () => {
    const text = 'DX「DX」、PFI）（デジタル化』';
    const segments = splitAtTerms(text, terms);
    expect(segments.map((one) => `${one.opening ?? ''}${one.text}${one.closing ?? ''}`).join('')).toBe(text);
  });

  test('has one part without a term, and none without text', () => {
    expect([splitAtTerms('朝', terms), splitAtTerms('', terms)]).toEqual([[{ text: '朝', term: null }], []]);
  });
});

describe('first occurrences of terms', () => {
  test('are listed once, for the first text', () => {
    expect(listFirstUses(['DX', 'DXとPFI', 'PFI'], terms, [])).toEqual([['dx'], ['pfi'], []]);
  });

  test('leave out terms that the page has already linked', () => {
    expect(listFirstUses(['DXとPFI'], terms, ['dx'])).toEqual([['pfi']]);
  });

  test('are not within a longer term, which is linked', () => {
    const nested = [term('resilience', '強靱化'), term('national', '国土強靱化地域計画')];
    expect(listFirstUses(['国土強靱化地域計画', '強靱化'], nested, [])).toEqual([['national'], ['resilience']]);
  });

  test('on a page are listed by the plan item whose summary contains them', () => {
    const items = [
      { id: 'a/1', summary: 'DXです。' },
      { id: 'a/2', summary: 'DXとPFIです。' },
    ];
    const { byPlanItem, all } = listPageTerms(items, terms, []);
    expect([byPlanItem.get('a/1'), byPlanItem.get('a/2'), all]).toEqual([['dx'], ['pfi'], ['dx', 'pfi']]);
  });
});
