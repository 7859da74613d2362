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
