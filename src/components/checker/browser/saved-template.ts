import { createTableTemplate } from '../../../authoring/table-template.ts';
import { writeTemplateWorkbook } from '../../../authoring/template-workbook.ts';
import { WORKBOOK_TYPE } from '../../../input/xlsx/written-workbook.ts';
import { sourceTables, type SourceTableName } from '../../../tables/source-tables.ts';
import { getFileName } from '../../../tables/table-schema.ts';
import type { PlanFiles } from '../../../validation/validate-file.ts';
import { saveFile } from '../../browser/dom-elements.ts';

/** Saves the template of a table that begins with the rows of a plan. Returns the name of the file. */
export function saveTemplate(table: SourceTableName, { folder, ...chosen }: PlanFiles): string {
  const bytes = writeTemplateWorkbook(createTableTemplate(table, folder, chosen));
  // A file with the name of its table is recognised by it.
  const name = `${getFileName(sourceTables[table])}.xlsx`;
  saveFile(name, bytes, WORKBOOK_TYPE);
  return name;
}
