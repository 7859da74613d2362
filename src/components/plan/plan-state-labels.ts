import type { Plan } from '../../model/plan.ts';
import { nameValueInEnglish, planStateLabels, type PlanState } from '../../model/value-lists.ts';
import { formatCount, formatDay } from '../../notation/format.ts';
import { isPartOfPlan } from '../../site-data/plan-contents.ts';
import type { SiteData } from '../../site-data/site-data.ts';
import { translatePeriod } from '../../site-data/translated-pages.ts';
import type { Indicator } from '../../tables/indicators.ts';

/** What each state means. */
export const planStateMeanings: Readonly<Record<PlanState, string>> = {
  ongoing: '期間の中か、続いていることが公式のページからわかる計画です。',
  ended: '期間が過ぎたか、終わったと公表された計画です。',
  unknown: '実施中かどうかを、確かめられていない計画です。',
};

/** Returns the label of a state on pages in English. */
export const getEnglishStateLabel = (state: PlanState): string =>
  state === 'unknown' ? 'State unconfirmed' : nameValueInEnglish(state);

/** Returns the name of a plan's period on pages in English. */
export const nameEnglishPeriod = (plan: Plan): string =>
  (plan.lastYear === null ? 'Period' : 'Planned period') + (isPartOfPlan(plan) ? ' of the whole plan' : '');

/** Returns the period of a plan in words on pages in English; empty if it has none. */
export function describeEnglishPlanTime(plan: Plan): string {
  const [period, lastYear] = [translatePeriod(plan.period), translatePeriod(plan.lastYear)];
  const times = [period && `${nameEnglishPeriod(plan)}: ${period}`, lastYear && `actual last year: ${lastYear}`];
  return times.filter(Boolean).join('; ');
}

/** Returns the day on which the site read the document of a plan. */
export function describeReadDay({ source }: SiteData, plan: Plan): string {
  const { checked } = source(plan.source);
  return checked === null ? '未確認' : formatDay(checked);
}

type WithState = Readonly<{ planState: PlanState }>;

/** Returns the state of the plans of records; null if they have several states, or if there are no records. */
export function findSharedState(records: readonly WithState[]): PlanState | null {
  const [state = null, ...others] = new Set(records.map(({ planState }) => planState));
  return others.length > 0 ? null : state;
}

/** Says in a word or two that the plans of records have ended, all or some of them; empty if none has. */
export function describeEnded(records: readonly WithState[]): string {
  if (findSharedState(records) === 'ended') return planStateLabels.ended;
  return records.some(({ planState }) => planState === 'ended') ? `一部は${planStateLabels.ended}` : '';
}

/** Returns the same in brackets, to follow a number of records. */
export function markEnded(records: readonly WithState[]): string {
  const ended = describeEnded(records);
  return ended === '' ? '' : `（${ended}）`;
}

/** Says in a sentence that the plans of records have ended, all or some of them; empty if none has. */
export function describeEndedRecords(records: readonly WithState[], word: string): string {
  if (findSharedState(records) === 'ended') return `終わった計画の${word}です。今の計画ではありません。`;
  const ended = records.filter(({ planState }) => planState === 'ended').length;
  return ended === 0 ? '' : `終わった計画の${formatCount(ended)}の${word}も入っています。`;
}

/** Says that the site has what a municipality planned, not what it did. */
export function describeWork(items: readonly WithState[], word: string, indicators: readonly Indicator[]): string {
  const results = indicators.some(({ latest }) => latest !== null) ? '（指標の実績は、のせています）' : '';
  return `${describeEndedRecords(items, word)}${word}は、計画に書かれた予定です。実際に行われたかどうかは、このサイトにのせていません${results}。公式サイトや担当の課で確かめてください。`;
}
