import stringWidth from 'string-width';

/** Stands where a line was cut. Three full stops, because an ellipsis is as wide as the terminal's font likes. */
const CUT = '...';

/** A line of a file cut around a place, and as many spaces as stand before that place. */
export interface LineExcerpt {
  readonly text: string;
  readonly indent: string;
}

/**
 * A text in which every character takes a place of its own: tabs become spaces, control characters their pictures, so
 * that nothing in a file can steer the terminal. What only changes the direction of writing is left out.
 * @example replaceControls('a\tb\u0007') // → a b␇
 */
export function replaceControls(text: string): string {
  return text
    .replaceAll('\t', ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g, '')
    .replace(/\p{Cc}/gu, (control) => {
      const code = control.charCodeAt(0);
      return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421' : '\ufffd';
    });
}

/** As many characters from the beginning of a list as fit into a width. */
function fitting(characters: readonly string[], width: number): number {
  let used = 0;
  for (const [count, character] of characters.entries()) {
    used += stringWidth(character);
    if (used > width) return count;
  }
  return characters.length;
}

/**
 * Cuts a line around a place, in cells of a terminal: a full-width character takes two.
 * @param line the line as it stands in the file
 * @param column the place, from 1, in characters
 * @param width the most cells that the cut line may take
 */
export function createExcerpt(line: string, column: number, width: number): LineExcerpt {
  const before = [...replaceControls([...line].slice(0, column - 1).join(''))];
  const after = [...replaceControls([...line].slice(column - 1).join(''))];
  const behind = stringWidth(after.join(''));
  const whole = stringWidth(before.join('')) + behind <= width;
  const room = Math.max(width - 2 * CUT.length, 2);
  // The value at fault stands behind the place, so that it gets the greater part of the room if it needs it.
  const roomBefore = Math.max(Math.floor(room / 3), room - behind);
  const head = whole ? before.length : fitting(before.toReversed(), roomBefore);
  const shownBefore = before.slice(before.length - head).join('');
  const tail = whole ? after.length : fitting(after, room - stringWidth(shownBefore));
  const start = `${head < before.length ? CUT : ''}${shownBefore}`;
  const end = `${after.slice(0, tail).join('')}${tail < after.length ? CUT : ''}`;
  return { text: start + end, indent: ' '.repeat(stringWidth(start)) };
}
