import { describe, expect, test } from 'vitest';
import * as cell from '../../../../src/tables/cells/cell-types.ts';
import { readAs } from '../../../support/read-cell.ts';

describe('values, targets and times', () => {
  test('are read with what was typed beside them', () => {
    expect([
      readAs(cell.quantityNotation(), '5,587人'),
      readAs(cell.targetNotation(), '80%以上'),
      readAs(cell.periodNotation(), '令和4年度'),
    ]).toMatchObject([
      { value: { text: '5,587人', value: 5587 } },
      { value: { text: '80%以上', value: 80, comparator: '>=' } },
      { value: { text: '令和4年度', start: '2022-04-01', end: '2023-03-31' } },
    ]);
  });

  test('that fit no known form are refused', () => {
    expect([
      readAs(cell.quantityNotation(), 'たくさんあります'),
      readAs(cell.targetNotation(), 'ひみつ？？'),
      readAs(cell.periodNotation(), 'そのうち'),
    ]).toEqual(['<not-a-quantity>', '<not-a-target>', '<not-a-period>']);
  });
});

describe('a cell of any kind', () => {
  const kinds = {
    text: cell.optionalText(),
    texts: cell.textList(),
    slug: cell.requiredSlug(),
    code: cell.requiredCode(),
    quantity: cell.quantityNotation(),
    target: cell.targetNotation(),
    period: cell.periodNotation(),
    webAddress: cell.optionalUrl(),
  };

  test.each(Object.entries(kinds))('with an invisible character is reported: %s', (_kind, type) => {
    expect([readAs(type, '1\u200b'), readAs(type, '1\u0007')]).toEqual(['<unseen-character>', '<unseen-character>']);
  });

  test.each(Object.entries(kinds))('with a damaged character is reported: %s', (_kind, type) => {
    expect(readAs(type, '1\ufffd人')).toBe('<damaged-character>');
  });

  test.each(Object.entries(kinds))('with HTML is reported: %s', (_kind, type) => {
    expect(readAs(type, '80%<br>以上')).toBe('<html-in-cell>');
  });
});
