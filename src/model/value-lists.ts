import { z } from 'zod';

/** Returns the keys of an object with their type, which `Object.keys` loses. */
export const listKeys = <T extends object>(list: T): (keyof T & string)[] => Object.keys(list) as (keyof T & string)[];

/** Defines a value list: the values in the data and the words that staff type, which may be added but never changed. */
/* @__NO_SIDE_EFFECTS__ */ // Scripts leave out the lists that they do not use.
function defineList<const T extends Readonly<Record<string, string>>>(words: T) {
  /** Converts a word that staff type to its value. */
  const wordSchema = z.string().transform((word, context) => {
    const key = listKeys(words).find((one) => words[one] === word);
    if (key !== undefined) return key;
    context.addIssue({ code: 'custom', input: word });
    return z.NEVER;
  });
  return { words, schema: z.enum(listKeys(words)), wordSchema };
}

/** Lists the values of a column with their words: 以上（>=）、以下（<=）. */
export const describeValues = (words: Readonly<Record<string, string>>): string =>
  Object.entries(words)
    .map(([value, word]) => `${word}（${value}）`)
    .join('、');

export const itemKinds = defineList({
  policy: '政策',
  measure: '施策',
  action: '取組',
  outcome: '成果',
  programme: '事業',
  stance: '姿勢',
  issue: '課題',
});
export const preferredDirections = defineList({ increase: '増加', decrease: '減少', maintain: '維持', range: '範囲' });
export const aggregationKinds = defineList({ annual: '単年', cumulative: '累計', point: '時点' });
export const indicatorStates = defineList({ continuing: '継続', ended: '終了', 'definition-changed': '定義変更' });
/** What a row of changes.csv is about: new data, a revision by their publisher, a mistake, or only words of the site. */
export const changeKinds = defineList({ added: '掲載', revised: '変更', corrected: '訂正', text: '文章' });
/** Whether a plan is in force. */
export const planStates = defineList({ ongoing: '実施中', ended: '終了', unknown: '未確認' });
/** The states of plans as pages show them. A label also makes sense without the word 状態 before it. */
export const planStateLabels = { ...planStates.words, unknown: '状態未確認' } as const;
export const planCategories = defineList({
  comprehensive: '総合計画',
  sector: '分野別計画',
  department: '部門方針',
  reform: '行政改革',
});
/** Columns of a plan item that may contain what its plan does not say: what the site read out of it, or a short name. */
export const inferredColumns = defineList({ departments: '担当', related: '関連', marks: '印', title: '名称' });
export const certaintyLevels = defineList({ provisional: '速報', final: '確報' });
export const statisticCategories = defineList({ finance: '財政', population: '人口', staff: '職員', land: '土地' });
/** How the values of municipalities of unlike sizes become comparable. */
export const statisticComparisons = defineList({
  value: 'そのまま',
  index: '指数',
  'per-person': '1人あたり',
  share: '割合',
  none: '比べない',
});
/** What the value of a statistic is: a number, or the official statement that there is none to calculate. */
export const statisticValueStates = defineList({ calculated: '数値', 'not-calculated': '算定なし' });
export const targetKinds = defineList({ interim: '中間', final: '最終' });
/** The figures that a band of a plan's own rating method can use. */
export const bandScales = defineList({
  share: '達成率',
  pace: '進み方',
  'target-ratio': '目標比',
  difference: '基準差',
  'difference-ratio': '基準差率',
  typed: '記入',
});

/** Other spellings of these words, which tables may contain. */
export const wordSpellings: ReadonlyMap<string, string> = new Map([
  ['取り組み', '取組'],
  ['取組み', '取組'],
  ['取りくみ', '取組'],
  ['増やす', '増加'],
  ['減らす', '減少'],
  ['維持する', '維持'],
  ['1人当たり', '1人あたり'],
  ['進み具合', '進み方'],
]);

/** The words that everyday words probably mean: messages suggest them, and imports read the directions. */
export const likelyWords: ReadonlyMap<string, string> = new Map([
  ...['↑', '↗', '⬆', '⇧', '増', '上げる', '上昇', '向上'].map((word) => [word, '増加'] as const),
  ...['↓', '↘', '⬇', '⇩', '減', '下げる', '低下', '縮小'].map((word) => [word, '減少'] as const),
  ...['→', '現状維持', '横ばい'].map((word) => [word, '維持'] as const),
  ...['事務事業', '基本事業', '主要事業'].map((word) => [word, '事業'] as const),
  ...['基本施策', '主要施策', '中施策', '小施策'].map((word) => [word, '施策'] as const),
  ['中間目標', '中間'],
  ['最終目標', '最終'],
  ['暫定値', '速報'],
  ['廃止', '終了'],
]);

/** English names of values that are no good names themselves; `list/value` for a name in one list only. */
const ENGLISH_NAMES: Readonly<Record<string, string>> = {
  '>=': 'At least',
  '<=': 'At most',
  '>': 'More than',
  '<': 'Less than',
  '=': 'Exactly',
  'not-measured': 'No result on this site',
  point: 'Point in time',
  related: 'Related item',
  comprehensive: 'Comprehensive plan',
  sector: 'Sector plan',
  'plan-categories/department': 'Department policy',
  reform: 'Administrative reform plan',
  'plan-states/unknown': 'Not confirmed',
  worse: 'Worse than the baseline',
  missed: 'Target missed',
  'reasons/ended': 'Indicator ended',
  'small-sample': 'Sample too small',
  'target-approximate': 'Approximate target',
  'no-value': 'Value cannot be computed',
  'no-band': 'No matching band',
  'not-typed': 'No rating entered',
  linear: 'Steady progress from the baseline to the target',
  own: 'Rating method of the plan',
  'scales/share': 'Share of the way from the baseline to the target',
  pace: 'Share of the way divided by the share of the time',
  'target-ratio': 'Result divided by the target',
  difference: 'Difference from the baseline',
  'difference-ratio': 'Difference from the baseline, divided by the baseline',
  typed: 'Rating entered by the municipality',
  'comparators/within': 'Within a range',
  'statistic-comparisons/value': 'As published',
  'statistic-comparisons/share': 'Share of another statistic',
  'statistic-comparisons/none': 'Not compared',
  redefined: 'Indicator redefined',
  replaced: 'Plan replaced',
  removed: 'Removed from this site',
  'provisional-changed': 'Provisional result changed',
  'provisional-made-final': 'Provisional result became final',
  kinds: 'Kinds of plan items',
  levels: 'Levels of plans',
  statuses: 'Progress statuses',
  reasons: 'Reasons for no rating',
  states: 'Indicator states',
  scales: 'Scales of rating bands',
  origins: 'Origins of node links and titles',
  relations: 'Relations of node links',
  roles: 'Roles of observations',
  methods: 'Rating methods',
  spellings: 'Other spellings of terms',
};

/**
 * Returns the English name of a value of a value list: a name of its own, or else the value as words.
 * @param list the id of the code list, which decides if a value is in several lists
 * @example nameValueInEnglish('slightly-behind') // → Slightly behind
 */
export function nameValueInEnglish(value: string, list = ''): string {
  const words = value.replaceAll('-', ' ').replace(/^(?:id|sdg)(?=s?\b)/, (name) => name.toUpperCase());
  return ENGLISH_NAMES[`${list}/${value}`] ?? ENGLISH_NAMES[value] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** The kinds of documents that the search finds, in the order of its filter. */
export const documentKinds = defineList({
  city: '市区町村',
  prefecture: '都道府県',
  theme: 'テーマ',
  plan: '計画',
  department: '部署',
  node: '計画の項目',
  indicator: '指標',
  statistic: '統計',
  term: '用語',
  zone: '地域',
  chapter: '計画の文章',
  dataset: 'データ',
  guide: 'サイトの案内',
});

/** The kinds of release changes, in the order in which pages list them. */
export const releaseChangeKinds = defineList({
  'target-lowered': '目標が届きやすい値に変わった',
  'interim-target-lowered': '中間目標が届きやすい値に変わった',
  'rating-changed': '同じ値の評価が変わった',
  'rating-bands-changed': '計画の評価のしかたが変わった',
  'result-corrected': '実績を直した',
  'result-removed': '実績が消えた',
  'interim-target-removed': '中間目標が消えた',
  'statistic-corrected': '統計の値を直した',
  'statistic-removed': '統計の値が消えた',
  'threshold-changed': '統計の基準値が変わった',
  'target-changed': '目標が変わった',
  'interim-target-changed': '中間目標が変わった',
  'target-raised': '目標が届きにくい値に変わった',
  'interim-target-raised': '中間目標が届きにくい値に変わった',
  'baseline-changed': '現状値が変わった',
  'result-rating-changed': '実績の評価が変わった',
  redefined: '指標の定義が変わった',
  replaced: '計画が入れかわった',
  'plan-period-changed': '計画期間が変わった',
  ended: '終わった',
  removed: 'のせるのをやめた',
  renamed: '名前が変わった',
  moved: '属する項目が変わった',
  'municipality-code-changed': '団体コードが変わった',
  'text-changed': '文章が変わった',
  'provisional-changed': '速報の値が変わった',
  'provisional-made-final': '速報が確報になった',
  'result-added': '実績が加わった',
  'interim-target-added': '中間目標が加わった',
  'statistic-added': '統計の値が加わった',
  added: '加わった',
});

export type ItemKind = z.infer<typeof itemKinds.schema>;
export type PreferredDirection = z.infer<typeof preferredDirections.schema>;
export type IndicatorState = z.infer<typeof indicatorStates.schema>;
export const PlanState = planStates.schema.meta({
  title: '計画の状態',
  description: '計画が続いているか、終わったか。確かめられていなければ unknown',
  codeList: 'plan-states',
  examples: ['unknown'],
});
export type PlanState = z.infer<typeof PlanState>;
export type StatisticComparison = z.infer<typeof statisticComparisons.schema>;
export type TargetKind = z.infer<typeof targetKinds.schema>;
export type ReleaseChangeKind = z.infer<typeof releaseChangeKinds.schema>;
export type BandScale = z.infer<typeof bandScales.schema>;
