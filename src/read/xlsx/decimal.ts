/**
 * A number as spreadsheets hold it, fifteen digits, in its shortest plain form: without an exponent, and with the point
 * moved to the right.
 * @example formatPlainDecimal(0.30000000000000004) // → 0.3
 * @example formatPlainDecimal(0.974, 2) // → 97.4
 */
export function formatPlainDecimal(value: number, shift = 0): string {
  const rounded = Number(value.toPrecision(15));
  // No spreadsheet holds such a number, but a file may say it does.
  if (!Number.isFinite(rounded)) return String(value);
  const [mantissa = '0', exponent = '0'] = rounded.toExponential().split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '');
  if (digits === '0') return '0';
  const point = 1 + Number(exponent) + shift;
  const whole = digits.slice(0, Math.max(point, 0)).padEnd(point, '0');
  const rest = point < 0 ? digits.padStart(digits.length - point, '0') : digits.slice(point);
  return `${sign}${whole === '' ? '0' : whole}${rest === '' ? '' : `.${rest}`}`;
}
