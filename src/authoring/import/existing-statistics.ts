import { DiagnosticReport } from '../../diagnostics/diagnostic-report.ts';
import type { SiteFolder } from '../../input/site-folder.ts';
import { municipalitiesTable } from '../../tables/municipalities.ts';
import { sourcesTable } from '../../tables/sources.ts';
import { statisticValuesTable } from '../../tables/statistic-values.ts';
import { readTableFile } from '../../validation/parse-table.ts';
import { createResultKey } from './match-indicators.ts';
import type { ImportedMunicipality } from './statistic-rows.ts';

/** Reads the municipalities of a site with their values. Of invalid rows, nothing counts. */
export function readExistingStatistics(folder: SiteFolder): ImportedMunicipality[] {
  const report = new DiagnosticReport();
  return readTableFile(folder, municipalitiesTable, report).rows.map(({ fields: { id, code, title } }) => {
    const { file, rows } = readTableFile(folder, statisticValuesTable, report, id);
    const values = rows.map(({ fields: { statistic, period, value }, locate }) => {
      const { text, value: number } = value.value;
      const { line } = locate('値');
      return [createResultKey(statistic, period.value.text), { text, value: number, file, line }] as const;
    });
    return { id, code: code.value, title, values: new Map(values) };
  });
}

/** A source of the site that may be the imported sheet. */
export interface SheetSource {
  readonly id: string;
  readonly title: string;
  /** The fiscal year as written; may be empty. */
  readonly year: string;
}

/** Reads the sources of a site whose title names the ministry's sheet, or that have this id. */
export function readSheetSources(folder: SiteFolder, id: string | undefined): SheetSource[] {
  return readTableFile(folder, sourcesTable, new DiagnosticReport())
    .rows.map(({ fields }) => ({ id: fields.id, title: fields.title, year: fields.year }))
    .filter((source) => (id === undefined ? source.title.includes('全市町村の主要財政指標') : source.id === id));
}
