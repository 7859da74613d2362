import { openBook } from './open.ts';
import { person, passed, type Fault, type Finding, type Rule, type Verdict } from './rule.ts';
import { rules } from './rules.ts';
import type { Book, Describe } from './table.ts';

/** What a rule says of a file or a table. */
export interface Judgement extends Finding {
  readonly rule: Rule;
  /** False for a rule that a file of this format can't go against. */
  readonly applies: boolean;
}

const formatNames = { csv: 'CSV', xlsx: 'Excel' } as const;

/** How a file that can't be read is judged: it fails by its form, and of all else nothing can be said. */
function unreadable({ wrong, instead, spot }: Extract<Book, { ok: false }>): Judgement[] {
  const fault: Fault = { sheet: '', ...spot, heading: '', value: '', wrong, instead };
  return rules.map((rule, at) => ({
    rule,
    applies: true,
    ...(at === 0
      ? { verdict: 'failed', reason: wrong, faults: [fault] }
      : person('表として読めないので、確かめられません。')),
  }));
}

/**
 * Holds all thirty rules against the bytes of a CSV or an Excel file (.xlsx).
 * @param describe tells what is known of its table from outside; where that is nothing, what only the description of a
 *   table can tell is left to a person
 */
export async function judge(bytes: Uint8Array, describe: Describe): Promise<Judgement[]> {
  const book = await openBook(bytes, describe);
  if (!book.ok) return unreadable(book);
  return rules.map((rule) => {
    const applies = rule.formats.includes(book.format);
    const reason = `${formatNames[book.format]} のファイルには、あてはまりません。`;
    return { rule, applies, ...(applies ? rule.check(book) : passed(reason)) };
  });
}

/** How many rules came to each verdict. */
export function countVerdicts(judgements: readonly Pick<Finding, 'verdict'>[]): Record<Verdict, number> {
  const count = (verdict: Verdict) => judgements.filter((one) => one.verdict === verdict).length;
  return { passed: count('passed'), failed: count('failed'), person: count('person') };
}
