/** Why a cell has no figure, in words for a page. */
export const missings = {
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
export type Missing = keyof typeof missings;

/** How plans say each, folded. A mark alone means `none`, but in a target that none is set. */
const FORMS: readonly (readonly [Missing, RegExp])[] = [
  ['empty', /^$/],
  ['none', /^(?:-+|―+|値なし|数値なし|実績なし)$/],
  ['not-stated', /^(?:記載|記述|掲載)(?:な|無)し$/],
  [
    'not-available',
    /^(?:\.{2,}|・{2,}|⋯+|不明|不詳|データ(?:な|無)し|[nN]\/?[aA]|(?:把握|算定|算出|測定|集計|評価)(?:不能|不可|できず|困難|していない|できない))$/,
  ],
  [
    'not-yet',
    /^(?:現在)?(?:集計|調査|算定|算出|作成|精査|確認|測定)中(?:です)?$|^(?:今後|後日|別途)(?:算定|算出|集計|調査|公表|把握)(?:する|します|予定)?$|^未(?:集計|公表|確定|算定|発表)$|^(?:集計|公表|調査|確定)(?:待ち|予定|前)$/,
  ],
  [
    'not-surveyed',
    /^(?:未(?:調査|測定|把握|計測)|(?:調査|測定|計測|アンケート)(?:は|を)?(?:なし|無し|未実施|実施せず|していない|実施なし))$/,
  ],
  ['not-applicable', /^(?:該当(?:な|無)し|該当せず|対象外|対象なし|非該当)$/],
  ['withheld', /^(?:[xXχ]|秘匿|非公表|非公開)$/],
  ['undecided', /^(?:未定|検討中|調整中|協議中|今後(?:検討|設定|決定|調整)(?:する|します|予定)?)$/],
  [
    'not-set',
    /^(?:数値)?(?:目標値?|数値)?(?:は|を)?(?:設定|定め)(?:しない|せず|なし|ない|していない)$|^(?:数値)?目標値?(?:な|無)し$|^未設定$/,
  ],
];

/** なし may be none, not set up, or not surveyed: the reader must ask. */
const UNCLEAR = /^(?:なし|無し|無|ない|ナシ|特になし)$/;

/** What a text says is missing, `unclear` where it says なし alone, or null where it says something else. */
export function missingIn(text: string): Missing | 'unclear' | null {
  if (UNCLEAR.test(text)) return 'unclear';
  return FORMS.find(([, form]) => form.test(text))?.[0] ?? null;
}

/**
 * Where the unit begins behind a mark for a missing value (― %), or null where there is no mark in front.
 * @param text folded
 */
export function behindMark(text: string): number | null {
  return /^(?:-+|―+) ?/.exec(text)?.[0].length ?? null;
}
