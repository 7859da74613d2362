import { createIssue, type Issue } from '../../diagnostics/diagnostic.ts';
import type { PlanFrontMatter } from '../../model/plan.ts';
import { planStates } from '../../model/value-lists.ts';
import { readPeriod } from '../../notation/period.ts';
import { PLAN_REPLACEMENT_ITEM } from '../../tables/changes.ts';
import type { SiteCheck } from '../parsed-site.ts';
import { FAR_YEARS } from './target-checks.ts';

/**
 * Returns a plan and what its state is compared with.
 * @param today the latest day in changes.csv and of releases
 * @param replacement the plan that replaces it; undefined for none
 * @param abolished the day on which its municipality ended, or null
 */
function createStateGrounds(
  front: PlanFrontMatter,
  today: string,
  replacement: string | undefined,
  abolished: string | null,
) {
  const key = front.lastYear === undefined ? 'period' : 'lastYear';
  const period = front[key] ?? '';
  const read = readPeriod(period);
  const end = read.ok ? read.value.end : null;
  const isOver = end !== null && end < today;
  return { front, state: front.state, key, period, read, end, isOver, today, replacement, abolished } as const;
}

type StateGrounds = ReturnType<typeof createStateGrounds>;

/** An issue of a plan's state, and the key of the front matter to which it belongs. */
type StateIssue = readonly [key: keyof PlanFrontMatter, issue: Issue];

type StateCheck = (grounds: StateGrounds) => StateIssue | null;

const findUnreadableLastYear: StateCheck = ({ key, read }) =>
  key === 'lastYear' && !read.ok ? [key, read.issue] : null;

const findUncheckedWebsite: StateCheck = ({ front: { stateWebsite, stateChecked } }) =>
  stateWebsite !== undefined && stateChecked === undefined
    ? ['stateWebsite', createIssue('missing-key', { key: 'stateChecked' })]
    : null;

const findUnmarkedEnd: StateCheck = ({ state, key, period, isOver }) =>
  state === 'unknown' && isOver ? [key, createIssue('plan-end-not-marked', { key, period })] : null;

const findOverdueState: StateCheck = ({ state, key, period, isOver, today }) =>
  state === 'ongoing' && isOver ? ['state', createIssue('ongoing-plan-is-over', { key, period, today })] : null;

const findGroundlessState: StateCheck = ({ front, state, key, period, end, isOver, today }) => {
  const isProved = state === 'ended' ? isOver : end !== null;
  if (state === 'unknown' || front.stateWebsite !== undefined || isProved) return null;
  const values = { state: planStates.words[state], key, period, today, end: end ?? '' };
  return ['state', createIssue('plan-state-without-ground', values)];
};

const findUnmarkedReplacement: StateCheck = ({ state, replacement }) =>
  state !== 'ended' && replacement !== undefined
    ? ['state', createIssue('plan-end-not-marked', { replacement })]
    : null;

/** A page that was seen since its municipality ended shows who continues the plan. */
const findOrphanedPlan: StateCheck = ({ front: { stateChecked = '' }, state, today, abolished }) =>
  state === 'ongoing' && abolished !== null && abolished <= today && stateChecked < abolished
    ? ['state', createIssue('plan-end-not-marked', { abolished })]
    : null;

const findOpenPeriod: StateCheck = ({ key, period, read, end }) => {
  if (!read.ok) return [key, createIssue('period-kept-as-text', { value: period })];
  const [issue] = end === null ? read.warnings : [];
  return issue ? [key, issue] : null;
};

const findFarEnd: StateCheck = ({ key, period, end, today }) => {
  const years = end === null || today === '' ? 0 : Number(end.slice(0, 4)) - Number(today.slice(0, 4));
  return years >= FAR_YEARS ? [key, createIssue('far-plan-end', { period, today, years })] : null;
};

const findEarlyState: StateCheck = ({ front: { stateChecked = '' }, state, key, period, read, today }) => {
  if (state !== 'ongoing' || key === 'lastYear' || !read.ok || today === '') return null;
  const start = read.value.start ?? '';
  return start > today && start > stateChecked ? ['state', createIssue('plan-not-begun', { period, today })] : null;
};

/** The checks in their order. */
const STATE_CHECKS: readonly StateCheck[] = [
  findUnreadableLastYear,
  findUncheckedWebsite,
  findUnmarkedEnd,
  findOverdueState,
  findGroundlessState,
  findUnmarkedReplacement,
  findOrphanedPlan,
  findOpenPeriod,
  findFarEnd,
  findEarlyState,
];

/** Returns the first issue that a check finds, or null. */
function findStateIssue(grounds: StateGrounds): StateIssue | null {
  for (const check of STATE_CHECKS) {
    const found = check(grounds);
    if (found) return found;
  }
  return null;
}

/** Reports states that lack a ground or contradict the period, replacement or municipality, and unreadable periods. */
export const checkPlanStates: SiteCheck = (context, report) => {
  const replacements = context.changes.rows.filter(({ fields }) => fields.item === PLAN_REPLACEMENT_ITEM);
  const ends = new Map(context.municipalities.rows.map(({ fields }) => [fields.id, fields.abolished]));
  for (const { id, index } of context.plans) {
    const newer = replacements
      .find(({ fields }) => fields.before === id)
      ?.fields.subjects.find((one) => one !== id && context.planIds.has(one));
    const abolished = ends.get(index.front.municipality) ?? null;
    const grounds = createStateGrounds(index.front, context.today, newer, abolished);
    const [key, issue] = findStateIssue(grounds) ?? [];
    if (key && issue) report.addIssue(index.locate(key), issue);
  }
};
