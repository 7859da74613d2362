import { createIssue, type Issue } from '../../diagnostics/diagnostic.ts';
import type { PlanFrontMatter } from '../../model/plan.ts';
import { planStates } from '../../model/value-lists.ts';
import { readPeriod } from '../../notation/period.ts';
import type { ParsedSite, SiteCheck } from '../parsed-site.ts';

/** Returns the latest day in changes.csv, for today: the same files always have the same diagnostics. */
export const findLatestDay = ({ rows }: ParsedSite['changes']): string =>
  rows.reduce((latest, { fields }) => (fields.date > latest ? fields.date : latest), '');

/**
 * Returns the issue of a plan's state and the key of the front matter to which it belongs, or null.
 * @param today the latest day in changes.csv
 */
function findStateIssue(
  { state, stateWebsite, stateChecked, lastYear, ...front }: PlanFrontMatter,
  today: string,
): readonly [key: keyof PlanFrontMatter, issue: Issue] | null {
  const period = lastYear ?? front.period ?? '';
  const periodKey = lastYear === undefined ? 'period' : 'lastYear';
  const read = readPeriod(period);
  if (lastYear !== undefined && !read.ok) return ['lastYear', read.issue];
  const end = read.ok ? read.value.end : null;
  const isOver = end !== null && end < today;
  if (stateWebsite !== undefined && stateChecked === undefined)
    return ['stateWebsite', createIssue('missing-key', { key: 'stateChecked' })];
  const unread = read.ok ? null : (['period', createIssue('period-kept-as-text', { value: period })] as const);
  if (state === 'unknown') return isOver ? [periodKey, createIssue('plan-end-not-marked', { period })] : unread;
  if (state === 'ongoing' && isOver) return ['state', createIssue('ongoing-plan-is-over', { period, today })];
  const hasGround = stateWebsite !== undefined || (state === 'ended' ? isOver : end !== null);
  if (hasGround) return unread;
  const values = { state: planStates.words[state], ...(state === 'ended' && end !== null && { period, today }) };
  return ['state', createIssue('plan-state-without-ground', values)];
}

/** Reports states that contradict the plan's period or that nothing supports, and periods that can't be read. */
export const checkPlanStates: SiteCheck = (context, report) => {
  const today = findLatestDay(context.changes);
  for (const { index } of context.plans) {
    const [key, issue] = findStateIssue(index.front, today) ?? [];
    if (key && issue) report.addIssue(index.locate(key), issue);
  }
};
