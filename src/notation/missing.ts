/** Why a cell has no figure, in words for a page. */
export const missingReasons = {
  empty: '空欄',
  none: '値がない（－ などの記号）',
  'not-stated': '記載がない',
  'not-available': '値がわからない',
  'not-yet': 'まだ集計・公表されていない',
  'not-surveyed': '調べていない',
  'not-applicable': 'あてはまらない',
  withheld: '公表しない',
  undecided: '決まっていない',
  'not-set': '目標を決めていない',
} as const;

/** Why a cell has no figure; `missings` says what each means. */
export type MissingReason = keyof typeof missingReasons;

/** なし and 無し. */
const NO = '(?:なし|無し?)';
/** What is done to get at a value. */
const COUNTING =
  '(?:集計|調査|測定|計測|算定|算出|推計|把握|取得|評価|比較|確定|公表|発表|作成|作業|精査|確認)';
const WILL_BE = '(?:する|します|予定)?';
/** 令和6年8月頃, R6.8, 8月: a time before what is said of it. */
const WHEN = '.{0,10}\\d(?:年度?)?(?:月|[春夏秋冬])?(?:[上中下]旬|末|頃|ごろ|以降|中)*';

/**
 * How plans say each, folded; the more telling first. A mark alone means `none`, but in a target that none is set.
 */
const FORMS: readonly (readonly [MissingReason, RegExp])[] = [
  ['empty', /^$/],
  ['none', /^(?:-+|―+|[/\\])$/],
  ['none', new RegExp(`^(?:(?:実績|数値|統計)値?|値)${NO}$`)],
  ['not-stated', /^(?:記載|記述|掲載)(?:な|無)し$/],
  ['withheld', /^(?:[xXχ]|秘匿?値?|非(?:公表|公開|開示)|公表(?:不可|しない|していない))$/],
  ['not-available', /^(?:\.{2,}|・{2,}|⋯+|不明|不詳|欠[測損]値?|未取得|[nN]\/?[aA])$/],
  ['not-available', new RegExp(`^(?:該当)?データ(?:${NO}|未取得|不明)$`)],
  ['not-available', new RegExp(`^${COUNTING}(?:不能|不可|できず|困難|でき(?:てい)?ない)$`)],
  ['not-available', new RegExp(`^(?:把握|算定|算出|集計|評価)(?:していない|${NO})$`)],
  ['not-surveyed', /^未(?:調査|測定|計測|把握)$/],
  [
    'not-surveyed',
    new RegExp(
      `^(?:調査|測定|計測|アンケート)(?:は|を)?(?:(?:実施)?${NO}|未実施|中止|(?:実施)?(?:せず|していない))$`,
    ),
  ],
  ['not-yet', new RegExp(`^(?:現在)?${COUNTING}中(?:です)?$`)],
  ['not-yet', new RegExp(`^(?:今後|後日|別途|次年度以降)${COUNTING}${WILL_BE}$`)],
  // R4年度調査 is when it was surveyed; 8月頃確定 is when it will be known.
  ['not-yet', new RegExp(`^${WHEN}に?(?:(?:公表|確定|発表)${WILL_BE}|${COUNTING}予定)$`)],
  ['not-yet', /^未(?:集計|公表|確定|算定|発表)$|^(?:集計|公表|調査|確定)(?:待ち|予定|前)$|^次回調査(?:は|:)/],
  ['not-applicable', /^(?:(?:該当|対象)者?(?:な|無)し|該当せず|対象外|非該当)$/],
  ['undecided', /^(?:未定|検討中|調整中|協議中)$/],
  [
    'undecided',
    new RegExp(
      `^(?:今後|別途|${WHEN}に?|.{0,10}[改策]定時に|次期計画で)(?:目標値?を?)?(?:検討|設定|決定|調整|定める)${WILL_BE}$`,
    ),
  ],
  ['not-set', /^(?:数値)?(?:目標値?|数値)?(?:は|を)?(?:設定|定め)(?:しない|なし|ない|していない|せず.*)$/],
  ['not-set', new RegExp(`^(?:数値)?目標値?${NO}$|^(?:数値)?(?:目標値?)?未設定$`)],
  ['not-set', /^(?:モニタリング|参考)(?:指標|値|項目)?$/],
];

/** なし may be none, not set up, or not surveyed: the reader must ask. */
const UNCLEAR = /^(?:なし|無し?|ない|ナシ|特になし)$/;

/** What a text says is missing, `unclear` where it says なし alone, or null where it says something else. */
export function findMissingReason(text: string): MissingReason | 'unclear' | null {
  if (UNCLEAR.test(text)) return 'unclear';
  return FORMS.find(([, form]) => form.test(text))?.[0] ?? null;
}

/**
 * Where the unit begins behind a mark for a missing value (― %), or null where there is no mark in front.
 * @param text folded
 */
export function findUnitAfterMark(text: string): number | null {
  return /^(?:-+|―+) ?/.exec(text)?.[0].length ?? null;
}
