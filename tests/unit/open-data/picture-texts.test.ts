import { expect, test } from 'vitest';
import { separateTexts } from '../../../src/open-data/render-png.ts';

const drawText = (attributes: string, text: string) =>
  `<text class="plain" ${attributes} font-size="31">${text}</text>`;

test('takes a text out of a picture, and arranges its characters', () => {
  const { rest, characters } = separateTexts(`<svg><rect/>${drawText('x="72" y="60.4"', ' A&amp;ヴ  B ')}</svg>`);
  expect(rest).toBe('<svg><rect/></svg>');
  expect(characters.map(({ character, left }) => [character, left])).toEqual([
    ['A', 72],
    ['&', 87.5],
    ['ヴ', 103],
    [' ', 134],
    ['B', 149.5],
  ]);
  expect(new Set(characters.map(({ base }) => base))).toEqual(new Set([60]));
});

test('ends a text at its x if its anchor is its end', () => {
  const { characters } = separateTexts(drawText('x="890" y="60" text-anchor="end"', '家'));
  expect(characters.map(({ left }) => left)).toEqual([890 - 31]);
});

test('leaves a text without a font size in the picture', () => {
  const text = '<text class="number" x="40%" y="12">45%</text>';
  expect(separateTexts(text)).toEqual({ rest: text, characters: [] });
});
