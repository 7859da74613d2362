import { planStates, type PlanState } from '../../model/value-lists.ts';

/** The states of plans as pages show them. A label also makes sense without the word 状態 before it. */
export const planStateLabels: Readonly<Record<PlanState, string>> = { ...planStates.words, unknown: '状態未確認' };
