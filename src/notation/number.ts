import { parseKanjiNumber } from './kanji.ts';

/** A number found at the head of a text, or why what stands there is not computed. */
export type LeadingNumber =
  | {
      readonly value: number;
      /** How many characters it takes; 万 in 18.8万人 belongs to the unit, 万 in 4万7,660人 to the number. */
      readonly length: number;
      /** True where ・ was read as the decimal point. */
      readonly middleDot: boolean;
    }
  | { readonly kept: 'misprint' | 'large' };

const SIGN = /^(?:([▲△▼▽] ?|-|マイナス)|\+|プラス|±(?=0(?:\.0+)?(?![\d.])))/;
/** Digits, with a comma before every three or with none, and perhaps decimals. */
const DIGITS = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/;
/** Powers of ten that stand between digits: 2億396万, 51万5千. */
const POWER = /^ ?(?:([十百千])?([兆億万])|([百千]))/;
const EXPONENTS: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 億: 8, 兆: 12 };
/** What cannot follow a whole number unless its separators were misprinted. */
const BROKEN = /^(?:[.,、・]? ?\d|[.,])/;
const KANJI = /^[〇一二三四五六七八九十百千万億兆]*[一二三四五六七八九][〇一二三四五六七八九十百千万億兆]*/;
/**
 * What must follow a number in kanji, or ゼロ, for it to be one: 一部, 十分 and ゼロカーボン are words.
 */
const COUNTED = /^ ?(?:[人件回校園台基戸棟本冊点円割%]|世帯|団体|[か箇]所|パーセント|時間|ポイント|$)/;

/** A number of more figures than these is not told from its neighbours. */
const FIGURES = 17;

interface Part {
  readonly digits: string;
  readonly exponent: number;
  /** Where the digits, and where the power after them, end. */
  readonly digitsEnd: number;
  readonly end: number;
}

/** The power of ten at the head of a text and its length in characters. */
export function parsePowerOfTen(text: string): { readonly exponent: number; readonly length: number } {
  const found = POWER.exec(text);
  if (!found) return { exponent: 0, length: 0 };
  const exponent = [found[1], found[2], found[3]].reduce((sum, one) => sum + (EXPONENTS[one ?? ''] ?? 0), 0);
  return { exponent, length: found[0].length };
}

/** Digits with powers, one part after the other: 4万, 7,660. */
function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (;;) {
    const digits = DIGITS.exec(text.slice(at))?.[0];
    if (digits === undefined) return parts;
    const { exponent, length } = parsePowerOfTen(text.slice(at + digits.length));
    const digitsEnd = at + digits.length;
    parts.push({ digits: digits.replaceAll(',', ''), exponent, digitsEnd, end: digitsEnd + length });
    at = digitsEnd + length;
    if (exponent === 0) return parts;
  }
}

/** A value shifted by powers of ten without the errors of a multiplication: 1.1 by 4 is 11000. */
export function shiftDecimal(value: number, exponent: number): number {
  const [digits, own] = String(value).split('e');
  return Number(`${digits}e${Number(own ?? 0) + exponent}`);
}

/** Adds up the parts: each must be whole and smaller than the power of the one before. */
function sum(parts: readonly Part[]): number | null {
  let total = 0;
  let room = Infinity;
  for (const { digits, exponent } of parts) {
    const value = shiftDecimal(Number(digits), exponent);
    if (digits.includes('.') || value >= room) return null;
    total += value;
    room = 10 ** exponent;
  }
  return total;
}

function unsigned(text: string): LeadingNumber | null {
  if (text.startsWith('ゼロ') && COUNTED.test(text.slice(2)))
    return { value: 0, length: 2, middleDot: false };
  const kanji = KANJI.exec(text)?.[0] ?? '';
  if (kanji && COUNTED.test(text.slice(kanji.length))) {
    const value = parseKanjiNumber(kanji);
    return value === null ? null : { value, length: kanji.length, middleDot: false };
  }
  // Newspapers print 1・16 for 1.16. One digit after the dot may as well be a list: 4・5歳.
  const dotted = /^(\d+)・(\d{2,})(?![\d・.,])/.exec(text);
  if (dotted)
    return { value: Number(`${dotted[1]}.${dotted[2]}`), length: dotted[0].length, middleDot: true };

  const parts = partsOf(text);
  const [first, second] = parts;
  const last = parts.at(-1);
  if (!first || !last) return null;
  const end = second ? last.end : first.digitsEnd;
  const value = second ? sum(parts) : Number(first.digits);
  if (value === null || BROKEN.test(text.slice(last.end))) return { kept: 'misprint' };
  const figures = first.digits.replace('.', '').replace(/^0+/, '').length;
  if (value > Number.MAX_SAFE_INTEGER || figures > FIGURES) return { kept: 'large' };
  return { value, length: end, middleDot: false };
}

/**
 * Reads the number at the head of a folded text: signs (▲ △ ▼ - マイナス), separators, decimals, kanji, and 万 億 兆 between
 * digits. A single power after the digits is left to the unit, so that 18.8万人 stays 18.8 in 万人.
 * @param text folded (see `fold.ts`)
 * @example parseLeadingNumber('4万7,660人') // → value 47660, length 7
 * @example parseLeadingNumber('▲ 3.2') // → value -3.2, length 5
 * @example parseLeadingNumber('18.8万人') // → value 18.8, length 4
 * @example parseLeadingNumber('三十人') // → value 30, length 2
 * @example parseLeadingNumber('76万1.366世帯') // → kept misprint
 * @example parseLeadingNumber('人') // → null
 */
export function parseLeadingNumber(text: string): LeadingNumber | null {
  const sign = SIGN.exec(text);
  const found = unsigned(text.slice(sign?.[0].length ?? 0));
  if (!found || 'kept' in found) return found;
  // ▲0 is 0: a negative zero would show as -0 and equal nothing it should.
  const value = sign?.[1] && found.value !== 0 ? -found.value : found.value;
  return { ...found, value, length: found.length + (sign?.[0].length ?? 0) };
}
