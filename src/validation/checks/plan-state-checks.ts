import { createIssue, type Issue } from '../../diagnostics/diagnostic.ts';
import type { PlanFrontMatter } from '../../model/plan.ts';
import { readPeriod } from '../../notation/period.ts';
import type { SiteCheck } from '../validation-context.ts';

/**
 * Returns the issue of a plan's state, or null.
 * @param today the latest day in the ledger of changes, so that the same files always have the same diagnostics
 */
function findStateIssue(front: PlanFrontMatter, today: string): Issue | null {
  const { state = 'unknown', stateWebsite, stateChecked, period = '' } = front;
  const read = readPeriod(period);
  const end = read.ok ? read.value.end : null;
  const isOver = end !== null && end < today;
  if (stateWebsite !== undefined && stateChecked === undefined)
    return createIssue('missing-key', { key: 'stateChecked' });
  if (state === 'ongoing' && isOver) return createIssue('ongoing-plan-is-over', { period });
  if (state === 'unknown') return isOver ? createIssue('plan-end-not-marked', { period }) : null;
  const hasGround = stateWebsite !== undefined || (state === 'ended' ? isOver : end !== null);
  return hasGround ? null : createIssue('plan-state-without-ground', { state: state === 'ended' ? '終了' : '実施中' });
}

/** Reports states of plans that contradict the plan's period, or for which nothing speaks. */
export const checkPlanStates: SiteCheck = (context, report) => {
  const days = context.changes.rows.map(({ fields }) => fields.date);
  const today = days.reduce((latest, day) => (day > latest ? day : latest), '');
  for (const { index } of context.plans) {
    const issue = findStateIssue(index.front, today);
    if (issue) report.add(index.locate(index.front.state === undefined ? 'period' : 'state'), issue);
  }
};
