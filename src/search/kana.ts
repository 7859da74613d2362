const HIRAGANA = 0x3041;
const KATAKANA = 0x30a1;
const KANA = 0x56;

/** Kana in the other script, the rest as it is. */
function kana(text: string, from: number, to: number): string {
  return text.replace(/./gsu, (one) => {
    const place = one.charCodeAt(0) - from;
    return place >= 0 && place < KANA ? String.fromCharCode(to + place) : one;
  });
}

/** A text with its katakana as hiragana. */
export function toHiragana(text: string): string {
  return kana(text, KATAKANA, HIRAGANA);
}

/** A text with its hiragana as katakana. */
export function toKatakana(text: string): string {
  return kana(text, HIRAGANA, KATAKANA);
}
