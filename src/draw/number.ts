/** A number as Japanese readers write it: separators of thousands, at most `digits` decimals, a true minus sign. */
export function printNumber(value: number, digits = 2): string {
  const rounded = Number(value.toFixed(digits));
  const [whole = '', decimals] = String(Math.abs(rounded)).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${rounded < 0 ? '−' : ''}${grouped}${decimals ? `.${decimals}` : ''}`;
}

/** A difference: always with its sign, `±0` where there is none. */
export function printDifference(value: number, digits = 2): string {
  const text = printNumber(Math.abs(value), digits);
  if (Number(value.toFixed(digits)) === 0) return '±0';
  return `${value > 0 ? '+' : '−'}${text}`;
}
