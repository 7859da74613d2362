import type { Period } from '../model/period.ts';
import { createIssue, type Issue } from '../problems/problem.ts';
import { ERA_PATTERN } from './era.ts';
import {
  getPrintedText,
  findClosingBracket,
  normalizeNotation,
  sliceText,
  removeOuterBrackets,
  removeSlice,
  type NormalizedText,
} from './fold.ts';
import { parseNumberWithUnit } from './figure.ts';
import { createAmbiguityIssue } from './kept.ts';
import { findMissingReason } from './missing.ts';
import { readPeriod } from './period.ts';
import { acceptNotation, rejectNotation, type NotationReading } from './reading.ts';
import { isKnownUnit } from './unit.ts';
import { parseTargetPhrase } from './words.ts';

/** A cell taken apart: what holds the value, and the time written beside it. */
export interface ValueCell {
  readonly core: NormalizedText;
  readonly period: Period | null;
}

/** Marks that lead to a note: ※2, *10, (注1), and small figures behind a word. */
const NOTE_MARK =
  / ?(?:。|[※*†‡]+ ?\d{0,2}|注 ?\d{1,2}\)?|\((?:※|\*|注) ?\d{0,2}\)|(?<=^[^(]*[^\d(,. ])\d{1,2}\)|(?<=[^\dm])[¹²³⁰⁴-⁹]+)$/;
/** 26.4% ※速報値: a note in words behind the value. */
const NOTE = / ?※(.+)$/;
/** Words in brackets that leave the number what it is. */
const HARMLESS =
  /^(?:延べ|のべ|合計|総数|年間|概数|概算|見込み?値?|推計値?|速報値?|確報値?|確定値?|暫定値?|実績値?|目標値?|参考値?|毎年度?|(?:\d{1,2} ?[かカヵヶケ箇]?年間?の?)?(?:累計|累積|平均)|\d{1,2} ?(?:[かカヵヶケ箇]年間?|年間))$/;
const TIME = `(?:${ERA_PATTERN} ?(?:\\d{1,3}|元)|\\d{4})`;
/** 平成27年:▲32人, H31年▲2,000, H25:16,904人, R7策定: a time before what it is the time of. */
const LEADING_TIME = new RegExp(
  `^(${TIME} ?(?:年 ?度?[末中]?(?: ?\\d{1,2}月(?:末|\\d{1,2}日)?)?(?:時点|現在)?|(?=:))` +
    `|(?:${ERA_PATTERN} ?\\d{1,2}|\\d{4})[./]\\d{1,2}(?:[./]\\d{1,2})?(?:時点|現在)?(?= \\S|:|[^\\d,./:%]{2})` +
    `|${ERA_PATTERN} ?(?:\\d{1,2}|元)(?= \\S|に\\D?\\d|[^\\d ,.年月/・-]{2}))` +
    ' ?(?:には|までに|まで|は|に|:|、)? ?(?=\\S)',
);
/** ※ 97.4%: a mark that a note is for, before the value. Without the space its digits may be the note's. */
const LEADING_MARK = /^(?:[※*]+ ?\d{0,2}|\((?:※|\*|注) ?\d{0,2}\)) (?=[▲△-]?\d)/;
/** 5.1% 平成20年度: a time behind the value, without brackets. */
const TRAILING_TIME = new RegExp(`(?<=\\S) ((?:${ERA_PATTERN} ?(?:\\d{1,3}|元)|\\d{4} ?年).*)$`);
/** すべての年代で80%以上, 男女とも40%以上, 各校1回: said of each of several groups. */
const SCOPE =
  /^(?:(?:すべて|全て|全|各)[^\d年月週日]\D{0,9}で|\D{1,10}(?:とも|いずれも|それぞれ)に?|各(?:[^\d年月週日]\D{0,5}(?:に|ごとに)?)?) ?(?=[約▲△]?\d)/;

/** The time that a text is, or null where it is none. A date that cannot be is one, with its flaw. */
function timeIn(printed: string): NotationReading<Period> | null {
  // A mark, words or a bare number beside a value are no time, although a 時点 cell may hold them; nor is a note.
  const { text } = normalizeNotation(printed);
  if (findMissingReason(text) || /^(?:\d{1,3}$|※)/.test(text)) return null;
  const found = readPeriod(printed);
  return !found.ok && found.issue.code === 'not-a-period' ? null : found;
}

/** True where a text holds a value by itself, so that what stands before it may be cut off. */
function holdsValue(rest: NormalizedText): boolean {
  return parseNumberWithUnit(rest) !== null || parseTargetPhrase(rest.text) !== null;
}

function withoutNotes(whole: NormalizedText): NormalizedText {
  const found = NOTE_MARK.exec(whole.text);
  return found && found.index > 0 ? withoutNotes(sliceText(whole, 0, found.index)) : whole;
}

/** Cuts off every pair of brackets but those of a unit: g/(人・日). */
function withoutBrackets(whole: NormalizedText, keep: (cut: string) => void): NormalizedText {
  const found = /(?<!\/ ?)\(/.exec(whole.text);
  const end = found ? findClosingBracket(whole.text, found.index) : -1;
  if (!found || end < 0) return whole;
  const inside = sliceText(whole, found.index + 1, end);
  // 97.4(%): the brackets hold nothing but the unit.
  if (isKnownUnit(inside.text) && /\d ?$/.test(whole.text.slice(0, found.index)))
    return withoutBrackets(removeSlice(removeSlice(whole, end, end + 1), found.index, found.index + 1), keep);
  if (inside.text && !/^(?:※|\*|注) ?\d{0,2}$/.test(inside.text)) keep(getPrintedText(inside));
  return withoutBrackets(withoutNotes(removeSlice(whole, found.index, end + 1)), keep);
}

/** The one time of several cut off, or none with a warning where they differ. */
function oneTime(times: readonly Period[], typed: string): { period: Period | null; warnings: Issue[] } {
  const dated = times.filter(({ start }) => start);
  const [first, ...others] = dated.length > 0 ? dated : times;
  if (!first) return { period: null, warnings: [] };
  const other = others.find(({ start, end }) => start !== first.start || end !== first.end);
  if (!other) return { period: first, warnings: [] };
  const open = { text: first.text, start: null, end: null };
  return { period: open, warnings: [createAmbiguityIssue(typed, first.text, other.text)] };
}

/** Cuts off everything that stands around a value; `keep` is given each piece as printed. */
function core(whole: NormalizedText, keep: (cut: string) => void): NormalizedText {
  const bare = withoutNotes(sliceText(whole, 0));
  const marked = LEADING_MARK.exec(bare.text)?.[0].length ?? 0;
  let rest = withoutBrackets(removeOuterBrackets(sliceText(bare, marked)), keep);
  // R6.8公表予定: the time is that of the publication, not of the value.
  if (findMissingReason(rest.text)) return rest;
  for (const form of [LEADING_TIME, SCOPE]) {
    const found = form.exec(rest.text);
    if (!found || !holdsValue(sliceText(rest, found[0].length))) continue;
    keep(getPrintedText(sliceText(rest, 0, found[1]?.length ?? found[0].length)));
    rest = sliceText(rest, found[0].length);
  }
  const note = NOTE.exec(rest.text);
  if (note && note.index > 0) {
    keep(getPrintedText(sliceText(rest, note.index + note[0].length - (note[1]?.length ?? 0))));
    rest = sliceText(rest, 0, note.index);
  }
  const trailing = TRAILING_TIME.exec(rest.text);
  if (!trailing || !timeIn(getPrintedText(sliceText(rest, trailing.index)))) return withoutNotes(rest);
  keep(getPrintedText(sliceText(rest, trailing.index)));
  return withoutNotes(sliceText(rest, 0, trailing.index));
}

/**
 * Takes a cell apart into its value and its time: 83.1%(2015年), 5.1% 平成20年度, 令和元年:▲80人. A second figure in
 * brackets is a companion, never added and never a minus; a warning names what is not read.
 * @param text the cell as typed
 */
export function splitValueCell(text: string): NotationReading<ValueCell> {
  const times: Period[] = [];
  const warnings: Issue[] = [];
  const faults: Issue[] = [];
  const value = core(normalizeNotation(text), (cut) => {
    if (HARMLESS.test(normalizeNotation(cut).text)) return;
    const time = timeIn(cut);
    if (time?.ok) {
      times.push(time.value);
      warnings.push(...time.warnings);
    } else if (time) faults.push(time.issue);
    else warnings.push(createIssue('companion-not-read', { value: text, part: cut }));
  });
  const [fault] = faults;
  if (fault) return rejectNotation(fault);
  const one = oneTime(times, text);
  return acceptNotation({ core: value, period: one.period }, [...warnings, ...one.warnings]);
}
