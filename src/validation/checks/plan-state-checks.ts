import { createIssue, type Issue } from '../../diagnostics/diagnostic.ts';
import type { PlanFrontMatter } from '../../model/plan.ts';
import { planStates } from '../../model/value-lists.ts';
import { readPeriod } from '../../notation/period.ts';
import { PLAN_REPLACEMENT_ITEM } from '../../tables/changes.ts';
import type { SiteCheck } from '../parsed-site.ts';
import { FAR_YEARS } from './target-checks.ts';

/**
 * Returns the issue of a plan's state and the key of the front matter to which it belongs, or null.
 * @param today the latest day in changes.csv and of releases
 * @param replacement the plan that replaces it; undefined for none
 * @param abolished the day on which its municipality ended, or null: a page seen since then shows who continues it
 */
function findStateIssue(
  { state, stateWebsite, stateChecked, lastYear, ...front }: PlanFrontMatter,
  today: string,
  replacement: string | undefined,
  abolished: string | null,
): readonly [key: keyof PlanFrontMatter, issue: Issue] | null {
  const period = lastYear ?? front.period ?? '';
  const periodKey = lastYear === undefined ? 'period' : 'lastYear';
  const read = readPeriod(period);
  if (lastYear !== undefined && !read.ok) return ['lastYear', read.issue];
  const end = read.ok ? read.value.end : null;
  const isOver = end !== null && end < today;
  if (stateWebsite !== undefined && stateChecked === undefined)
    return ['stateWebsite', createIssue('missing-key', { key: 'stateChecked' })];
  const years = today === '' ? 0 : Number(end?.slice(0, 4)) - Number(today.slice(0, 4));
  const issues = read.ok ? read.warnings : [createIssue('period-kept-as-text', { value: period })];
  const open = end === null ? issues[0] : years >= FAR_YEARS && createIssue('far-plan-end', { period, today, years });
  const start = state === 'ongoing' && lastYear === undefined && read.ok ? (read.value.start ?? '') : '';
  const isEarly = today !== '' && start > today && start > (stateChecked ?? '');
  const early = isEarly ? (['state', createIssue('plan-not-begun', { period, today })] as const) : null;
  const doubt = open ? ([periodKey, open] as const) : early;
  const isReplaced = replacement !== undefined && state !== 'ended';
  const rest = isReplaced ? (['state', createIssue('plan-end-not-marked', { replacement })] as const) : doubt;
  if (state === 'unknown')
    return isOver ? [periodKey, createIssue('plan-end-not-marked', { key: periodKey, period })] : rest;
  if (state === 'ongoing' && isOver)
    return ['state', createIssue('ongoing-plan-is-over', { key: periodKey, period, today })];
  const hasGround = stateWebsite !== undefined || (state === 'ended' ? isOver : end !== null);
  const isOrphan = state === 'ongoing' && abolished !== null && abolished <= today && (stateChecked ?? '') < abolished;
  if (hasGround) return isOrphan && !isReplaced ? ['state', createIssue('plan-end-not-marked', { abolished })] : rest;
  const values = { state: planStates.words[state], key: periodKey, period, today, end: end ?? '' };
  return ['state', createIssue('plan-state-without-ground', values)];
}

/** Reports states that lack a ground or contradict the period, replacement or municipality, and unreadable periods. */
export const checkPlanStates: SiteCheck = (context, report) => {
  const replacements = context.changes.rows.filter(({ fields }) => fields.item === PLAN_REPLACEMENT_ITEM);
  const ends = new Map(context.municipalities.rows.map(({ fields }) => [fields.id, fields.abolished]));
  for (const { id, index } of context.plans) {
    const newer = replacements
      .find(({ fields }) => fields.before === id)
      ?.fields.subjects.find((one) => one !== id && context.planIds.has(one));
    const [key, issue] =
      findStateIssue(index.front, context.today, newer, ends.get(index.front.municipality) ?? null) ?? [];
    if (key && issue) report.addIssue(index.locate(key), issue);
  }
};
