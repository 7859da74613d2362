import { formatPlainDecimal } from './decimal.ts';
import type { CellFormat } from './format.ts';

const DAY = 86_400_000;
/** The days that spreadsheets count from. The first one is a day early, because they hold 1900 for a leap year. */
const ZERO = { from1900: Date.UTC(1899, 11, 30), from1904: Date.UTC(1904, 0, 1) };

/** What a cell with a number shows. */
export interface FormattedNumber {
  readonly text: string;
  /** True where the cell shows fewer decimals than it holds. */
  readonly rounded: boolean;
}

/** 9999-12-31, the last day that spreadsheets show. */
const LAST_DAY = 2_958_465;

const two = (part: number) => String(part).padStart(2, '0');

function dateText(value: number, format: CellFormat & { kind: 'date' }, from1904: boolean): string {
  // To the nearest second: 10:30 is held as 0.4375, and other times not as exactly.
  const serial = Math.round(value * 86_400) / 86_400;
  const date = new Date((from1904 ? ZERO.from1904 : ZERO.from1900) + Math.round(serial * DAY));
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const time = `${date.getUTCHours()}:${two(date.getUTCMinutes())}`;
  const behind = (word: string) => (format.after.startsWith(word) ? format.after : word);
  if (format.year && format.month && format.day) {
    const iso = `${year}-${two(month)}-${two(day)}`;
    return format.time && time !== '0:00' ? `${iso} ${time}` : iso;
  }
  if (format.year) return format.month ? `${year}年${month}${behind('月')}` : `${year}${behind('年')}`;
  return format.day ? `${month}月${day}日` : time;
}

/**
 * The text that a cell with a number stands for: what it shows, but with all the decimals that it holds. Null where the
 * format does not tell.
 */
export function formatCellNumber(
  value: number,
  format: CellFormat,
  from1904: boolean,
): FormattedNumber | null {
  switch (format.kind) {
    case 'plain':
      return { text: formatPlainDecimal(value), rounded: false };
    case 'date':
      if (value < 0 || value >= LAST_DAY + 1) return null;
      return { text: dateText(value, format, from1904), rounded: false };
    case 'number': {
      const [whole = '', behind = ''] = formatPlainDecimal(Math.abs(value), format.shift).split('.');
      const digits = `${whole.padStart(format.whole, '0')}${behind === '' ? '' : `.${behind}`}`;
      const text = `${format.before}${value < 0 ? '-' : ''}${digits}${format.after}`;
      return { text, rounded: behind.length > format.decimals };
    }
    case 'unsure':
      return null;
  }
}
