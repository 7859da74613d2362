import { parseKanjiNumber, formatKanjiNumber } from './number-and-unit.ts';

/** A number as Japanese readers write it: separators of thousands, at most `digits` decimals, a true minus sign. */
export function formatNumber(value: number, digits = 2): string {
  const rounded = Number(value.toFixed(digits));
  const [whole = '', decimals] = String(Math.abs(rounded)).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${rounded < 0 ? '−' : ''}${grouped}${decimals ? `.${decimals}` : ''}`;
}

/** What large numbers are counted in where there is little room, largest first. */
const LARGE = [
  { words: '億', size: 1e8 },
  { words: '万', size: 1e4 },
] as const;

/** A large number as it is said, for the scale of an axis: 2,500,000,000 is 25億; below ten million as it is. */
export function formatShortNumber(value: number): string {
  const large = Math.abs(value) < 1e7 ? undefined : LARGE.find(({ size }) => Math.abs(value) >= size);
  return large ? `${formatNumber(value / large.size)}${large.words}` : formatNumber(value);
}

/** A difference: always with its sign, `±0` where there is none. */
export function formatDifference(value: number, digits = 2): string {
  const text = formatNumber(Math.abs(value), digits);
  if (Number(value.toFixed(digits)) === 0) return '±0';
  return `${value > 0 ? '+' : '−'}${text}`;
}

/**
 * Returns a count as it is spoken before の or が: つ goes with the native numbers, which end at nine.
 * @example formatCount(4) // → 4つ
 * @example formatCount(40) // → 40
 */
export function formatCount(count: number): string {
  return `${formatNumber(count)}${count > 0 && count < 10 ? 'つ' : ''}`;
}

/** A share as readers know it: 0.125 is 12.5%. */
export function formatPercentage(share: number): string {
  return `${formatNumber(share * 100, 1)}%`;
}

/** A number that was worked out, as people say it: three digits that count, and never more than two decimals. */
export function formatApproximate(value: number): string {
  const size = Math.abs(value);
  return formatNumber(value, size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

/** The unit in which values of a unit differ: a difference of two shares is counted in points, not in per cent. */
export function getDifferenceUnit(unit: string): string {
  return unit === '%' || unit === '％' ? 'ポイント' : unit;
}

/** Signs in a row that stand for 1, 2, 3 …. */
const ROWS: readonly string[] = [
  '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿',
  '⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇',
  '⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛',
  '❶❷❸❹❺❻❼❽❾❿⓫⓬⓭⓮⓯⓰⓱⓲⓳⓴',
  'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ',
  'ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ',
];
/** Letters in a row. They count only where nothing but brackets and stops stands beside them: ア, (a), A. */
const LETTERS: readonly string[] = [
  'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン',
  'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん',
  'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  'abcdefghijklmnopqrstuvwxyz',
  'ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ',
  'ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ',
];

const DIGITS = /\d+|[０-９]+/g;
const SIGN = new RegExp(`[${ROWS.join('')}]`);
const LETTER = new RegExp(`(?<=^[(（［[〔]?)[${LETTERS.join('')}](?=[)）］\\]〕.．、]?$)`);
const KANJI = /(?<=^(?:.*第|[(（]?))[一二三四五六七八九十]+(?![一-龠]{2})/;

/** The number at the end of each part of a code: 5_2_1_p2 → 5, 2, 1, 2. */
function numbersOf(code: string): number[] {
  return code.split('_').map((part) => Number(/\d+$/.exec(part)?.[0] ?? Number.NaN));
}

/** A number in the digits of a sample: as wide (１) and with as many zeros before (01). */
function inDigits(sample: string, value: number): string {
  const plain = String(value).padStart(
    sample.startsWith('0') || sample.startsWith('０') ? sample.length : 1,
    '0',
  );
  return /[０-９]/.test(sample)
    ? plain.replace(/\d/g, (digit) => '０１２３４５６７８９'.charAt(Number(digit)))
    : plain;
}

/** A number in a row of signs that begins with the sample; beyond the row's end, in plain brackets. */
function inRow(rows: readonly string[], sample: string, value: number): string {
  const row = [
    ...(rows.find((one) => one.startsWith(sample)) ?? rows.find((one) => one.includes(sample)) ?? ''),
  ];
  return row[value - 1] ?? `(${value})`;
}

/**
 * How a plan prints the number of a node, given how it prints the first number of that level. The number is the last
 * part of the code without its letter; a sample with several numbers (1-1) is filled from the last parts of the code.
 * @param sample the first number of the level as printed: 第1章, (1), ①, ア, 一, 施策1; or a bullet, or empty
 * @param code the node's code: 33_1_1
 * @example formatItemNumber('第1章', '7') // → 第7章
 * @example formatItemNumber('(1)', '1_2') // → (2)
 * @example formatItemNumber('①', '33_1_1_3') // → ③
 * @example formatItemNumber('①', '1_51') // → (51)
 * @example formatItemNumber('ア', '5_2_1_p2') // → イ
 * @example formatItemNumber('第一', '12') // → 第十二
 * @example formatItemNumber('1', '33') // → 33
 * @example formatItemNumber('施策1', '33_2') // → 施策2
 * @example formatItemNumber('1-1', '33_2') // → 33-2
 * @example formatItemNumber('・', '1_1_1') // → ・
 * @example formatItemNumber('', '1_1') // →
 */
export function formatItemNumber(sample: string, code: string): string {
  const numbers = numbersOf(code);
  const value = numbers.at(-1) ?? Number.NaN;
  if (Number.isNaN(value)) return sample;
  const places = sample.match(DIGITS)?.length ?? 0;
  if (places > 0) {
    let at = numbers.length - places;
    return sample.replace(DIGITS, (digits) => {
      const own = numbers[at];
      at += 1;
      return own === undefined || Number.isNaN(own) ? digits : inDigits(digits, own);
    });
  }
  if (SIGN.test(sample)) return sample.replace(SIGN, (sign) => inRow(ROWS, sign, value));
  if (LETTER.test(sample)) return sample.replace(LETTER, (letter) => inRow(LETTERS, letter, value));
  return sample.replace(KANJI, (kanji) =>
    parseKanjiNumber(kanji) === null ? kanji : formatKanjiNumber(value),
  );
}
