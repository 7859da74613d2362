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

/**
 * The form in which texts and queries are held against each other: compatibility forms folded (NFKC), lower case,
 * variation selectors and all white space removed. What is stored and shown is never changed.
 * @example normalizeSearchText('ＳＮＳ の　活用') // → sns の活用 without its spaces
 */
export function normalizeSearchText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\ufe00-\ufe0f]|\udb40[\udd00-\uddef]/g, '')
    .replace(/\s/g, '');
}

/** The words of a query: it is cut at white space, and each part is put in the form of the texts. */
export function splitQuery(query: string): string[] {
  return query
    .split(/\s+/)
    .map(normalizeSearchText)
    .filter((word) => word !== '');
}
