import { formatRules } from './level-1-formats.ts';
import { layoutRules } from './level-1-layout.ts';
import { valueRules } from './level-1-values.ts';
import { levelTwoRules } from './level-2.ts';
import { levelThreeRules } from './level-3.ts';
import { openReadableFile, type FileResult } from './open-readable-file.ts';
import { askPerson, createViolationAt, passRule } from './readability-rule.ts';
import type { ReadabilityRule, RuleVerdict, VerdictCode } from './readability-rule.ts';
import type { MetadataLookup } from './sheet-table.ts';

/** The thirty rules of 「行政データにおける機械可読性に関するルール」 (31 March 2026), in their order; titles and sentences are our own. */
export const readabilityRules: readonly ReadabilityRule[] = [
  ...layoutRules,
  ...valueRules,
  ...formatRules,
  ...levelTwoRules,
  ...levelThreeRules,
];

/** The verdict of a rule on a file or a table. */
export interface RuleJudgement extends RuleVerdict {
  readonly rule: ReadabilityRule;
  /** False for a rule that a file of this format can't break. */
  readonly applies: boolean;
}

const formatLabels = { csv: 'CSV', xlsx: 'Excel' } as const;

/**
 * Judges the bytes of a CSV or an Excel file (.xlsx) by all thirty rules. A file that can't be read breaks the first
 * rule, about its form, unless the rule names its form, such as JSON; a person must judge the other rules.
 * @param getMetadata returns the description of the table; without it, a person judges the rules that need it
 */
export const judgeReadability = (bytes: Uint8Array, getMetadata: MetadataLookup): RuleJudgement[] =>
  judgeOpenFile(openReadableFile(bytes, getMetadata));

/** Judges an open file by all thirty rules. */
export const judgeOpenFile = (file: FileResult): RuleJudgement[] =>
  readabilityRules.map((rule, at) => {
    if (file.ok && !rule.formats.includes(file.format))
      return { rule, applies: false, ...passRule(`${formatLabels[file.format]} のファイルには、あてはまりません。`) };
    if (file.ok) return { rule, applies: true, ...rule.apply(file) };
    if (at > 0) return { rule, applies: true, ...askPerson('表として読めないので、確かめられません。') };
    const violations = [createViolationAt('', file.position, file)];
    return { rule, applies: true, verdict: file.doubtful ? 'person' : 'failed', reason: file.wrong, violations };
  });

/** Counts the rules with each verdict. */
export function countVerdicts(judgements: readonly Pick<RuleVerdict, 'verdict'>[]): Record<VerdictCode, number> {
  const count = (verdict: VerdictCode) => judgements.filter((judgement) => judgement.verdict === verdict).length;
  return { passed: count('passed'), failed: count('failed'), person: count('person') };
}
