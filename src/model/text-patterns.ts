/**
 * Returns one pattern that matches what any of these alternatives matches, with the flags of all of them. The first
 * alternative wins, as between `|`; the numbers of groups count on.
 */
export const joinPatterns = (...alternatives: readonly RegExp[]): RegExp =>
  new RegExp(
    alternatives.map(({ source }) => source).join('|'),
    [...new Set(alternatives.flatMap(({ flags }) => [...flags]))].join(''),
  );

/**
 * Control characters, those without a width and blank letters. It does not match line breaks, tabs, the joiner and the
 * tags in an emoji, or one variation selector after a kanji, a sign or the digit of a keycap, whose form it chooses.
 */
export const UNSEEN: RegExp = joinPatterns(
  // No variation selector, no line break or tab, no tag in the emoji of a flag, no joiner after an emoji
  /(?![\ufe00-\ufe0f\u{e0100}-\u{e01ef}])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u2800\u{1d159}\p{Default_Ignorable_Code_Point}](?<![\t\n\r])(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]{1,7})(?<!\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?\u200d)/u,
  // A variation selector, but not after a kanji or a sign, and not before the frame of a keycap
  /(?<![\p{Ideographic}\p{Extended_Pictographic}\p{S}\p{P}])[\ufe00-\ufe0f\u{e0100}-\u{e01ef}](?!\u20e3)/u,
);
