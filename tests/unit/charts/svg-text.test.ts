import { describe, expect, test } from 'vitest';
import {
  escapeXml,
  exceedsSheet,
  formatCoordinate,
  formatShare,
  truncateText,
  wrapText,
} from '../../../src/charts/svg-text.ts';

test('escapes the characters that end a text or an attribute', () => {
  expect(escapeXml('<a href="x">R&D</a>')).toBe('&lt;a href=&quot;x&quot;&gt;R&amp;D&lt;/a&gt;');
});

test('writes a coordinate with one decimal, and a share of the width with two', () => {
  expect([12.34, 12.36, -0.25, 680].map(formatCoordinate)).toEqual(['12.3', '12.4', '-0.2', '680']);
  expect([33.333, 66.667, 100].map(formatShare)).toEqual(['33.33%', '66.67%', '100%']);
});

test.each([
  [14, '100.0%', false],
  [15, '100.0%', true],
  [45, '9.9%', true],
  [8, '123,456,789,012円', true],
])('a table of %i columns with %s is too wide for a sheet of paper: %s', (columns, text, isWide) => {
  const filled = Array.from({ length: columns }, () => ['0', text]);
  // A column without values has no width.
  expect([exceedsSheet(filled), exceedsSheet([...filled, []])]).toEqual([isWide, isWide]);
});

describe('truncateText', () => {
  test('keeps a text that fits', () => {
    expect(truncateText('情報発信', 60, 15)).toBe('情報発信');
  });

  test('ends a cut text with …', () => {
    expect(truncateText('情報発信の充実', 60, 15)).toBe('情報発…');
  });

  test('counts Latin letters as half', () => {
    expect(truncateText('SNS', 27, 15)).toBe('SNS');
  });

  test('returns nothing if not even two characters fit', () => {
    expect(truncateText('情報発信', 31, 15)).toBe('');
  });
});

describe('wrapText', () => {
  test('breaks a full line', () => {
    expect(wrapText('市民参画と協働', 60, 15, 3)).toEqual(['市民参画', 'と協働']);
  });

  test('does not begin a line with a closing mark', () => {
    expect(wrapText('市民参画、協働', 60, 15, 3)).toEqual(['市民参', '画、協働']);
  });

  test('does not end a line with an opening mark', () => {
    expect(wrapText('市民課（窓口）', 60, 15, 3)).toEqual(['市民課', '（窓口）']);
  });

  test('does not begin a line with a long vowel or small kana', () => {
    expect(wrapText('使えるデータ', 60, 15, 3)).toEqual(['使える', 'データ']);
    expect(wrapText('使えるキャラ', 60, 15, 3)).toEqual(['使える', 'キャラ']);
  });

  test('does not break a number, nor begin a line with the sign of a range', () => {
    expect(wrapText('市の2010～2013年度', 90, 15, 3)).toEqual(['市の2010～', '2013年度']);
    expect(wrapText('値は12.5%です', 48, 15, 4)).toEqual(['値は', '12.5%', 'です']);
    expect(wrapText('平成～令和', 30, 15, 3)).toEqual(['平', '成～', '令和']);
  });

  test('goes back several characters if it must, and breaks anywhere if no break is allowed', () => {
    expect(wrapText('計画（架空）」と', 75, 15, 3)).toEqual(['計画（架', '空）」と']);
    expect(wrapText('ーーーーー', 60, 15, 3)).toEqual(['ーーーー', 'ー']);
  });

  test('keeps words whole if it has to, except one longer than a line', () => {
    expect(wrapText('制度への応募件数', 75, 15, 3)).toEqual(['制度への応', '募件数']);
    expect(wrapText('制度への応募件数', 75, 15, 3, true)).toEqual(['制度への', '応募件数']);
    expect(wrapText('データベース', 60, 15, 3, true)).toEqual(['データベ', 'ース']);
  });

  test('cuts the last line if the text is longer', () => {
    expect(wrapText('行財政改革の更なる推進', 60, 15, 2)).toEqual(['行財政改', '革の更…']);
  });
});
