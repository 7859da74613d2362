import { openReadableFile } from './open.ts';
import {
  askPerson,
  passRule,
  type Violation,
  type RuleVerdict,
  type ReadabilityRule,
  type VerdictCode,
} from './rule.ts';
import { readabilityRules } from './rules.ts';
import type { FileReading, MetadataLookup } from './table.ts';

/** What a rule says of a file or a table. */
export interface RuleJudgement extends RuleVerdict {
  readonly rule: ReadabilityRule;
  /** False for a rule that a file of this format can't go against. */
  readonly applies: boolean;
}

const formatNames = { csv: 'CSV', xlsx: 'Excel' } as const;

/** How a file that can't be read is judged: it fails by its form, and of all else nothing can be said. */
function unreadable({ wrong, instead, spot }: Extract<FileReading, { ok: false }>): RuleJudgement[] {
  const fault: Violation = { sheet: '', ...spot, heading: '', value: '', wrong, instead };
  return readabilityRules.map((rule, at) => ({
    rule,
    applies: true,
    ...(at === 0
      ? { verdict: 'failed', reason: wrong, violations: [fault] }
      : askPerson('表として読めないので、確かめられません。')),
  }));
}

/**
 * Holds all thirty rules against the bytes of a CSV or an Excel file (.xlsx).
 * @param describe tells what is known of its table from outside; where that is nothing, what only the description of a
 *   table can tell is left to a person
 */
export async function judgeReadability(
  bytes: Uint8Array,
  describe: MetadataLookup,
): Promise<RuleJudgement[]> {
  const book = await openReadableFile(bytes, describe);
  if (!book.ok) return unreadable(book);
  return readabilityRules.map((rule) => {
    const applies = rule.formats.includes(book.format);
    const reason = `${formatNames[book.format]} のファイルには、あてはまりません。`;
    return { rule, applies, ...(applies ? rule.check(book) : passRule(reason)) };
  });
}

/** How many rules came to each verdict. */
export function countVerdicts(
  judgements: readonly Pick<RuleVerdict, 'verdict'>[],
): Record<VerdictCode, number> {
  const count = (verdict: VerdictCode) => judgements.filter((one) => one.verdict === verdict).length;
  return { passed: count('passed'), failed: count('failed'), person: count('person') };
}
