import type { Period, TargetComparator } from '../model/quantity-schema.ts';
import { createIssue, type Issue } from '../diagnostics/diagnostic.ts';
import {
  findMissingReason,
  findUnitAfterMark,
  isPossibleUnit,
  type MissingReason,
  type NumberWithUnit,
  parseNumberWithUnit,
  parseTargetPhrase,
} from './value-expressions.ts';
import { createUnparsedIssue, findUnparsedForm, isTimeOnly, splitValueCell } from './quantity.ts';
import {
  acceptNotation,
  getPrintedText,
  MAX_NOTATION_LENGTH,
  type NormalizedText,
  normalizeNotation,
  type NotationReading,
  rejectNotation,
  sliceText,
} from './normalize.ts';
import { shiftDecimal } from './decimal.ts';
import { parsePowerOfTen } from './number-and-unit.ts';

/** A 目標値 cell. */
export interface ParsedTarget {
  /** The cell as typed, untouched. */
  readonly text: string;
  /** The number, in `unit`; null for a range, for words, and where the reading is not sure. */
  readonly value: number | null;
  /** How it is compared where the cell says so; null for a bare number, for which 良い方向 decides. */
  readonly comparator: TargetComparator | null;
  /** The ends of a range, both included, in `unit`; null where there is none. */
  readonly low: number | null;
  readonly high: number | null;
  /** The unit as printed; empty where the cell has none. */
  readonly unit: string;
  /** A target told in words, as printed (増加, 現状値以上), or the words beside the number (を維持). */
  readonly words: string | null;
  /** Why there is no target; see `missings`. */
  readonly missing: MissingReason | null;
  /** A time written inside the cell; null where there is none. */
  readonly period: Period | null;
}

/** 目標値:50人: what the column's heading says already. */
const TITLE = /^(?:数値)?目標値? ?:? ?(?=\D?\d)/;

type Found = Partial<Omit<ParsedTarget, 'text' | 'period'>>;

/** What parts the ends of a range; から may as well tell where the way starts, so it is none (see `kept.ts`). */
const BETWEEN = / ?[~―] ?|(?<=\d[^\d]*)-(?=\d)|(?<=以上)(?:で?、|で|かつ|,)? ?(?=\D?\d)/g;

/** Both ends in one unit; the first may leave it to the second: 40～60%, 年1～2回, 5千～6千人, 1万～1万2千人. */
function endsOf(
  low: NumberWithUnit,
  high: NumberWithUnit,
): { low: number; high: number; unit: string } | null {
  const ends = { low: low.value, high: high.value, unit: high.unit };
  if (low.unit === '' || low.unit === high.unit) return ends;
  if (low.unit.startsWith('/')) return { ...ends, unit: high.unit + low.unit };
  const [bare, second] = [
    parsePowerOfTen(normalizeNotation(low.unit).text),
    parsePowerOfTen(normalizeNotation(high.unit).text),
  ];
  if (bare.length !== normalizeNotation(low.unit).text.length) return null;
  if (bare.exponent === second.exponent) return ends;
  // 5千～1万人: each end has a power of its own, so both are told without any.
  return {
    low: shiftDecimal(low.value, bare.exponent),
    high: shiftDecimal(high.value, second.exponent),
    unit: high.unit.slice(second.length),
  };
}

/** A range with both ends included: 40%以上60%以下, 40～60%. */
function rangeOf(core: NormalizedText): Found | null {
  for (const match of core.text.matchAll(BETWEEN)) {
    const low = parseNumberWithUnit(sliceText(core, 0, match.index));
    const high = parseNumberWithUnit(sliceText(core, match.index + match[0].length));
    if (!low || !high || low.words || low.isRank || high.isRank) continue;
    if (high.words && !/維持|継続|確保/.test(high.words)) continue;
    const bounded = low.bound === '>=' && high.bound === '<=';
    const plain = low.bound === null && high.bound === null && match[0] !== '';
    const ends = endsOf(low, high);
    const words = high.words;
    if ((bounded || plain) && ends !== null && ends.low < ends.high)
      return { comparator: 'within', ...ends, words };
  }
  return null;
}

/** A single number; null where it is a rank, or by how much something is to change. */
function numberOf(figure: NumberWithUnit | null): Found | null {
  if (!figure || figure.isRank || figure.isChange) return null;
  const comparator = figure.bound ?? (figure.approximate ? 'about' : null);
  return { value: figure.value, comparator, unit: figure.unit, words: figure.words };
}

/** A mark alone, or before a unit, in a target says that none is set. */
function missingOf(core: NormalizedText): MissingReason | 'unclear' | null {
  const missing = findMissingReason(core.text);
  const marked = isPossibleUnit(core.text.slice(findUnitAfterMark(core.text) ?? core.text.length));
  return missing === 'none' || marked ? 'not-set' : missing;
}

/** The target of H26年▲3,703→H31年▲2,000 stands behind its one arrow. */
function behindArrow(text: string): { before: string; after: string } | null {
  const whole = normalizeNotation(text);
  const arrows = [...whole.text.matchAll(/[→⇒➡]/g)];
  const [arrow] = arrows;
  if (!arrow || arrows.length > 1) return null;
  const before = getPrintedText(sliceText(whole, 0, arrow.index));
  const after = getPrintedText(sliceText(whole, arrow.index + 1));
  return before && after ? { before, after } : null;
}

/**
 * Reads a target as plans print it: a number with or without 以上, 以下 …, a range, words, and a time. A number is given
 * only where the reading is sure; what is known but not computed (stages, ranks, 20%UP) is kept as text with a warning.
 * @param text the cell as typed
 * @returns the text untouched, and what it says
 * @example readTarget('98%') // → value 98, unit %, comparator null
 * @example readTarget('80%以上') // → value 80, comparator >=
 * @example readTarget('45人以下（2025年）') // → value 45, comparator <=, period.end 2025-12-31
 * @example readTarget('30%程度') // → value 30, comparator about
 * @example readTarget('40%以上60%以下') // → value null, comparator within, low 40, high 60, unit %
 * @example readTarget('40～60%') // → comparator within, low 40, high 60
 * @example readTarget('増加を目指す') // → value null, words 増加を目指す
 * @example readTarget('現状値以上') // → value null, comparator >=, words 現状値以上
 * @example readTarget('100%を維持') // → value 100, words を維持
 * @example readTarget('―') // → value null, missing not-set
 * @example readTarget('20%UP') // → value null, warning two-readings
 * @example readTarget('2019年度:300 2020年度:600') // → value null, warning kept-as-text
 * @example readTarget('増化') // → issue not-a-target
 */
export function readTarget(text: string): NotationReading<ParsedTarget> {
  if (text.length > MAX_NOTATION_LENGTH) return rejectNotation(createIssue('not-a-target', { value: text }));
  const way = behindArrow(text);
  const target = way ? readTarget(way.after) : null;
  if (way && target?.ok && target.value.missing === null) {
    const warning = createIssue('companion-not-read', { value: text, part: way.before });
    return acceptNotation({ ...target.value, text }, [...target.warnings, warning]);
  }

  const cell = splitValueCell(text);
  if (!cell.ok) return cell;
  const { period } = cell.value;
  const core = sliceText(cell.value.core, TITLE.exec(cell.value.core.text)?.[0].length ?? 0);
  const base = { value: null, comparator: null, low: null, high: null, unit: '', words: null, missing: null };
  const give = (found: Found, ...warnings: readonly Issue[]) =>
    acceptNotation({ text, ...base, ...found, period }, [...cell.warnings, ...warnings]);

  const missing = missingOf(core);
  if (missing === 'unclear') return give({}, createIssue('unclear-none', { value: text }));
  if (missing) return give({ missing });
  if (isTimeOnly(core.text)) return give({}, createUnparsedIssue(text, 'time'));
  const figure = parseNumberWithUnit(core);
  // +10件 may be where to arrive or how much to add; in a value it is a number like any other.
  const number = (core.text.startsWith('+') ? null : numberOf(figure)) ?? rangeOf(core);
  if (number)
    return figure?.middleDot
      ? give(number, createIssue('middle-dot', { value: text, read: figure.value }))
      : give(number);
  const words = parseTargetPhrase(core.text);
  if (words) return give({ words: getPrintedText(core), comparator: words.comparator });
  const kept =
    findUnparsedForm(core.text, text) ??
    (figure ? createUnparsedIssue(text, figure.isRank ? 'rank' : 'change') : null);
  return kept ? give({}, kept) : rejectNotation(createIssue('not-a-target', { value: text }));
}
