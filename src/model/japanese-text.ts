const ROWS = [
  ['あ行', 'ぁ', 'お'],
  ['か行', 'か', 'ご'],
  ['さ行', 'さ', 'ぞ'],
  ['た行', 'た', 'ど'],
  ['な行', 'な', 'の'],
  ['は行', 'は', 'ぽ'],
  ['ま行', 'ま', 'も'],
  ['や行', 'ゃ', 'よ'],
  ['ら行', 'ら', 'ろ'],
  ['わ行', 'ゎ', 'ん'],
] as const;

/** Returns a text for comparison, without white space and differences of width. */
export const foldText = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/** Returns a text for comparison, without white space and differences of width and case. */
export const foldCase = (text: string): string => foldText(text).toLowerCase();

/** Returns a text with hiragana for katakana, in lower case, full-width and half-width forms alike. */
export const foldKana = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶヽヾ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));

/** Returns a reading, or an empty text if it only repeats a text in kana. */
export const omitRepeatedReading = (text: string, reading: string): string =>
  foldKana(text) === foldKana(reading) ? '' : reading;

/** Returns the row of the 五十音 in which a reading begins: `こうえい` → `か行`, or `その他` for other characters. */
export function getKanaRow(reading: string): string {
  const first = foldKana(reading).normalize('NFD').charAt(0);
  return ROWS.find(([, from, to]) => first >= from && first <= to)?.[0] ?? 'その他';
}

/** Compares texts by code units, so that no locale matters; null is an empty text. */
export function compareCodeUnits(a: string | null, b: string | null): number {
  const one = a ?? '';
  const other = b ?? '';
  return one < other ? -1 : one > other ? 1 : 0;
}

const readingOrder = new Intl.Collator('ja');

/**
 * Compares readings in the order of JIS X 4061: voiced and small letters beside plain letters, ー as the vowel that it
 * lengthens, then by code unit.
 */
export const compareReadings = (a: string, b: string): number => readingOrder.compare(a, b) || compareCodeUnits(a, b);

/**
 * Returns the words of a Japanese text without a dictionary: runs of at least two kanji, katakana or Latin letters.
 * Hiragana, which is mostly grammar, separates them. Kanji after り, お or ご continue a word that began in hiragana
 * (ひとり親家庭, お知らせ) and are left out.
 * @example splitWords('SNSを活用した情報発信') // → SNS, 活用, 情報発信
 */
export const splitWords = (text: string): string[] =>
  text
    .normalize('NFKC')
    .match(
      /(?<![りおご\p{Script=Han}々])[\p{Script=Han}々〆]{2,}|[\p{Script=Katakana}ー]{2,}|[A-Za-z][A-Za-z0-9]+/gu,
    ) ?? [];

/** Returns the pairs of neighbouring characters in the words of a text; similar words share pairs. */
export const splitCharacterPairs = (text: string): string[] =>
  splitWords(text).flatMap((word) => {
    const characters = [...word];
    return characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`);
  });

/**
 * Returns true for a word that probably names a subject. Short words (推進, 充実), qualities (効率的, 利便性) and the
 * beginning of 職員一人ひとり seldom do.
 */
export const isDistinctiveWord = (word: string): boolean =>
  ([...word].length > 2 || /[A-Z]{2}/.test(word)) && !/(?:[的性化]|一人)$/.test(word);

const KANJI_DIGITS = '〇一二三四五六七八九';
/** The exponents of the powers of ten. Those below 万 can occur again before each larger one: 二千万三千. */
export const kanjiExponents: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 億: 8, 兆: 12 };

/**
 * Parses a number in kanji, digit by digit (二〇二二) or with powers (二億三百五十); returns null for anything else.
 * Between powers, 〇 is the place of one that is left out: 百〇五, but not 十〇.
 * @example parseKanjiNumber('二百五十') // → 250
 * @example parseKanjiNumber('万人') // → null
 */
export function parseKanjiNumber(text: string): number | null {
  if (/^[〇一二三四五六七八九]+$/.test(text))
    return Number([...text].map((digit) => KANJI_DIGITS.indexOf(digit)).join(''));
  let [total, below, digit] = [0, 0, 0];
  let [smallest, largest] = [Infinity, Infinity];
  for (const character of text) {
    const value = KANJI_DIGITS.indexOf(character);
    const power = 10 ** (kanjiExponents[character] ?? 0);
    if (value > 0 && digit === 0) digit = value;
    else if (value === 0 && digit === 0 && smallest > 10 && total + below > 0) smallest /= 10;
    else if (power > 1 && power < 1e4 && power < smallest) {
      below += (digit || 1) * power;
      [digit, smallest] = [0, power];
    } else if (power >= 1e4 && power < largest && below + digit > 0) {
      total += (below + digit) * power;
      [below, digit, smallest, largest] = [0, 0, Infinity, power];
    } else return null;
  }
  return text === '' || text.endsWith('〇') ? null : total + below + digit;
}

/** Returns a name without a remark in brackets: 見本市 of 見本市（架空）. */
export const removeRemark = (name: string): string => name.replace(/[（(].*$/u, '');

/** Formats a whole number from 1 to 99 in kanji: 三十三. */
export function formatKanjiNumber(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens > 1 ? KANJI_DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? KANJI_DIGITS[ones] : ''}`;
}
