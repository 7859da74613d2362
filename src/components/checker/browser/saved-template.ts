import { createTableTemplate } from '../../../authoring/table-template.ts';
import { writeTemplateWorkbook } from '../../../authoring/template-workbook.ts';
import { WORKBOOK_TYPE } from '../../../input/xlsx/written-workbook.ts';
import type { ColumnMeanings } from '../../../site-data/project-files.ts';
import { sourceTables, type SourceTableName } from '../../../tables/source-tables.ts';
import { getFileName } from '../../../tables/table-schema.ts';
import type { PlanFiles } from '../../../validation/validate-file.ts';
import { loadJson, saveFile } from '../../browser/dom-elements.ts';
import { planChoice } from './plan-files.ts';

/** Saves the template of a table that begins with the rows of a plan. Returns the name of the file. */
export async function saveTemplate(table: SourceTableName, { folder, ...chosen }: PlanFiles): Promise<string> {
  const file = getFileName(sourceTables[table]);
  const { [file]: meanings = {} } = await loadJson<ColumnMeanings>(`${planChoice.dataset.url ?? ''}columns.json`);
  const bytes = writeTemplateWorkbook(createTableTemplate(table, folder, chosen), meanings);
  // A file with the name of its table is recognised by it.
  const name = `${file}.xlsx`;
  saveFile(name, bytes, WORKBOOK_TYPE);
  return name;
}
