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

/** The row of the 五十音 that a reading in hiragana begins in: `こうえい` → `か行`. Other characters: `その他`. */
export function getKanaRow(reading: string): string {
  const first = reading.charAt(0);
  return ROWS.find(([, from, to]) => first >= from && first <= to)?.[0] ?? 'その他';
}

/** Orders readings as the 五十音 do: voiced and small letters beside their plain ones, by code unit where all else is equal. */
export function compareReadings(a: string, b: string): number {
  const plain = (text: string) =>
    text
      .normalize('NFD')
      .replace(/[\u3099\u309a]/g, '')
      .replace(/[ぁぃぅぇぉっゃゅょゎ]/g, (small) => String.fromCharCode(small.charCodeAt(0) + 1));
  const [x, y] = [plain(a), plain(b)];
  if (x !== y) return x < y ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Words of a Japanese text without a dictionary: runs of kanji, of katakana, and of Latin letters, two characters or
 * more. Hiragana, which is mostly grammar, parts them; kanji right after り, お or ご are the rest of a word that began in
 * hiragana (ひとり親家庭, お知らせ) and are left out.
 * @example splitWords('SNSを活用した情報発信') // → SNS, 活用, 情報発信
 */
export function splitWords(text: string): string[] {
  return (
    text.match(
      /(?<![りおご\p{Script=Han}々])[\p{Script=Han}々〆]{2,}|[\p{Script=Katakana}ー]{2,}|[A-Za-z][A-Za-z0-9]+/gu,
    ) ?? []
  );
}

/**
 * Pairs of neighbouring characters inside the words of a text: they meet where words only partly do (情報発信 and
 * 発信力 share 発信).
 */
export function splitCharacterPairs(text: string): string[] {
  return splitWords(text).flatMap((word) => {
    const characters = [...word];
    return characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`);
  });
}

/** Short words (推進, 充実) and qualities (効率的, 利便性) are seldom telling; longer words and letters name things. */
export function isDistinctiveWord(word: string): boolean {
  return ([...word].length > 2 || /[A-Z]{2}/.test(word)) && !/[的性化]$/.test(word);
}
