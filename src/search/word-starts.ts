import { toHiragana } from './search-text.ts';

/*
 * Where words begin and end. Japanese has no spaces: kanji, katakana, letters and digits in a row are one compound, and
 * only its beginning is the beginning of a word. So ごみ finds ごみ処理, but 環境 does not find デジタル環境.
 */

const SMALL_KANA: Readonly<Record<string, string>> = { っ: 'つ', ゃ: 'や', ゅ: 'ゆ', ょ: 'よ' };

/** Returns kana as hiragana without small ones and ・, as people often write them: しやくしょ and シヤクショ are しやくしよ. */
export const simplifyKana = (text: string) =>
  toHiragana(text).replace(/[っゃゅょ・]/gu, (kana) => SMALL_KANA[kana] ?? '');

/** The classes of characters. Kanji, katakana and letters are the parts of compounds. */
const [KANJI, KATAKANA, LETTER, HIRAGANA, OTHER] = [1, 2, 3, 4, 5];

const PATTERNS: readonly (readonly [number, RegExp])[] = [
  [KANJI, /[\p{Script=Han}々ヶ]/u],
  [KATAKANA, /[\p{Script=Katakana}ー]/u],
  [LETTER, /[\p{Script=Latin}\p{N}]/u],
  [HIRAGANA, /\p{Script=Hiragana}/u],
];

/** The class of each UTF-16 unit, 0 until it is needed: a lookup is faster than four patterns. */
const classes = new Uint8Array(0x10000);

/** Returns the class of the unit at a position of a text; OTHER outside of it. */
function classifyAt(text: string, position: number): number {
  const unit = text.charCodeAt(position);
  // Outside of the text the unit is NaN.
  if (!(unit >= 0)) return OTHER;
  const known = classes[unit] ?? 0;
  if (known !== 0) return known;
  const character = String.fromCharCode(unit);
  return (classes[unit] = PATTERNS.find(([, pattern]) => pattern.test(character))?.[0] ?? OTHER);
}

/** Hiragana after which a word in hiragana may begin. */
const PARTICLES = 'のをにがはでとへもや';

/** Hiragana before which a word in hiragana may end. */
const AFTER_WORD = 'のをにがはでとへもやかなだあ';

export const isKanji = (character: string) => classifyAt(character, 0) === KANJI;

export const isHiragana = (character: string) => classifyAt(character, 0) === HIRAGANA;

/** True for a character that is part of a compound: kanji, katakana, a letter or a digit. */
export const isCompoundCharacter = (character: string) => classifyAt(character, 0) < HIRAGANA;

/** True if a word may begin at a position of a normalized text. */
export function beginsWord(text: string, position: number): boolean {
  const before = classifyAt(text, position - 1);
  if (before !== HIRAGANA) return before === OTHER;
  return classifyAt(text, position) !== HIRAGANA || PARTICLES.includes(text.charAt(position - 1));
}

/** True if a word of one script may end before a position of a text: ライン is not ラインナップ; ごみ may be ごみ処理. */
export function endsWord(text: string, position: number): boolean {
  const [last, next] = [classifyAt(text, position - 1), classifyAt(text, position)];
  if (last === KATAKANA || last === LETTER) return next !== last;
  return last !== HIRAGANA || next !== HIRAGANA || AFTER_WORD.includes(text.charAt(position));
}

/** A particle after the first word of a form. People say another one, or none: 人は減る, 人減る. */
const INNER_PARTICLE = /(?<=^[\p{Script=Han}\p{Script=Katakana}ー\p{Script=Latin}]+)[をがは](?=.)/u;
const SPOKEN_PARTICLES = ['', 'を', 'が', 'は', 'も', 'って', 'の'];

/** What speech leaves out: 進んでいる is 進んでる. */
const CONTRACTED = /(?<=.[てで])い(?=る$|ない$|た$)/u;

/** Returns a form, and as people say it: with other particles, without one, and contracted. */
export function listSpokenForms(form: string): readonly string[] {
  const texts = INNER_PARTICLE.test(form) ? SPOKEN_PARTICLES.map((one) => form.replace(INNER_PARTICLE, one)) : [form];
  return [...new Set([...texts, ...texts.map((text) => text.replace(CONTRACTED, ''))])];
}

/** Number of units of a form by which its shard is found. */
const START_LENGTH = 3;

/** The last kana of a form that a query may inflect: 売る, 売らない. */
const INFLECTED_END = /[うくぐすつぬぶむるい]$/u;

/** Particles after the first word of a form for which a query may have a space: 屋根 太陽光 is 屋根の太陽光. */
export const SPACED_PARTICLES = ['の', 'に', 'で', 'と'];

/** Returns the starts of a form, and of its stem. Kana are simplified, as readers do. */
function listFormStarts(form: string): string[] {
  const [noun = ''] = form.split(/(?<=^[\p{Script=Han}\p{Script=Katakana}ー\p{Script=Latin}]+)[をがはのにでと](?=.)/u);
  if (noun !== form && noun.length > 1) return [simplifyKana(noun).slice(0, START_LENGTH)];
  return listSpokenForms(form)
    .flatMap((text) => (text.length > 1 && INFLECTED_END.test(text) ? [text, text.slice(0, -1)] : [text]))
    .map((text) => simplifyKana(text).slice(0, START_LENGTH));
}

/** Returns the starts of forms in the filter. One that begins with another of two units is left out. */
export function listFilterStarts(forms: readonly string[]): string[] {
  const starts = new Set(forms.flatMap(listFormStarts));
  return [...starts].filter((start) => start.length < 3 || !starts.has(start.slice(0, 2)));
}

/** A particle, which begins no word: の of の窓口. */
const LEADING_PARTICLE = /^(?:[を ]|[のにがはでとへも] *[^\p{Script=Hiragana} ])/u;

/**
 * Returns what a filter may contain of the forms at a position of a query, the shortest first. A single character of a
 * compound is no word of its own.
 */
export function listQueryStarts(query: string, position: number): string[] {
  const rest = query.slice(position);
  if (LEADING_PARTICLE.test(rest)) return [];
  const isPart =
    isCompoundCharacter(rest.charAt(1)) || (rest.length > 1 && isCompoundCharacter(query.charAt(position - 1)));
  const text = simplifyKana(rest.replaceAll(' ', '')).slice(0, START_LENGTH);
  return Array.from(text, (_, index) => text.slice(0, index + 1)).slice(isPart ? 1 : 0);
}
