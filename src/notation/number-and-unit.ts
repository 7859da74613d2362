import { memoizeByValue } from '../model/collections.ts';
import { MAX_NOTATION_LENGTH } from '../model/input-limits.ts';
import { kanjiExponents, parseKanjiNumber } from '../model/japanese-text.ts';
import { roundDecimal, shiftDecimal } from './decimal.ts';
import { normalizeNotation, UNIT_REMARK } from './normalize.ts';

/** The number at the beginning of a text, or the reason why it is not computed. */
type LeadingNumber =
  | {
      readonly value: number;
      /** Its length in characters; 万 in 18.8万人 belongs to the unit, 万 in 4万7,660人 to the number. */
      readonly length: number;
      /** True if ・ was read as the decimal point. */
      readonly middleDot: boolean;
    }
  | { readonly kept: 'misprint' | 'large' };

const SIGN = /^(?:([▲△▼▽] ?|-|マイナス)|\+|プラス|±(?=0(?:\.0+)?(?![\d.])))/;
/** Digits with a comma before every three or with none, and optional decimals. */
const DIGITS = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/;
/** Powers of ten between digits: 2億396万, 51万5千. */
const POWER = /^ ?(?:([十百千])?([兆億万])|([百千]))/;
/** Can follow a number only if its separators are misprinted, or a letter is typed for a digit (5O人). */
const MISPRINT = /^(?:[.,、・]? ?\d|[.,]|[OIo](?![A-Za-z]))/;
/** A number in kanji with at least one digit: 三十, but not 十分. */
const KANJI = /^[〇一二三四五六七八九十百千万億兆]*[一二三四五六七八九][〇一二三四五六七八九十百千万億兆]*/;
/** Must follow kanji or ゼロ for them to be a number: 一部, 十分 and ゼロカーボン are words. */
const COUNTER_AFTER_KANJI = /^ ?(?:[人件回校園台基戸棟本冊点円割%]|世帯|団体|[か箇]所|パーセント|時間|ポイント|$)/;

/** The maximum number of digits of a number that is computed: binary numbers do not distinguish more. */
const MAX_DIGITS = 17;

/** Digits with the power after them. */
interface NumberPart {
  readonly digits: string;
  readonly exponent: number;
  /** The ends of the digits and of the power. */
  readonly digitsEnd: number;
  readonly end: number;
}

/** Parses the power of ten at the beginning of a text; returns its exponent and its length in characters. */
export function parsePowerOfTen(text: string): { readonly exponent: number; readonly length: number } {
  const [whole = '', ...powers] = POWER.exec(text) ?? [];
  const exponent = powers.reduce((sum, power) => sum + (kanjiExponents[power] ?? 0), 0);
  return { exponent, length: whole.length };
}

/** Splits a number into its parts: 4万 and 7,660. */
function splitParts(text: string, start = 0): NumberPart[] {
  const digits = DIGITS.exec(text.slice(start))?.[0];
  if (digits === undefined) return [];
  const digitsEnd = start + digits.length;
  const { exponent, length } = parsePowerOfTen(text.slice(digitsEnd));
  const part = { digits: digits.replaceAll(',', ''), exponent, digitsEnd, end: digitsEnd + length };
  return exponent === 0 ? [part] : [part, ...splitParts(text, part.end)];
}

/** Adds up the parts, or returns null: each must be whole and smaller than the power of the part before. */
function addParts(parts: readonly NumberPart[]): number | null {
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

function parseUnsignedNumber(text: string): LeadingNumber | null {
  if (text.startsWith('ゼロ') && COUNTER_AFTER_KANJI.test(text.slice(2)))
    return { value: 0, length: 2, middleDot: false };
  const kanji = KANJI.exec(text)?.[0] ?? '';
  if (kanji && COUNTER_AFTER_KANJI.test(text.slice(kanji.length))) {
    const value = parseKanjiNumber(kanji);
    return value === null ? null : { value, length: kanji.length, middleDot: false };
  }
  // Newspapers print 1・16 for 1.16. One digit after the dot, or three, may also be a list: 4・5歳, 5・100人.
  const dotted = /^(\d+)・(\d{2})(?![\d・.,])/.exec(text);
  if (dotted) return { value: Number(`${dotted[1]}.${dotted[2]}`), length: dotted[0].length, middleDot: true };

  const parts = splitParts(text);
  const [first, second] = parts;
  const last = parts.at(-1);
  if (!first || !last) return null;
  const end = second ? last.end : first.digitsEnd;
  const value = second ? addParts(parts) : Number(first.digits);
  if (value === null || MISPRINT.test(text.slice(last.end))) return { kept: 'misprint' };
  const digits = first.digits.replace('.', '').replace(/^0+/, '').length;
  if (value > Number.MAX_SAFE_INTEGER || digits > MAX_DIGITS) return { kept: 'large' };
  return { value, length: end, middleDot: false };
}

/**
 * Parses the number at the beginning of a text: signs (▲ △ ▼ - マイナス), separators, decimals, kanji, and 万 億 兆 between
 * digits. A single power after the digits belongs to the unit, so 18.8万人 is 18.8 in 万人.
 * @param text normalized (see `normalize.ts`)
 * @example parseLeadingNumber('▲ 3.2') // → value -3.2, length 5
 * @example parseLeadingNumber('18.8万人') // → value 18.8, length 4
 * @example parseLeadingNumber('4万7,660人') // → value 47660, length 7
 */
export function parseLeadingNumber(text: string): LeadingNumber | null {
  const sign = SIGN.exec(text);
  const number = parseUnsignedNumber(text.slice(sign?.[0].length ?? 0));
  if (!number || 'kept' in number) return number;
  // ▲0 is 0, because −0 is printed differently from 0.
  const value = sign?.[1] && number.value !== 0 ? -number.value : number.value;
  return { ...number, value, length: number.length + (sign?.[0].length ?? 0) };
}

/** Spellings of units, normalized and in small letters: the first one of each represents the others. */
const UNIT_SPELLINGS: readonly (readonly string[])[] = [
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

/** Must not be a capital: A in brackets after a number is a rating, not アール. */
const SMALL_ONLY = 'a';

const standardSpellings = new Map(
  UNIT_SPELLINGS.flatMap(([standard = '', ...others]) => {
    const small = standard === SMALL_ONLY ? [] : [standard.toLowerCase()];
    return [...small, ...others].map((other) => [other, standard] as const);
  }),
);

/** Counters that plans write in brackets after a number or a name: 5,587(人), 絵本の数（冊）. */
const COUNTERS =
  /^(?:[人名件回校園社者棟戸台基本冊点箇個組隻頭床室便票問地団分秒年日泊食倍位枚部通店館席株羽匹班]|世帯|団体|事業[所者]|時間|か所|地区|種類|品目|項目|講座)$/;

/** Words for how a number was counted, which are not part of the unit: 人（延べ） is 人. */
const COUNTING_WORDS = /^(?:延べ|のべ|延)|\((?:延べ|のべ|累計|合計|年間|平均)\)/g;

/** Words and signs that do not change a denominator: 間 of 年間, 1 of 人1日. */
const DENOMINATOR_WORDS =
  /^(?:人口|[市町村区県住]民)|(?<!\d)1(?=\D)|・|(?<=^(?:人口)?\d*[千万])[人対]$|(?<=[年月週日])間$|(?<=^年)度$/g;

interface Unit {
  /** 人 of 千人/年. */
  readonly base: string;
  /** 3 of 千人: the power of ten. */
  readonly exponent: number;
  /** 年 of 千人/年, or empty. */
  readonly per: string;
}

const standardizeSpelling = (text: string): string =>
  standardSpellings.get(text) ?? standardSpellings.get(text.toLowerCase()) ?? text;

/** Parses a unit once: the values of a table have few different units. */
export const parseUnit = memoizeByValue((printed: string): Unit => {
  if (printed.length > MAX_NOTATION_LENGTH) return { base: printed, exponent: 0, per: '' };
  const text = normalizeNotation(printed)
    .text.replace(/ /g, '')
    .replace(COUNTING_WORDS, '')
    // 件人口10万対 is 件/人口10万人.
    .replace(/^(.*)(人口[\d,]*[千万]?)対$/, '$1/$2人')
    .replace(/[()[\]]/g, '');
  const [count = '', ...pers] = text.split('/');
  const { exponent, length } = parsePowerOfTen(count);
  // A tenth is ten per cent; 割 is the only such unit in plans.
  const isTenths = count === '割';
  return {
    base: isTenths ? '%' : standardizeSpelling(count.slice(length)),
    exponent: isTenths ? 1 : exponent,
    // 人1日, 人・日 and 1人/1日 are the same; 年間 and 年度 are 年; 1,000人 is 千人.
    per: pers
      .map((per) =>
        per
          .replaceAll(',', '')
          .replace(/0{4}(?!\d)/, '万')
          .replace(/000(?!\d)/, '千')
          .replace(DENOMINATOR_WORDS, ''),
      )
      .map(standardizeSpelling)
      .join(''),
  };
});

/**
 * True for a text that can only be a unit, as in brackets after a number: 97.4(%), 12(千円).
 * @example isKnownUnit('百万円') // → true
 * @example isKnownUnit('女性') // → false
 */
export function isKnownUnit(printed: string): boolean {
  const { base } = parseUnit(printed);
  return COUNTERS.test(base) || UNIT_SPELLINGS.some((spellings) => spellings.includes(base));
}

/**
 * True if two units are the same, even in different spellings.
 * @example isSameUnit('㌫', '％') // → true
 * @example isSameUnit('千人', '人') // → false
 */
export function isSameUnit(a: string, b: string): boolean {
  const [first, second] = [parseUnit(a), parseUnit(b)];
  return first.base === second.base && first.exponent === second.exponent && first.per === second.per;
}

/** Units of the same quantity, with their sizes: 1 kg is 1,000 g. */
const UNIT_SIZES: readonly ReadonlyMap<string, number>[] = [
  { 秒: 1, 分: 60, 時間: 3600 },
  { g: 1, kg: 1e3, t: 1e6 },
  { mm: 1, cm: 10, m: 1e3, km: 1e6 },
  { m2: 1, a: 100, ha: 1e4, km2: 1e6 },
  { L: 1, kL: 1e3, m3: 1e3 },
  { W: 1, kW: 1e3, MW: 1e6 },
  { Wh: 1, kWh: 1e3, MWh: 1e6, GWh: 1e9 },
  { MJ: 1, GJ: 1e3, TJ: 1e6 },
].map((sizes) => new Map(Object.entries(sizes)));

/**
 * Returns the factor that converts a number in `unit` to `toUnit`, or null if they are not of the same kind. A number
 * without a unit is in `toUnit`; 人/年 and 人 are of the same kind, 人/年 and 人/日 are not.
 * @example getUnitFactor('千人', '人') // → 1000
 * @example getUnitFactor('円', '億円') // → 1e-8
 */
export const getUnitFactor = (unit: string, toUnit: string): number | null => convertUnit(1, unit, toUnit);

/**
 * Converts a value in `unit` to `toUnit`; null if it is null or the units are not of the same kind. Unlike the product
 * with `getUnitFactor`, it does not convert 4.1百万円 to 4099999.9999999995円.
 * @example convertUnit(4.1, '百万円', '円') // → 4100000
 */
export function convertUnit(value: number | null, unit: string, toUnit: string): number | null {
  if (value === null) return null;
  const [from, to] = [parseUnit(unit), parseUnit(toUnit)];
  const isBare = from.base === '';
  const sizes = UNIT_SIZES.find((units) => units.has(from.base));
  const [own, wanted] = from.base === to.base ? [1, 1] : [sizes?.get(from.base), sizes?.get(to.base)];
  if (!isBare && !wanted)
    return toUnit.length <= MAX_NOTATION_LENGTH && UNIT_REMARK.test(toUnit)
      ? convertUnit(value, unit, toUnit.replace(UNIT_REMARK, ''))
      : null;
  // A plan's 単位 often leaves 年 or 日 to the title, so it may be missing on one side. 10万人 of 人/10万人 may not.
  const isLarge = /[\d千万億]/.test(from.per + to.per) && from.base + from.per !== '';
  if (from.per !== to.per && (isLarge || (from.per !== '' && to.per !== ''))) return null;
  // A bare number is in the indicator's unit, with its 千; a number with only 万 is not.
  const shifted = shiftDecimal(value, isBare && from.exponent === 0 ? 0 : from.exponent - to.exponent);
  return own && wanted && own !== wanted ? roundDecimal((shifted * own) / wanted) : shifted;
}

/** Units of things that are counted: their values can't be negative. */
const COUNTED_UNITS = [
  ...['人', '名', '件', '回', '世帯', '箇所', '団体', '社', '校', '園', '店', '館', '棟', '戸', '室', '席'],
  ...['台', '本', '冊', '部', '枚', '個', '通', '種類', '頭', '羽', '匹', '株', '組', '班', '地区', '施設'],
  ...['事業', '事業所', '事業者', '講座', '品目', '項目', '市', '町', '村'],
].map((unit) => parseUnit(unit).base);

/** True for a unit of things that are counted. */
export const isCountedUnit = (unit: string): boolean => COUNTED_UNITS.includes(parseUnit(unit).base);

/** Words in titles of differences, which may be negative: a balance of arrivals, a profit. Not 差押, 交差点. */
const DIFFERENCE =
  /[増減][減加少数]|(?<![交時])差(?![押別])|超過|純|収支|利益|損益|赤字|黒字|変化|伸び|くらべ|比べ|[数額者]\s*[-－−–―]/;
/** The share of a group is no difference (黒字企業の割合), unless it is compared or one (転入超過者). */
const SHARE_OF_GROUP =
  /^(?!.*(?:くらべ|比べ|超過|増減|純)).*(?:[人者民校社店]|企業|団体|法人|事業所|世帯)の割合(?:[(（].*)?$/;
const isDifference = (title: string): boolean => DIFFERENCE.test(title) && !SHARE_OF_GROUP.test(title);

/** Names of shares in %, which can't be negative: 健診を受けた人の割合, 受診率. The rate of a change or a balance can. */
const SHARE = /割合|(?:[受健検]診|接種|加入|参加|利用|普及|実施|収納|整備|認知|就職|合格)率/;

/** True for a count or a share below 0 that is not a difference. */
export const isNegativeCount = (value: number, unit: string, title: string): boolean =>
  value < 0 && (isCountedUnit(unit) || (/^[%％]$/.test(unit) && SHARE.test(title))) && !isDifference(title);

/**
 * Returns which end of its scale a value is at, or null: no count is below 0, and few shares are above 100 %.
 * @example findScaleEnd(0, '人', '待機児童数') // → low
 * @example findScaleEnd(100, '%', '受診率') // → high
 * @example findScaleEnd(0, '人', '社会増減数') // → null
 */
export function findScaleEnd(value: number | null, unit: string, title: string): 'low' | 'high' | null {
  if (value === null || isDifference(title)) return null;
  if (value === 0) return isCountedUnit(unit) ? 'low' : null;
  return unit !== '' && convertUnit(value, unit, '%') === 100 ? 'high' : null;
}
