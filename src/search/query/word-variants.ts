import { mayContain } from '../format/pair-filter.ts';
import { toHiragana, toKatakana } from '../search-text.ts';

/** The maximum length of a word with variants: it has as many as characters, each as long as the word. */
const MAX_VARIED_LENGTH = 100;

/** Groups of interchangeable characters: new and old forms, and forms that names use. */
const CHARACTER_VARIANTS = `
  斎斉齋齊 髙高 﨑崎嵜 桧檜 国國 靱靭 渡渉 辺邊邉 沢澤 広廣 浜濱 竜龍 亀龜 学學
  会會 区區 県縣 島嶋嶌 富冨 峰峯 館舘 鉄鐵 円圓 真眞 実實 万萬 栄榮 桜櫻
  関關 芸藝 薮藪 籠篭 竃竈 鴎鷗 祢禰 曽曾 蛍螢 条條 総總 当當 壱壹 弐貳
  台臺 予豫 弁辨辯瓣 欠缺 糸絲 缶罐 障碍礙 頼賴 徳德 々〻
`
  .trim()
  .split(/\s+/);

const variantsByCharacter = new Map<string, string[]>();
for (const group of CHARACTER_VARIANTS)
  for (const character of group)
    variantsByCharacter.set(character, [
      ...(variantsByCharacter.get(character) ?? []),
      ...[...group].filter((other) => other !== character),
    ]);

/**
 * Returns other spellings of a word: katakana with and without its last ー and its ・, the other kana script, new and old
 * forms of characters, numbers with and without separators.
 * @param word a normalized word
 * @example listSpellingVariants('サーバ') // → サーバー …
 */
export function listSpellingVariants(word: string): string[] {
  const variants = new Set<string>();
  if (word.length > MAX_VARIED_LENGTH) return [];
  if (/^[ァ-ヶー・]+$/u.test(word)) {
    for (const end of ['', 'ー']) variants.add(word.replace(/ー*$/u, end));
    variants.add(word.replaceAll('・', ''));
    variants.add(toHiragana(word));
    // People also leave out a long vowel within a word.
    if (word.length > 3) variants.add(word.replaceAll('ー', ''));
  }
  if (/^[ぁ-ゖー]+$/u.test(word)) variants.add(toKatakana(word));
  const characters = [...word];
  for (const [index, character] of characters.entries())
    for (const variant of variantsByCharacter.get(character) ?? [])
      variants.add(characters.with(index, variant).join(''));
  if (/\d,\d/.test(word)) variants.add(word.replace(/(\d),(?=\d)/g, '$1'));
  if (/\d{4}/.test(word)) variants.add(word.replace(/\d(?=(?:\d{3})+(?!\d))/g, '$&,'));
  return [...variants].filter((variant) => variant.length > 1 && variant !== word);
}

/** Shorter words resemble too many other words. */
const MIN_WORD_LENGTH = 4;

/** True if two words differ by one wrong, missing or extra character. */
function differsByOne(word: string, other: string): boolean {
  const [short, long] = word.length <= other.length ? [word, other] : [other, word];
  if (long.length - short.length > 1 || short === long) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  const rest = short.slice(short.length === long.length ? same + 1 : same);
  return rest === long.slice(same + 1);
}

/** Returns false if no document contains the word with one wrong character, which spoils at most two pairs in a row. */
export function mayBeMisspelled(filter: Uint8Array, word: string): boolean {
  if (word.length < MIN_WORD_LENGTH) return false;
  const missing = Array.from(word, (_, index) => index).filter(
    (index) => !mayContain(filter, word.slice(index, index + 2)),
  );
  return (missing.at(-1) ?? 0) - (missing[0] ?? 0) < 2;
}

/** Returns the words that a word of at least four characters may be, if one character is wrong, missing or too many. */
export function listSimilarWords(word: string, words: readonly string[]): string[] {
  return word.length < MIN_WORD_LENGTH ? [] : words.filter((other) => differsByOne(word, other));
}
