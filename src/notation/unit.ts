import { normalizeNotation } from './fold.ts';
import { parsePowerOfTen, shiftDecimal } from './number.ts';

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
