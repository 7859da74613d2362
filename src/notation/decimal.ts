/** How many significant digits of a computed number are kept; the digits after them are errors of binary numbers. */
const COMPUTED_DIGITS = 14;

/** How many significant digits of a number a spreadsheet stores. */
const SPREADSHEET_DIGITS = 15;

/** The maximum number of decimals that `toFixed` accepts. */
const MAX_DECIMALS = 100;

/** Returns a number without the commas that a spreadsheet displays: 2025 for the year 2,025. Any other text stays. */
export const removeSeparators = (text: string): string =>
  /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;

/** Rounds a number to some decimals. Never returns −0: it is printed differently from 0. */
const roundToDecimals = (value: number, decimals: number): number =>
  Number(value.toFixed(Math.min(Math.max(decimals, 0), MAX_DECIMALS))) + 0;

/** Returns how many decimals a number has: 2 for 67.25, 7 for 1e-7. */
export function countDecimals(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent));
}

/**
 * Returns a − b without the errors of binary numbers: the result has no more decimals than a and b.
 * @example subtractDecimals(32.1, 32) // → 0.1
 */
export const subtractDecimals = (a: number, b: number): number =>
  roundToDecimals(a - b, Math.max(countDecimals(a), countDecimals(b)));

/** True for two numbers with at most this distance, apart from the errors of converting units. */
export const areEqual = (a: number, b: number, distance = 0) => Math.abs(a - b) <= distance + Math.abs(a) * 1e-9;

/** True for two numbers of which one may be a rounding of the other: 38.2 and 38, about 12000 and 12034. */
export function mayBeRounded(a: number, b: number, isApproximate: boolean): boolean {
  const countZeros = (value: number) => /(?<=[1-9])0+$/.exec(String(value))?.[0].length ?? 0;
  const decimals = [a, b].map((value) => countDecimals(value) - (isApproximate ? countZeros(value) : 0));
  return areEqual(a, b, 10 ** -Math.min(...decimals) / 2);
}

/**
 * Returns a computed number without the digits after its 14th significant one.
 * @param size the largest of the numbers, if it is a sum
 * @example roundDecimal(0.5700000000000001) // → 0.57
 */
export const roundDecimal = (value: number, size = value): number =>
  roundToDecimals(value, COMPUTED_DIGITS - 1 - Math.floor(Math.log10(Math.abs(size))));

/**
 * Returns a number with its decimal point moved to the right, without the errors of a multiplication.
 * @example shiftDecimal(1.1, 4) // → 11000
 */
export function shiftDecimal(value: number, decimals: number): number {
  const [digits, exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + decimals}`);
}

/**
 * Writes a number with some decimals, and rounds halves away from zero, as by hand, not as their binary numbers.
 * @param digits negative for tens, hundreds …
 * @example fixDecimals(1.15, 1) // → 1.2
 */
export function fixDecimals(value: number, digits: number): string {
  const decimals = Math.min(Math.max(digits, 0), MAX_DECIMALS);
  const text = value.toFixed(decimals);
  // Most numbers have no more decimals.
  if (digits >= 0 && Number(text) === value) return text;
  const shifted = Math.round(Math.abs(shiftDecimal(roundDecimal(value), digits)));
  return shiftDecimal(Math.sign(value) * shifted, -digits).toFixed(decimals);
}

const plainFormat = new Intl.NumberFormat('en', {
  useGrouping: false,
  maximumSignificantDigits: SPREADSHEET_DIGITS,
  signDisplay: 'negative',
});

/**
 * Returns a number of a spreadsheet in its shortest form without an exponent, its decimal point moved to the right.
 * @example formatPlainDecimal(0.30000000000000004) // → 0.3
 * @example formatPlainDecimal(0.974, 2) // → 97.4
 */
export function formatPlainDecimal(value: number, decimals = 0): string {
  // No spreadsheet stores an infinite number, but a file may contain one.
  if (!Number.isFinite(value)) return String(value);
  const shifted = shiftDecimal(Number(value.toPrecision(SPREADSHEET_DIGITS)), decimals);
  const text = String(shifted);
  return text.includes('e') ? plainFormat.format(shifted) : text;
}
