import { createIssue, type Issue } from '../problems/problem.ts';
import { createTitleKey, type ExistingIndicators } from './existing.ts';

/** A row of a sheet, as far as it says which indicator it is about. */
export interface RowIdentity {
  readonly title: string;
  /** The 指標ID that the sheet gives; empty where it gives none. */
  readonly id: string;
  readonly line: number;
}

/** Which indicator a row is about: one of the plan, a new one (an empty id has to be made), or nobody can tell. */
export type IndicatorMatch =
  { readonly is: 'there' | 'new'; readonly id: string } | { readonly is: 'unclear'; readonly flaw: Issue };

/**
 * Gives a function that tells which indicator a row is about: by its id, or else by a name that neither another
 * indicator of the plan nor another row of the sheet has. Two rows of one name can't be told apart, and a guess would
 * write a value into the wrong indicator.
 * @param rows all rows of the sheet that are used
 */
export function createIndicatorMatcher(
  rows: readonly RowIdentity[],
  { ids, idsByTitle }: ExistingIndicators,
): (row: RowIdentity) => IndicatorMatch {
  const lines = Map.groupBy(rows, ({ title }) => createTitleKey(title));
  return ({ title, id }) => {
    if (id !== '') return { is: ids.has(id) ? 'there' : 'new', id };
    const key = createTitleKey(title);
    const there = idsByTitle.get(key) ?? [];
    const same = lines.get(key) ?? [];
    const known = there.map((one) => `「${one}」`).join('');
    if (there.length > 1)
      return {
        is: 'unclear',
        flaw: createIssue('name-of-several', { value: title, count: there.length, known }),
      };
    if (same.length > 1) {
      const where = same.map(({ line }) => `${line}行め`).join('、');
      return { is: 'unclear', flaw: createIssue('repeated-name', { value: title, where, known }) };
    }
    const [only] = there;
    return only === undefined ? { is: 'new', id: '' } : { is: 'there', id: only };
  };
}
