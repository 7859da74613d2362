import { isKnownUnit, isSameUnit } from './number-and-unit.ts';
import { getPrintedText, normalizeNotation, sliceText } from './normalize.ts';
import { readQuantity } from './quantity.ts';
import { readTarget } from './target.ts';

/** What a value or a target says: its number or range, its comparator and its unit. */
function readParts(text: string, kind: 'value' | 'target') {
  if (kind === 'target') {
    const target = readTarget(text);
    return target.ok ? { ...target.value, text: '' } : null;
  }
  const quantity = readQuantity(text);
  return quantity.ok ? { ...quantity.value, low: null, text: '' } : null;
}

/** The ends of numbers, where a unit can be. */
const NUMBER_END = /[\d０-９〇一二三四五六七八九十百千万億兆](?![\d０-９,，.．〇一二三四五六七八九十百千万億兆])/g;

/**
 * Returns a value or a target as printed, with its unit: plans often print a bare number beside a column of units. The
 * unit is put where the text is still read as the same number; if there is no such place, it follows in brackets. A text
 * that is no number, or contains a unit, stays as it is.
 * @param unit the indicator's unit
 * @example addPrintedUnit('45', '人') // → 45人
 * @example addPrintedUnit('100以上', '人', 'target') // → 100人以上
 * @example addPrintedUnit('83.1（R4年度）', '%') // → 83.1%（R4年度）
 * @example addPrintedUnit('12千人', '人') // → 12千人
 * @example addPrintedUnit('－', '人') // → －
 */
export function addPrintedUnit(text: string, unit: string, kind: 'value' | 'target' = 'value'): string {
  if (unit === '') return text;
  const bare = readParts(text, kind);
  if (bare?.unit !== '' || (bare.value === null && bare.low === null)) return text;
  const expected = JSON.stringify({ ...bare, unit: '' });
  const candidates = [...text.matchAll(NUMBER_END)].map(
    ({ index }) => `${text.slice(0, index + 1)}${unit}${text.slice(index + 1)}`,
  );
  const isSame = (candidate: string) => {
    const parts = readParts(candidate, kind);
    return parts !== null && isSameUnit(parts.unit, unit) && JSON.stringify({ ...parts, unit: '' }) === expected;
  };
  return candidates.find(isSame) ?? `${text}（${unit}）`;
}

interface PrintedIndicator {
  readonly unit: string;
  readonly baseline: { readonly text: string };
  readonly target: { readonly text: string };
  readonly latest: { readonly text: string } | null;
}

/** Returns an indicator for readers: its three values as printed, each with its unit (see `addPrintedUnit`). */
export function addPrintedUnits<T extends PrintedIndicator>(indicator: T): T {
  const { unit, baseline, target, latest } = indicator;
  return {
    ...indicator,
    baseline: { ...baseline, text: addPrintedUnit(baseline.text, unit) },
    target: { ...target, text: addPrintedUnit(target.text, unit, 'target') },
    latest: latest && { ...latest, text: addPrintedUnit(latest.text, unit) },
  };
}

/**
 * Returns the unit that the name of an indicator has in brackets at its end, as printed; null if there is none.
 * @example findUnitInName('精密検査受診率（％）') // → ％
 * @example findUnitInName('年間観光入込客数 [万人]') // → 万人
 * @example findUnitInName('講座の参加者数（累計）') // → null
 */
export function findUnitInName(title: string): string | null {
  const whole = normalizeNotation(title);
  const found = /\((?:単位 ?: ?)?([^()]+)\)$/.exec(whole.text);
  const unit = found?.[1];
  if (!found || unit === undefined || found.index === 0 || !isKnownUnit(unit)) return null;
  return getPrintedText(sliceText(whole, whole.text.length - unit.length - 1, whole.text.length - 1));
}
