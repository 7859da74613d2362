import type { Plan } from '../model/plan.ts';
import { notRatedReasons } from '../model/progress-status.ts';
import { getTimeKey, isSameTime, type Period } from '../model/quantity-schema.ts';
import { certaintyLevels } from '../model/value-lists.ts';
import { subtractDecimals } from '../notation/decimal.ts';
import {
  formatDifference,
  formatEstimate,
  formatNumber,
  formatPercentage,
  getDifferenceUnit,
} from '../notation/format.ts';
import { convertUnit, isSameUnit } from '../notation/number-and-unit.ts';
import { addPrintedUnit, addPrintedUnits } from '../notation/printed-unit.ts';
import { findCertainty, readQuantity } from '../notation/quantity.ts';
import { readTarget } from '../notation/target.ts';
import { rateLinear } from '../progress/linear-rating.ts';
import { computeRequiredPace, lacksDistance } from '../progress/progress-metrics.ts';
import type { Indicator } from '../tables/indicators.ts';
import { filterCityResults, type Observation } from '../tables/observations.ts';
import { findInterimTargets, type Target } from '../tables/targets.ts';

type TargetedIndicator = Pick<Indicator, 'title' | 'unit' | 'direction' | 'baseline' | 'target'>;

/** Returns the unit in which the plan prints both the baseline and the target, or else the indicator's unit. */
function choosePrintedUnit({ unit, baseline, target }: TargetedIndicator): string {
  const [from, to] = [readQuantity(baseline.text), readTarget(target.text)];
  if (!from.ok || !to.ok || !isSameUnit(from.value.unit, to.value.unit)) return unit;
  return convertUnit(1, unit, from.value.unit) === null ? unit : from.value.unit;
}

/** Returns values of an indicator in the unit in which the plan prints it, and that unit. */
export function convertToPrintedUnit(indicator: TargetedIndicator, ...values: readonly number[]) {
  const unit = choosePrintedUnit(indicator);
  return { unit, values: values.map((value) => convertUnit(value, indicator.unit, unit) ?? value) };
}

/** Quotes a target that has words after its number, so that more words can follow: 「5件まで減らす」まで. */
export const quoteWords = (text: string): string => (/[をにとるす]/.test(text) ? `「${text}」` : text);

/**
 * Formats target − baseline in the printed unit: +31件, +0.6ポイント. Null if a value is unknown, or if the baseline meets
 * the target: −0.2 to 95%以上 would read as a decrease to make.
 */
export function formatTargetDistance(indicator: TargetedIndicator): string | null {
  const { baseline, target } = indicator;
  if (baseline.value === null || target.value === null || baseline.value === target.value) return null;
  if (lacksDistance(indicator)) return null;
  const { unit, values } = convertToPrintedUnit(indicator, subtractDecimals(target.value, baseline.value));
  return `${formatDifference(values[0] ?? 0)}${getDifferenceUnit(unit)}`;
}

/** Says, after 現状値, how much worse a result is: より後退し、その幅は、目標までの差の20%です. @param target its name */
export function describeRetreat(share: number, target: string): string {
  const size = formatPercentage(Math.abs(share));
  return `より後退し、その幅は、${target}までの差${size === '100%' ? 'と同じ' : `の${size}`}です`;
}

/** Formats the yearly change to a target: 現状値から平均で1年に約5.2件の増加. Null if there is none, or the plan has ended. */
export function formatYearlyChange(indicator: Indicator): string | null {
  const pace = indicator.planState === 'ended' ? null : computeRequiredPace(indicator);
  if (pace === null) return null;
  const { unit, values } = convertToPrintedUnit(indicator, Math.abs(pace.perYear));
  return `${indicator.latest ? '実績' : '現状値'}から平均で1年に約${formatEstimate(values[0] ?? 0)}${getDifferenceUnit(unit)}の${pace.perYear < 0 ? '減少' : '増加'}`;
}

/** Explains the yearly change that reaches the target, and how it is computed: a day is 0.003年. Null if there is none. */
export function explainYearlyChange(indicator: Indicator): string | null {
  const [pace, change] = [computeRequiredPace(indicator), formatYearlyChange(indicator)];
  if (pace === null || change === null) return null;
  const { latest, baseline, target } = indicator;
  return `目標に届くには、${(latest ?? baseline).period.text}の${change}が必要です（${target.period.text}の目標値との差を、${formatNumber(pace.years, pace.years < 1 ? 3 : 1)}年で割りました。年度などは、終わりの日で数えます）。`;
}

/** Returns the words before 実績 for results of the whole municipality: 全体の beside results of zones, otherwise empty. */
export const describeScope = (observations: readonly Observation[]): string =>
  observations.some(({ zone }) => zone !== null) ? '全体の' : '';

/** Says how many people answered a survey; empty for a value that says no number. */
export const formatSample = (sample: number | null): string =>
  sample === null ? '' : `答えた人 ${formatNumber(sample)}人`;

/** Says that an indicator is not rated because too few people answered, otherwise an empty text. */
export const describeSmallSample = ({ progress: { reason } }: Indicator): string =>
  reason === 'small-sample' ? `最新の実績は、${notRatedReasons[reason]}のため、評価していません。` : '';

/** Returns 速報 for a provisional result whose printed text does not say so, otherwise an empty text. */
export const nameProvisional = ({ certainty, text }: Pick<Observation, 'certainty' | 'text'>): string =>
  certainty === 'provisional' && findCertainty(text) === '' ? certaintyLevels.words.provisional : '';

/** Returns the words that are not empty, in brackets. */
export function putInBrackets(...words: readonly string[]): string {
  const known = words.filter((word) => word !== '');
  return known.length === 0 ? '' : `（${known.join('、')}）`;
}
type PrintedValue = Readonly<{ text: string; period: Period }>;
const formatDated = (label: string, { text, period }: PrintedValue, note = '') =>
  `${label} ${text}${putInBrackets(text.includes(period.text) ? '' : period.text, note)}`;

/** Returns the label of a value with its period: 現状値（令和4年度）. Only a number can lack one: ― has no time. */
export const labelValue = (word: string, { text, period }: PrintedValue, note = ''): string =>
  word + putInBrackets(period.text || (/\p{Nd}/u.test(text) ? '時点不明' : ''), note);

/** A triangle as a minus, which screen readers skip: in －▲ and △川 it is none. */
export const MINUS_SIGN = /[▲△](?= ?\p{Nd})/gu;

/** Says that the triangles of printed values are a minus: ▲はマイナスです。 Empty if no value has one. */
export function explainMinus(values: readonly Pick<PrintedValue, 'text'>[]): string {
  const signs = new Set(values.flatMap(({ text }) => text.match(MINUS_SIGN) ?? []));
  return signs.size === 0 ? '' : `${[...signs].join('と')}はマイナスです。`;
}

/** Returns the printed values of an indicator as figures with labels: 現状値, the latest result and 目標値. */
export function listTargetFigures(indicator: Indicator) {
  const { baseline, latest, target } = addPrintedUnits(indicator);
  return [
    { label: labelValue('現状値', baseline), value: baseline.text },
    ...(latest ? [{ label: labelValue('最新の実績', latest, nameProvisional(latest)), value: latest.text }] : []),
    { label: labelValue('目標値', target), value: target.text },
  ];
}

/** Returns the printed values of an indicator: 現状値, the latest result and 目標値, each with its unit and its period. */
export function listTargetValues(indicator: Indicator): string[] {
  const { baseline, latest, target } = addPrintedUnits(indicator);
  const result = latest ? [formatDated('実績', latest, nameProvisional(latest))] : [];
  return [formatDated('現状値', baseline), ...result, formatDated('目標値', target)];
}

/**
 * Returns what pages and files call a target: the current one, on which ratings and charts are based, is just 目標値. One
 * for the same time is earlier if its day is known, or if the current one is from a later document than the indicator.
 */
export function nameTarget(indicator: Indicator, target: Target, targets: readonly Target[]): string {
  const { target: final, targetSource, source: first } = indicator;
  const { kind, text, period, set, source } = target;
  const getTime = (one: Target) => getTimeKey(one.period);
  const current = kind === 'final' ? final : findInterimTargets(targets, getTime).get(getTime(target));
  const name = kind === 'final' ? '目標値' : '中間の目標値';
  if (period.text !== current?.period.text) return `別に設定された${name}`;
  if (text === current.text) return name;
  const isInOlderDocument = kind === 'final' && source.id === first.id && targetSource.id !== first.id;
  return `${set !== null || isInOlderDocument ? '前の' : '別に設定された'}${name}`;
}

/** Says if the result of the same time meets an interim target; empty if there is none, or if that is unknown. */
export function describeInterimResult(
  indicator: Indicator,
  target: Target,
  observations: readonly Observation[],
  { minimumSample }: Pick<Plan, 'minimumSample'>,
): string {
  if (target.kind !== 'interim') return '';
  const isOfTime = ({ value, period }: Observation) => value !== null && isSameTime(period, target.period);
  const latest = filterCityResults(observations).findLast(isOfTime) ?? null;
  const hasMixedTimes = indicator.progress.reason === 'counted-differently';
  const input = { ...indicator, target, latest, minimumSample, hasMixedTimes, lacksTarget: false };
  const { status } = rateLinear(input);
  if (!latest || status === 'not-rated') return '';
  const when = latest.certainty === 'provisional' ? '速報では、' : '';
  const outcome = status === 'achieved' ? '届きました' : '届いていません';
  return `${when}${outcome}（実績 ${addPrintedUnit(latest.text, indicator.unit)}）`;
}
