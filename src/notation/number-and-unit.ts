import { shiftDecimal } from './decimal.ts';
import { normalizeNotation } from './normalize.ts';

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

/** Spellings of one unit, folded, small letters: the first is the one that the others are matched as. */
const SPELLINGS: readonly (readonly string[])[] = [
  ['%', 'パーセント'],
  ['‰', 'パーミル'],
  ['人', '名'],
  ['箇所', 'か所', 'カ所', 'ヵ所', 'ヶ所', 'ケ所', '個所'],
  ['か月', 'カ月', 'ヵ月', 'ヶ月', 'ケ月', '箇月'],
  ['か国', 'カ国', 'ヵ国', 'ヶ国', 'ケ国', '箇国'],
  ['歳', '才'],
  ['g', 'グラム'],
  ['kg', 'キログラム'],
  ['t', 'トン'],
  ['cm', 'センチメートル'],
  ['m', 'メートル'],
  ['km', 'キロメートル'],
  ['a', 'アール'],
  ['m2', '平方メートル', '平米'],
  ['km2', '平方キロメートル'],
  ['mm', 'ミリメートル'],
  ['m3', '立方メートル'],
  ['ha', 'ヘクタール'],
  ['L', 'l', 'リットル'],
  ['kL', 'kl', 'キロリットル'],
  ['kW', 'kw', 'キロワット'],
  ['kWh', 'kwh', 'キロワット時', 'キロワットアワー'],
  ['t-CO2', 't-co2', 'tco2', 'トン-co2', 'トンco2', 't-co2eq', 'tco2eq'],
  ['円', '¥'],
  ['ポイント', 'pt', 'pt.', '%ポイント', 'パーセントポイント'],
];

/** Not the same in capitals: A in brackets behind a number is a rating, not アール. */
const SMALL_ONLY = 'a';

const spelling = new Map(
  SPELLINGS.flatMap(([one = '', ...others]) => {
    const small = one === SMALL_ONLY ? [] : [one.toLowerCase()];
    return [...small, ...others].map((other) => [other, one] as const);
  }),
);

/** What is counted one by one, as far as it stands in brackets behind a number: 5,587(人). */
const COUNTERS =
  /^(?:[人名件回校園社者棟戸台基本冊点箇個組隻頭床室便票問地団分秒年日泊食倍位]|世帯|団体|事業所|時間|か所|地区)$/;

/** Words that say how a number was gathered, not what is counted: 人（延べ） is 人. */
const GATHERED = /^(?:延べ|のべ|延)|\((?:延べ|のべ|累計|合計|年間|平均)\)/g;

interface Unit {
  /** 人 of 千人/年. */
  readonly base: string;
  /** 3 of 千人: the power of ten. */
  readonly exponent: number;
  /** 年 of 千人/年, or empty. */
  readonly per: string;
}

function same(text: string): string {
  return spelling.get(text) ?? spelling.get(text.toLowerCase()) ?? text;
}

function unitOf(printed: string): Unit {
  const text = normalizeNotation(printed)
    .text.replace(/ /g, '')
    .replace(GATHERED, '')
    .replace(/^(.*)(人口[\d,]*[千万]?)対$/, '$1/$2人')
    .replace(/[()[\]]/g, '');
  const [count = '', ...pers] = text.split('/');
  const { exponent, length } = parsePowerOfTen(count);
  // A tenth is ten percent; 割 is the only unit of plans that is another one times ten.
  const tenth = count === '割';
  return {
    base: tenth ? '%' : same(count.slice(length)),
    exponent: tenth ? 1 : exponent,
    // 人1日, 人・日 and 1人/1日 are all one person's day; 年間 and 年度 are 年.
    per: pers
      .map((one) =>
        same(
          one.replace(
            /^(?:人口|[市町村区県住]民)|(?<!\d)1(?=\D)|・|(?<=^(?:人口)?[\d,]*[千万])[人対]$|(?<=[年月週日])間$|(?<=^年)度$/g,
            '',
          ),
        ),
      )
      .join(''),
  };
}

/** The power of ten between two units, or null where they are not of the same kind. */
function exponentBetween(unit: string, target: string): number | null {
  const [from, to] = [unitOf(unit), unitOf(target)];
  const bare = from.base === '';
  if (!bare && from.base !== to.base) return null;
  // A plan's 単位 often leaves 年 or 日 to the title, so one that is said on one side only is no contradiction.
  if (from.per !== to.per && from.per !== '' && to.per !== '') return null;
  // A bare number is in the indicator's own unit, 千 and all; a bare 万 says that it is not.
  return from.exponent === 0 && bare ? 0 : from.exponent - to.exponent;
}

/**
 * True for a text that is a unit and can be nothing else, as it stands in brackets behind its number: 97.4(%), 12(千円).
 * @example isKnownUnit('百万円') // → true
 * @example isKnownUnit('女性') // → false
 */
export function isKnownUnit(printed: string): boolean {
  const { base } = unitOf(printed);
  return COUNTERS.test(base) || SPELLINGS.some((spellings) => spellings.includes(base));
}

/**
 * True where two units are the same, however they are spelt or typed.
 * @example isSameUnit('㌫', '％') // → true
 * @example isSameUnit('か所', '箇所') // → true
 * @example isSameUnit('⼈', '人') // → true
 * @example isSameUnit('千人', '人') // → false
 */
export function isSameUnit(a: string, b: string): boolean {
  const [one, other] = [unitOf(a), unitOf(b)];
  return one.base === other.base && one.exponent === other.exponent && one.per === other.per;
}

/**
 * What a number in `unit` is multiplied by to be in `target`, or null where they are not of the same kind. A number
 * without a unit is in the target's; 人/年 against 人 is the same count, 人/年 against 人/日 is not.
 * @example getUnitScale('千人', '人') // → 1000
 * @example getUnitScale('円', '億円') // → 1e-8
 * @example getUnitScale('', '億円') // → 1
 * @example getUnitScale('割', '%') // → 10
 * @example getUnitScale('人', '件') // → null
 */
export function getUnitScale(unit: string, target: string): number | null {
  const exponent = exponentBetween(unit, target);
  return exponent === null ? null : shiftDecimal(1, exponent);
}

/**
 * A value in `unit` as one in `target`, or null where they are not of the same kind. Unlike a multiplication by
 * `getUnitScale`, it does not leave 4.1百万円 at 4099999.9999999995円.
 * @example convertUnit(4.1, '百万円', '円') // → 4100000
 * @example convertUnit(203960000, '円', '百万円') // → 203.96
 */
export function convertUnit(value: number, unit: string, target: string): number | null {
  const exponent = exponentBetween(unit, target);
  return exponent === null ? null : shiftDecimal(value, exponent);
}
