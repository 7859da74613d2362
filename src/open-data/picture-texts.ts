import { getOutline, getUnitsPerEm, type FontWeight } from '../input/font-outlines.ts';

/** A character of a picture, and where it begins on the baseline: across in half pixels, so that few places differ. */
export interface PlacedCharacter {
  /** The classes of its text. */
  readonly kind: string;
  readonly weight: FontWeight;
  /** The font size in pixels. */
  readonly size: number;
  readonly character: string;
  readonly left: number;
  readonly base: number;
}

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Returns the visible characters of an escaped text. SVG shows several spaces as one, and none at the ends. */
function listCharacters(text: string): string[] {
  const plain = text.replace(/&(\w+);/g, (_, name: string) => signs[name] ?? '').normalize('NFC');
  const hidden = /[\p{Cf}\p{Variation_Selector}]/gu;
  return [...plain.replace(hidden, '').replace(/ +/g, ' ').replace(/^ | $/g, '')];
}

/** Places the characters of a line. The font has a width for each character and no pairs that move together. */
function placeLine(
  kind: string,
  [x, y]: readonly [number, number],
  size: number,
  text: string,
  anchor: string,
): PlacedCharacter[] {
  const weight = kind.split(' ').includes('strong') ? 'bold' : 'regular';
  const scale = size / getUnitsPerEm(weight);
  let width = 0;
  const starts = listCharacters(text).map((character) => {
    const start = width;
    width += getOutline(weight, character).advance * scale;
    return { character, start };
  });
  const from = x - width * (anchor === 'end' ? 1 : anchor === 'middle' ? 0.5 : 0);
  const common = { kind, weight, size, base: Math.round(y) } as const;
  return starts.map(({ character, start }) => ({ ...common, character, left: Math.round((from + start) * 2) / 2 }));
}

const TEXT =
  /<text class="([^"]*)" x="([\d.]+)" y="([\d.]+)"(?: text-anchor="(\w+)")? font-size="([^"]*)">([^<]*)<\/text>/g;

/**
 * Takes the texts (`drawText`) out of a picture, to draw them in BIZ UDGothic, bold for the class `strong`. resvg takes
 * ten times as long, because it opens the file of the font for each character.
 * @param svg a picture in which these texts are in no group that moves them
 */
export function takeTexts(svg: string): { readonly rest: string; readonly characters: readonly PlacedCharacter[] } {
  const characters: PlacedCharacter[] = [];
  const rest = svg.replace(
    TEXT,
    (_, kind: string, x: string, y: string, anchor: string | undefined, size: string, text: string) => {
      characters.push(...placeLine(kind, [Number(x), Number(y)], Number(size), text, anchor ?? 'start'));
      return '';
    },
  );
  return { rest, characters };
}
