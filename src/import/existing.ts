import { indicators } from '../check/files/indicators.ts';
import { observations } from '../check/files/observations.ts';
import { Report } from '../check/report.ts';
import { readTable } from '../check/table.ts';
import { readPeriod } from '../notation/period.ts';
import type { Folder } from '../read/folder.ts';

/** What is there of a plan already. */
export interface Existing {
  /** The ids of its indicators by their names, as `titleKey` gives them; several indicators may have one name. */
  readonly named: ReadonlyMap<string, readonly string[]>;
  /** The names of its indicators by their ids. */
  readonly titles: ReadonlyMap<string, string>;
  readonly ids: ReadonlySet<string>;
  /** Its results as they are written, by `resultKey`. */
  readonly results: ReadonlyMap<string, string>;
}

/** A result of a whole municipality by its indicator and time; two ways of writing one time are one. */
export function resultKey(indicator: string, period: string): string {
  const read = readPeriod(period);
  const days = read.ok && read.value.start !== null ? `${read.value.start}/${read.value.end ?? ''}` : period;
  return `${indicator} ${days}`;
}

/** A name for comparison. */
export const titleKey = (title: string): string => title.normalize('NFKC').replace(/\s+/g, '');

/** Reads what there is of a plan. Rows with problems count by their ids alone. */
export function existingOf(folder: Folder, plan: string): Existing {
  const report = new Report();
  const read = readTable(folder, `data/plans/${plan}/indicators.csv`, indicators, report);
  const results = readTable(folder, `data/plans/${plan}/observations.csv`, observations, report);
  const same = Map.groupBy(read.rows, ({ value }) => titleKey(value.title));
  return {
    named: new Map([...same].map(([title, rows]) => [title, rows.map(({ value }) => value.id)])),
    titles: new Map(read.rows.map(({ value }) => [value.id, value.title])),
    ids: read.keys,
    results: new Map(
      results.rows.flatMap(({ value: { indicator, period, value, zone } }) =>
        zone === null ? [[resultKey(indicator, period.value.text), value.value.text] as const] : [],
      ),
    ),
  };
}
