import { describe, expect, test } from 'vitest';
import { escapeXml, truncateText, wrapText } from '../../../src/charts/svg-text.ts';

test('what could end a text or an attribute is written out', () => {
  expect(escapeXml('<a href="x">R&D</a>')).toBe('&lt;a href=&quot;x&quot;&gt;R&amp;D&lt;/a&gt;');
});

describe('a text cut to fit', () => {
  test('stays whole where there is room', () => {
    expect(truncateText('情報発信', 60, 15)).toBe('情報発信');
  });

  test('ends in … where something is left out', () => {
    expect(truncateText('情報発信の充実', 60, 15)).toBe('情報発…');
  });

  test('counts letters as half', () => {
    expect(truncateText('SNS', 27, 15)).toBe('SNS');
  });

  test('is empty where not even two characters fit', () => {
    expect(truncateText('情報発信', 20, 15)).toBe('');
  });
});

describe('a text in lines', () => {
  test('breaks where a line is full', () => {
    expect(wrapText('市民参画と協働', 60, 15, 3)).toEqual(['市民参画', 'と協働']);
  });

  test('does not begin a line with a mark that closes', () => {
    expect(wrapText('市民参画、協働', 60, 15, 3)).toEqual(['市民参', '画、協働']);
  });

  test('does not end a line with a mark that opens', () => {
    expect(wrapText('市民課（窓口）', 60, 15, 3)).toEqual(['市民課', '（窓口）']);
  });

  test('cuts the last line where the text goes on', () => {
    expect(wrapText('行財政改革の更なる推進', 60, 15, 2)).toEqual(['行財政改', '革の更…']);
  });
});
