import { describe, expect, test } from 'vitest';
import { preferredDirections, itemKinds, targetKinds } from '../../../../src/model/value-lists.ts';
import * as cell from '../../../../src/tables/cells/cell-types.ts';
import { readAs, readSuggestion } from '../../../support/read-cell.ts';

describe('text', () => {
  test('has no full-width or half-width spaces around it', () => {
    expect(readAs(cell.optionalText(), ' 　広報 　')).toBe('広報');
  });

  test.each(['=1+1', '+81-3', '-5', '@mihon', '=cmd|calc', ' =SUM(A1)'])(
    'that a spreadsheet takes for a formula is refused: %s',
    (text) => {
      expect(readAs(cell.optionalText(), text)).toBe('<formula-like>');
    },
  );

  test.each(['-', '－', '▲5', 'a=b', '＝1', '(1)', '・項目'])('that is no formula is accepted: %s', (text) => {
    expect(readAs(cell.optionalText(), text)).toBe(text);
  });

  test('may be empty, but words may not', () => {
    expect([readAs(cell.optionalText(), ' '), readAs(cell.requiredText(), ' ')]).toEqual(['', '<empty-cell>']);
  });
});

describe('a word of a list', () => {
  const kind = cell.requiredChoice('種別', itemKinds.words);

  test.each(['施策', 'measure', ' 施策 '])('may be typed in Japanese or English: %s', (text) => {
    expect(readAs(kind, text)).toBe('measure');
  });

  test.each([
    ['取り組み', 'action', kind],
    ['取組み', 'action', kind],
    ['減らす', 'decrease', cell.optionalChoice('良い方向', preferredDirections.words)],
  ])('may be typed in another spelling: %s for %s', (text, value, type) => {
    expect(readAs(type, text)).toBe(value);
  });

  test.each([
    ['事務事業', '事業', kind],
    ['上昇', '増加', cell.optionalChoice('良い方向', preferredDirections.words)],
    ['中間目標', '中間', cell.choiceWithDefault('種類', targetKinds.words, 'final')],
    ['上昇', '', kind],
  ])('that is an everyday word is refused with the word that it probably means: %s, %j', (text, near, type) => {
    expect([readAs(type, text), readSuggestion(type, text)]).toEqual(['<bad-choice>', near]);
  });

  test('of another list is refused', () => {
    expect(readAs(kind, '増加')).toBe('<bad-choice>');
  });

  test('may not be empty unless the cell allows it', () => {
    expect([
      readAs(kind, ''),
      readAs(cell.optionalChoice('良い方向', preferredDirections.words), ''),
      readAs(cell.choiceWithDefault('良い方向', preferredDirections.words, 'maintain'), ''),
    ]).toEqual(['<empty-cell>', null, 'maintain']);
  });
});

test.each([
  ['https://mihon.example/a?b=1#c', 'https://mihon.example/a?b=1#c'],
  ['', ''],
  ['www.mihon.example', '<bad-web-address>'],
  ['javascript:alert(1)', '<bad-web-address>'],
  ['https://mihon.example/ 町', '<bad-web-address>'],
  ['https://', '<bad-web-address>'],
])('a web address: %s → %s', (text, value) => {
  expect(readAs(cell.optionalUrl(), text)).toBe(value);
});

test.each([cell.textList(), cell.requiredTextList()])('each of several texts may not be a formula', (type) => {
  expect(readAs(type, '窓口;=1+1')).toBe('<formula-like>');
});
