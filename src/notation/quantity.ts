import { createIssue, type Issue } from '../diagnostics/diagnostic.ts';
import { ERA_PATTERN } from './calendar.ts';
import { isKnownUnit, parseLeadingNumber } from './number-and-unit.ts';
import { readPeriod } from './period.ts';
import type { Period } from '../model/quantity-schema.ts';
import {
  acceptNotation,
  findClosingBracket,
  getPrintedText,
  MAX_NOTATION_LENGTH,
  type NormalizedText,
  normalizeNotation,
  type NotationReading,
  rejectNotation,
  removeOuterBrackets,
  removeSlice,
  sliceText,
} from './normalize.ts';
import {
  findMissingReason,
  findUnitAfterMark,
  isPossibleUnit,
  type MissingReason,
  type NumberWithUnit,
  parseNumberWithUnit,
  parseTargetPhrase,
} from './value-expressions.ts';

/** Why something known is not computed, as `kept-as-text` says it. */
const keptBecause = {
  staged: '年ごとに分かれている',
  arrow: '変化の前と後が書かれている',
  rank: '順位な',
  ratio: '分数な',
  relative: 'ほかの値をもとにした値な',
  change: '増減の数な',
  range: '幅のある値な',
  open: 'はしをふくまない範囲な',
  bound: '数ちょうどではない',
  parts: '数が2つ以上ある',
  misprint: '数の区切りがくずれている',
  vague: 'はっきりした数ではない',
  grade: '記号や段階な',
  label: '数の前に言葉がある',
  large: 'けたが多すぎて正確に表せない',
  time: '時点だけが書かれている',
  words: '言葉な',
} as const;
export type UnparsedReason = keyof typeof keptBecause;

/** Says that a text is kept as it is, and why. */
export function createUnparsedIssue(text: string, kept: UnparsedReason): Issue {
  return createIssue('kept-as-text', { value: text, why: keptBecause[kept] });
}

/** Says that a text has two readings; each is named by the text to write for it. */
export function createAmbiguityIssue(text: string, first: string, second: string): Issue {
  return createIssue('two-readings', { value: text, first, second });
}

const NUMBER = '[▲△-]? ?\\d[\\d,.]*';
const YEARS = new RegExp(`(?:${ERA_PATTERN}\\d{1,3}|\\d{4}) ?年|${ERA_PATTERN}\\d{1,3}(?=:)`, 'g');

/** Two readings of a folded text, each with how to write it. */
const TWO: readonly (readonly [RegExp, first: string, second: string])[] = [
  // A share that grows by a share: by points, or by so much of itself.
  [
    new RegExp(`^(${NUMBER}) ?(?:%|パーセント)(?:程度|以上|以下)?(?:の|を)?(?:増|UP|up|アップ|向上|上昇).*$`),
    '$1ポイント増',
    'もとの値の$1%増',
  ],
  [
    new RegExp(
      `^(${NUMBER}) ?(?:%|パーセント)(?:程度|以上|以下)?(?:の|を)?(?:減|DOWN|down|ダウン|低下|削減|縮減|低減).*$`,
    ),
    '$1ポイント減',
    'もとの値の$1%減',
  ],
  // A number with an arrow: at least as much, or more.
  [new RegExp(`^(${NUMBER} ?[^\\d↑↗]{0,6})[↑↗]$`), '$1以上', '$1超'],
  [new RegExp(`^(${NUMBER} ?[^\\d↓↘]{0,6})[↓↘]$`), '$1以下', '$1未満'],
  // A direction glued to a number: up to it, or up by it.
  [new RegExp(`^(?:アップ|UP|増加|向上|[↑↗]|\\+(?!0\\D*$)) ?(${NUMBER}[^\\d増減]{0,6})$`), '$1', '$1増'],
  [new RegExp(`^(?:ダウン|DOWN|減少|低下|[↓↘]) ?(${NUMBER}[^\\d増減]{0,6})$`), '$1', '$1減'],
  [/^(\d+)・(\d)(\D{0,6})$/, '$1.$2$3', '$1$3、$2$3'],
  // Whether a natural loss counts down depends on the indicator's title.
  [/^(\d[\d,]*\D{0,3})の(?:自然|社会)減$/, '▲$1', '$1'],
  // The first number is how low it may be, or where it starts from.
  [new RegExp(`^(${NUMBER}) ?(\\D{0,6})から(${NUMBER}) ?([^\\dにへ]{1,6}?)(?:まで)?$`), '$1$4~$3$4', '$3$4'],
];

/** What several numbers with their names stand in: no marks but those that part them, and no letter typed for a digit: 1O0. */
const PARTS = /^(?!.*\d(?!m[23])[A-Za-z]{1,2}\d)[\p{L}\d,.%:、・;~▲△ー↑↓ /-]+$/u;

/** Known forms of a folded text, the more telling first: many that look like several numbers say more than that. */
const KEPT: readonly (readonly [UnparsedReason, (text: string) => boolean])[] = [
  ['arrow', (text) => /\d.*[→⇒➡]|\d.*から.*\d.*(?:に|へ)\D+$/.test(text)],
  ['relative', (text) => /[比差の] ?[約+▲△-]? ?\d[\d,.]* ?(?:%|パーセント|ポイント|割|倍)/.test(text)],
  ['relative', (text) => /^(?:現状|現況|基準|前年|策定|さらに|新たに)\D{0,6}\d/.test(text)],
  ['relative', (text) => /平均値?[+を]\d/.test(text)],
  ['staged', (text) => (text.match(YEARS) ?? []).length > 1],
  [
    'ratio',
    (text) => /^約? ?\d[\d,.]*\D{0,6}[/:] ?\d[\d,.]*\D{0,8}$|分の[\d一二三四五六七八九十]+$/.test(text),
  ],
  ['ratio', (text) => /^\d[\d,]*\D{1,8}中\D{0,2}\d[\d,.]*\D{0,8}$/.test(text)],
  ['open', (text) => /\d\D*(?:超|未満).*\d|\d.*\d\D*(?:超|未満)/.test(text)],
  ['range', (text) => /^[▲△-]?\d[\d,.]*\D{0,8}(?:[~―±-]|から|以上)\D{0,4}\d[\d,.]*\D{0,8}$/.test(text)],
  [
    'range',
    (text) => /^\d[\d,.]*[^\d~]{0,6}(?:~|[台代](?:前半|後半)?(?:を?維持)?)$|^~\d[\d,.]*\D{0,6}$/.test(text),
  ],
  [
    'vague',
    (text) =>
      /^\d*[十百千万]?(?:数[十百千万]*\D{1,3}|複数\D{0,3})(?:以上)?$|^\d[\d,]*[万千]余\D{1,3}$/.test(text),
  ],
  ['vague', (text) => /^(?:過?半数|大半|大多数|多数|少数|若干[名人]?|ほとんど)(?:以上)?$/.test(text)],
  ['grade', (text) => /^(?:[○◯〇◎●△×✕☆★]|有り?|あり|可)$/.test(text)],
  [
    'grade',
    (text) => /^(?:ランク|レベル|評価|ステージ|ベスト) ?[A-ES\d]{1,2}(?:以上|以下|以内)?$/.test(text),
  ],
  ['grade', (text) => /^[A-DS] ?(?:評価|ランク|判定|等級)?(?:以上|以下)?(?:を?維持)?$/.test(text)],
  ['grade', (text) => /^(?:概ね)?(?:健全|良好|適正|順調|妥当)(?:段階)?$/.test(text)],
  [
    'words',
    (text) =>
      /^.{0,20}(?:中止|休止|延期|未実施|実施なし|未整備|新規(?:事業|設定|指標)?|開始前|供用前|実施前)$/.test(
        text,
      ),
  ],
  ['misprint', misprinted],
  ['parts', (text) => (text.match(/\d[\d,.]*/g) ?? []).length > 1 && PARTS.test(text)],
  ['rank', (text) => /\d ?位(?:以内|以上|以下)?$/.test(text)],
  // 人口74,000人, but 男性80.5歳 too: what the words before a number make of it, the indicator's title alone can say.
  [
    'label',
    (text) => /^(?![年月週日毎各])[\p{L}・ー() ]{2,20}?[約: ]* ?[▲△-]?\d[\d,.]*\D{0,12}$/u.test(text),
  ],
];

/** True for one number and a unit whose separators cannot stand as they do: 4億3,0000万円. */
function misprinted(text: string): boolean {
  const found = parseLeadingNumber(text);
  return found !== null && 'kept' in found && /^\D?\d[\d,.、万億兆千百 ]*\D{0,10}$/.test(text);
}

/**
 * Names what is known but not computed: the warning for a folded text, or null where it is of no known form.
 * @param text folded, without brackets and times
 * @param typed the cell as typed, for the warning to quote
 */
export function findUnparsedForm(text: string, typed: string): Issue | null {
  for (const [form, first, second] of TWO)
    if (form.test(text))
      return createAmbiguityIssue(typed, text.replace(form, first), text.replace(form, second));
  const found = parseLeadingNumber(text);
  if (found && 'kept' in found && found.kept === 'large') return createUnparsedIssue(typed, 'large');
  const kept = KEPT.find(([, is]) => is(text));
  return kept ? createUnparsedIssue(typed, kept[0]) : null;
}

const TIME_AHEAD = new RegExp(`^(?:${ERA_PATTERN} ?(?:\\d|元)|(?:19|20|21)\\d\\d ?年|1?\\d月(?!間))`);

/** True for a time without a value: 令和8年度, 2030年, 3月. */
export function isTimeOnly(text: string): boolean {
  return TIME_AHEAD.test(text) && readPeriod(text).ok;
}

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

/** A bare number, or one with a unit that can't be taken for anything else. */
const PLAIN =
  /^(\d{1,3}(?:,\d{3}){1,2}|\d{1,9})(\.\d{1,6})?(%|人|件|回|円|千円|世帯|団体|か所|箇所|冊|校|台|社|名)?$/;

/** One list for all, because there may be a million of them. */
const NONE: readonly Issue[] = [];

/**
 * Reads what most values are, and at once; null for whatever needs a closer look. What it reads, `readQuantity` reads
 * the same way: it is there for files with a million rows.
 * @example readPlainQuantity('5,587人') // → value 5587, unit 人
 */
export function readPlainQuantity(text: string): NotationReading<ParsedQuantity> | null {
  const found = PLAIN.exec(text);
  if (!found) return null;
  const [, whole = '', behind = '', unit = ''] = found;
  const value = Number(whole.replaceAll(',', '') + behind);
  return acceptNotation({ text, value, unit, period: null, missing: null, approximate: false }, NONE);
}
