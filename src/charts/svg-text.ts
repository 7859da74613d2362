/** Text that came from a file, made safe to stand in SVG: between tags or inside a quoted attribute. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** How wide a character is drawn, in the font's size: kana, kanji and full-width signs are square, most others half. */
function widthOf(character: string): number {
  if (/[%@&MW]/.test(character)) return 0.95;
  return /[\u0020-\u007e\uff61-\uff9f]/.test(character) ? 0.55 : 1;
}

/** How wide a text is drawn, about. */
export function estimateTextWidth(text: string, font: number): number {
  return [...text].reduce((sum, one) => sum + widthOf(one), 0) * font;
}

/** A text cut to fit a width, with … where something is left out; empty where not even two characters fit. */
export function truncateText(text: string, width: number, font: number): string {
  if (estimateTextWidth(text, font) <= width) return text;
  let room = width / font - 1;
  const kept: string[] = [];
  for (const one of text) {
    room -= widthOf(one);
    if (room < 0) break;
    kept.push(one);
  }
  return kept.length < 2 ? '' : `${kept.join('')}…`;
}

/** A text broken into lines that fit a width, at most `most` of them; the last is cut where the text goes on. */
export function wrapText(text: string, width: number, font: number, most: number): string[] {
  const made: string[] = [];
  let rest = [...text];
  while (rest.length > 0 && made.length < most) {
    if (made.length === most - 1) {
      made.push(truncateText(rest.join(''), width, font));
      break;
    }
    let room = width / font;
    const count = rest.findIndex((one) => (room -= widthOf(one)) < 0);
    const full = count < 0 ? rest.length : Math.max(count, 1);
    // A line does not begin with a mark that closes something, nor end with one that opens it.
    const closes = /[、。・）」』]/.test(rest[full] ?? '');
    const opens = full < rest.length && /[（「『]/.test(rest[full - 1] ?? '');
    const taken = full > 1 && (closes || opens) ? full - 1 : full;
    made.push(rest.slice(0, taken).join(''));
    rest = rest.slice(taken);
  }
  return made.filter((line) => line !== '');
}
