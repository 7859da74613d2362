import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { createExcerpt, replaceControls } from '../../../src/diagnostics/line-excerpt.ts';

/** Returns the character above the caret. */
function above({ text, indent }: ReturnType<typeof createExcerpt>): string {
  let width = 0;
  for (const character of text) {
    if (width === indent.length) return character;
    width += stringWidth(character);
  }
  return '';
}

describe('an excerpt', () => {
  test('of a short line is the line', () => {
    expect(createExcerpt('a,b,c', 3, 80)).toEqual({ text: 'a,b,c', indent: '  ' });
  });

  test('counts two cells for a full-width character', () => {
    expect(createExcerpt('見本,b', 4, 80).indent).toHaveLength(5);
  });

  test('points after the line if its last cell is empty', () => {
    expect(createExcerpt('見本,', 4, 80)).toEqual({ text: '見本,', indent: '     ' });
  });

  test('counts a character of two code units once', () => {
    expect(above(createExcerpt('𠮷野家,x', 5, 80))).toBe('x');
  });

  test('of a long line shows the column, cut at both sides', () => {
    const line = `${'あ'.repeat(100)}X${'い'.repeat(100)}`;
    const cut = createExcerpt(line, 101, 60);
    expect([above(cut), cut.text.startsWith('...'), cut.text.endsWith('...')]).toEqual(['X', true, true]);
  });

  test.each([1, 40, 101, 160, 200])('fits into the width with column %i', (column) => {
    expect(stringWidth(createExcerpt('漢a'.repeat(100), column, 60).text)).toBeLessThanOrEqual(60);
  });

  test('of a long line is cut only at its end if the column is at its beginning', () => {
    expect(createExcerpt('a'.repeat(100), 1, 20)).toEqual({ text: `${'a'.repeat(14)}...`, indent: '' });
  });
});

describe('the printed text', () => {
  test('can’t control the terminal', () => {
    expect(replaceControls('\u001b[31m\u0007\u007f\u0085')).toBe('␛[31m␇␡\ufffd');
  });

  test('can’t change the direction of writing', () => {
    expect(replaceControls('a\u202eb')).toBe('ab');
  });

  test('has a space for a tab', () => {
    expect(replaceControls('a\tb')).toBe('a b');
  });
});
