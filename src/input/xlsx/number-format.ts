import { MAX_FORMAT_LENGTH } from '../../model/input-limits.ts';
import { ERA_LETTERS, ERA_NAMES, formatEraYear, toIsoDate } from '../../notation/calendar.ts';
import { formatPlainDecimal } from '../../notation/decimal.ts';

/** How a number format displays the value of a cell. */
export type CellFormat =
  | {
      readonly kind: 'number';
      readonly before: string;
      readonly after: string;
      /** How far the decimal point is moved: 2 for per cent. */
      readonly shift: number;
      /** The minimum number of digits before the decimal point, and the minimum and the maximum after it. */
      readonly whole: number;
      readonly least: number;
      readonly decimals: number;
      /** True if it displays a comma before every three digits: #,##0. */
      readonly grouped: boolean;
      /** True if the cell displays nothing, or other words, for 0. */
      readonly hidesZero?: boolean;
      /** True if it displays a negative number without a minus sign, for example only in red: 0;[Red]0. */
      readonly hidesMinus?: boolean;
    }
  | {
      readonly kind: 'date';
      /** The signs of its parts: y or e (of an era) for the year, m, d, h, s. */
      readonly signs: string;
      /** The words before the first part, without the name of an era, and after the last one: 目標値（, 年度）. */
      readonly before: string;
      readonly after: string;
    }
  /** The cell displays something else than its value: thousands left out, fractions, conditions, nothing. */
  | { readonly kind: 'unsure' };

const UNSURE: CellFormat = { kind: 'unsure' };

/** A part of a format: words that are displayed as they are, or a sign for a part of the value. */
type Token = Readonly<{ sign: boolean; text: string }>;

const TOKEN =
  /"([^"]*)"?|\\(.)|(general|g\/標準)|[_*](?:.|$)|\[\$([^\]-]*)(?:-[^\]]*)?\]|\[[^\]]*(?:\]|$)|am\/pm|a\/p|e[+-]|([0#?.,%/@ymdhsega])|(.)/gisu;

/** The digits that General displays; it rounds only longer numbers. */
const GENERAL = '#.#########';

const tokenizeFormat = (section: string): Token[] =>
  Array.from(section.matchAll(TOKEN), ([all, quoted, escaped, general, currency, sign = '', other]): Token => {
    if (general !== undefined) return { sign: true, text: GENERAL };
    const literal = quoted ?? escaped ?? currency ?? other;
    if (literal !== undefined) return { sign: false, text: literal };
    // A bracket without an end may mean anything, like an exponent.
    if (/^(?:e[+-]|\[[^\]]*)$/i.test(all)) return { sign: true, text: 'E' };
    return { sign: true, text: sign.toLowerCase() };
  }).filter(({ text }) => text !== '');

const joinTokens = (tokens: readonly Token[]) => tokens.map(({ text }) => text).join('');

/** Words of an era that a format has before a date. The text of the date has an era or a year of its own. */
const ERA_BEFORE_DATE = new RegExp(`(?:${ERA_NAMES}|西暦|[${ERA_LETTERS}]\\.?)$`);

/** Returns the format of a time. A month, a day or a day of the week (ddd, aaa) alone is no date. */
function createDateFormat(tokens: readonly Token[], all: string): CellFormat {
  const signs = all.replace(/d{3,}/g, '');
  if (!/[yeh]|m.*d|d.*m/.test(signs)) return UNSURE;
  // The minutes of d h:mm are no month: a day with hours is read only with its month and year.
  const date = signs.replace(/h+m*/, '');
  if (date !== signs && /[yemd]/.test(date) && !/^(?=.*[ye])(?=.*m)(?=.*d)/.test(date)) return UNSURE;
  const [first, last] = [tokens.findIndex(({ sign }) => sign), tokens.findLastIndex(({ sign }) => sign)];
  const words = joinTokens(tokens.slice(0, first)).trim();
  const before = words.replace(ERA_BEFORE_DATE, '');
  return { kind: 'date', signs, before, after: joinTokens(tokens.slice(last + 1)).trim() };
}

function createNumberFormat(tokens: readonly Token[]): CellFormat {
  const isDigit = ({ sign, text }: Token) => sign && /[0#?.,]/.test(text);
  const first = tokens.findIndex(isDigit);
  const last = tokens.findLastIndex(isDigit);
  const inside = tokens.slice(first, last + 1);
  const [whole = '', decimals = ''] = joinTokens(inside).split('.');
  // A comma after the last digit leaves thousands out.
  if (first < 0 || !inside.every(isDigit) || whole.endsWith(',') || decimals.includes(',')) return UNSURE;
  const before = joinTokens(tokens.slice(0, first)).trim();
  const after = joinTokens(tokens.slice(last + 1)).trim();
  const percents = tokens.filter(({ sign, text }) => sign && text === '%').length;
  if (percents > 1 || before.includes('%')) return UNSURE;
  const yen = /^[¥￥]$/.test(before) && after === '';
  return {
    kind: 'number',
    before: yen ? '' : before,
    after: yen ? '円' : after,
    shift: 2 * percents,
    whole: whole.split('0').length - 1,
    least: decimals.split('0').length - 1,
    decimals: decimals.length,
    grouped: whole.includes(','),
  };
}

/** Returns the sections of a format: for positive numbers, for negative ones, for 0 and for texts. */
const splitSections = (code: string): string[] =>
  Array.from(`;${code}`.matchAll(/;((?:"[^"]*"|\\.|[^;"\\])*)/gsu), ([, section = '']) => section);

/** Returns true if a format displays something else than a number for 0. The - of 会計 formats means 0. */
function hidesZero(code: string): boolean {
  const [first = '', , section = first] = splitSections(code);
  if (/general|g\/標準|@/i.test(section)) return false;
  const tokens = tokenizeFormat(section);
  return !tokens.some(({ sign, text }) => sign && text === '0') && joinTokens(tokens).replaceAll(/[?\s]/g, '') !== '-';
}

/** True if a format displays texts with other words, or not at all. */
export function changesTexts(code: string): boolean {
  const displayed = splitSections(code).map((section) => joinTokens(tokenizeFormat(section)).trim());
  return (displayed[3] ?? displayed.find((text) => text.includes('@')) ?? '@') !== '@';
}

/** Returns the words of a section, without digits and signs. */
const getWords = (section: string) => joinTokens(tokenizeFormat(section)).replace(/[-−▲△▼+＋()\s0#?.,]/g, '');

/**
 * Parses the code of a number format. The section for positive numbers says how a number is displayed.
 * @example parseCellFormat('0.0%') // → kind number, after %, shift 2, decimals 1
 * @example parseCellFormat('[$-411]ggge"年"m"月"') // → kind date, signs gggem
 */
export function parseCellFormat(code: string): CellFormat {
  if (code.length > MAX_FORMAT_LENGTH) return UNSURE;
  const [section = '', negative = `-${section}`] = splitSections(code);
  // A condition, or hours beyond a day.
  if (/\[(?:[<>=]|(?:h+|m+|s+)\])/i.test(code)) return UNSURE;
  // A text format displays numbers like General.
  const tokens = tokenizeFormat(section).map((one) => (one.sign && one.text === '@' ? { ...one, text: GENERAL } : one));
  const signs = tokens.map(({ sign, text }) => (sign ? text : '')).join('');
  if (/[E/]/.test(signs) && /[0#?]/.test(signs)) return UNSURE;
  if (/[ymdhseg]/.test(signs)) return createDateFormat(tokens, signs);
  const format = createNumberFormat(tokens);
  const hidesMinus = !/[-−▲△▼([]/.test(negative) || getWords(negative) !== getWords(section);
  return format.kind === 'number' ? { ...format, hidesZero: hidesZero(code), hidesMinus } : format;
}

const DAY_SECONDS = 86_400;
/** Returns day 0 of spreadsheets. That of the 1900 system is a day early, because Excel treats 1900 as a leap year. */
const getEpoch = (from1904: boolean) => (from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30));

/** 9999-12-31, the last day that spreadsheets display. */
const LAST_DAY = 2_958_465;

/** @param seconds since day 0 of the spreadsheet */
function formatDate(seconds: number, { signs, before, after }: CellFormat & { kind: 'date' }, from1904: boolean) {
  const date = new Date(getEpoch(from1904) + seconds * 1000);
  const [iso = '', clock = ''] = date.toISOString().split('T');
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  const time = clock.slice(0, signs.includes('s') ? 8 : 5).replace(/^0/, '');
  const withAfter = (word: string) => (after.startsWith(word) ? after : word);
  const [hasYear, hasMonth, hasDay] = [/[ye]/, /m/, /d/].map((sign) => sign.test(signs));
  if (hasYear && hasMonth && hasDay) return signs.includes('h') && /[1-9]/.test(time) ? `${iso} ${time}` : iso;
  if (hasYear && hasMonth) return `${before}${year}年${month}${withAfter('月')}`;
  const named = signs.includes('e') ? formatEraYear(year, iso) : year;
  // A year alone may be a fiscal year: nothing is added to it.
  if (hasYear) return `${before}${named}${after === '' ? '' : withAfter('年')}`;
  return hasDay ? `${month}月${day}日` : time;
}

/** The format of times that cells contain as texts (ISO 8601), if their own format is for something else. */
export const TIME_FORMAT: CellFormat = parseCellFormat('yyyy/m/d h:mm');

/** Returns the number of a time (ISO 8601) or -1. `Date.parse` alone uses the local time zone and knows 30 February. */
export function parseIsoTime(text: string, from1904: boolean): number {
  const [, day = '', time = '00:00'] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?))?/.exec(text) ?? [];
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  if (toIsoDate(year, month, date) === null) return -1;
  const serial = (Date.parse(`${day}T${time}Z`) - getEpoch(from1904)) / (DAY_SECONDS * 1000);
  return Number.isNaN(serial) ? -1 : serial;
}

/** Returns what a cell displays, but with all decimals, and if it displays fewer; null if the format is unclear. */
export function formatCellNumber(
  value: number,
  format: CellFormat,
  from1904: boolean,
): { readonly text: string; readonly rounded: boolean } | null {
  switch (format.kind) {
    case 'date': {
      // Before 1 March 1900, day 61, programs count differently, because Excel treats 1900 as a leap year.
      const first = !from1904 && /[yed]/.test(format.signs) ? 61 : 0;
      // Rounded to the nearest second, because few times are exact as a share of a day.
      const seconds = Math.round(value * DAY_SECONDS);
      if (value < first || seconds >= (LAST_DAY + 1) * DAY_SECONDS) return null;
      return { text: formatDate(seconds, format, from1904), rounded: false };
    }
    case 'number': {
      const [whole = '', decimals = ''] = formatPlainDecimal(Math.abs(value), format.shift).split('.');
      const padded = whole.padStart(format.whole, '0');
      const grouped = format.grouped ? padded.replace(/\B(?=(?:\d{3})+$)/g, ',') : padded;
      const parts = [grouped, decimals.padEnd(format.least, '0')];
      const digits = parts.filter((part) => part !== '').join('.');
      if (value === 0 ? format.hidesZero : value < 0 && format.hidesMinus) return null;
      const before = value > 0 ? format.before : format.before.replace(/[+＋]$/, '') + (value < 0 ? '-' : '');
      return { text: `${before}${digits}${format.after}`, rounded: decimals.length > format.decimals };
    }
    case 'unsure':
      return null;
  }
}
