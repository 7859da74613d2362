import { indicatorsSchema } from '../check/files/indicators.ts';
import { observationsSchema } from '../check/files/observations.ts';
import { DiagnosticReport } from '../check/report.ts';
import { readTableFile } from '../check/table.ts';
import { readPeriod } from '../notation/period.ts';
import type { SiteFolder } from '../read/folder.ts';

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
  const read = readTableFile(folder, `data/plans/${plan}/indicators.csv`, indicatorsSchema, report);
  const results = readTableFile(folder, `data/plans/${plan}/observations.csv`, observationsSchema, report);
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
