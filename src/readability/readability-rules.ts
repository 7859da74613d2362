import { formatRules } from './level-1-formats.ts';
import { layoutRules } from './level-1-layout.ts';
import { valueRules } from './level-1-values.ts';
import { levelTwoRules } from './level-2.ts';
import { levelThreeRules } from './level-3.ts';
import type { ReadabilityRule } from './readability-rule.ts';

/** The thirty rules of 「行政データにおける機械可読性に関するルール」 (31 March 2026), in their order; titles and sentences are our own. */
export const readabilityRules: readonly ReadabilityRule[] = [
  ...layoutRules,
  ...valueRules,
  ...formatRules,
  ...levelTwoRules,
  ...levelThreeRules,
];
