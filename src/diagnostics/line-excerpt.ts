import stringWidth from 'string-width';

/** Marks the ends of a cut line. Three full stops, because the width of an ellipsis depends on the terminal's font. */
const CUT_MARK = '...';

/** A part of a line around a column, and the spaces that put a caret below the column. */
interface LineExcerpt {
  readonly text: string;
  readonly indent: string;
}

/**
 * Replaces control characters, so that a file can't control the terminal: tabs become spaces, other controls their
 * pictures. Characters that change the direction of writing are removed.
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

/** Returns how many characters from the beginning of a list fit into a width. */
function countFitting(characters: readonly string[], width: number): number {
  let used = 0;
  for (const [count, character] of characters.entries()) {
    used += stringWidth(character);
    if (used > width) return count;
  }
  return characters.length;
}

/**
 * Cuts a line around a column to a width in cells of a terminal: a full-width character fills two.
 * @param line the line as it is in the file
 * @param column the column, from 1, in characters
 * @param width the most cells of the cut line
 */
export function createExcerpt(line: string, column: number, width: number): LineExcerpt {
  const before = [...replaceControls([...line].slice(0, column - 1).join(''))];
  const after = [...replaceControls([...line].slice(column - 1).join(''))];
  const widthAfter = stringWidth(after.join(''));
  const whole = stringWidth(before.join('')) + widthAfter <= width;
  const room = Math.max(width - 2 * CUT_MARK.length, 2);
  // The value begins at the column, so the part from there on gets two thirds of the space if necessary.
  const roomBefore = Math.max(Math.floor(room / 3), room - widthAfter);
  const head = whole ? before.length : countFitting(before.toReversed(), roomBefore);
  const shownBefore = before.slice(before.length - head).join('');
  const tail = whole ? after.length : countFitting(after, room - stringWidth(shownBefore));
  const start = `${head < before.length ? CUT_MARK : ''}${shownBefore}`;
  const end = `${after.slice(0, tail).join('')}${tail < after.length ? CUT_MARK : ''}`;
  return { text: start + end, indent: ' '.repeat(stringWidth(start)) };
}
