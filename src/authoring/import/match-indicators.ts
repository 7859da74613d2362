import { indicatorsTable } from '../../tables/indicators.ts';
import { observationsTable } from '../../tables/observations.ts';
import { DiagnosticReport } from '../../diagnostics/diagnostic-report.ts';
import { readTableFile } from '../../validation/parse-table.ts';
import { readPeriod } from '../../notation/period.ts';
import type { SiteFolder } from '../../input/site-folder.ts';
import { createIssue, type Issue } from '../../diagnostics/diagnostic.ts';

/** What is there of a plan already. */
export interface ExistingIndicators {
  /** The ids of its indicators by their names, as `createTitleKey` gives them; several indicators may have one name. */
  readonly idsByTitle: ReadonlyMap<string, readonly string[]>;
  /** The names of its indicators by their ids. */
  readonly titles: ReadonlyMap<string, string>;
  readonly ids: ReadonlySet<string>;
  /** Its results as they are written, by `createResultKey`. */
  readonly results: ReadonlyMap<string, string>;
}

/** A result of a whole municipality by its indicator and time; two ways of writing one time are one. */
export function createResultKey(indicator: string, period: string): string {
  const read = readPeriod(period);
  const days = read.ok && read.value.start !== null ? `${read.value.start}/${read.value.end ?? ''}` : period;
  return `${indicator} ${days}`;
}

/** A name for comparison. */
export const createTitleKey = (title: string): string => title.normalize('NFKC').replace(/\s+/g, '');

/** Reads what there is of a plan. Rows with problems count by their ids alone. */
export function readExistingIndicators(folder: SiteFolder, plan: string): ExistingIndicators {
  const report = new DiagnosticReport();
  const read = readTableFile(folder, indicatorsTable, report, plan);
  const results = readTableFile(folder, observationsTable, report, plan);
  const same = Map.groupBy(read.rows, ({ fields }) => createTitleKey(fields.title));
  return {
    idsByTitle: new Map([...same].map(([title, rows]) => [title, rows.map(({ fields }) => fields.id)])),
    titles: new Map(read.rows.map(({ fields }) => [fields.id, fields.title])),
    ids: read.keys,
    results: new Map(
      results.rows.flatMap(({ fields: { indicator, period, value, zone } }) =>
        zone === null ? [[createResultKey(indicator, period.value.text), value.value.text] as const] : [],
      ),
    ),
  };
}

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
