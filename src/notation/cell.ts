import type { Period } from '../model/period.ts';
import { flaw, type Flaw } from '../problems/problem.ts';
import { ERA } from './era.ts';
import { asPrinted, closing, fold, part, unwrapped, without, type Folded } from './fold.ts';
import { figureOf } from './figure.ts';
import { twoReadings } from './kept.ts';
import { readPeriod } from './period.ts';
import { read, unread, type Reading } from './reading.ts';
import { targetWords } from './words.ts';

/** A cell taken apart: what holds the value, and the time written beside it. */
export interface Cell {
  readonly core: Folded;
  readonly period: Period | null;
}

/** Marks that lead to a note: ※2, *10, (注1), and small figures behind a word. */
const NOTE_MARK = / ?(?:[※*]+ ?\d{0,2}|注 ?\d{1,2}|\((?:※|\*|注) ?\d{0,2}\)|(?<=[^\dm])[¹²³⁰⁴-⁹]+)$/;
/** Words in brackets that leave the number what it is. */
const HARMLESS =
  /^(?:延べ|のべ|累計|合計|総数|年間|平均|概数|見込み?|推計値?|速報値?|確報値?|実績値?|目標値?|参考)$/;
const TIME = `(?:${ERA} ?(?:\\d{1,3}|元)|\\d{4})`;
/** 平成27年:▲32人, H31年▲2,000, H25:16,904人: a time before what it is the time of. */
const LEADING_TIME = new RegExp(
  `^(${TIME} ?(?:年 ?度?末?(?: ?\\d{1,2}月末?)?(?:時点|現在)?|(?=:))) ?(?:には|までに|は|に|:|、)? ?(?=\\S)`,
);
/** 5.1% 平成20年度: a time behind the value, without brackets. */
const TRAILING_TIME = new RegExp(`(?<=\\S) ((?:${ERA} ?(?:\\d{1,3}|元)|\\d{4} ?年).*)$`);
/** すべての年代で80%以上: said of each of several groups. */
const SCOPE = /^(?:すべて|全て|全|各)\D{1,10}で ?(?=\D?\d)/;

/** The time that a text is, or null where it is none. A date that cannot be is one, with its flaw. */
function timeIn(printed: string): Reading<Period> | null {
  // A mark or a bare number beside a value is no time, although a 時点 cell may hold one.
  if (/^(?:[-―]+|\d{1,3})$/.test(fold(printed).text)) return null;
  const found = readPeriod(printed);
  return !found.ok && found.flaw.code === 'not-a-period' ? null : found;
}

/** True where a text holds a value by itself, so that what stands before it may be cut off. */
function holdsValue(rest: Folded): boolean {
  return figureOf(rest) !== null || targetWords(rest.text) !== null;
}

function withoutNotes(whole: Folded): Folded {
  const found = NOTE_MARK.exec(whole.text);
  return found && found.index > 0 ? withoutNotes(part(whole, 0, found.index)) : whole;
}

/** Cuts off every pair of brackets but those of a unit: g/(人・日). */
function withoutBrackets(whole: Folded, keep: (cut: string) => void): Folded {
  const found = /(?<!\/ ?)\(/.exec(whole.text);
  const end = found ? closing(whole.text, found.index) : -1;
  if (!found || end < 0) return whole;
  const inside = part(whole, found.index + 1, end);
  if (inside.text && !/^(?:※|\*|注) ?\d{0,2}$/.test(inside.text)) keep(asPrinted(inside));
  return withoutBrackets(withoutNotes(without(whole, found.index, end + 1)), keep);
}

/** The one time of several cut off, or none with a warning where they differ. */
function oneTime(times: readonly Period[], typed: string): { period: Period | null; warnings: Flaw[] } {
  const [first, ...others] = times;
  if (!first) return { period: null, warnings: [] };
  const other = others.find(({ start, end }) => start !== first.start || end !== first.end);
  if (!other) return { period: first, warnings: [] };
  const open = { text: first.text, start: null, end: null };
  return { period: open, warnings: [twoReadings(typed, first.text, other.text)] };
}

/** Cuts off everything that stands around a value; `keep` is given each piece as printed. */
function core(whole: Folded, keep: (cut: string) => void): Folded {
  let rest = withoutBrackets(unwrapped(withoutNotes(part(whole, 0))), keep);
  for (const form of [LEADING_TIME, SCOPE]) {
    const found = form.exec(rest.text);
    if (!found || !holdsValue(part(rest, found[0].length))) continue;
    keep(asPrinted(part(rest, 0, found[1]?.length ?? found[0].length)));
    rest = part(rest, found[0].length);
  }
  const trailing = TRAILING_TIME.exec(rest.text);
  if (!trailing || !timeIn(asPrinted(part(rest, trailing.index)))) return withoutNotes(rest);
  keep(asPrinted(part(rest, trailing.index)));
  return withoutNotes(part(rest, 0, trailing.index));
}

/**
 * Takes a cell apart into its value and its time: 83.1%(2015年), 5.1% 平成20年度, 令和元年:▲80人. A second figure in
 * brackets is a companion, never added and never a minus; a warning names what is not read.
 * @param text the cell as typed
 */
export function takeApart(text: string): Reading<Cell> {
  const times: Period[] = [];
  const warnings: Flaw[] = [];
  const faults: Flaw[] = [];
  const value = core(fold(text), (cut) => {
    const time = timeIn(cut);
    if (time?.ok) {
      times.push(time.value);
      warnings.push(...time.warnings);
    } else if (time) faults.push(time.flaw);
    else if (!HARMLESS.test(fold(cut).text))
      warnings.push(flaw('companion-not-read', { value: text, part: cut }));
  });
  const [fault] = faults;
  if (fault) return unread(fault);
  const one = oneTime(times, text);
  return read({ core: value, period: one.period }, [...warnings, ...one.warnings]);
}
