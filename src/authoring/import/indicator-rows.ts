import type { MessageValues } from '../../diagnostics/catalogue/message-entry.ts';
import { formatColumnLetters, createIssue, type Diagnostic, type Issue } from '../../diagnostics/diagnostic.ts';
import type { InputRow } from '../../input/input-rows.ts';
import { foldText } from '../../model/japanese-text.ts';
import { joinPatterns, NOTE_MARK } from '../../model/text-patterns.ts';
import { readPeriod } from '../../notation/period.ts';
import { removeBracketedUnits } from '../../notation/printed-unit.ts';
import { describeMapping, REACHED, type ColumnMapping } from './column-mapping.ts';
import { WHOLE } from './heading-groups.ts';
import type { SheetBlock } from './indicator-sheet.ts';
import { isOtherFigure, type RowMarkers } from './row-markers.ts';
import { getCellText, isNumber, listColumnIndexes, readAmounts } from './sheet-cells.ts';
import type { CellIssue, SheetNotice } from './sheet-cells.ts';
import { getColumnDay, getHeading, getHeadingPeriod } from './sheet-columns.ts';
import { isTimeColumn, isUnusedResult, isValueColumn } from './sheet-columns.ts';
import type { SheetColumn } from './sheet-columns.ts';
import { readSheetHeading } from './sheet-heading.ts';
import { findBareYear, getSortDay, hasDays, hasYear } from './sheet-times.ts';

/** Names of total rows (小計, 施策1の合計, 【健康】計, 集計 of tables in Excel, 市全体), with or without brackets and colons. */
const TOTAL =
  /^(?:【.{1,20}】(?=.)|(?:基本)?(?:政策|施策|目標|方針|分野)[\d-]*の?|第\d{1,2}[章節]の?)?[([<【〔「『・*※]*(?:(?:総?合|[小総集])?計|総数|(?:全体|総)?平均値?|[市町村区]?全[体域])(?:\(.{1,3}\))?[)\]>】〕」』:]*$/;

/** Names of rows with figures of other municipalities: 県平均, （参考）類似団体. */
const FIGURES_OF_OTHERS =
  /^[([【〔※]*(?:参考値?(?:[)\]】〕:].{0,12})?|(?:参考)?(?:全国|全県|[国都道府県](?:全[体域])?|類似団体)(?:の?平均値?)?)$/;

/** Footnotes of a table, by their first word: 注1, 出典：統計書, 最終更新. */
const FOOTNOTE_ROW =
  /^(?:[([【<]?(?:(?:注|備考)\d|(?:注|備考|出典|資料|凡例|算出方法|計算式|作成|担当)[)\]】>:.、])|\(?単位:|問い?合わ?せ先?$|連絡先$|(?:最終)?(?:更新|作成)(?:日|年月日?)?$)/;

/** Sentences, the meanings of grades and departments, in rows that measure nothing. */
const SENTENCE = joinPatterns(
  /^[^、。]+(?:課|(?<!関)係)$/u, // 企画課
  /^\(?[※*†‡]\d{1,2}\)?(?![\d.人世日回か年件月%])/u, // ※2 目標は年度末
  /^\(?[※*†‡]\)?(?:速報|暫定|見込|推計|予測|概算|\d{4}年)/u, // ※ 推計, ※2024年度実績
  /^(?:[A-ES]|[◎○〇●△▲×☆★]):.*(?:達成|順調|遅れ|以上|未満|以下|改善|低下|悪化)/u, // A：目標を達成
  // 1) 基準値は前の計画の値
  /^(?!.*(?:割合|[数率額量度])$)(?:[※*†‡]|\d+\)|\(\d+\)).*(?<=[\p{sc=Han}\p{sc=Katakana}\d)])は(?=[\p{sc=Han}\p{sc=Katakana}\d(、])/u,
  /^(?!.*(?:割合|[数率額量度])$)(?:[※*†‡]|\d+\)|\(\d+\)).*(?:変更|含む|除く|ため|ます|です|。)/u, // ※速報を含みます。
  /ため、?.{0,10}(?:参考値|未公表|比較不可)$|の[値数]を(?:掲載|記載|使用|表示)$/u, // 前年度の値を掲載
);

/** Grades alone, or with the number of indicators that have them: 評価A, ◎, A評価の指標数. */
const GRADE =
  /^(?:評価|判定|達成状況|進捗状況|区分)?[(「【]?(?:[A-ES]|[◎○〇●△▲×☆★])[)」】]?(?:評価|判定|ランク)?(?:の?(?:指標)?数)?$/;

/** Numbers of indicators: 達成した指標の数, 廃止した指標, 未達成, 全指標. */
const COUNTS =
  /(?:指標の?数|(?:廃止|変更|追加)した指標)$|^(?:目標)?(?:未?達成|(?:概ね|おおむね|ほぼ)?順調|やや遅れ|遅れ|改善|悪化|横ばい|変化なし)数?$|^(?:評価)?対象外$|^全(?:指標|KPI)$/;

/** Names of rows that are costs or money of one project. */
const COSTS =
  /^[(【]?(?:うち)?(?:総?事業費|(?:当初)?予算額?|決算額?|(?:一般|特定)財源|(?:国|県|国県)支出金|地方債|市債|人件費)[)】]?$/;

/** Names of rows that are no indicators: totals, repeated indicators (出生数（再掲）), and examples of a row (（例）講座の数). */
const LEFT_OUT: readonly (readonly [what: string, form: RegExp])[] = [
  ['合計や参考', TOTAL],
  ['合計や参考', FIGURES_OF_OTHERS],
  ['再掲', /^[(【〔[<]?再掲(?!載)|[(【〔[<]再掲[)】〕\]>]$/],
  ['記入例', /^[([【〔<]?(?:記[入載])?例[)\]】〕>:]/],
  ['注や凡例', FOOTNOTE_ROW],
  ['注や凡例', GRADE],
  ['注や凡例', SENTENCE],
];

/** Names that only another row or column completes. */
const PART_OF_NAME = joinPatterns(
  /^(?:[└┗├┣〃″]|同上).|^\([^()]*\)$/, // └20代, 〃女性, （男性）
  /^[(【〔・]*(?:うち(?!エコ|どく|わ|の|水).{1,8}|内訳.{0,8}|(?:男|女)(?:性|子)?|男女計|累[計積]|単年度?)[)】〕]?$/, // うち女性, 累計; not うちどく
  /^[(【〔・]*(?:(?:成果|活動)?指標\d+|KPI\d+|[\d().-]*\d[).-]*|[アイウエオカキクケコa-z])[)】〕]?$/, // 指標1, ①, ア
);

/** True for the end of a name that begins in the row above: を受けた人, における割合. */
export const isRestOfName = (title: string): boolean =>
  /^(?:[のをにがで](?=[\p{Script=Han}\p{Script=Katakana}])|における|による|[、)」])/u.test(foldText(title));

/** True for the beginning of a name that continues in the row below: 健診の, 会議（委員. */
const isCutName = (title: string): boolean =>
  /(?:(?<![もこそ])の|[を、・]|及び|および|における|に[関対]する|\([^)]*|「[^」]*)$/.test(foldText(title));

/** True for a name that a row with a name alone may continue: also 図書館を利用した, above 市民の割合. */
export const isOpenName = (title: string): boolean => isCutName(title) || /(?:た|ている)$/.test(title);

const SECTION_TITLE = joinPatterns(
  /^\(?(?:[\d一二三四五六七八九十IVX■◆●○◎□◇▼▽・*※#<【[≪《〔☆★]|第)/, // 1 健康, ■福祉
  /^\(?(?:基本|重点|分野|政策|施策|目標|方針|柱|取組|事業|注|出典|資料|備考|担当|単位|参考|以上$)/, // 基本目標1, 出典：統計書
  /(?:推進|充実|強化|振興|形成|確保|保全|[づつ]くり|まち|。)$/, // 健康づくりの推進
);
/** True for a row without values that is a title or a footnote, not a part of the name of an indicator. */
export const isSectionTitle = (title: string): boolean => SECTION_TITLE.test(foldText(title));

/** True for a name that does not say what is measured, without the row or the column beside it. */
export function isPartOfName(title: string): boolean {
  const name = removeBracketedUnits(foldText(title));
  const isPart = PART_OF_NAME.test(name) && ![COSTS, TOTAL, FIGURES_OF_OTHERS].some((other) => other.test(name));
  return isPart || isRestOfName(title) || isCutName(title) || readSheetHeading(title)?.becomes === 'result';
}

/** Words instead of a name: there is no indicator. */
const NO_INDICATOR =
  /^(?:[-‐‑–—―−ー*/／]+|(?:(?:成果|活動|数値|指標)?の?(?:目標|指標)(?:値|名)?(?:の?設定)?(?:は)?)?(?:なし|無し|未設定|設定なし|該当なし|設定していない|設定しない))$/;

/** Returns the word for totals in a row without a name, such as 合計 in the column 分野; undefined without such a word. */
export const findTotalWord = ({ cells }: InputRow): string | undefined =>
  cells.map((cell) => cell.trim()).find((cell) => TOTAL.test(foldText(cell)));

/**
 * Returns the reason why a row is not an indicator; null if it may be one, an empty text for an empty name. Not
 * indicators are totals and averages (合　計, not 合計特殊出生率), 「-」, 成果目標なし, and 前年度比 or 事業費 without a target.
 * @param isMeasured returns true for a row with a unit or with several numbers
 */
export function findReasonToLeaveOut(
  title: string,
  id: string,
  isMeasured: () => boolean,
  hasTarget: boolean,
): string | null {
  const folded = foldText(title);
  const isFigure =
    !hasTarget && (isOtherFigure(title) || COUNTS.test(folded) || COSTS.test(removeBracketedUnits(folded)));
  const isLeftOut = (form: RegExp) => form.test(folded) && !(form === SENTENCE && isMeasured());
  const what = LEFT_OUT.find(([, form]) => isLeftOut(form))?.[0] ?? (isFigure ? '比率、評価、費用など' : '');
  if (what !== '' && id === '')
    return `「${title}」は、${what}の行とみて、指標にしません。指標なら、指標IDの列にIDを書いてください。`;
  if (NO_INDICATOR.test(folded)) return `「${title}」は指標の名前ではないので、使いません。`;
  return title === '' ? '' : null;
}

/** Marks of footnotes that stay in a name or a unit: those within it, 1) without a sign, and ¹, but not m². */
const LEFT_MARK = new RegExp(`${NOTE_MARK}|(?:^[^（(]*|[）)]\\s*)\\p{Nd}[）)]$|(?<![A-Za-z])[¹²³⁰⁴-⁹]+$`, 'u');

/** Says what is doubtful in the name and the unit of an indicator, or left out of its name. */
export function describeName(title: string, name: string, outer: string, unit = ''): string[] {
  const marked = [name, unit].filter((text) => LEFT_MARK.test(text));
  return [
    marked.map((text) => `「${text}」の印は、残します。注の印なら消し、注を確認してください。`),
    // Excel saves ₂ and other letters that CP932 lacks as ?.
    /\?(?=.)/.test(name) ? `「${name}」の「?」は、保存したときに失われた字とみられます。` : [],
    name !== title ? `「${title.slice(name.length).trim()}」は注の番号とみて、名前に入れません。` : [],
    outer !== title
      ? `「${outer}」の下の字下げした名前は、それぞれ1つの指標とします。「${outer}」の内訳なら、「委員の数（女性）」のように、上の名前も入れて書いてください。`
      : [],
  ].flat();
}

/** Headings of values, and of what sheets compute from values, expect or say about them. */
const VALUE_HEADING =
  /現状|指標値|[前今]回(?:の?(?:調査|値|結果)){0,2}$|^第\d+回|基準値|目標|実績|中間|[最直](?:新|近)値|累計/;
const ABOUT_VALUES = joinPatterns(
  /^対(?:目標|計画|基準|現状|前)|(?:前年度?|目標|計画|年度?)比$/, // 対前年度比, 計画比
  /(?:達成|進捗|伸び|増減|執行)(?:率|度|状況|割合)/, // 達成率
  /^(?:目標|計画)値?(?:まで|との)|差(?:異|引)?$|^差(?:異|引)?\(/, // 目標値との差, 県平均との差, 差（目標-実績）
  /根拠|理由|考え方|評価$|判定|備考|^目標値?の?設定(?:日|年)/, // 目標の考え方, 目標設定日
  /予算(?:数?値|額)?[)\]]?$/, // 予算額
);
/** Headings of the people or areas that a row counts: 地区, 年齢. */
const GROUP =
  /^(?:内訳|地[区域]|圏域|[校学]区|性別|男女|年[齢代](?:階級|区分|層)?|世代|学年|対象者?|[品種作]目|作物|路線|施設|学校)(?:名|別)?$/;
/** Headings of the values of other areas. */
const OTHER_AREA = /^[(参考):]*(?:全国|[国県都道府]|類似団体|近隣)の?(?:目標|実績|現状|平均|数?値|[令平RH\d])/;
/** Words in headings with a year: costs, and plans, which are no targets beside other targets. 後期計画 is a time. */
const [COST, PLANNED] = [/[額費]/, /(?<!期|第.{1,3}次|基本|総合|実施)計画(?!数?値|当初|開始|策定|初|期|年)/];
/** Headings of planned values, which may be targets of their years. */
const PLAN_VALUE = /^(?:年[次度](?:別|ごと)?の?)?計画|計画数?値|計画\)?$/;

const isValueText = (text: string) => /\p{Nd}/u.test(text) && (readAmounts(text).length > 0 || readPeriod(text).ok);

/** A column that the sheet does not use: its heading as it is compared, and its rows and their texts. */
interface UnusedColumn extends Pick<ColumnMapping, 'own' | 'results'> {
  readonly column: SheetColumn;
  readonly heading: string;
  readonly filled: readonly InputRow[];
  readonly texts: readonly string[];
}

/** True for a second column of a baseline or target with another time. */
function hasOtherYear(column: SheetColumn, used: SheetColumn): boolean {
  const [year, usedYear] = [getHeadingPeriod(column), getHeadingPeriod(used)];
  // Beside 基準値, an undated 現状値 is a later result.
  return year === '' ? getHeading(column) === '現状値' : getSortDay(year) !== getSortDay(usedYear);
}

/** Returns the issue of sums, 令和5年度累計. Beside the number of that year, a name or a unit with 累計 has no sure value. */
function createSumIssue({ column: { text }, filled, own, results }: UnusedColumn): Issue {
  const day = getColumnDay({ meaning: readSheetHeading(text.replace(/累[計積]値?/, '')) });
  const isYearly = results.some((one) => getColumnDay(one) === day);
  const names = filled.flatMap((row) => ['名称', '単位'].map((one) => getCellText(row, own.get(one)?.index)));
  const total = names.find((name) => isYearly && name.includes('累計'));
  return createIssue(total ? 'split-heading' : 'unused-values', { heading: text, sum: total ?? 1 });
}

/** Returns the people or the area that a row counts, if its name does not say so; undefined if no row does. */
function findPart({ heading, filled, texts, own }: UnusedColumn): string | undefined {
  const name = own.get('名称')?.index ?? 0;
  const isPart = (part: string, at: number) =>
    !WHOLE.test(foldText(part)) && !isNumber(part) && !filled[at]?.cells[name]?.includes(part);
  return GROUP.test(heading) ? texts.find(isPart) : undefined;
}

/** True for 達成年度 with other years than that of the target, which may be reached before its year. */
function hasOtherReachedYear({ heading, texts }: UnusedColumn, target: SheetColumn): boolean {
  const due = getColumnDay(target);
  const isOther = (day: string) => (heading.includes('目標') ? day !== due : day > due);
  return texts.some((text) => hasDays(text) && isOther(getSortDay(text)));
}

/** True for a year without its era. H29, 30, R1, 2: the years after the first lack theirs. 3年度 always does. */
function lacksEra({ column, heading, results }: UnusedColumn): boolean {
  const isBehind = results.some(({ index }) => index < column.index);
  return (isBehind ? /^\d{1,2}(?:年度?)?$/ : /^\d{1,2}年度$/).test(heading);
}

/** True for a column that probably contains values: its heading speaks of them or of a year, and it has numbers. */
function mayHaveValues(unused: UnusedColumn): boolean {
  const { column, heading, texts, own, results } = unused;
  const isOther = COST.test(heading) || (own.has('目標値') && results.length === 0 && PLANNED.test(heading));
  const isYear = (hasYear(column.text) || lacksEra(unused)) && !isOther;
  // Before the names, 基本目標・施策 is a part of the plan.
  const isLevel = own.has('目標値') && /目標(?!数?値)/.test(heading) && column.index < (own.get('名称')?.index ?? 0);
  const isHeading = (VALUE_HEADING.test(heading) || isYear) && !isLevel && !ABOUT_VALUES.test(heading);
  return isHeading && texts.some(isValueText);
}

/** Returns the issue of an unused column that probably contains values of indicators; null for any other column. */
function findUnusedValue(unused: UnusedColumn, markers: RowMarkers | null): Issue | null {
  const { column, heading, texts, own, results } = unused;
  const say = (values: MessageValues) => createIssue('unused-values', { heading: column.text, ...values });
  const used = own.get(getHeading(column) ?? '');
  if (used && isValueColumn(used)) return say({ used: used.text, ...(hasOtherYear(column, used) && { year: 1 }) });
  if (isUnusedResult(column)) return say({ undated: 1 });
  if (/累[計積]/.test(heading) && results.length > 0 && !heading.includes('目標')) return createSumIssue(unused);
  const part = findPart(unused);
  if (part !== undefined) return say({ part });
  const target = own.get('目標値');
  if (isTimeColumn(column) && target && REACHED.test(column.text))
    return hasOtherReachedYear(unused, target) ? say({ used: target.text, time: 1 }) : null;
  if (!mayHaveValues(unused)) return null;
  if (lacksEra(unused)) return say({ era: 1 });
  if (OTHER_AREA.test(heading)) return say({ other: 1 });
  if (!heading.includes('目標') || markers !== null || isTimeColumn(column))
    return say(PLAN_VALUE.test(heading) ? { revised: 1 } : {});
  if (/[年時期]/.test(heading) && texts.every(hasDays)) return say({ time: 1 });
  if (target) return say({ used: target.text, revised: 1 });
  const isSum = /[累合間~～〜]|[かカヵヶ箇]年/.test(heading);
  return createIssue('unread-target', { heading: column.text, ...(isSum && { sum: 1 }) });
}

/** Returns the issue of a column 目標年度 with numbers beside results: targets, or years without an era. */
export function findUnclearTargets({ rows }: SheetBlock, { own, results }: ColumnMapping): CellIssue[] {
  const column = own.get('目標値の時点');
  if (!column || own.has('目標値') || results.length === 0) return [];
  const isTarget = (text: string) => isNumber(text) && !hasDays(text);
  const row = rows.find((one) => isTarget(getCellText(one, column.index)));
  const issue = createIssue('unread-target', { heading: column.text });
  return row ? [{ row, index: column.index, field: column.text, issue }] : [];
}

/** Returns an issue for each used column with a year that is neither 年度 nor 年: in its heading, or in its cells. */
export const findBareYears = ({ columns, rows }: SheetBlock, mapping: ColumnMapping): CellIssue[] =>
  columns.flatMap((column) => {
    const period = getHeadingPeriod(column);
    const isBare = (text: string) => text !== '' && findBareYear(isTimeColumn(column) ? text : period) !== '';
    const bare = rows.filter((one) => isBare(getCellText(one, column.index)));
    const [row] = bare;
    if (!row || describeMapping(column, mapping) === null) return [];
    const years = isTimeColumn(column) ? bare.map((one) => getCellText(one, column.index)) : [period];
    const list = [...new Set(years)].map((year) => `「${year}」`).join('');
    const values = { heading: column.text, year: findBareYear(years[0] ?? ''), years: list };
    const place = { row, heading: isTimeColumn(column) ? undefined : column.row, index: column.index };
    return [{ ...place, field: column.text, issue: createIssue('unclear-column-year', values) }];
  });

/** The first or last day of a time, as Excel displays it: 2024/4/1. It may be a month or a year that became a day. */
const END_DAY = /^\d{4}([-/.])(?:\d{1,2}(?=\D0?1$)|(?:0?3|12)(?=\D31$))\1\d{1,2}$/;

/** Names a day in each used column of times, or in its heading, that may be a year. */
export const describeDays = ({ columns, rows }: SheetBlock, mapping: ColumnMapping): SheetNotice[] =>
  columns.flatMap((column) => {
    const { index, text: heading } = column;
    const day = /年度[)）]?$/.test(heading) ? /^\d{4}([-/.])\d{1,2}\1\d{1,2}$/ : END_DAY;
    const getTime = (row: InputRow) => (isTimeColumn(column) ? getCellText(row, index) : getHeadingPeriod(column));
    const row = rows.find((one) => day.test(getTime(one)));
    if (!row || describeMapping(column, mapping) === null) return [];
    const [year = 0, month = 0] = getSortDay(getTime(row)).split('-').map(Number);
    const text = `「${heading}」の列の「${getTime(row)}」は、その日の値と読みます。年度の値なら、「${month < 4 ? year - 1 : year}年度」のように書いてください。`;
    return [{ row, index, text }];
  });

/** True for a diagnostic of the year in one cell, if an issue of the sheet names this year for the whole column. */
export function isCellYear({ code, field, message }: Diagnostic, issues: readonly CellIssue[]): boolean {
  const year = /^「[^」]+」/.exec(message)?.[0];
  if (code !== 'year-or-fiscal-year' || !field.endsWith('時点') || year === undefined) return false;
  return issues.some(({ issue }) => issue.code === 'unclear-column-year' && String(issue.values.years).includes(year));
}

/** Returns a notice that lists the unused columns, and issues of those that probably have values of indicators. */
export function findUnusedColumns(
  { columns, rows }: SheetBlock,
  mapping: ColumnMapping,
  markers: RowMarkers | null,
  hasValues: (row: InputRow) => boolean,
): { readonly notices: readonly SheetNotice[]; readonly issues: readonly CellIssue[] } {
  const marker = markers?.column ?? null;
  const unused = columns.flatMap((column) => {
    const filled = rows.filter((row) => getCellText(row, column.index) !== '');
    const [row] = filled;
    if (!row || describeMapping(column, mapping, marker) !== null) return [];
    const place = { row, heading: column.row, index: column.index, field: column.text };
    // The rate in brackets is not all that R5年度実績（達成率） contains.
    const heading = foldText(column.text).replace(/(?<=績[値数]?)\([^)]*(?:率|割合|比)\)/, '');
    const texts = filled.map((one) => getCellText(one, column.index));
    return [{ ...place, issue: findUnusedValue({ ...mapping, column, heading, filled, texts }, markers) }];
  });
  const issues = unused.flatMap(({ issue, ...cell }) => (issue ? [{ ...cell, issue }] : []));
  const others = unused.filter(({ issue }) => issue === null);
  const list = others.map(({ index, field }) => `「${field}」（${formatColumnLetters(index + 1)}列）`).join('');
  const listed = others.slice(0, 1).map(({ row, index }) => ({ row, index, text: `使わない列：${list}。` }));
  const titled = new Set([...columns.map(({ index }) => index), marker]);
  const untitled = listColumnIndexes(rows).flatMap((index) => {
    const row = rows.find((one) => getCellText(one, index) !== '' && hasValues(one));
    const text = '見出しのない列に数や言葉がありますが、何を表すかわからないので使いません。';
    return row && !titled.has(index) ? [{ row, index, text }] : [];
  });
  return { notices: [...listed, ...untitled], issues };
}
