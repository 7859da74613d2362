/*
 * Where words begin. Japanese has no spaces: a run of kanji, katakana and letters is one compound, and only its beginning
 * is the beginning of a word. So ごみ finds ごみ処理, but 環境 does not find デジタル環境.
 */

const COMPOUND = /[\p{Script=Han}々ヶ\p{Script=Katakana}ー\p{Script=Latin}\p{N}]/u;
const KATAKANA = /[\p{Script=Katakana}ー]/u;
const LETTER = /[\p{Script=Latin}\p{N}]/u;
const HIRAGANA = /\p{Script=Hiragana}/u;

/** Hiragana after which a word in hiragana may begin. */
const PARTICLE = /[のをにがはでとへもや]/u;

/** Hiragana before which a word in hiragana may end. */
const AFTER_WORD = /[のをにがはでとへもやかなだ]/u;

/** True for a character that is part of a compound: kanji, katakana, a letter or a digit. */
export const isCompoundCharacter = (character: string) => COMPOUND.test(character);

export const isHiragana = (character: string) => HIRAGANA.test(character);

/** True if a word may begin at a position of a normalized text. */
export function beginsWord(text: string, position: number): boolean {
  const [before, first] = [text.charAt(position - 1), text.charAt(position)];
  if (before === '') return true;
  if (COMPOUND.test(before)) return false;
  return COMPOUND.test(first) || !HIRAGANA.test(before) || PARTICLE.test(before);
}

/** True if a word of one script may end before a position of a text: ライン is not ラインナップ; ごみ may be ごみ処理. */
export function endsWord(text: string, position: number): boolean {
  const [last, next] = [text.charAt(position - 1), text.charAt(position)];
  if (KATAKANA.test(last)) return !KATAKANA.test(next);
  if (LETTER.test(last)) return !LETTER.test(next);
  return !HIRAGANA.test(last) || !HIRAGANA.test(next) || AFTER_WORD.test(next);
}
