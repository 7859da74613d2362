import type { TargetComparator, TargetValue } from '../model/quantity-schema.ts';
import type { PreferredDirection } from '../model/value-lists.ts';
import { findScaleEnd } from '../notation/number-and-unit.ts';
import { readTarget, readTargetTendency, type TargetTendency } from '../notation/target.ts';

/** The comparators by which a result meets a target. */
export type ResultComparator = Exclude<TargetComparator, 'about'>;

/**
 * What decides how results are compared with a target. `movement` is the way from baseline to target; `contradiction`,
 * `other-signs` and `nothing` decide nothing, so no result can be rated.
 */
type ComparisonGround =
  | 'comparator'
  | 'direction'
  | 'words'
  | 'movement'
  | 'maintain'
  | 'same-as-baseline'
  | 'range-without-ends'
  | 'other-signs'
  | 'contradiction'
  | 'nothing';

/** How results are compared with a target. The comparator is null if unknown. */
export type TargetComparison = Readonly<{ comparator: ResultComparator | null; ground: ComparisonGround }>;

/** The data that decide how results are compared with a target. */
export interface ComparedTarget {
  readonly title: string;
  /** The unit of the target's value. */
  readonly unit: string;
  readonly direction: PreferredDirection | null;
  readonly baseline: { readonly value: number | null };
  readonly target: Pick<TargetValue, 'value' | 'comparator' | 'text'>;
}

/** The comparators and words of a target that contradict 良い方向. */
const AGAINST: Readonly<Partial<Record<PreferredDirection, readonly (TargetComparator | TargetTendency | null)[]>>> = {
  increase: ['<=', '<', 'within', 'decrease'],
  decrease: ['>=', '>', 'within', 'increase'],
};

const COMPARATORS = { increase: '>=', decrease: '<=', maintain: '=', range: '=' } as const;

/** Returns the comparison by a better direction. A value to stay at, or be around, has its own ground. */
const compareByWay = (way: PreferredDirection, ground: ComparisonGround): TargetComparison => ({
  comparator: COMPARATORS[way],
  ground: way === 'maintain' ? way : way === 'range' ? 'range-without-ends' : ground,
});

/** Names of a population, which plans want to lose slowly: 本市の総人口, 将来人口（10月1日）, 居住誘導区域内の人口密度. */
const POPULATION =
  /^(?:[^年]*(?:[市町村]|誘導区域|市街地)内?)?の?(?:将来|目標|推計|定住|常住|居住|住民(?:基本台帳|登録)|[昼夜]間|交流|関係|総|年少|生産年齢|若年女性)*人口(?:密度|総数|の?割合|比率)?(?:[(（].*)?$/;

/** Names of other things that plans want to lose slowly: 自治会加入率, バスの利用者数, 入込客数; but not レジ袋の利用率. */
const WANTED =
  /(?=(?:満足度|(?:受診|接種|加入|投票|利用|参加|収納)率|出生[数率]|婚姻の?(?:件?数|率)|(?:社会|自然)増減の?数?|(?:(?:利用|来[館場]|入館|参加|観光|宿泊|[就従]業|転入|納税(?:義務)?)者|客)の?数|人員|貸出の?[冊点]数)(?:[(（].*)?$)(?<!(?:自家用|自動車|マイカー|レジ袋|救急|待機|検挙|超過|削減).*)/;

/** What plans want to have less of. */
const BURDENS =
  '要介護|要支援|認知症|(?<!(?:入院|外来|新)の?)患者|透析|有病|有所見|(?<!非)該当者|手帳の?所持|待機|生活保護|高齢化|死[亡者傷]|(?<!無)事故|刑法犯|犯罪|火災|自殺|虐待|不登校|いじめ|空き?(?:家|店舗|地)|滞納|苦情|離職|失業' +
  '|(?<!非)喫煙|肥満|(?<!資源)ごみ|排出|漏水|被害|[市町村県方業]債|借入金?|公債費|将来負担|(?<!(?:事業|病院|水道|(?<!普通|一般)会計).*)経常収支|医療費|給付費|扶助費|(?:経|管理|人件)費|料金|時間外(?:勤務|労働)' +
  '|保険[料税]|(?:一人|ひとり|単身)(?:暮らし|世帯|親|高齢)|独居|高齢者のみ|(?:遊休|荒廃|耕作放棄)[農土]?地|救急(?:出動|出場|搬送)|困窮|貧困';

/** Names of people, homes, firms and money that plans want to lose slowly, but not 不登校の児童数 and 教員1人あたりの児童数. */
const KEPT = new RegExp(
  '(?=(?:税の?収(?:入|納)?済?の?額?' +
    '|(?:世帯|児童|生徒|園児|農家|経営体|農業者|事業所|企業|商店|店舗|[会組団委]合?員|従業員)の?戸?数|(?:給水|就業)人口|(?:漁獲|有収水|水揚げ?)量|基金の?(?:積立|現在)?残?[高額]|(?:出荷|販売|生産|産出)額等?)(?:[(（].*)?$)' +
    `(?<!(?:${BURDENS}|[未非無空]|違反|危険|保留|欠席|虫歯|むし歯|食べない|(?=[あ当]たり(?!.*額))|一学級|倒産|廃業|断水|浸水|[くみ汲]み?取り|要保護|過大|暴力).*)`,
);

/** Names of what plans want to grow slowly: 要介護認定率, 空き家の数; but not 空き家相談件数, and 経常収支比率 of 病院. */
const BURDEN = new RegExp(
  `(?:${BURDENS})(?:の|認定|高齢|受給|児童|生徒|発生|認知|出現|(?<=(?:虐待|いじめ|苦情)の?)相談|基準|者|件|世帯|戸|総|残|現在|等|時間)*(?:[数率量額]|割合|比率|面積|残?高)?(?:[(（].*)?$`,
);

/** Names of a reduction. If only its target is below 0, that is a change: nobody knows which way is meant. */
const REDUCTION = /(?:削減|減少|縮減|低減|抑制)[率量額数]?(?:[(（].*)?$/;

/** Returns which end of its scale a target is at, or null. */
function findTargetEnd({ title, unit, target: { value, text } }: ComparedTarget) {
  const read = unit === '' ? readTarget(text) : null;
  return findScaleEnd(value, read?.ok ? read.value.unit : unit, title);
}

/** Returns what the words of a target and the direction from baseline to target say. */
function compareByPlan(input: ComparedTarget): TargetComparison {
  const { title, baseline, target } = input;
  const tendency = readTargetTendency(target.text);
  const [from, to] = [baseline.value, target.value];
  const movement = from === null || to === null || from === to ? null : to > from ? 'increase' : 'decrease';
  if (tendency === 'increase' || tendency === 'decrease')
    return movement === null || movement === tendency
      ? compareByWay(tendency, 'words')
      : { comparator: null, ground: 'contradiction' };
  // 90% → 95%を維持: the value must first get there. But 97% → 95%を維持 and 人口 52,000人 → 50,000人 may only allow a fall,
  // and 要介護認定率 18% → 20% a rise.
  const isFallAllowed = tendency
    ? findTargetEnd(input) !== 'low'
    : [POPULATION, WANTED, KEPT].some((names) => names.test(title));
  if (REDUCTION.test(title) && (from ?? 0) * (to ?? 0) < 0) return { comparator: null, ground: 'other-signs' };
  const isLimit = movement === 'decrease' ? isFallAllowed : BURDEN.test(title);
  if (movement !== null && !isLimit) return compareByWay(movement, 'movement');
  if (tendency !== null) return compareByWay(tendency, 'maintain');
  return from !== null && from === to
    ? { comparator: '=', ground: 'same-as-baseline' }
    : { comparator: null, ground: 'nothing' };
}

/**
 * Returns how results are compared with a target, and what decides it: the plan's own comparator, or else 良い方向, or else
 * the words of the target, or else the direction from baseline to target. Without any of them the comparator is null.
 */
export function compareWithTarget(input: ComparedTarget): TargetComparison {
  const { direction, target } = input;
  const { comparator } = target;
  const against = direction === null ? undefined : AGAINST[direction];
  if (against?.includes(comparator) || against?.includes(readTargetTendency(target.text)))
    return { comparator: null, ground: 'contradiction' };
  // If more is better, 85% reaches 概ね80%: "about" is the precision of a figure, not the better direction.
  if (comparator !== null && comparator !== 'about') return { comparator, ground: 'comparator' };
  return direction === null ? compareByPlan(input) : compareByWay(direction, 'direction');
}

const MEETS: Readonly<Record<Exclude<ResultComparator, 'within'>, (latest: number, value: number) => boolean>> = {
  '>=': (latest, value) => latest >= value,
  '<=': (latest, value) => latest <= value,
  '>': (latest, value) => latest > value,
  '<': (latest, value) => latest < value,
  '=': (latest, value) => latest === value,
};

/** Returns true if `latest` meets the target. */
export function meetsTarget(
  latest: number,
  { value, low, high }: Pick<TargetValue, 'value' | 'low' | 'high'>,
  comparator: ResultComparator,
): boolean {
  if (comparator === 'within') return (low === null || latest >= low) && (high === null || latest <= high);
  return value !== null && MEETS[comparator](latest, value);
}

/**
 * Returns true if a result that does not meet the target certainly fails it. If the target is to stay at a value (維持),
 * or equals its baseline, any other result may be better or worse; but nothing is better than 維持 of 0人 or of 100 %.
 */
export function failsTarget(latest: number, { ground }: TargetComparison, input: ComparedTarget): boolean {
  if (ground === 'same-as-baseline' || ground === 'range-without-ends') return false;
  if (ground !== 'maintain') return true;
  const { value } = input.target;
  const end = findTargetEnd(input);
  if (value === null || end === null) return false;
  return end === 'low' ? latest > value : latest < value;
}

/** Returns the better direction: 1 up, -1 down; null if unknown or if there is none (a range, a value to stay at). */
export function findBetterWay(input: ComparedTarget): 1 | -1 | null {
  const { comparator } = compareWithTarget(input);
  if (comparator === '>=' || comparator === '>') return 1;
  return comparator === '<=' || comparator === '<' ? -1 : null;
}
