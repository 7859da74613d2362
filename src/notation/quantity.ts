import type { Period } from '../model/period.ts';
import { createIssue, type Issue } from '../problems/problem.ts';
import { isPossibleUnit } from './after.ts';
import { splitValueCell } from './cell.ts';
import { parseNumberWithUnit, type NumberWithUnit } from './figure.ts';
import { getPrintedText, sliceText, type NormalizedText } from './fold.ts';
import { createUnparsedIssue, findUnparsedForm, isTimeOnly, type UnparsedReason } from './kept.ts';
import { findUnitAfterMark, findMissingReason, type MissingReason } from './missing.ts';
import { MAX_NOTATION_LENGTH, acceptNotation, rejectNotation, type NotationReading } from './reading.ts';
import { parseTargetPhrase } from './words.ts';

/** A 現状値 or 値 cell. */
export interface ParsedQuantity {
  /** The cell as typed, untouched. */
  readonly text: string;
  /** The number, in `unit`; null where there is none or the reading is not sure. */
  readonly value: number | null;
  /** The unit as printed, 万 and 年 included (万人, 人/日); empty where the cell has none. */
  readonly unit: string;
  /** A time written inside the cell; null where there is none. */
  readonly period: Period | null;
  /** Why there is no figure; see `missings`. */
  readonly missing: MissingReason | null;
  /** 約, 程度, 前後 …. */
  readonly approximate: boolean;
}

/** Why a figure, although it was read, is not the value of a cell. */
function notAValue(figure: NumberWithUnit): UnparsedReason | null {
  if (figure.isRank) return 'rank';
  if (figure.isChange) return 'change';
  if (figure.words && !figure.isActionCount) return 'words';
  return figure.bound ? 'bound' : null;
}

/** What is missing, and the unit that its mark stands before: ― %. */
function missingOf(core: NormalizedText): { missing: MissingReason | 'unclear'; unit: string } | null {
  const missing = findMissingReason(core.text);
  if (missing) return { missing, unit: '' };
  const unit = sliceText(core, findUnitAfterMark(core.text) ?? core.text.length);
  return isPossibleUnit(unit.text) ? { missing: 'none', unit: getPrintedText(unit) } : null;
}

/**
 * Reads a value as plans print it: a number with its unit, a time, notes and marks for what is missing. A number is
 * given only where the reading is sure; what is known but not computed is kept as text with a warning.
 * @param text the cell as typed
 * @returns the text untouched, and the number in the unit as printed
 * @example readQuantity('5,587人') // → value 5587, unit 人
 * @example readQuantity('97.4%') // → value 97.4, unit %
 * @example readQuantity('▲3.2') // → value -3.2, unit
 * @example readQuantity('5,587人（令和5年10月時点）') // → value 5587, period.start 2023-10-01, period.end 2023-10-31
 * @example readQuantity('4万7,660人') // → value 47660, unit 人
 * @example readQuantity('18.8万人') // → value 18.8, unit 万人
 * @example readQuantity('(123)') // → value 123
 * @example readQuantity('約53%') // → value 53, approximate true
 * @example readQuantity('91人（7%）') // → value 91, warning companion-not-read
 * @example readQuantity('－') // → value null, missing none
 * @example readQuantity('集計中') // → value null, missing not-yet
 * @example readQuantity('なし') // → value null, missing null, warning unclear-none
 * @example readQuantity('76万1.366世帯') // → value null, warning kept-as-text
 * @example readQuantity('1.6%増') // → value null, warning two-readings
 * @example readQuantity('たくさん') // → issue not-a-quantity
 */
export function readQuantity(text: string): NotationReading<ParsedQuantity> {
  if (text.length > MAX_NOTATION_LENGTH)
    return rejectNotation(createIssue('not-a-quantity', { value: text }));
  const cell = splitValueCell(text);
  if (!cell.ok) return cell;
  const { core, period } = cell.value;
  const base = { text, value: null, unit: '', period, missing: null, approximate: false };
  const give = (found: Partial<ParsedQuantity>, ...warnings: readonly (Issue | null)[]) =>
    acceptNotation({ ...base, ...found }, [...cell.warnings, ...warnings.filter((one) => one !== null)]);

  const none = missingOf(core);
  if (none?.missing === 'unclear') return give({}, createIssue('unclear-none', { value: text }));
  if (none) return give({ missing: none.missing, unit: none.unit });
  if (isTimeOnly(core.text)) return give({}, createUnparsedIssue(text, 'time'));
  const figure = parseNumberWithUnit(core);
  const why = figure && notAValue(figure);
  if (figure && !why) {
    const { value, unit, approximate, middleDot } = figure;
    return give(
      { value, unit, approximate },
      middleDot ? createIssue('middle-dot', { value: text, read: value }) : null,
    );
  }
  const reason = why ? createUnparsedIssue(text, why) : null;
  const kept = why === 'bound' ? reason : (findUnparsedForm(core.text, text) ?? reason);
  if (kept) return give({}, kept);
  if (parseTargetPhrase(core.text)) return give({}, createUnparsedIssue(text, 'words'));
  return rejectNotation(createIssue('not-a-quantity', { value: text }));
}
