import { unparsedReasons, type UnparsedReason } from '../diagnostics/catalogue/notation-messages.ts';
import { createIssue, type Issue } from '../diagnostics/diagnostic.ts';
import { MAX_NOTATION_LENGTH } from '../model/input-limits.ts';
import type { Period } from '../model/quantity-schema.ts';
import { joinPatterns } from '../model/text-patterns.ts';
import { ERA_PATTERN } from './calendar.ts';
import {
  acceptNotation,
  findClosingBracket,
  getPrintedText,
  normalizeNotation,
  rejectNotation,
  removeOuterBrackets,
  removeSlice,
  sliceText,
  splitCompanions,
} from './normalize.ts';
import type { NormalizedText, NotationResult } from './normalize.ts';
import { isKnownUnit, parseLeadingNumber } from './number-and-unit.ts';
import { readPeriod } from './period.ts';
import * as expressions from './value-expressions.ts';
import type { MissingReason, NumberWithUnit } from './value-expressions.ts';

/** Creates the warning that a text stays as it is, with the reason. */
export const createUnparsedIssue = (text: string, reason: UnparsedReason): Issue =>
  createIssue('kept-as-text', { value: text, why: unparsedReasons[reason], [reason]: 1 });

/** Creates the warning that a text has two readings, each with the text to write for it. */
const createAmbiguityIssue = (text: string, first: string, second: string): Issue =>
  createIssue('two-readings', { value: text, first, second });

const NUMBER = '[▲△-]? ?\\d[\\d,.]*';

/** A text with two readings: its normalized form, and the text to write for each reading. */
type AmbiguousForm = readonly [form: RegExp, first: string, second: string];

/** Returns the form of a percentage that changes by a percentage: by points, or relative to itself. */
const createPercentageForm = (words: string, direction: '増' | '減'): AmbiguousForm => [
  new RegExp(`^(${NUMBER}) ?(?:%|パーセント)(?:程度|以上|以下)?(?:の|を)? ?(?:${words}).*$`),
  `$1ポイント${direction}`,
  `もとの値の$1%${direction}`,
];

const AMBIGUOUS_FORMS: readonly AmbiguousForm[] = [
  // 20%UP, 5%の減
  createPercentageForm('増|UP|up|アップ|向上|上昇', '増'),
  createPercentageForm('減|DOWN|down|ダウン|低下|削減|縮減|低減', '減'),
  // A number with an arrow: at least as much, or more.
  [new RegExp(`^(${NUMBER} ?[^\\d↑↗]{0,6})[↑↗]$`), '$1以上', '$1超'],
  [new RegExp(`^(${NUMBER} ?[^\\d↓↘]{0,6})[↓↘]$`), '$1以下', '$1未満'],
  // A direction directly before a number: up to it, or up by it.
  [new RegExp(`^(?:アップ|UP|増加|向上|[↑↗]|\\+(?!0\\D*$)) ?(${NUMBER}[^\\d増減]{0,6})$`), '$1', '$1増'],
  [new RegExp(`^(?:ダウン|DOWN|減少|低下|[↓↘]) ?(${NUMBER}[^\\d増減]{0,6})$`), '$1', '$1減'],
  // At most 5 below zero, or less than that.
  [/^((?:[▲△▼▽-]|マイナス) ?\d[\d,.]*\D{0,6})以内$/, '$1以上', '$1以下'],
  [/^(\d+)・(\d|\d{3,})(\D{0,6})$/, '$1.$2$3', '$1$3、$2$3'],
  // Whether a natural decrease is negative depends on the indicator's title.
  [/^(\d[\d,]*\D{0,3})の(?:自然|社会)減$/, '▲$1', '$1'],
  // The first number is the lowest value, or the present one.
  [new RegExp(`^(${NUMBER}) ?(\\D{0,6})から(${NUMBER}) ?([^\\dにへ]{1,6}?)(?:まで)?$`), '$1$4~$3$4', '$3$4'],
];

/** Returns the warning for a bare number in brackets, or null: accounts write negative numbers so. */
function findBracketedNumber(typed: string): Issue | null {
  // Normalizing is slow, and most cells have no bracket at their beginning.
  if (!/^\s*[(（]/.test(typed)) return null;
  const number = /^\((?=.*[1-9])(\d[\d,.]*)\)$/.exec(normalizeNotation(typed).text.trim())?.[1];
  return number === undefined ? null : createAmbiguityIssue(typed, `▲${number}`, number);
}

/**
 * Several numbers with their names (男50%、女40%), without other marks, and without letters instead of digits: 1O0, and
 * 1O.5 and 1O,000, where a mark follows the letter.
 */
const SEVERAL_NUMBERS =
  /^(?=\D*\d[\d,.]*[^\d,.]\D*\d)(?!.*\d(?!m[23])(?:[A-Za-z]{1,2}|O[.,])\d)[\p{L}\d,.%:、・;~▲△↑↓() /-]+$/u;

/** A year that dates a value: 2019年, R5年, H31 before a colon. */
const DATED_YEAR = `(?:(?:${ERA_PATTERN}\\d{1,3}|\\d{4}) ?年|${ERA_PATTERN}\\d{1,3}(?=:))`;

/** Forms of a normalized text that are not computed, the more specific first: many contain several numbers. */
const UNPARSED_FORMS: readonly (readonly [UnparsedReason, Pick<RegExp, 'test'>])[] = [
  // 10人→20人, 10人から20人に増やす
  ['arrow', /\d.*[→⇒➡]|^\D*\d.*から.*\d[^\dにへ]*[にへ]\D+$/],
  // 前年比10%, 現状の+3ポイント, 現状値+5人, 過去3年平均+1, 23区平均
  ['relative', /[比差の] ?[約+▲△-]? ?\d[\d,.]* ?(?:%|パーセント|ポイント|割|倍)/],
  ['relative', /^(?:現状|現況|基準|前年|策定|さらに|新たに)\D{0,6}\d|平均値?[+を]\d|^\d[\d.]*\D{1,8}平均値?$/],
  // 2019年度:300 2020年度:600
  ['staged', new RegExp(`${DATED_YEAR}.*${DATED_YEAR}`)],
  // 10 20, 80歳/84歳
  ['parts', /^\d[\d,.]* \d[\d,.]*$|^\d[\d,.]*([\p{L}%]+)\/ ?\d[\d,.]*\1$/u],
  // 3/10, 3分の1, 10校中5校
  ['ratio', /^約? ?\d[\d,.]*\D{0,6}[/:] ?\d[\d,.]*\D{0,8}$|分の[\d一二三四五六七八九十]+$/],
  ['ratio', /^\d[\d,]*\D{1,8}中\D{0,2}\d[\d,.]*\D{0,8}$/],
  // 10超20以下
  ['open', /\d\D*(?:超|未満).*\d|\d.*\d\D*(?:超|未満)/],
  // 10~20人, 10~, 80%台前半, ~20人
  ['range', /^[▲△-]?\d[\d,.]*\D{0,8}(?:[~―±-]|から|以上)\D{0,4}\d[\d,.]*\D{0,8}$/],
  ['range', /^[▲△-]?\d[\d,.]*[^\d~]{0,6}(?:~|(?:[台代]|[台代%][前後]半)(?:を?維持)?)$|^~\d[\d,.]*\D{0,6}$/],
  ['vague', /^\d*[十百千万]?(?:数[十百千万]*\D{1,3}|複数\D{0,3})(?:以上)?$|^\d[\d,]*[万千]余\D{1,3}$/],
  ['vague', /^(?:過?半数|大半|大多数|多数|少数|若干[名人]?|ほとんど)(?:以上)?$|^\d[\d,.]*[^\d前後]{1,3}半$/],
  ['grade', /^(?:[○◯〇◎●△×✕☆★]|有り?|あり|可)$/],
  ['grade', /^(?:ランク|レベル|評価|ステージ|ベスト) ?[A-ES\d]{1,2}(?:以上|以下|以内)?$/],
  ['grade', /^[A-DS] ?(?:評価|ランク|判定|等級)?(?:以上|以下)?(?:を?維持)?$/],
  ['grade', /^(?:概ね)?(?:健全|良好|適正|順調|妥当)(?:段階)?$/],
  ['words', /^.{0,20}(?:中止|休止|延期|未実施|実施なし|未整備|新規(?:事業|設定|指標)?|開始前|供用前|実施前)$/],
  ['misprint', { test: isMisprint }],
  ['parts', SEVERAL_NUMBERS],
  // 一時間三十分, 5割五分, 一人一台
  ['parts', /^[\d.一二三四五六七八九十百千]+[^\d一二三四五六七八九]{1,3}[一二三四五六七八九]/],
  ['rank', /\d ?位(?:以内|以上|以下)?$/],
  // 人口74,000人, but also 男性80.5歳: only the indicator's title shows what the words before a number mean.
  ['label', /^(?![年月週日毎各])[\p{L}・ー() ]{2,20}?[約: ]* ?[▲△-]?\d[\d,.]*\D{0,12}$/u],
];

/** True for one misprinted number and a unit: 4億3,0000万円, 5O人. */
function isMisprint(text: string): boolean {
  const number = parseLeadingNumber(text);
  return number !== null && 'kept' in number && /^\D?\d[\d,.、万億兆千百 ]*\D{0,10}$/.test(text);
}

/**
 * Returns the warning for a text of a known form that is not computed, or null if its form is unknown.
 * @param text normalized, without brackets and periods
 * @param typed the cell as typed, for the warning to quote
 */
export function findUnparsedForm(text: string, typed: string): Issue | null {
  for (const [form, first, second] of AMBIGUOUS_FORMS)
    if (form.test(text)) return createAmbiguityIssue(typed, text.replace(form, first), text.replace(form, second));
  const number = parseLeadingNumber(text);
  if (number && 'kept' in number && number.kept === 'large') return createUnparsedIssue(typed, 'large');
  const reason = UNPARSED_FORMS.find(([, form]) => form.test(text))?.[0];
  return reason ? createUnparsedIssue(typed, reason) : null;
}

const PERIOD_START = new RegExp(`^(?:${ERA_PATTERN} ?(?:\\d|元)|(?:19|20|21)\\d\\d ?年|1?\\d月(?!間))`);

/** Dates and times as spreadsheets write them, also for 2-1, 1/2 and 0.5: 2月1日, 2026-01-02, 12:00. */
const DATE = /^(?:\d{4}([-/])\d{1,2}\1\d{1,2}|1?\d月\d{1,2}日|[A-Z][a-z]{2}-\d{1,2}|[0-2]?\d(?::[0-5]\d){1,2})$/;

/** A later number in brackets, which replaces the one before them: 30（変更後40）. */
const REVISION = /[(（【[［](?:変更|見直し?|修正|改[定訂]|訂正)後\D{0,3}\d/;

/**
 * Returns the warning for a period without a value (令和8年度, 2030年, 3月), a date or a time (2月1日), a revised number
 * (30（変更後40）) or a number alone in brackets; the error if there is no such day; or null.
 * @param text normalized
 * @param typed the cell as typed, for the warning to quote
 */
export function findTimeOrBrackets(text: string, typed: string): Issue | null {
  if (DATE.test(text)) return createUnparsedIssue(typed, 'date');
  if (REVISION.test(typed)) return createUnparsedIssue(typed, 'parts');
  const read = PERIOD_START.test(text) ? readPeriod(text) : null;
  if (read?.ok) return createUnparsedIssue(typed, 'time');
  if (read?.issue.code === 'impossible-date') return createIssue('impossible-date', { value: typed });
  return findBracketedNumber(typed);
}

/** Marks of footnotes: ※2, *10, (注1), and small digits after a word. */
const FOOTNOTE_MARK =
  / ?(?:。|[※*†‡]+ ?\d{0,2}|注 ?\d{1,2}\)?|\((?:※|\*|注) ?\d{0,2}\)|(?<=^[^(]*[^\d(,. ])\d{1,2}\)|(?<=[^\dm])[¹²³⁰⁴-⁹]+)$/;
/** A remark after the value: 26.4% ※速報値. */
const TRAILING_REMARK = / ?※(.+)$/;
/** Words in brackets that do not change the number. */
const HARMLESS_WORDS = joinPatterns(
  /^(?:延べ|のべ|合計|総数|年間|概数|概算|毎年度?|(?:現状)?維持)$/,
  /^(?:見込み?|予[定測]|推計|速報|確報|確定|暫定|実績|目標|参考)値?$/, // 見込み, 速報値
  /^(?:\d{1,2} ?[かカヵヶケ箇]?年間?の?)?(?:累計|累積|平均)$/, // 累計, 5年間平均
  /^\d{1,2} ?(?:(?:[かカヵヶケ箇]年間?|年間)計?|年(?:合?計|分))$/, // 5年間, 5か年計, 4年合計
);
const STATED_YEAR = `(?:${ERA_PATTERN} ?(?:\\d{1,3}|元)|\\d{4})`;
/** A period before its value. */
const LEADING_PERIOD = new RegExp(
  // 平成27年:▲32人, H31年▲2,000, H25:16,904人
  `^(${STATED_YEAR} ?(?:年 ?度?[末中]?(?: ?\\d{1,2}月(?:末|\\d{1,2}日)?)?(?:時点|現在)?|(?=:))` +
    // R5.10.1 1,234人
    `|(?:${ERA_PATTERN} ?\\d{1,2}|\\d{4})[./]\\d{1,2}(?:[./]\\d{1,2})?(?:時点|現在)?(?= \\S|:|[^\\d,./:%]{2})` +
    // R7策定
    `|${ERA_PATTERN} ?(?:\\d{1,2}|元)(?= \\S|に\\D?\\d|[^\\d ,.年月/・-]{2}))` +
    ' ?(?:には|までに|まで|は|に|:|、)? ?(?=\\S)',
);
/** The day after a month is not a value: 令和5年10月15日, but 令和5年10月 15日間 and 令和5年10月は15日. */
const DAY = /^\d{1,2} ?日(?!間)/;
/** Words after a year with which a target is compared: R3年度より増加, R3年度の水準を維持. */
const COMPARED_YEAR = /^(?:より|を維持|の?(?:実績|水準|数?値)|と?同)\D*$/;
/** A mark of a footnote before the value: ※ 97.4%. Without the space, its digits may belong to the mark. */
const LEADING_MARK = /^(?:[※*†‡]+ ?\d{0,2}|注 ?\d{1,2}\)?|\((?:※|\*|注) ?\d{0,2}\)) (?=[▲△-]?\d)/;
/** A period after the value, without brackets: 5.1% 平成20年度. */
const TRAILING_PERIOD = new RegExp(`(?<=\\S) ((?:${ERA_PATTERN} ?(?:\\d{1,3}|元)|\\d{4} ?年).*)$`);
/** Groups to which a value applies separately: すべての年代で80%以上, 男女とも40%以上 (not 少なくとも), 各校1回. */
const SCOPE =
  /^(?:(?:すべて|全て|全|各)[^\d年月週日]\D{0,9}で|\D{1,10}(?:(?<!く)とも|いずれも|それぞれ)に?|各(?:[^\d年月週日]\D{0,5}(?:に|ごとに)?)?) ?(?=[約▲△]?\d)/;

/** Reads a text as a period, or returns null if it is none. A date that does not exist has an issue. */
function readPeriodPart(printed: string): NotationResult<Period> | null {
  // A mark, a bare number or a remark beside a value is not a period, although a 時点 cell may contain it.
  const { text } = normalizeNotation(printed);
  if (expressions.findMissingReason(text) || /^(?:(?:(?:目標|実績|計画|見込み?)値? ?:? ?)?\d{1,3}$|※)/.test(text))
    return null;
  const period = readPeriod(printed);
  return !period.ok && period.issue.code === 'not-a-period' ? null : period;
}

/** True if the rest of a text is a value by itself: 100人 in R5年:100人, but not 人に増加 in 2000.5人に増加. */
const isValueAfter = (whole: NormalizedText, rest: NormalizedText): boolean =>
  (expressions.parseNumberWithUnit(rest) !== null || expressions.parseTargetPhrase(rest.text) !== null) &&
  !(/^\d{4}\.\d/.test(whole.text) && isKnownUnit(expressions.parseNumberWithUnit(whole)?.unit ?? ''));

function removeFootnoteMarks(whole: NormalizedText): NormalizedText {
  const mark = FOOTNOTE_MARK.exec(whole.text);
  return mark && mark.index > 0 ? removeFootnoteMarks(sliceText(whole, 0, mark.index)) : whole;
}

/** Removes all brackets except in a unit (g/(人・日)), and passes their contents to `addPart`. */
function removeBrackets(whole: NormalizedText, addPart: (part: NormalizedText) => void): NormalizedText {
  const start = /(?<!\/ ?)\(/.exec(whole.text)?.index ?? -1;
  const end = start < 0 ? -1 : findClosingBracket(whole.text, start);
  if (end < 0) return whole;
  const inside = sliceText(whole, start + 1, end);
  // 97.4(%), 10件(以下): the brackets contain only the unit or the bound.
  const before = whole.text.slice(0, start);
  const isBound = /\d\D{0,6}$/.test(before) && /^(?:以[上下内]|未満|超)$/.test(inside.text);
  if (isBound || (isKnownUnit(inside.text) && /\d ?$/.test(before)))
    return removeBrackets(removeSlice(removeSlice(whole, end, end + 1), start, start + 1), addPart);
  // Without its brackets, 100(注)1 is 1001, and 75(R8)・80(R12) is 75.8.
  if (/\d$/.test(before) && /^・?\d/.test(whole.text.slice(end + 1))) return whole;
  if (inside.text && !/^(?:※|\*|注) ?\d{0,2}$/.test(inside.text)) addPart(inside);
  return removeBrackets(removeFootnoteMarks(removeSlice(whole, start, end + 1)), addPart);
}

/** Returns the period of a cell; if several differ, it has no days and a warning. */
function mergePeriods(periods: readonly Period[], typed: string): { period: Period | null; warnings: Issue[] } {
  const dated = periods.filter(({ start }) => start);
  const [first, ...others] = dated.length > 0 ? dated : periods;
  if (!first) return { period: null, warnings: [] };
  const other = others.find(({ start, end }) => start !== first.start || end !== first.end);
  if (!other) return { period: first, warnings: [] };
  const warnings = [createAmbiguityIssue(typed, first.text, other.text)];
  return { period: { ...first, start: null, end: null }, warnings };
}

/** Cuts off everything around a value, and passes each part to `addPart`. */
function extractValue(whole: NormalizedText, addPart: (part: NormalizedText) => void): NormalizedText {
  const bare = removeFootnoteMarks(sliceText(whole, 0));
  if (expressions.isExplainedMark(bare.text)) return bare;
  const marked = LEADING_MARK.exec(bare.text)?.[0].length ?? 0;
  let rest = removeBrackets(removeOuterBrackets(sliceText(bare, marked)), addPart);
  // R6.8公表予定: the period is the time of the publication, not of the value.
  if (expressions.findMissingReason(rest.text)) return rest;
  for (const form of [LEADING_PERIOD, SCOPE]) {
    const match = form.exec(rest.text);
    const after = match && sliceText(rest, match[0].length);
    if (!after || !isValueAfter(rest, after) || (/月(?!.*(?:は|に|まで) ?$)/.test(match[0]) && DAY.test(after.text)))
      continue;
    if (!COMPARED_YEAR.test(after.text)) addPart(sliceText(rest, 0, match[1]?.length ?? match[0].length));
    rest = after;
  }
  const remark = TRAILING_REMARK.exec(rest.text);
  if (remark && remark.index > 0) {
    addPart(sliceText(rest, remark.index + remark[0].length - (remark[1]?.length ?? 0)));
    rest = sliceText(rest, 0, remark.index);
  }
  const trailing = TRAILING_PERIOD.exec(rest.text);
  const period = trailing && sliceText(rest, trailing.index);
  if (!period || !readPeriodPart(getPrintedText(period))) return removeFootnoteMarks(rest);
  addPart(period);
  return removeFootnoteMarks(sliceText(rest, 0, trailing.index));
}

/**
 * Splits a cell into its value and its period: 83.1%(2015年), 5.1% 平成20年度, 令和元年:▲80人. A second number in brackets is
 * neither added nor negative; a warning quotes the unread part.
 */
export function splitValueCell(text: string) {
  const periods: Period[] = [];
  const warnings: Issue[] = [];
  const issues: Issue[] = [];
  const core = extractValue(normalizeNotation(text), (cut) => {
    const part = getPrintedText(cut);
    if (HARMLESS_WORDS.test(normalizeNotation(part).text)) return;
    const period = readPeriodPart(part);
    if (period?.ok) {
      periods.push(period.value);
      warnings.push(...period.warnings);
    } else if (period) issues.push(period.issue);
    else warnings.push(createIssue('companion-not-read', { value: text, part }));
  });
  if (issues[0]) return rejectNotation(issues[0]);
  const merged = mergePeriods(periods, text);
  return acceptNotation({ core, period: merged.period }, [...warnings, ...merged.warnings]);
}

/** What a value is: the baseline of an indicator (現状値), also for values outside of plans, or a result (値). */
export type ValueKind = 'baseline' | 'result';

/** A 現状値 or 値 cell. */
export interface ParsedQuantity {
  /** The cell as typed. */
  readonly text: string;
  /** The number in `unit`; null if there is none or the reading is not sure. */
  readonly value: number | null;
  /** The unit as printed, with 万 and 年 (万人, 人/日); empty if the cell has none. */
  readonly unit: string;
  /** The period in the cell; null if there is none. */
  readonly period: Period | null;
  /** Why there is no value; see `missingReasons`. */
  readonly missing: MissingReason | null;
  /** 約, 程度, 前後 …. */
  readonly approximate: boolean;
}

/** The words of a cell whose number is not a result: 130人（目標）, 130人（R6年度目標値）. */
const TARGET_LABEL = /目標値?[^\p{L}\d]?$|^[^\p{L}\d]目標/u;

/** Returns why a number is not the value of its cell, or null if it is. */
function findUnparsedReason(number: NumberWithUnit, cell: string, kind: ValueKind): UnparsedReason | null {
  if (TARGET_LABEL.test(cell.trim())) return 'target';
  // 120人（R6見込130人）: only the other number is an estimate.
  if (kind === 'result' && /見込|予定|予測/.test(splitCompanions(cell).own)) return 'estimate';
  if (number.isRank) return 'rank';
  if (number.isChange) return 'change';
  if (number.words && !number.isActionCount) return 'words';
  return number.bound ? 'bound' : null;
}

/** Returns why a value is missing, and the unit after its mark: ― %. */
export function parseMissingValue(core: NormalizedText): { missing: MissingReason | 'unclear'; unit: string } | null {
  const missing = expressions.findMissingReason(core.text);
  if (missing) return { missing, unit: '' };
  const unit = sliceText(core, expressions.findUnitAfterMark(core.text) ?? core.text.length);
  return expressions.ONLY_UNIT.test(unit.text) ? { missing: 'none', unit: getPrintedText(unit) } : null;
}

/**
 * Reads a value as plans print it: a number with its unit, a period, remarks and marks for a missing value. It returns
 * a number only if the reading is sure; known forms that are not computed stay text, with a warning.
 * @param kind in a result, an estimate stays text too: 110（見込）
 * @example readQuantity('5,587人（令和5年10月時点）') // → value 5587, period.start 2023-10-01, period.end 2023-10-31
 * @example readQuantity('91人（7%）') // → value 91, warning companion-not-read
 */
export function readQuantity(text: string, kind: ValueKind = 'baseline'): NotationResult<ParsedQuantity> {
  if (text.length > MAX_NOTATION_LENGTH) return rejectNotation(createIssue('not-a-quantity', { value: text }));
  const cell = splitValueCell(text);
  if (!cell.ok) return cell;
  const { core, period } = cell.value;
  const base = { text, value: null, unit: '', period, missing: null, approximate: false };
  const accept = (parts: Partial<ParsedQuantity>, ...warnings: readonly Issue[]) =>
    acceptNotation({ ...base, ...parts }, [...cell.warnings, ...warnings]);

  const missing = parseMissingValue(core);
  if (missing?.missing === 'unclear') return accept({}, createIssue('unclear-none', { value: text }));
  if (missing) return accept({ missing: missing.missing, unit: missing.unit });
  const doubt = findTimeOrBrackets(core.text, text);
  if (doubt) return doubt.code === 'impossible-date' ? rejectNotation(doubt) : accept({}, doubt);
  const number = expressions.parseNumberWithUnit(core);
  // In a target, an arrow means at least or at most.
  const reason = /\d\D{0,6}[↑↗↓↘]$/.test(core.text) ? 'trend' : number && findUnparsedReason(number, text, kind);
  if (number && !reason) {
    const { value, unit, approximate, middleDot } = number;
    const warnings = middleDot ? [createIssue('middle-dot', { value: text, read: value })] : [];
    return accept({ value, unit, approximate }, ...warnings);
  }
  const warning =
    (reason === 'bound' || reason === 'trend' ? null : findUnparsedForm(core.text, text)) ??
    (reason ? createUnparsedIssue(text, reason) : null);
  if (warning) return accept({}, warning);
  if (expressions.parseTargetPhrase(core.text)) return accept({}, createUnparsedIssue(text, 'words'));
  return rejectNotation(createIssue('not-a-quantity', { value: text }));
}

/** A number with its unit, and words of another year: 前年度速報値118人, not 速報値、10月末. */
const OTHER_NUMBER = /前[年回]|昨年|\d\s*(?![年月日現時末])[\p{L}%％]/u;

/** Returns 速報 or 確報 if a value or its heading says so, but not 前年度速報値118人 beside a value. */
export function findCertainty(text: string, heading = ''): '速報' | '確報' | '' {
  const read = /速報|暫定|(?<!未)確[報定]/.test(text) ? readQuantity(text) : null;
  const parts = read?.ok ? read.warnings.map(({ values }) => String(values.part ?? '')) : [];
  const labels =
    heading + parts.reduce((rest, part) => (OTHER_NUMBER.test(part) ? rest.replace(part, '') : rest), text);
  return /速報|暫定/.test(labels) ? '速報' : /(?<!未)確[報定]/.test(labels) ? '確報' : '';
}

/** A bare number, or one with a unit that can only be a unit. */
const PLAIN_QUANTITY =
  /^(\d{1,3}(?:,\d{3}){1,2}|\d{1,9})(\.\d{1,6})?(%|人|件|回|円|千円|世帯|団体|か所|箇所|冊|校|台|社|名)?$/;

/**
 * Reads a quantity of the most usual forms fast, for files with a million rows; returns null for all others. Its
 * results are those of `readQuantity`.
 * @example readPlainQuantity('5,587人') // → value 5587, unit 人
 */
export function readPlainQuantity(text: string): NotationResult<ParsedQuantity> | null {
  const match = PLAIN_QUANTITY.exec(text);
  if (!match) return null;
  const [, whole = '', decimals = '', unit = ''] = match;
  const value = Number(whole.replaceAll(',', '') + decimals);
  return acceptNotation({ text, value, unit, period: null, missing: null, approximate: false });
}
