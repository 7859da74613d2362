/**
 * Returns one pattern that matches what any of these alternatives matches, with the flags of all of them. The first
 * alternative wins, as between `|`. Groups are numbered through all alternatives.
 */
export const joinPatterns = (...alternatives: readonly RegExp[]): RegExp =>
  new RegExp(
    alternatives.map(({ source }) => source).join('|'),
    [...new Set(alternatives.flatMap(({ flags }) => [...flags]))].join(''),
  );

/** A variation selector, which chooses the form of the character before it. */
const SELECTOR = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u;

/** Control characters, those without a width and blank letters, also where they have a use. */
const UNSEEN_CLASS = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u2800\u{1d159}\p{Default_Ignorable_Code_Point}]/u;
/** The uses that an unseen character does not have. */
const USELESS = [
  // A tab or a line break
  /(?<![\t\n\r])/u,
  // The tags in the emoji of a flag
  /(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]{1,7})/u,
  // The joiner after an emoji
  /(?<!\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?\u200d)/u,
];

/**
 * Control characters, those without a width and blank letters. It does not match line breaks, tabs, the joiner and the
 * tags in an emoji, or one variation selector after a kanji, a sign or the digit of a keycap, whose form it chooses.
 */
export const UNSEEN: RegExp = joinPatterns(
  new RegExp(`(?!${SELECTOR.source})${UNSEEN_CLASS.source}${USELESS.map(({ source }) => source).join('')}`, 'u'),
  new RegExp(`(?<![\\p{Ideographic}\\p{Extended_Pictographic}\\p{S}\\p{P}])${SELECTOR.source}(?!\\u20e3)`, 'u'),
);

/** Returns the cells of each row of the tables in a Markdown text, without marks of code and bold, and without links. */
export const listMarkdownRows = (text: string): string[][] =>
  [...text.matchAll(/^\| (.*) \|$/gm)].map(([, row = '']) =>
    row.split(/ \| ?/).map((cell) => cell.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/`|\*\*/g, '')),
  );

/** A word instead of a result: the indicator is no longer measured. */
export const MEASURING_ENDED = /^(?:廃止|終了|取り?やめ)/;

/** The signs of footnotes, for a class of letters: 12※1, 12†. A value with one is a number, whose note must be found. */
export const NOTE_SIGNS = '※＊*†‡';

/** A mark that leads to a footnote: ※1 of 本※1※2, the one of ※2024年度, and 注2, but not that of 受注2件. */
export const NOTE_MARK = `[${NOTE_SIGNS}]{1,3}(?:\\s*\\p{Nd}{1,2}(?!\\p{Nd}))?|(?<![受発外特])注\\s*\\p{Nd}{1,2}(?!\\p{Nd})|(?<=[（(【[［])注(?=[）)】\\]］])`;
/** A mark before the number of a cell, with a bracket or a space between them, or at its end. */
const CELL_MARK = new RegExp(
  `^[（(]?(${NOTE_MARK})(?:[）)]\\s*|\\s+)(?=[▲△-]?\\p{Nd})|\\s*[（(【[［]?(${NOTE_MARK})[）)】\\]］]?$`,
  'u',
);

/** The maximum number of marks at the end of a cell that are read, one after the other. */
export const MAX_MARKS = 20;

/** Splits a cell from its mark: 12※2, 12（注2）, 12 注2), 12※, ※2 12. The mark is empty if there is none. */
export function splitMark(cell: string): { mark: string; rest: string } {
  const [, before, behind = ''] = CELL_MARK.exec(cell) ?? [];
  return { mark: before ?? behind, rest: cell.replace(CELL_MARK, '') };
}
