import { createIssue, type Issue } from '../diagnostics/diagnostic.ts';
import { MAX_NOTATION_LENGTH } from '../model/input-limits.ts';
import type { TargetComparator } from '../model/quantity-schema.ts';
import { shiftDecimal } from './decimal.ts';
import { acceptNotation, getPrintedText, normalizeNotation, rejectNotation, sliceText } from './normalize.ts';
import type { NormalizedText, NotationResult } from './normalize.ts';
import { parsePowerOfTen } from './number-and-unit.ts';
import * as quantity from './quantity.ts';
import { parseNumberWithUnit, parseTargetPhrase } from './value-expressions.ts';
import type { MissingReason, NumberWithUnit } from './value-expressions.ts';

/** A 目標値 cell. `number-and-unit.ts` reads its number (マイナス5), `value-expressions.ts` its words. */
export interface ParsedTarget extends Omit<quantity.ParsedQuantity, 'approximate'> {
  /** The number in `unit`; null for a range, for words, and if the reading is not sure. */
  readonly value: number | null;
  /** The comparator in the cell; null for a bare number, for which 良い方向 decides. */
  readonly comparator: TargetComparator | null;
  /** The ends of a range, both included, in `unit`; null if there is none. */
  readonly low: number | null;
  readonly high: number | null;
  /** A target in words, as printed (増加, 現状値以上), or the words beside the number (を維持). */
  readonly words: string | null;
}

/** A repetition of the column's heading: 目標値:50人. */
const HEADING = /^(?:数値)?目標値? ?:? ?(?=\D?\d)/;

type TargetParts = Partial<Omit<ParsedTarget, 'text' | 'period'>>;

/** Separates the ends of a range; から does not, because the number before it may be the present value. */
const RANGE_SEPARATOR = / ?[~―] ?|(?<=\d[^\d]*)(?<!以上)-(?=\d)|(?<=以上)(?:で?、|で|かつ|,)? ?(?=\D? ?\d)/g;

/** Returns both ends in one unit, which the first may leave out: 40～60%, 年1～2回, 5千～6千人, 1万～1万2千人. */
function unifyEnds(low: NumberWithUnit, high: NumberWithUnit): { low: number; high: number; unit: string } | null {
  const ends = { low: low.value, high: high.value, unit: high.unit };
  if (low.unit === '' || low.unit === high.unit) return ends;
  if (low.unit.startsWith('/')) return { ...ends, unit: high.unit + low.unit };
  const lowUnit = normalizeNotation(low.unit).text;
  const [first, second] = [parsePowerOfTen(lowUnit), parsePowerOfTen(normalizeNotation(high.unit).text)];
  if (first.length !== lowUnit.length) return null;
  if (first.exponent === second.exponent) return ends;
  // 5千～1万人: the ends have different powers of ten (千, 万), so both become plain numbers.
  return {
    low: shiftDecimal(low.value, first.exponent),
    high: shiftDecimal(high.value, second.exponent),
    unit: high.unit.slice(second.length),
  };
}

/** Parses a range with both ends included: 40%以上60%以下, 40～60%. */
function parseRange(core: NormalizedText): TargetParts | null {
  for (const match of core.text.matchAll(RANGE_SEPARATOR)) {
    const low = parseNumberWithUnit(sliceText(core, 0, match.index));
    const high = parseNumberWithUnit(sliceText(core, match.index + match[0].length));
    if (!low || !high || low.words || high.isRank || low.approximate || high.approximate) continue;
    if (high.words && !/維持|継続|確保/.test(high.words)) continue;
    const hasBounds = low.bound === '>=' && high.bound === '<=';
    const hasNoBounds = low.bound === null && high.bound === null;
    const ends = unifyEnds(low, high);
    if ((hasBounds || hasNoBounds) && ends !== null && ends.low < ends.high)
      return { comparator: 'within', ...ends, words: high.words };
  }
  return null;
}

/** Returns the target of a single number, or null for a rank or a change. */
function createNumberTarget(number: NumberWithUnit | null): TargetParts | null {
  if (!number || number.isRank || number.isChange) return null;
  const comparator = number.bound ?? (number.approximate ? 'about' : null);
  return { value: number.value, comparator, unit: number.unit, words: number.words };
}

/** Returns why a target is missing: a mark alone, or before a unit, means that no target is set. */
function findMissingTarget(core: NormalizedText): MissingReason | 'unclear' | null {
  const missing = quantity.parseMissingValue(core)?.missing ?? null;
  return missing === 'none' ? 'not-set' : missing;
}

/** Reads the target behind the only arrow of a text: H26年▲3,703→H31年▲2,000. Returns null if there is none. */
function readBehindArrow(text: string): NotationResult<ParsedTarget> | null {
  const whole = normalizeNotation(text);
  const [arrow, second] = whole.text.matchAll(/[→⇒➡]/g);
  if (!arrow || second) return null;
  const part = getPrintedText(sliceText(whole, 0, arrow.index));
  const after = getPrintedText(sliceText(whole, arrow.index + 1));
  if (!part || !after) return null;
  const target = readTarget(after);
  if (!target.ok || target.value.missing !== null) return null;
  const warning = createIssue('companion-not-read', { value: text, part });
  return acceptNotation({ ...target.value, text }, [...target.warnings, warning]);
}

/** Returns the issue of a number with ・, which is read as a decimal point: 1・16. */
function findMiddleDot(core: NormalizedText, text: string, { value, low, high }: TargetParts): Issue[] {
  if (!/\d・\d/.test(core.text)) return [];
  return [createIssue('middle-dot', { value: text, read: value ?? [low, high].join('～') })];
}

/**
 * Reads a target as plans print it: a number with or without 以上, 以下 …, a range, words, and a period. It returns a
 * number only if the reading is sure; known forms that are not computed (ranks, 20%UP) stay text, with a warning.
 * @returns the text unchanged, and its meaning
 * @example readTarget('80%以上') // → value 80, comparator >=
 * @example readTarget('45人以下（2025年）') // → value 45, comparator <=, period.end 2025-12-31
 * @example readTarget('40%以上60%以下') // → value null, comparator within, low 40, high 60, unit %
 * @example readTarget('100%を維持') // → value 100, words を維持
 */
export function readTarget(text: string): NotationResult<ParsedTarget> {
  if (text.length > MAX_NOTATION_LENGTH) return rejectNotation(createIssue('not-a-target', { value: text }));
  const behindArrow = readBehindArrow(text);
  if (behindArrow) return behindArrow;

  const cell = quantity.splitValueCell(text);
  if (!cell.ok) return cell;
  const { period } = cell.value;
  const core = sliceText(cell.value.core, HEADING.exec(cell.value.core.text)?.[0].length ?? 0);
  const base = { value: null, comparator: null, low: null, high: null, unit: '', words: null, missing: null };
  const accept = (parts: TargetParts, ...warnings: readonly Issue[]) =>
    acceptNotation({ text, ...base, ...parts, period }, [...cell.warnings, ...warnings]);

  const missing = findMissingTarget(core);
  if (missing === 'unclear') return accept({}, createIssue('unclear-none', { value: text }));
  if (missing) return accept({ missing });
  const doubt = quantity.findTimeOrBrackets(core.text, text);
  if (doubt) return doubt.code === 'impossible-date' ? rejectNotation(doubt) : accept({}, doubt);
  const number = parseNumberWithUnit(core);
  // +10件 can be a target or a change. Only in a value it is certainly a number.
  const parts = (core.text.startsWith('+') ? null : createNumberTarget(number)) ?? parseRange(core);
  if (parts) return accept(parts, ...findMiddleDot(core, text, parts));
  const words = parseTargetPhrase(core.text);
  if (words) return accept({ words: getPrintedText(core), comparator: words.comparator });
  const warning =
    quantity.findUnparsedForm(core.text, text) ??
    (number ? quantity.createUnparsedIssue(text, number.isRank ? 'rank' : 'change') : null);
  return warning ? accept({}, warning) : rejectNotation(createIssue('not-a-target', { value: text }));
}

/** Returns true for a target of every year: 毎年度4万人以上, 10件（各年）. 毎年4月1日 is the day of a number. */
export const isForEachYear = (text: string): boolean => /[毎各]年(?!度?の?[\d０-９]{1,2}月|代|齢)/.test(text);

/** What the words beside the number of a target say: which way is better, or that the value should stay. */
export type TargetTendency = 'increase' | 'decrease' | 'maintain';

/** The words of each tendency, the more specific first. 改善, 達成 and 目指す say none. */
const TENDENCIES: readonly (readonly [TargetTendency, RegExp])[] = [
  ['maintain', /維持|継続|堅持|キープ/],
  ['decrease', /減|ダウン|down|低下|軽減|縮小|短縮|圧縮|抑|引き?下げ|収める|とどめる/i],
  ['increase', /増|アップ|up|向上|上昇|拡大|延伸|延長|引き?上げ|確保/i],
];

const findTendency = (words: string): TargetTendency | null =>
  TENDENCIES.find(([, form]) => form.test(words))?.[0] ?? null;

/**
 * Returns what the words beside the number of a target say, or null.
 * @example readTargetTendency('95%（維持）') // → maintain
 * @example readTargetTendency('100件（前年から維持）') // → null
 */
export function readTargetTendency(text: string): TargetTendency | null {
  // Reading is slow, and most targets have no such word.
  if (findTendency(text) === null) return null;
  const target = readTarget(text);
  if (!target.ok || target.value.value === null) return null;
  return findTendency(target.value.words ?? /[(（](?:現状)?維持[)）]$/.exec(text)?.[0] ?? '');
}
