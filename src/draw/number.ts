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
 * A count as it is said before の or が: つ goes with the native numbers, which end at nine.
 * @example formatCount(4) + 'の市' // → 4つの市; formatCount(40) + 'の市' // → 40の市
 */
export function formatCount(count: number): string {
  return `${formatNumber(count)}${count > 0 && count < 10 ? 'つ' : ''}`;
}
