import type { OwnMethodReason, ProgressStatus } from '../model/progress-status.ts';
import { toDayNumber } from '../model/quantity-schema.ts';
import { bandScales, preferredDirections } from '../model/value-lists.ts';
import { subtractDecimals } from '../notation/decimal.ts';
import {
  formatBetween,
  formatDay,
  formatDecimals,
  formatDifference,
  formatNumber,
  formatPercentage,
  getDifferenceUnit,
  getPrintedUnit,
  EXACT_DECIMALS,
} from '../notation/format.ts';
import { addPrintedUnits } from '../notation/printed-unit.ts';
import { isForEachYear } from '../notation/target.ts';
import { paceLimits } from '../progress/linear-rating.ts';
import type { ComputedScale } from '../progress/progress-metrics.ts';
import type { RatingBand } from '../progress/rating-band.ts';
import { compareWithTarget, findBetterWay } from '../progress/target-comparison.ts';
import type { Rating } from '../site-data/build-ratings.ts';
import type { Indicator } from '../tables/indicators.ts';
import { findTimeOfName } from '../validation/rates-and-totals.ts';
import { convertToPrintedUnit, describeRetreat, nameProvisional, putInBrackets, quoteWords } from './change-words.ts';

/** Explains why it is not known if a result meets the target. */
function explainUnknownDirection(indicator: Indicator): string {
  const { target, baseline, direction } = indicator;
  const { ground } = compareWithTarget(indicator);
  const unknown = '増えるのと減るのと、どちらがよいのかがわからないので、評価しません。';
  switch (ground) {
    case 'contradiction':
      return direction === null
        ? `目標値「${target.text}」の言葉と、現状値${baseline.text}からの向きが合わないので、評価しません。`
        : `目標値「${target.text}」が、良い方向「${preferredDirections.words[direction]}」と合わないので、評価しません。`;
    case 'maintain':
      return `目標値「${target.text}」を保つ目標ですが、ちがう値になったとき、${unknown}`;
    case 'same-as-baseline':
      return `目標値${target.text}は現状値と同じで、計画に良い方向が書かれていません。実績がちがう値になったとき、${unknown}`;
    case 'range-without-ends':
      return `範囲の目標ですが、目標値「${target.text}」から範囲がわからないので、評価しません。`;
    default:
      return `計画に良い方向が書かれておらず、現状値から目標値への向きからもわかりません。${unknown}`;
  }
}

/** Says which way is better: the plan's 良い方向, or else what the rating takes instead. */
export function describeDirection(indicator: Indicator): string {
  const { direction, target } = addPrintedUnits(indicator);
  if (direction !== null) return preferredDirections.words[direction];
  const { ground } = compareWithTarget(indicator);
  const way = findBetterWay(indicator) === 1 ? '増えるとよい' : '減るとよい';
  switch (ground) {
    case 'comparator':
    case 'words':
    case 'maintain':
      return `書かれていません（目標値の「${target.text}」という書き方で判断します）`;
    case 'movement':
      return `書かれていません（現状値から目標値への向きから、${way}とみます）`;
    default:
      return target.value === null ? '書かれていません' : '計画からはわかりません';
  }
}

/** Says how an indicator counts: by its 集計, or else by its name. */
export function describeAggregation({ aggregation, title }: Pick<Indicator, 'aggregation' | 'title'>): string {
  const words = { annual: 'その年の値（単年）', cumulative: '積み上げた値（累計）', point: 'ある時点の値' };
  const known = aggregation ?? (findTimeOfName(title, '') === '累計' ? 'cumulative' : null);
  return known === null ? '計画からはわかりません' : words[known];
}

/** Says why a result that is not between baseline and target is only compared, and which question decides. */
function explainComparison(indicator: Indicator): string {
  const { comparator, ground } = compareWithTarget(indicator);
  if (comparator === 'within') return '範囲の目標なので、その中にあるかどうか';
  if (ground === 'range-without-ends') return '範囲がわからないので、同じ値かどうか';
  if (isForEachYear(indicator.target.text)) return '毎年の目標なので、その年に届いているかどうか';
  if (ground === 'maintain' || indicator.direction === 'maintain') return '保つ目標なので、保たれているかどうか';
  if (indicator.baseline.value === null) return '数で書かれた現状値がないので、届いているかどうか';
  if (ground === 'same-as-baseline') return '目標値が現状値と同じなので、同じ値かどうか';
  const isSame = indicator.baseline.value === indicator.target.value;
  return `${isSame ? '現状値と目標値が同じ数な' : '現状値がすでに目標に届いている'}ので、届いているかどうか`;
}

/** Explains in a sentence why an indicator is not rated. */
function explainReason(reason: OwnMethodReason, indicator: Indicator, { sample }: Rating, scope: string): string {
  const { target, baseline, latest } = indicator;
  const unknown = [latest?.period, baseline.period, target.period].find((period) => period && !period.end);
  const sentences: Readonly<Record<OwnMethodReason, string>> = {
    ended: '指標が終わったので、評価しません。',
    'definition-changed': '数え方が変わり、前の値とくらべられないので、評価しません。',
    'no-target': 'このサイトにのせた資料に、今の目標値がないので、評価しません。',
    'target-in-words': `目標が「${target.text}」なので、どこまで進んだかを計算できません。`,
    'not-measured': `このサイトにのせた資料に、現状値より後の${scope}実績が、くらべられる数字で書かれていないので、評価しません。`,
    'small-sample': `調査に答えた人が${formatNumber(sample ?? 0)}人で、計画が決めた数より少ないので、評価しません。`,
    'direction-unknown': explainUnknownDirection(indicator),
    'target-approximate': `目標が「${target.text}」というおおよその数で、どこまで近ければ届いたといえるかがわからないので、評価しません。`,
    'counted-differently': `目標の「${target.text}」と、現状値や実績が、同じ数え方（1年の数、1か月の数、何年かの合計、区や学校ごとの数など）かどうかがわからないので、評価しません。`,
    'no-baseline': '計画をつくったときの、数で書かれた値がないので、どこまで進んだかを計算できません。',
    'period-unknown': unknown?.text
      ? `時点が「${unknown.text}」で、いつの日かわからないので、評価しません。`
      : '時点がわからないので、評価しません。',
    'no-value': '計画の方法が使う値を、この指標では計算できないので、計画の方法では評価しません。',
    'no-band': '計画の評価のしかたに、あてはまる段がないので、評価しません。',
    'not-typed': '計画をつくった市区町村が書いた評価を、このサイトにまだのせていません。',
  };
  return sentences[reason];
}

/**
 * Compares a result with the value of a constant pace, rounded as the distance to the target allows. When the time of
 * the target has come, that value is the target, and nothing is rounded.
 */
function compareWithPace(indicator: Indicator, latest: number, expected: number): string {
  const { baseline, target } = indicator;
  const distance = (target.value ?? 0) - (baseline.value ?? 0);
  const apart = subtractDecimals(latest, expected);
  const { unit, values } = convertToPrintedUnit(indicator, expected, Math.abs(apart), distance);
  const [aim = 0, size = 0, span = 0] = values;
  const way = findBetterWay(indicator);
  const better = way === null ? '' : `（${way === 1 ? '大きい' : '小さい'}ほうがよい指標です）`;
  const describeApart = (text: string) =>
    `${text}${getDifferenceUnit(unit)}${apart > 0 ? '大きい' : '小さい'}値です${better}`;
  if (expected === target.value)
    return `実績は、目標値${apart === 0 ? 'と同じ値です' : `より${describeApart(formatNumber(size, EXACT_DECIMALS))}`}。`;
  const sizeText = formatBetween(size, span);
  const than = describeApart(`約${sizeText}`);
  return `同じ歩みなら、そのときの目安は約${formatBetween(aim, span)}${getPrintedUnit(unit)}です。実績は、目安${sizeText === '0' ? 'とほぼ同じ値です' : `より${than}`}。`;
}

/** Returns a value as printed with its period, unless the value names it. */
const quoteDated = ({ text, period }: Pick<Indicator['baseline'], 'text' | 'period'>): string =>
  text.includes(period.text) ? quoteWords(text) : `${quoteWords(text)}（${period.text}）`;

/** Explains the values behind a rating by the common method. */
function explainInputs(indicator: Indicator, { figures }: Rating): string[] {
  const { baseline, target, latest } = indicator;
  if (!latest) return [];
  const now = `${latest.period.text}の実績${latest.text}${putInBrackets(nameProvisional(latest))}`;
  const { achieved, elapsed, expected } = figures;
  if (achieved === null)
    return [`${now}を、目標値「${target.text}」とくらべました。${explainComparison(indicator)}だけを見ます。`];
  const aim = `目標値${quoteDated(target)}`;
  const distance =
    achieved < 0 ? describeRetreat(achieved, aim) : `から${aim}までの道のりの${formatPercentage(achieved)}のところです`;
  const passed = elapsed !== null && elapsed < 1 ? `の${formatPercentage(elapsed)}が` : 'はすべて';
  const went = `${elapsed === null ? '' : `期間${passed}過ぎました。`}${now}は、現状値${quoteDated(baseline)}${distance}。`;
  if (expected === null || latest.value === null) return [went];
  return [went, compareWithPace(indicator, latest.value, expected)];
}

/** Explains a rating, or why there is none, in one or two sentences. @param scope see `describeScope` */
export function explainRating(record: Indicator, rating: Rating, scope = ''): string[] {
  const indicator = addPrintedUnits(record);
  if (rating.reason !== null) return [explainReason(rating.reason, indicator, rating, scope)];
  if (rating.method === 'linear') return explainInputs(indicator, rating);
  const { band, measured } = rating;
  if (!band) return [];
  if (band.scale === 'typed' || measured === null) return ['計画をつくった市区町村が判断して書いた評価です。'];
  const format = (value: number) => formatOnScale(band, value, indicator.unit, formatDifference);
  const isNear = (limit: number | null) => limit !== null && limit !== measured && format(limit) === format(measured);
  const limits = band.low === null && band.high === null ? '残りの値' : formatLimits(band, indicator.unit);
  return [
    `${bandScales.words[band.scale]}が${format(measured)}${isNear(band.low) || isNear(band.high) ? '（丸めた数）' : ''}なので、「${limits}」の段に入ります。${formatMargin(band, indicator.unit)}`,
  ];
}

/** What decides whether a value is in a band. */
type BandCondition = Omit<RatingBand, 'order' | 'symbol' | 'title' | 'note'>;

/** Formats a value on the scale of a band; a limit has no sign, unlike a measured difference. */
const formatOnScale = ({ scale }: BandCondition, value: number, unit: string, format = formatNumber): string =>
  scale === 'difference' ? `${format(value, EXACT_DECIMALS)}${getDifferenceUnit(unit)}` : formatPercentage(value);

function formatLimits(band: BandCondition, unit: string): string {
  const above = band.high === null ? 'より大きい' : 'より大きく';
  const low = band.low === null ? '' : `${formatOnScale(band, band.low, unit)}${band.lowIncluded ? '以上' : above}`;
  const high =
    band.high === null ? '' : `${formatOnScale(band, band.high, unit)}${band.highIncluded ? '以下' : '未満'}`;
  return low && high ? `${low}、${high}` : low || high;
}

const formatMargin = ({ margin }: RatingBand, unit: string): string =>
  margin === 0
    ? ''
    : `境目の値との差が、誤差の${formatNumber(margin, EXACT_DECIMALS)}${getDifferenceUnit(unit)}以内なら、境目の値と同じとみなします。`;

/** Describes the condition of a band: 達成率が50%以上、80%未満. Differences have no unit: each indicator has its own. */
export function describeBand(band: BandCondition): string {
  const { scale, year, low, high } = band;
  const when = year ? `${year.text}の` : '';
  if (scale === 'typed') return `${when}評価として、市区町村が書く`;
  const limits = low === null && high === null ? 'ほかの段に入らない' : formatLimits(band, '');
  return `${when}${bandScales.words[scale]}が${limits}${band.margin === 0 ? '' : `（誤差 ${formatNumber(band.margin, EXACT_DECIMALS)}）`}`;
}

const OWN_METHODS: Readonly<Record<ComputedScale, string>> = {
  share: 'は、進んだ割合だけを見ます。',
  pace: 'も進んだ割合を過ぎた時間とくらべますが、評価の区切りがちがいます。',
  'target-ratio': 'は、実績が目標値の何%かを見ます。',
  difference: 'は、現状値より良いか悪いかを見ます。',
  'difference-ratio': 'は、現状値より良いか悪いかを見ます。',
};

/** Explains how the method of a plan differs from the common one. */
export function explainMethodDifference({ band, figures: { achieved, difference } }: Rating): string {
  if (!band || band.scale === 'typed') return '';
  if (band.scale.startsWith('difference') && difference !== null && difference < 0 && -difference <= band.margin)
    return '計画の方法は、調査の誤差の中のちがいを、変わらないとみます。共通の方法は、誤差を考えません。';
  return `計画の方法${OWN_METHODS[band.scale]}共通の方法は、${achieved === null ? '目標に届いているかどうかだけを見ます。' : '進んだ割合を過ぎた時間とくらべ、目標に届いたかどうかも見ます。'}`;
}

const REASONS: Readonly<Record<Exclude<ProgressStatus, 'not-rated'>, string>> = {
  achieved: '目標値に届いているので、',
  'on-track': '目標値には届いておらず、進み方が0.95以上なので、',
  'slightly-behind': '進み方が0.60以上、0.95未満なので、',
  behind: '進み方が0以上、0.60未満なので、',
  worse: '進み方が0未満なので、',
  missed: '目標の時点になっても目標値に届いていないので、',
};

const formatOperand = (value: number) => formatNumber(value, EXACT_DECIMALS).replace(/^−.*/, '（$&）');

/** Formats a pace with the decimals, at least two, that keep it on its side of each limit: 0.948 is not 0.95. */
function formatPace(pace: number, digits = 2): string {
  const isMoved = Object.values(paceLimits).some((limit) => Number(pace.toFixed(digits)) >= limit !== pace >= limit);
  if (isMoved && digits < EXACT_DECIMALS) return formatPace(pace, digits + 1);
  return digits === 2 ? formatNumber(pace) : formatDecimals(pace, digits);
}

/** Returns the steps by which a reader can repeat the calculation of a rating; empty if a value is missing. */
export function explainRatingSteps(indicator: Indicator, { figures, status }: Rating): string[] {
  const { baseline, target, latest } = addPrintedUnits(indicator);
  const [from, to, now] = [baseline.period.end, target.period.end, latest?.period.end];
  const { achieved, elapsed, pace } = figures;
  if (baseline.value === null || target.value === null || latest?.value == null) return [];
  if (achieved === null || elapsed === null || pace === null || !from || !to || !now) return [];
  const [start, end, value] = [formatOperand(baseline.value), formatOperand(target.value), formatOperand(latest.value)];
  return [
    `現状値は${baseline.text}（${formatDay(from)}）、目標値は${target.text}（${formatDay(to)}）、最新の実績は${latest.text}（${formatDay(now)}）`,
    `達成率 ＝（${value} − ${start}）÷（${end} − ${start}）＝ ${formatNumber(achieved, 3)}`,
    `経過率 ＝ ${formatNumber(toDayNumber(now) - toDayNumber(from))}日 ÷ ${formatNumber(toDayNumber(to) - toDayNumber(from))}日 ＝ ${formatNumber(elapsed, 3)}`,
    `進み方 ＝ ${formatNumber(achieved, 3)} ÷ ${formatNumber(elapsed, 3)} ＝ ${formatPace(pace)}`,
    status === null || status === 'not-rated' ? '' : REASONS[status],
  ];
}
