import { ERA_CHARACTERS } from './calendar.ts';
import { getPrintedUnit } from './format.ts';
import { normalizeNotation, UNIT_REMARK } from './normalize.ts';
import { isKnownUnit, isSameUnit } from './number-and-unit.ts';
import { readQuantity, splitValueCell } from './quantity.ts';
import { readTarget } from './target.ts';

/** Reads what a value or a target says: its number or range, its comparator and its unit. */
function readValueParts(text: string, kind: 'value' | 'target') {
  const quantity = kind === 'value' ? readQuantity(text) : null;
  if (quantity?.ok && quantity.value.value !== null) return { ...quantity.value, low: null, text: '' };
  // A result can be a bound or a range like a target: 100以上, 60～70.
  const target = readTarget(text);
  return target.ok ? { ...target.value, text: '' } : null;
}

/** The ends of numbers, where a unit can be. */
const NUMBER_END = /[\d０-９〇一二三四五六七八九十百千万億兆](?![\d０-９,，.．〇一二三四五六七八九十百千万億兆])/g;

/**
 * Returns a value or a target as printed, with its unit: plans often print a bare number beside a column of units. The
 * unit is put where the text is still read as the same number; otherwise it follows in brackets. A text
 * that is not a number, or contains a unit, stays as it is.
 * @example addUnit('100以上', '人', 'target') // → 100人以上
 * @example addUnit('83.1（R4年度）', '%') // → 83.1%（R4年度）
 * @example addUnit('12千人', '人') // → 12千人
 * @example addUnit('3.5', '点（5点満点）') // → 3.5点（5点満点）
 */
export function addUnit(text: string, unit: string, kind: 'value' | 'target' = 'value'): string {
  if (unit === '') return text;
  const bare = readValueParts(text, kind);
  if (bare?.unit !== '' || (bare.value === null && bare.low === null)) return text;
  const expected = JSON.stringify({ ...bare, unit: '' });
  const candidates = [...text.matchAll(NUMBER_END)].map(
    ({ index }) => `${text.slice(0, index + 1)}${unit}${text.slice(index + 1)}`,
  );
  const isSame = (candidate: string) => {
    const parts = readValueParts(candidate, kind);
    const isUnit = [unit, unit.replace(UNIT_REMARK, '')].some((one) => isSameUnit(parts?.unit ?? '', one));
    return parts !== null && isUnit && JSON.stringify({ ...parts, unit: '' }) === expected;
  };
  return candidates.find(isSame) ?? `${text}（${unit}）`;
}

/**
 * Returns the remark of a value that contradicts the one of its unit, because it has other digits or one other letter;
 * empty if it has none.
 * @example findOtherRemark('7.2点（10点満点）', '点（5点満点）') // → 10点満点
 * @example findOtherRemark('5人（男性）', '人（女性）') // → 男性
 */
export function findOtherRemark(text: string, unit: string): string {
  const remark = normalizeNotation(UNIT_REMARK.exec(unit)?.[0] ?? '').text.slice(1, -1);
  const cell = remark === '' ? null : splitValueCell(text);
  if (!cell?.ok) return '';
  const wanted = remark.replace(/\d+/g, '0');
  const isOther = (part: string) => {
    const { text: own } = normalizeNotation(part);
    const letters = own.replace(/\d+/g, '0');
    const others = [...letters].filter((letter, index) => letter !== wanted[index]).length;
    return own !== remark && letters.length === wanted.length && others === (letters.includes('0') ? 0 : 1);
  };
  return cell.warnings.map(({ values }) => String(values.part ?? '')).find(isOther) ?? '';
}

/** Returns a value or a target for readers: with its unit (see `addUnit`), but an index number stays alone. */
export const addPrintedUnit = (text: string, unit: string, kind: 'value' | 'target' = 'value'): string =>
  addUnit(text, getPrintedUnit(unit), kind);

/** Returns a value with its period in brackets, if it has one. */
export const addPeriod = (text: string, period: string): string => (period === '' ? text : `${text}（${period}）`);

/** What readers see instead of an empty cell: the plan has no such value. */
export const NO_VALUE_PRINTED = '記載なし';

type PrintedText = Readonly<{ text: string }>;

/** Returns an indicator for readers: its three values as printed or 記載なし, each with its unit (see `addPrintedUnit`). */
export function addPrintedUnits<
  T extends Readonly<{ unit: string; baseline: PrintedText; target: PrintedText; latest: PrintedText | null }>,
>(indicator: T): T {
  const { unit, baseline, target, latest } = indicator;
  return {
    ...indicator,
    baseline: { ...baseline, text: addPrintedUnit(baseline.text, unit) || NO_VALUE_PRINTED },
    target: { ...target, text: addPrintedUnit(target.text, unit, 'target') || NO_VALUE_PRINTED },
    latest: latest && { ...latest, text: addPrintedUnit(latest.text, unit) },
  };
}

const BRACKETS = /[(（[［【〔<〈]([^()（）[\]［］【】〔〕<>〈〉]*)[)）\]］】〕>〉]/g;

/** What can follow a unit in brackets: a time such as 令和4年度末, or a mark such as ※1. */
const TIME_OR_MARK = new RegExp(`^[\\d０-９${ERA_CHARACTERS}ＲＨＳ元年度月日末時点現在実績.※*注]*$`);

/** Returns the unit in a pair of brackets; null if there is another text. */
function readUnit(inside: string): string | null {
  const text = inside.trim();
  return /^単位 ?[:：] ?(.+)$/.exec(text)?.[1] ?? (isKnownUnit(text) ? text : null);
}

/** A word beside a unit for how a number was counted: 人・累計, 延べ人数：人. 学校・園 and 人・日 have none. */
const COUNTING_WORD =
  /(?:^|(?<=[:：])|[・･、,，])\s*(?:(?:延べ|のべ)(?:人数)?|累計|累積|合計|総数|年間|平均|単年度?)\s*(?=$|[・･、,，:：])/g;

/** Returns the unit in brackets, which words for the counting may precede or follow; null for another text. */
const readUnitPart = (inside: string): string | null =>
  readUnit(inside.replace(COUNTING_WORD, '').replace(/(?<=^|[:：])[・･、,，:：]/, ''));

/** True for 年 or 日 behind a count: 利用者数（年） is a number per year, but 在院日数（日） is a number of days. */
const isTimeOfCount = (before: string, unit: string) =>
  /^[年日]$/.test(unit) && /[数額量件]$/.test(before) && !before.endsWith(`${unit}数`);

/**
 * Returns the unit in the brackets of a name or of a heading, as printed; empty if they contain none. Behind the unit
 * are only further brackets or a time: 来場者（人）の満足度 is not in 人, and 利用者数（年） is not in 年.
 * @example findBracketedUnit('精密検査受診率（％）') // → ％
 * @example findBracketedUnit('現状値（単位：人）令和4年度') // → 人
 */
export function findBracketedUnit(text: string): string {
  const found = [...text.matchAll(BRACKETS)].findLast(([, inside = '']) => readUnitPart(inside) !== null);
  const [whole, inside = ''] = found ?? [''];
  const [before, unit] = [text.slice(0, found?.index).trim(), readUnitPart(inside) ?? ''];
  if (!found || before === '' || (!inside.includes('単位') && isTimeOfCount(before, unit))) return '';
  const behind = text.slice(found.index + whole.length).replace(BRACKETS, '');
  return TIME_OR_MARK.test(behind.trim()) ? unit : '';
}

/**
 * Returns a text without units in brackets. A word beside the unit stays, because a total has another meaning.
 * @example removeBracketedUnits('目標値(%)') // → 目標値
 */
export const removeBracketedUnits = (text: string): string =>
  text.replace(BRACKETS, (whole, inside: string) =>
    readUnit(inside) === null || inside.search(COUNTING_WORD) >= 0 ? whole : '',
  );
