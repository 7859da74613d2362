/** How many figures of what was worked out are kept: behind them stands what binary numbers lose of decimal ones. */
const FIGURES = 14;

/** The most decimals that `toFixed` takes. */
const MOST = 100;

/** A number with so many decimals; never −0, which would be printed and equal nothing it should. */
function withDecimals(value: number, decimals: number): number {
  return Number(value.toFixed(Math.min(Math.max(decimals, 0), MOST))) + 0;
}

/** How many decimals a number is written with: 2 of 67.25, 7 of 1e-7. */
function decimalsOf(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent));
}

/**
 * a − b as decimals are subtracted: it has no more of them than the two have.
 * @example subtractDecimals(32.1, 32) // → 0.1
 */
export function subtractDecimals(a: number, b: number): number {
  return withDecimals(a - b, Math.max(decimalsOf(a), decimalsOf(b)));
}

/**
 * What was worked out, without what lies behind the 14th figure.
 * @param size the largest number that went into it, where it was added up
 * @example roundDecimal(17.1 / 30) // → 0.57
 */
export function roundDecimal(value: number, size = value): number {
  const whole = Math.floor(Math.log10(Math.abs(size))) + 1;
  return Number.isFinite(whole) ? withDecimals(value, FIGURES - whole) : value + 0;
}
