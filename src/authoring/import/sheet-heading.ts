import { memoizeByValue } from '../../model/collections.ts';
import { foldText } from '../../model/japanese-text.ts';
import { joinPatterns, NOTE_MARK, MAX_MARKS, splitMark } from '../../model/text-patterns.ts';
import { planEras } from '../../notation/calendar.ts';
import { isKnownUnit } from '../../notation/number-and-unit.ts';
import { removeBracketedUnits } from '../../notation/printed-unit.ts';
import { indicatorsTable } from '../../tables/indicators.ts';
import { createColumnMatcher } from '../../validation/table-header.ts';
import { findTime, foldHeading, TIME, YEAR } from './sheet-times.ts';

/**
 * The meaning of a sheet column: a column of `indicators.csv` or of `FURTHER_COLUMNS`, an interim target, the target
 * before or after a revision, the results of one period, or the names of plan items of one level.
 */
export type HeadingMeaning =
  | { readonly becomes: 'column'; readonly heading: string; readonly period: string }
  | { readonly becomes: 'interim' | 'original' | 'revised' | 'result'; readonly period: string }
  | { readonly becomes: 'level'; readonly level: string };

/** The words before 指標 (めざす姿の成果指標): whose indicators they are, and of which kind. */
const [OWNER, KIND] = [
  '(?:めざす姿|目指す姿|基本目標|政策|施策|取組|分野)の',
  '(?:SDGs)?ローカル|成果|活動|評価|目標|環境|施策|取組|まちづくり|業務|経営|モニタリング|主な|主要|代表|測定|検証|管理|進捗|数値|重点|アウト(?:カム|プット)',
];
/** 指標名, めざす姿の成果指標名, 目標（指標）名, 業務指標（PI）, 指標・単位. */
const INDICATOR_NAME = new RegExp(
  `^(?:目標\\(指標\\)|(?:${OWNER})?(?:${KIND})?指標)` +
    '(?:の?名称|名|項目)?[1-9]?(?:\\(PI\\))?(?:\\(単位\\)|(?:及び|[・/])単位)?$',
  'i',
);
/** KPI項目, KPI（重要業績評価指標）, 指標（KPI）, 重要業績指標（KPI）, 数値目標・KPI. */
const KPI_NAME = new RegExp(
  '^(?:数値目標[・/(])?' +
    '(?:KPI(?:指標|項目)?(?:名称?|\\(重要業績評価指標\\))?|(?:重要業績(?:評価)?)?指標[(【]?KPI[)】]?|重要業績(?:評価)?指標)' +
    '(?:[・/]数値目標)?\\)?(?:\\(単位\\))?$',
  'i',
);

/** What a unit is of: KPI単位, 成果指標の単位, 単位（指標）, 目標値単位. */
const MEASURED = `(?:${KIND})?指標値?|KPI|(?:目標|現状|実績|数)値|計測|測定`;

/** The words of headings of remarks, which are the note only if there is no 備考. */
export const REMARK = /特記(?:事項)?|コメント|補足(?:説明|事項)?/;

/** Headings of sheets for these columns, besides the aliases of `indicators.csv`. */
const OTHER_HEADINGS: Readonly<Record<string, RegExp>> = {
  名称: joinPatterns(INDICATOR_NAME, KPI_NAME),
  単位: new RegExp(`^(?:\\(単位\\)|単位\\((?:${MEASURED})\\)|(?:${MEASURED})の?単位)$`, 'i'),
  良い方向: /^(?:[指目]標の?)?(?:目指す|めざす|望ましい|期待(?:する|される))?方向性?$/,
  集計: /^集計区分$/,
  現状値: /^(?:現在(?:の?値)?|(?:計画)?当初値?|初期値|従前値?|(?:計画|戦略)?(?:策定|開始)(?:時点?|前)(?:の?(?:数?値|状況))?|計画時|事業(?:開始|実施)前(?:\(現時点\))?|最新の現状値|ベースライン値?)$/,
  現状値の時点: /^(?:現況|策定)年度$/,
  目標値: /^(?:目標(?:数値|とする値)|(?:最終|到達|計画)目標値?|(?:めざす|目指す|計画)値)$/,
  目標値の時点: /^(?:(?:達成)?目標(?:年次|時期)|達成目標年度?|(?:目標)?(?:達成|最終)年度)$/,
  設定日: /^(?:目標値?の?)?(?:見直し?|改[定訂]|変更|修正)(?:日|年月日?|年度?)$/,
  注記: new RegExp(`^(?:(?:目標\\(指標\\)|指標)?の?(?:説明|定義)|${REMARK.source})$`),
};

/** What the headings of `HeadingMeaning` that are no columns of `indicators.csv` become. */
export const FURTHER_COLUMNS: ReadonlyMap<string, string> = new Map([
  ['実績の時点', 'observations.csv の「時点」'],
  ['中間目標の時点', 'targets.csv の「目標値の時点」'],
  ['設定日', 'targets.csv の「設定日」'],
]);

/** Headings of interim targets. 中間値 alone may be a result. */
const INTERIM = /^(?:の)?(?:中間(?:年度?の?|年次の?|評価時の?)?目標(?:数?値)?|目標値?の?中間値?)$/;

/** Headings of targets with their time. The target is the latest one. */
const DATED_TARGET = joinPatterns(
  /^(?:[短中長前後]期末?|(?:計画)?最終(?:年度|評価時)の?)目標(?:数?値)?$/, // 長期目標, 計画最終年度目標値
  /^目標(?:数?値)?の?最終(?:値|年度)?$/, // 目標最終年度
  /^最終(?:年度)?$/,
  /^各?年[度次](?:別|ごと|毎)?の?目標(?:数?値)?$/, // 年度別目標
);

/** Words of the target before and after a revision: 当初目標値, 目標値（見直し後）. */
const REVISIONS = [
  ['original', /\(?(?:計画)?(?:当初|策定時|(?:見直し?|改[定訂]|変更|修正)前)の?\)?/],
  ['revised', /\(?(?:見直し?|改[定訂]|変更|修正)後の?\)?/],
] as const;

/** A group above a year whose values may be targets or results: 指標値 above 令和5年度. */
const UNCLEAR_GROUP = /^指標値[^(\d]{0,2}[\d元]/;

/** Words and signs around the period in the heading of a column of results. */
const RESULT_WORD = joinPatterns(
  /(?:KPI|指標)?の?実績[値数]?(?:推計値?)?/, // 実績値, KPI実績, 実績（推計）
  /(?:(?:市民)?(?:意識)?(?:アンケート|調査)の?)?(?:結果|値)/, // アンケート結果, 値
  /[最直][新近](?:の?実績)?値?/, // 最新値, 直近の実績
  /最終(?:(?:の?実績)?値|の?実績)/, // 最終値, 最終実績
);
const RESULT = new RegExp(`^の?(?:${RESULT_WORD.source})?(?:(?:速報|暫定|確報|確定)[値数]?|概数)?$`);

/** Marks of footnotes: ※1, (注2), the letters of computed columns: 目標(A), 実績(B), the size of a sample: (n=1,203). */
export const FOOTNOTE = new RegExp(
  `\\([nN]=[\\d,]+\\)|\\([A-Ca-c]\\)|\\((?:${NOTE_MARK})\\)|(?:${NOTE_MARK})(?:\\)(?<!\\([^()]*\\)))?`,
  'gu',
);

/** The first letter of a year in a heading. */
const YEAR_START = `[2${planEras.map(({ aliases }) => aliases.join('')).join('')}]`;

/** Words that a heading does not need. */
const USUAL = joinPatterns(
  new RegExp(`(?:第\\d{1,2}年[度次]|\\d{1,2}年目)(?=\\(?${YEAR_START})`, 'gi'), // 第5年次（令和7年度）, 1年目（令5）
  /\((?:\d{1,2}年目|単年度?|当該年度|通[年期]|年間|[市町村]?全[体域市町村])\)/gi, // 令和7年度実績（市全体）
  /(?<=[^\w/])\/(?!KPI)[a-z]+(?=\(|$)/gi, // 目標値/Target
  /^[前本今当]年度?(?=\()/gi, // 前年度（R5年度）
  // 前期実績値（R4）, 前期基本計画目標値（R7）
  new RegExp(
    `^(?:[前本今当]年度|[前後]期(?:(?:基本|実施|実行|行動)?計画)?)の?(?=(?:目標|実績)値?\\(${YEAR_START})`,
    'gi',
  ),
  /(?:H31|平成31(?:年度?)?)[/・](?=R[1元]|令和元)/gi, // 基準値 H31/R1, H31・R元
  // 現状値（計画策定時:R1）, 目標値（前期:R7）
  new RegExp(`(?<=\\()(?:計画)?(?:策定時|[前後]期末?|(?:最終|基準|目標|直近|達成)年度?):(?=${YEAR_START})`, 'gi'),
  /^(?:単年度?|[本当]?[市町村])の?(?=目標|実績|現状)|単年度?$/gi, // 市の目標値
  /(?<=[値状])\((?:計画)?策定時\)/gi, // 現状（計画策定時）
  /(?<=^(?:現[状況]|基準|当初|(?:計画)?策定時)値?\(.*)の?実績値?(?=\)$)/gi, // 現状値（令和4年度実績）
  /(?<=目標(?:数?値)?\([^()]*)までに?(?=\))|まで[にの](?=目標)/gi, // 目標値（令和9年度まで）, 令和9年度までの目標
);

/** Returns a name without marks of footnotes at its end. One within brackets stays: 本（延べ※1）. */
export function removeFootnotes(name: string, left = MAX_MARKS): string {
  const { mark, rest } = splitMark(name);
  const isBehind = mark !== '' && rest !== '' && name.startsWith(rest) && !/[（(][^）)]*$/.test(rest);
  return isBehind && left > 0 ? removeFootnotes(rest, left - 1) : name;
}

/** Headings of the names of plan items: 分野, 施策名, 基本目標の名称. */
const LEVEL =
  /^((?:分野|政策|施策|基本施策|主要施策|中施策|小施策|大施策|基本目標|基本方針|基本方向|基本政策|まちづくりの目標|大項目|中項目|小項目|取組|取り組み|事業|柱|章|節)(?:\d)?)(?:名称?|の名称)?$/;

/** Returns a heading without the number of a column or an indicator: 現状値（R5）①, 現状値①（R5）, 目標値1. */
export const removeOrder = (text: string): string =>
  text.replace(/^\s*[①-⑳]|[①-⑳]\s*(?=[(（]|$)|(?<=^\s*(?:現状|基準|目標|実績)値)\s*[1-9１-９]\s*$/g, '');

const matchColumns = createColumnMatcher(indicatorsTable.columns);

const TIME_WORD = '(?:年度|年次|年月日?|時点|時期|期限)';
/** The time beside a baseline or a target. Only 目標値（年） is a target in years. */
const TIME_BESIDE = new RegExp(
  `^(.+?)の?(?:年|${TIME_WORD}|\\(${TIME_WORD}\\)|\\((?:基準|現状|策定|目標|達成)(?:年|${TIME_WORD})\\))$`,
);
const VALUE_BESIDE = /^(.+?)の?\(?数?値\)?$/;
/** The words below 現状値 or beside it for the value of a baseline: 現状値 above 年度 and 実績値. */
const BASELINE_BESIDE = /^(.+?)の?\(?(?:実績|基準|現状)値?\)?$/;

function lookUpColumn(heading: string): string | undefined {
  const [name, ...others] = matchColumns(heading);
  if (name !== undefined && others.length === 0) return name;
  return Object.keys(OTHER_HEADINGS).find((one) => OTHER_HEADINGS[one]?.test(heading));
}

/**
 * Returns the column of a heading. Headings that are unclear in our files have their usual meaning in sheets. Below a
 * group, 年度 and 値 follow its name: 現状値年度, 現状値値.
 */
function findColumn(heading: string): string | undefined {
  const whole = lookUpColumn(heading);
  if (whole !== undefined) return whole;
  const timed = TIME_BESIDE.exec(heading)?.[1];
  // 年度 and 値 may also be below 基準年 and 目標年度.
  const lookUp = (name = '') => lookUpColumn(name)?.replace(/の時点$/, '');
  const value = lookUp(timed ?? VALUE_BESIDE.exec(heading)?.[1]);
  if (INTERIM.test(timed ?? '')) return '中間目標の時点';
  if (value === '現状値' || value === '目標値') return timed === undefined ? value : `${value}の時点`;
  return lookUp(BASELINE_BESIDE.exec(heading)?.[1]) === '現状値' ? '現状値' : undefined;
}

/** A pair of brackets with a few words, and the signs that part a time from a unit in it. */
const [BRACKETS, BETWEEN] = [/[(（【[［]([^()（）【】[\]［］]{1,30})[)）】\]］]/g, /\s*[・･、,，:：/／\s]\s*/g];

/**
 * Returns a heading with a time and a unit in brackets of their own if they share a pair.
 * @example splitBrackets('現状値（令和4年度・％）') // → 現状値（令和4年度）（％）
 */
export const splitBrackets = (text: string): string =>
  text.replace(BRACKETS, (whole, inside: string) => {
    const isTime = (part: string) => RESULT.test(findTime(foldHeading(part))?.rest ?? '?');
    const bare = inside.replace(/単位\s*[:：]?\s*/, '').trim();
    for (const { index, 0: sign } of bare.matchAll(BETWEEN)) {
      const [first, second] = [bare.slice(0, index), bare.slice(index + sign.length)];
      if (isTime(first) && isKnownUnit(second)) return `（${first}）（${second}）`;
      if (isKnownUnit(first) && isTime(second)) return `（${second}）（${first}）`;
    }
    return whole;
  });

/** Returns the meaning of a folded heading, or null if it is unknown. */
function findMeaning(word: string): HeadingMeaning | null {
  const whole = findColumn(word);
  if (whole !== undefined) return { becomes: 'column', heading: whole, period: '' };
  if (INTERIM.test(word)) return { becomes: 'interim', period: '' };
  const level = LEVEL.exec(word)?.[1];
  if (level !== undefined) return { becomes: 'level', level };
  const time = UNCLEAR_GROUP.test(word) ? null : findTime(word);
  if (!time) return null;
  if (RESULT.test(time.rest)) return { becomes: 'result', period: time.period };
  if (INTERIM.test(time.rest)) return { becomes: 'interim', period: time.period };
  const stated = DATED_TARGET.test(time.rest) ? '目標値' : findColumn(time.rest.replace(/^の|の$/g, ''));
  // 基準年度（2013年度） is the heading of the values of that year.
  const heading = stated?.replace(/の時点$/, '');
  return heading === '現状値' || heading === '目標値' ? { becomes: 'column', heading, period: time.period } : null;
}

/** Returns the meaning of the heading of a target before or after a revision, or null. */
function findRevision(word: string): HeadingMeaning | null {
  const [revision] = REVISIONS.flatMap(([becomes, words]): HeadingMeaning[] => {
    const target = words.test(word) ? findMeaning(word.replace(words, '')) : null;
    return target?.becomes === 'column' && target.heading === '目標値' ? [{ becomes, period: target.period }] : [];
  });
  return revision ?? null;
}

/** Longer texts are no headings: some patterns look back from each of their words. */
const MAX_HEADING_LENGTH = 500;

/**
 * Returns the meaning of a sheet column, or null if its heading is unknown.
 * @example readSheetHeading('基準値（令和4年度）') // → column 現状値, period 令和4年度
 * @example readSheetHeading('令和5年度実績') // → result, period 令和5年度
 * @example readSheetHeading('施策名') // → level 施策
 */
export const readSheetHeading = memoizeByValue((text: string): HeadingMeaning | null => {
  if (text.length > MAX_HEADING_LENGTH) return null;
  const split = removeOrder(splitBrackets(text));
  const word = foldHeading(split).replace(FOOTNOTE, '').replace(USUAL, '');
  const find = (text: string) => findMeaning(text) ?? findRevision(text);
  return find(word) ?? (/[([]/.test(word) ? find(removeBracketedUnits(word.replace('(単位)', ''))) : null);
});

/** True for a heading, also in brackets or behind a number or a sign: ■成果指標, (1)活動指標. */
export const isHeadingWord = (text: string): boolean =>
  readSheetHeading(text.replace(/^\P{L}+|\P{L}+$/gu, '')) !== null;

/** True for the heading of a time, with this time: 基準年度（2013年度）. */
export const isDatedTime = (text: string) =>
  (findColumn(findTime(foldHeading(text))?.rest ?? '') ?? '').endsWith('の時点');

/** True for a heading of results without their time. */
export const isUndatedResult = (text: string): boolean =>
  /^(?:(?:[最直][新近]の?)?実績[値数]?|[最直][新近]値)値?$/.test(
    removeBracketedUnits(foldText(text).replace(FOOTNOTE, '')),
  );

/** What follows the months of a value. Behind them, other words say what happened: 12月まで休館. */
const OF_VALUE =
  '(?:分|のみ)?(?:の[^。、]{0,10}(?:実績|[数値額率量]|累計|合計|集計))?(?:です|である)?(?=[。、,)\\s]|$)';
/** Words of a part of a year: 12月までの実績, 4～12月, 上半期; none of a whole year or of the time of a survey. */
const PART_OF_YEAR = joinPatterns(
  new RegExp(`(?<=\\d)(?<!(?<!\\d)3)月(?:末日?)?まで${OF_VALUE}`),
  new RegExp(
    '(?<!(?:調査|アンケート|時期|期間).{0,9})(?<!\\d)(?!4月?(?:から|.)翌?年?3月|1月?(?:から|.)12月)' +
      `\\d{1,2}月?(?:から|[~〜-])翌?年?\\d{1,2}月(?:末日?)?(?:まで)?${OF_VALUE}`,
  ),
  new RegExp(`(?:(?<!上半期.{0,3})[上下]半期|半年|第?[1-3]四半期)(?:まで)?${OF_VALUE}`),
);
/** Words of values that are not final. The ends of a fiscal year and the usual days of surveys are no sign of that. */
const OPEN_WORD = joinPatterns(
  /(?:見込(?![んむまめ])|予測|推計)(?!み?(?:どおり|通り|より)|方法|.{0,4}を[上下]回)|概数(?!の?ため)|参考値|集計中|未確定/,
  /(?<!緊急)速報(?!値?(?:から|を確)|メール)|暫定|概算(?!払|要求)|途中(?!から|より|[でに](?!す)|の(?!数?値|実績))/,
  /(?<!年度?末|(?<!1)3月(?:末日?|31日)|(?:[457]|10)月1日)(?:時点|現在)/,
  // R7年度以降は目標値
  /(?<=^|[は:]|[\d度年降]\()(?:全て|すべて)?(?:当初)?(?:目標|計画|予定|予算)(?:数?値|額)?(?:です|である|とする)?(?=[。)\s]|(?<=[値額])、|$)/,
  PART_OF_YEAR,
);
/** A folded remark that only says so: 速報値です。, 12月末現在の数値, but not 推計人口を使う or 目標, the mark of a row. */
export const OPEN_REMARK = new RegExp(
  `^(?:.*は、?)?(?!時点|現在|目標|計画|予|当初|全て|すべて)[\\d年度月日末]*(?:${OPEN_WORD.source})(?:[み値]|の?数?値|の?実績)*(?:です|である)?。?$`,
  's',
);
/** Each year, before the month of its value: 各年度12月末現在. */
const EACH_YEAR = '[各毎]年度?の?(?=\\d{1,2}月)';
const OPEN_TIMES = new RegExp(
  `(?:(?:${TIME.source}|${EACH_YEAR})[、,・~及びと]*)+(?:(?!${YEAR})[^。確目]){0,60}?(?:${OPEN_WORD.source})`,
  'g',
);
const TIMES = new RegExp(`${TIME.source}(?:以降)?|${EACH_YEAR}`, 'g');

/** True for words of a value that is not final, such as 速報値 and 12月末現在. */
export const isOpenWord = (words: string): boolean => OPEN_WORD.test(foldText(words));

/** Space that parts a year from the number of a note: ※1 2024年度. */
const BEFORE_YEAR = /(?<=\p{Nd})\s+(?=\p{Nd}{4})/gu;

/** Returns the times before such words: R6 of R5は確報、R6は速報, and R7年度以降. */
export function listOpenTimes(text: string): readonly string[] {
  const parts = isOpenWord(text) ? foldHeading(text.replace(BEFORE_YEAR, '、')).match(OPEN_TIMES) : null;
  return parts?.join(' ').match(TIMES) ?? [];
}

/** Returns the plan in a heading or title: 第1期 in 第1期計画; empty if it names none. */
export const findPlan = (text: string): string =>
  /第[\d一二三四五六七八九十]+[期次](?!産業|救急|避難|予防)/.exec(foldText(text))?.[0] ?? '';
