import { indicatorsTable } from '../../tables/indicators.ts';
import { createColumnMatcher } from '../../validation/table-header.ts';
import { readPeriod } from '../../notation/period.ts';

/** The meaning of a sheet column: a column of `indicators.csv`, or the results of one period. */
export type HeadingMeaning =
  | { readonly becomes: 'column'; readonly heading: string; readonly period: string }
  | { readonly becomes: 'result'; readonly period: string };

/** Headings of sheets for the columns of `indicators.csv`, besides their aliases. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  指標ID: ['ID'],
  コード: ['施策コード', '項目コード'],
  名称: [
    '指標名',
    '指標名称',
    '指標の名称',
    '指標',
    '指標項目',
    '成果指標',
    '成果指標名',
    '活動指標',
    '活動指標名',
    '評価指標',
    '目標指標',
    'まちづくり指標',
    'KPI',
    '重要業績評価指標',
    '重要業績評価指標(KPI)',
  ],
  単位: ['単位(指標)', '指標の単位'],
  良い方向: ['方向', '方向性', '目指す方向', '目指す方向性', 'めざす方向', '望ましい方向', '目標の方向'],
  集計: ['集計方法', '集計区分'],
  現状値: [
    '現状',
    '現況',
    '現況値',
    '基準値',
    '基準',
    '当初値',
    '初期値',
    '策定時',
    '策定時の値',
    '策定時値',
    '計画策定時',
    '計画策定時の値',
    '直近値',
  ],
  現状値の時点: ['現状値の年度', '現状年度', '現況年度', '基準年度', '基準年', '基準値の年度', '基準時点', '策定年度'],
  目標値: ['目標', '目標数値', '目標とする値', '最終目標', '最終目標値', '指標値', '目安値'],
  目標値の時点: ['目標値の年度', '目標年度', '目標年', '目標年次', '目標時期', '達成年度', '最終年度'],
  注記: ['備考', '注', '注釈', '説明', '指標の説明', '定義', '指標の定義'],
  出典箇所: ['出典の箇所', '掲載箇所'],
};

/** Words and signs around the period in the heading of a column of results. */
const RESULT = /^(?:の)?(?:実績値?|実績数|結果)?$/;

const ERA = '(?:令和|平成|昭和|[RHS])\\.?(?:元|\\d{1,2})';
const YEAR = `(?:${ERA}|\\d{4})(?:年度?)?(?:\\((?:${ERA}|\\d{4})(?:年度?)?\\))?(?:年度?)?`;
const TIME = new RegExp(`${YEAR}(?:\\d{1,2}月(?:\\d{1,2}日)?)?(?:末(?!\\S*末))?(?:時点|現在)?`);

/** Returns a heading for comparison, without white space and full-width letters. */
const folded = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');

const named = createColumnMatcher(indicatorsTable.columns);
const called = new Map(
  Object.entries(CALLED).flatMap(([heading, words]) => words.map((word) => [word.toLowerCase(), heading])),
);

/** Returns the column of a heading. Headings that are unclear in our files have their usual meaning in sheets. */
function columnOf(heading: string): string | undefined {
  const [name, ...others] = named(heading);
  return (others.length === 0 ? name : undefined) ?? called.get(folded(heading).toLowerCase());
}

/** Returns the period in a heading and the text around it, or null. */
function timeIn(text: string): { period: string; rest: string } | null {
  const found = TIME.exec(text);
  if (!found || /^\d{4}$/.test(found[0]) || !readPeriod(found[0]).ok) return null;
  const rest = `${text.slice(0, found.index)}${text.slice(found.index + found[0].length)}`;
  return { period: found[0], rest: rest.replace(/[()[\]【】〔〕:：・_-]/g, '') };
}

/**
 * Returns the meaning of a sheet column, or null if its heading is unknown.
 * @example readSheetHeading('指標名') // → column 名称
 * @example readSheetHeading('基準値（令和4年度）') // → column 現状値, period 令和4年度
 * @example readSheetHeading('令和5年度実績') // → result, period 令和5年度
 */
export function readSheetHeading(text: string): HeadingMeaning | null {
  const word = folded(text);
  const whole = columnOf(word);
  if (whole !== undefined) return { becomes: 'column', heading: whole, period: '' };
  const time = timeIn(word);
  if (!time) return null;
  if (RESULT.test(time.rest)) return { becomes: 'result', period: time.period };
  const heading = columnOf(time.rest.replace(/^の|の$/g, ''));
  const takesTime = heading === '現状値' || heading === '目標値';
  return takesTime ? { becomes: 'column', heading, period: time.period } : null;
}
