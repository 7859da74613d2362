import { formatKanjiNumber } from '../model/japanese-text.ts';
import { countDecimals, fixDecimals, roundDecimal } from './decimal.ts';
import { isSameUnit } from './number-and-unit.ts';

/** Writes a number for readers: separators of thousands, and a real minus sign. */
function addSigns(value: number, digits: string): string {
  const [whole = '', decimals] = digits.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${value < 0 && Number(digits) !== 0 ? '−' : ''}${grouped}${decimals ? `.${decimals}` : ''}`;
}

/** The decimals of a number whose value must not be rounded: more are errors of binary numbers. */
export const EXACT_DECIMALS = 10;

/** Formats a number for readers with exactly `digits` decimals: 102.0. */
export const formatDecimals = (value: number, digits: number): string =>
  addSigns(value, fixDecimals(Math.abs(value), digits));

/** Formats a number for readers with at most `digits` decimals; negative ones round to tens, hundreds …. */
export const formatNumber = (value: number, digits = 2): string =>
  formatDecimals(value, Math.min(digits, countDecimals(value))).replace(/\.0+$|(\.\d*[1-9])0+$/, '$1');

/** Units of large numbers, largest first. */
export const LARGE_UNITS = [
  { label: '兆', size: 1e12 },
  { label: '億', size: 1e8 },
  { label: '万', size: 1e4 },
] as const;

/** Formats a number of an axis: 25億 for 2,500,000,000; numbers below ten million have no such unit. */
export function formatShortNumber(value: number): string {
  const unit = Math.abs(value) < 1e7 ? undefined : LARGE_UNITS.find(({ size }) => Math.abs(value) >= size);
  const { label, size } = unit ?? { label: '', size: 1 };
  return `${formatNumber(value / size, EXACT_DECIMALS)}${label}`;
}

/** Formats a difference: always with its sign, or `±0`. */
export function formatDifference(value: number, digits = EXACT_DECIMALS): string {
  const text = formatNumber(Math.abs(value), digits);
  return text === '0' ? '±0' : `${value > 0 ? '+' : '−'}${text}`;
}

/** Returns what follows the digits of a count before の or が: つ goes with the native numbers, which end at nine. */
export const getCounter = (count: number): string => (count > 0 && count < 10 ? 'つ' : '');

/**
 * Returns a count as it is spoken before の or が.
 * @example formatCount(4) // → 4つ
 */
export const formatCount = (count: number): string => `${formatNumber(count)}${getCounter(count)}`;

/** Joins names as a newspaper does: 蕨市と平塚市; 蕨市、平塚市、柏原市. */
export const formatNames = (names: readonly string[]): string => names.join(names.length === 2 ? 'と' : '、');

/** Formats a day in words. A day with hyphens can break across lines, and screen readers read it as digits. */
export const formatDay = (day: string): string => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');

/** Ties parts to what is before them, so that no line begins there: 令和|5年, 4月|1日, 2017|～|2019年度. */
export const tieParts = (text: string): string =>
  text.replace(/(?<=[和成年月～〜第])(?=\d)|(?<=.)(?=[～〜])/g, '\u2060');

/**
 * Formats a share with at most one decimal, or with exactly one by `formatDecimals`. Only 0 is printed as
 * 0%, and only 100% as 100%: 99.96% is 99.9%, 100.04% is 100.1%, and 0.04% stays.
 * @example formatPercentage(-0.353) // → −35.3%
 */
export function formatPercentage(share: number, format: typeof formatDecimals = formatNumber): string {
  const percent = roundDecimal(Math.abs(share) * 100);
  const sign = share < 0 ? '−' : '';
  if (percent > 0 && percent < 0.1) return `${sign}${formatEstimate(percent)}%`;
  const rounded = Math.round(percent * 10) / 10;
  const shown = percent < 100 ? Math.min(rounded, 99.9) : percent > 100 ? Math.max(rounded, 100.1) : percent;
  return `${sign}${format(shown, 1)}%`;
}

/**
 * Formats a computed number that no plan prints, such as a yearly change: two significant digits.
 * @example formatEstimate(201.3) // → 200
 */
export const formatEstimate = (value: number): string =>
  formatNumber(value, 1 - Math.floor(Math.log10(Math.abs(value) || 1)));

const ENGLISH_UNITS = [
  { label: ' trillion', size: 1e12 },
  { label: ' billion', size: 1e9 },
  { label: ' million', size: 1e6 },
] as const;

/**
 * Rounds an amount to four significant digits, also if the last is 0, but keeps all digits of a whole number. Its unit
 * depends on the rounded amount: 9,999.6万 is 1.000億.
 */
function roundAmount(yen: number, units: typeof LARGE_UNITS | typeof ENGLISH_UNITS) {
  const chooseUnit = (amount: number) => units.find(({ size }) => Math.abs(amount) >= size) ?? { label: '', size: 1 };
  const findDigits = (value: number) => Math.max(0, 3 - Math.floor(Math.log10(Math.abs(value) || 1)));
  const { size: exact } = chooseUnit(yen);
  const rounded = Number(fixDecimals(yen / exact, findDigits(yen / exact))) * exact;
  const { label, size } = chooseUnit(rounded);
  const [digits, exactText] = [findDigits(rounded / size), formatNumber(yen / size, EXACT_DECIMALS)];
  const isRounded = formatNumber(yen / size, digits) !== exactText;
  return { text: (isRounded ? formatDecimals(yen / size, digits) : exactText) + label, isRounded };
}

/**
 * Formats an amount of money for text, of which tables have every digit: in 兆円, 億円 or 万円, with 約 if it is rounded.
 * @param yen the amount in 円
 * @example formatAmount(164471229000) // → 約1,645億円
 */
export function formatAmount(yen: number): string {
  const { text, isRounded } = roundAmount(yen, LARGE_UNITS);
  return `${isRounded ? '約' : ''}${text}円`;
}

/**
 * Formats an amount of money for English text, like `formatAmount`.
 * @example formatEnglishAmount(164471229000) // → ¥164.5 billion
 */
export const formatEnglishAmount = (yen: number): string =>
  `${yen < 0 ? '−' : ''}¥${roundAmount(Math.abs(yen), ENGLISH_UNITS).text}`;

/**
 * Formats a computed value between a baseline and a target, or its distance from another one. It is rounded to the
 * largest power of ten that is at most a fiftieth of the distance: 97.76 between 97.4 and 98 must not become 98.
 * @param distance the distance between baseline and target, not 0
 * @example formatBetween(16799.1, 8000) // → 16,800
 */
export const formatBetween = (value: number, distance: number): string =>
  formatNumber(value, -Math.floor(Math.log10(Math.abs(distance) / 50)));

/** Returns the unit to print after a value; index numbers have none. */
export const getPrintedUnit = (unit: string): string => (unit.includes('指数') ? '' : unit);

/** Returns the unit of a difference of two values: two percentages differ by points, not by per cent. */
export const getDifferenceUnit = (unit: string): string => (isSameUnit(unit, '%') ? 'ポイント' : getPrintedUnit(unit));

/** Sequences of signs for 1, 2, 3 …. */
const SIGN_SEQUENCES: readonly string[] = [
  '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿',
  '⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇',
  '⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛',
  '❶❷❸❹❺❻❼❽❾❿⓫⓬⓭⓮⓯⓰⓱⓲⓳⓴',
  'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ',
  'ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ',
];
/** Sequences of letters, which are numbers only alone or with brackets and stops: ア, (a), A. */
const LETTER_SEQUENCES: readonly string[] = [
  'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン',
  'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん',
  'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  'abcdefghijklmnopqrstuvwxyz',
  'ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ',
  'ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ',
];

const DIGITS = /\d+|[０-９]+/g;
const SIGN = new RegExp(`[${SIGN_SEQUENCES.join('')}]`);
const LETTER = new RegExp(`(?<=^[(（［[〔]?)[${LETTER_SEQUENCES.join('')}](?=[)）］\\]〕.．、]?$)`);
const KANJI = /(?<=^(?:.*第|[(（]?))[一二三四五六七八九十]+(?![一-龠]{2})/;

/** Formats a number like a sample: in full width (１) or with leading zeros (01). */
function formatLikeSample(sample: string, value: number): string {
  const plain = String(value).padStart(sample.startsWith('0') || sample.startsWith('０') ? sample.length : 1, '0');
  return /[０-９]/.test(sample) ? plain.replace(/\d/g, (digit) => '０１２３４５６７８９'.charAt(Number(digit))) : plain;
}

/** Returns a sign of the sequence that begins with the sample, or the number in brackets beyond its end. */
function pickFromSequence(sequences: readonly string[], sample: string, value: number): string {
  const sequence =
    sequences.find((signs) => signs.startsWith(sample)) ?? sequences.find((signs) => signs.includes(sample));
  return [...(sequence ?? '')][value - 1] ?? `(${value})`;
}

/**
 * Formats the number of a plan item like the first number of its level in the printed plan. The number is the last part
 * of the code without its letter; a sample with several numbers (1-1) uses the last parts of the code.
 * @param sample the first number of the level as printed: 第1章, (1), ①, ア, 一, 施策1; or a bullet, or empty
 * @param code the item's code: 33_1_1
 * @example formatItemNumber('第1章', '7') // → 第7章
 * @example formatItemNumber('①', '33_1_1_3') // → ③
 * @example formatItemNumber('', '1_1') // →
 * @example formatItemNumber('1-1', '33_2') // → 33-2
 */
export function formatItemNumber(sample: string, code: string): string {
  // 5, 2, 1, 2 for 5_2_1_p2.
  const numbers = code.split('_').map((part) => Number(/\d+$/.exec(part)?.[0] ?? Number.NaN));
  const value = numbers.at(-1) ?? Number.NaN;
  if (Number.isNaN(value)) return sample;
  const count = sample.match(DIGITS)?.length ?? 0;
  if (count > 0) {
    let at = numbers.length - count;
    return sample.replace(DIGITS, (digits) => {
      const number = numbers[at];
      at += 1;
      return number === undefined || Number.isNaN(number) ? digits : formatLikeSample(digits, number);
    });
  }
  if (SIGN.test(sample)) return sample.replace(SIGN, (sign) => pickFromSequence(SIGN_SEQUENCES, sign, value));
  if (LETTER.test(sample)) return sample.replace(LETTER, (letter) => pickFromSequence(LETTER_SEQUENCES, letter, value));
  return sample.replace(KANJI, value > 0 && value < 100 ? formatKanjiNumber(value) : String(value));
}
