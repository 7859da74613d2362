import { z } from 'zod';
import type { Direction, State } from './kind.ts';
import type { Comparator, Quantity, TargetValue } from './quantity.ts';

/** States of progress, and what residents read for them. */
export const statuses = {
  achieved: '達成',
  'on-track': '順調',
  'slightly-behind': 'やや遅れ',
  behind: '遅れ',
  worse: '後退',
  missed: '未達成',
  'not-rated': '評価なし',
} as const;

/** Why an indicator is not rated: a state of its own, never 0 %. */
export const reasons = {
  ended: '取組の終了',
  'definition-changed': '定義の変更',
  'no-target': '目標値なし',
  'target-in-words': '言葉の目標',
  'not-measured': '実績の公表待ち',
  'small-sample': '標本数の不足',
  'no-baseline': '現状値なし',
  'period-unknown': '時点が不明',
} as const;

/** The methods that indicators are rated by. */
export const methods = { linear: '現状値から目標値まで、同じ速さで進むとみる方法' } as const;

type Keys<T> = [keyof T & string, ...(keyof T & string)[]];
export const Status = z.enum(Object.keys(statuses) as Keys<typeof statuses>);
export type Status = z.infer<typeof Status>;
const Reason = z.enum(Object.keys(reasons) as Keys<typeof reasons>);
type Reason = z.infer<typeof Reason>;

export const Progress = z.strictObject({
  status: Status.meta({
    title: '状態',
    description: '共通の方法で計算した状態',
    codeList: 'statuses',
    examples: ['on-track'],
  }),
  reason: Reason.nullable().meta({
    title: '理由',
    description: '評価できないときの理由',
    codeList: 'reasons',
    examples: ['not-measured'],
  }),
  achieved: z
    .number()
    .nullable()
    .meta({
      title: '達成率',
      description: '現状値から目標値までのうち進んだ割合（0.5は半分）',
      unit: '割合（1で全部）',
      examples: [0.5],
    }),
  elapsed: z
    .number()
    .nullable()
    .meta({
      title: '経過率',
      description: '現状値の時点から目標値の時点までのうち過ぎた割合（0.5は半分）',
      unit: '割合（1で全部）',
      examples: [0.25],
    }),
  method: z.literal('linear').meta({
    title: '方法',
    description: '計算の方法',
    codeList: 'methods',
    examples: ['linear'],
  }),
  own: z
    .strictObject({ symbol: z.string(), title: z.string() })
    .nullable()
    .meta({ title: '市の評価', description: '計画がもつ方法での評価。なければ空' }),
});
export type Progress = z.infer<typeof Progress>;

/** What an indicator's progress is worked out from. */
export interface ProgressInput {
  readonly direction: Direction | null;
  readonly state: State;
  readonly baseline: Quantity;
  readonly target: TargetValue;
  /** True where the plan prints no target, or a mark that stands for none. */
  readonly targetMissing: boolean;
  readonly latest: (Quantity & { readonly sample: number | null }) | null;
  /** Below this sample size nothing is rated; null where the plan states none. */
  readonly minimumSample: number | null;
}

const PACE_ON_TRACK = 0.95;
const PACE_SLIGHTLY_BEHIND = 0.6;
const DAY = 86_400_000;

/** Days since 1970-01-01 of an ISO date. */
function days(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY;
}

/**
 * The comparator a target is judged by: the plan's own, or the one that 良い方向 gives, or, where neither is stated,
 * the one that the way from baseline to target gives.
 */
function judgedBy(input: ProgressInput): Exclude<Comparator, 'about'> {
  const { comparator, value } = input.target;
  // 概ね80% is reached by 85% where more is better: "about" says how exact the figure is, not which side is good.
  if (comparator && comparator !== 'about') return comparator;
  if (input.direction === 'increase') return '>=';
  if (input.direction === 'decrease') return '<=';
  if (input.direction) return '=';
  const baseline = input.baseline.value;
  return baseline !== null && value !== null && value < baseline ? '<=' : '>=';
}

/** True when `latest` meets the target. */
function met(latest: number, target: TargetValue, comparator: Exclude<Comparator, 'about'>): boolean {
  const inside =
    (target.low === null || latest >= target.low) && (target.high === null || latest <= target.high);
  if (comparator === 'within') return inside;
  const { value } = target;
  if (value === null) return false;
  switch (comparator) {
    case '>=':
      return latest >= value;
    case '<=':
      return latest <= value;
    case '>':
      return latest > value;
    case '<':
      return latest < value;
    case '=':
      return latest === value;
  }
}

function notRated(reason: Reason): Progress {
  return {
    status: 'not-rated',
    reason,
    achieved: null,
    elapsed: null,
    method: 'linear',
    own: null,
  };
}

/** The first reason that forbids a rating whatever the figures say, or null. */
function obstacle(input: ProgressInput): Reason | null {
  const { state, target, latest, minimumSample } = input;
  if (state === 'ended' || state === 'definition-changed') return state;
  if (input.targetMissing) return 'no-target';
  if (target.value === null && target.comparator !== 'within') return 'target-in-words';
  if (latest?.value == null) return 'not-measured';
  if (minimumSample !== null && latest.sample !== null && latest.sample < minimumSample)
    return 'small-sample';
  return null;
}

/**
 * Rates an indicator by the common straight-line method. Now is the time of the latest result; no clock is read.
 *
 * achieved = (latest − baseline) ÷ (target − baseline), elapsed = (t − t₀) ÷ (t₁ − t₀) in days, each time standing at
 * its last day, pace = achieved ÷ elapsed: from 0.95 on track, from 0.60 slightly behind, from 0 behind, below worse.
 * A target met is achieved; one not met at its time or later is missed. A range, 維持, and a target that the baseline
 * meets already are rated by being inside alone: outside before its time, the indicator is behind.
 */
export function rate(input: ProgressInput): Progress {
  const why = obstacle(input);
  if (why) return notRated(why);
  const { baseline, target } = input;
  const latest = input.latest?.value;
  if (latest == null) return notRated('not-measured');

  const comparator = judgedBy(input);
  const [t0, t1, now] = [baseline.period.end, target.period.end, input.latest?.period.end ?? null];
  const span = t0 && t1 ? days(t1) - days(t0) : null;
  const elapsed = t0 && now && span ? (days(now) - days(t0)) / span : null;
  // To stay at a value or inside a range is no way to go, so that no share of it is done.
  const stays =
    input.direction === 'maintain' ||
    input.direction === 'range' ||
    comparator === 'within' ||
    (baseline.value !== null && met(baseline.value, target, comparator));
  const way =
    stays || target.value === null || baseline.value === null ? null : target.value - baseline.value;
  const achieved = way && baseline.value !== null ? (latest - baseline.value) / way : null;
  const rated = (status: Status): Progress => ({
    ...notRated('not-measured'),
    status,
    reason: null,
    achieved,
    elapsed,
  });

  if (met(latest, target, comparator)) return rated('achieved');
  if (t1 && now && now >= t1) return rated('missed');
  if (baseline.value === null) return notRated('no-baseline');
  if (elapsed === null || elapsed <= 0) return notRated('period-unknown');
  if (achieved === null) return rated('behind');
  const pace = achieved / elapsed;
  if (pace >= PACE_ON_TRACK) return rated('on-track');
  if (pace >= PACE_SLIGHTLY_BEHIND) return rated('slightly-behind');
  return rated(pace >= 0 ? 'behind' : 'worse');
}

const DAYS_A_YEAR = 365.25;

/** Years from one day to a later one: whole years by the calendar, the rest in days ÷ 365.25. */
function yearsBetween(from: string, to: string): number {
  const [year = 0, month = 1, date = 1] = from.split('-').map(Number);
  // In a year without a 29 February, its anniversary is 1 March.
  const anniversary = (years: number) => Date.UTC(year + years, month - 1, date) / DAY;
  const whole = Number(to.slice(0, 4)) - year;
  const passed = anniversary(whole) > days(to) ? whole - 1 : whole;
  return passed + (days(to) - anniversary(passed)) / DAYS_A_YEAR;
}

/** The even pace that would still reach a target: how much a year, and for how many years. */
export interface Pace {
  readonly perYear: number;
  readonly years: number;
}

/**
 * pace needed = (target − latest, or baseline where there is no result) ÷ years left. Null where a number or a time is
 * not known, the target is met, or no time is left.
 */
export function paceNeeded(indicator: {
  readonly baseline: Quantity;
  readonly target: TargetValue;
  readonly latest: Quantity | null;
  readonly progress: Progress;
}): Pace | null {
  const now = indicator.latest ?? indicator.baseline;
  const { value, period } = indicator.target;
  if (now.value === null || value === null || !now.period.end || !period.end) return null;
  const years = period.end > now.period.end ? yearsBetween(now.period.end, period.end) : 0;
  if (years === 0 || value === now.value || indicator.progress.status === 'achieved') return null;
  return { perYear: (value - now.value) / years, years };
}
