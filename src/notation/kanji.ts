const KANJI_DIGITS = '〇一二三四五六七八九';
const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const LARGE: Readonly<Record<string, number>> = { 万: 1e4, 億: 1e8, 兆: 1e12 };

/**
 * The number that kanji stand for, digit by digit (二〇二二) or with powers (二億三百五十), or null.
 * @example parseKanjiNumber('二百五十') // → 250
 * @example parseKanjiNumber('二〇二二') // → 2022
 * @example parseKanjiNumber('十万') // → 100000
 * @example parseKanjiNumber('万人') // → null
 */
export function parseKanjiNumber(text: string): number | null {
  if (/^[〇一二三四五六七八九]+$/.test(text))
    return Number([...text].map((one) => KANJI_DIGITS.indexOf(one)).join(''));
  let [total, below, digit] = [0, 0, 0];
  let [smallest, largest] = [Infinity, Infinity];
  for (const one of text) {
    const small = SMALL[one];
    const large = LARGE[one];
    if (KANJI_DIGITS.includes(one) && digit === 0) digit = KANJI_DIGITS.indexOf(one);
    else if (small && small < smallest) {
      below += (digit || 1) * small;
      [digit, smallest] = [0, small];
    } else if (large && large < largest && below + digit > 0) {
      total += (below + digit) * large;
      [below, digit, smallest, largest] = [0, 0, Infinity, large];
    } else return null;
  }
  return text === '' ? null : total + below + digit;
}

/**
 * A whole number from 1 to 99 in kanji.
 * @example formatKanjiNumber(33) // → 三十三
 */
export function formatKanjiNumber(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens > 1 ? KANJI_DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? KANJI_DIGITS[ones] : ''}`;
}
