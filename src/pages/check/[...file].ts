import { createTableTemplate } from '../../authoring/table-template.ts';
import { writeTemplateWorkbook } from '../../authoring/template-workbook.ts';
import { listKeys } from '../../model/value-lists.ts';
import { createFileRoute } from '../../open-data/file-route.ts';
import { getContentType, tableFormats } from '../../open-data/table-formats.ts';
import { getSourceFolder } from '../../site-data/current-site-data.ts';
import { sourceTables } from '../../tables/source-tables.ts';
import { getFileName } from '../../tables/table-schema.ts';

/** The files that `/check/` offers or compares with: a template of every source table, and the tables of the site. */
export const { getStaticPaths, GET } = createFileRoute('check/', () => {
  const folder = getSourceFolder();
  const templates = listKeys(sourceTables).map((name) => ({
    path: `templates/${getFileName(sourceTables[name])}.xlsx`,
    type: getContentType(tableFormats.xlsx),
    make: () => writeTemplateWorkbook(createTableTemplate(name, folder, null)),
  }));
  const tables = folder.files
    .filter((file) => /^data\/.*\.csv$/.test(file))
    .map((file) => ({
      path: `files/${file.slice('data/'.length)}`,
      type: 'text/csv',
      make: () => folder.readBytes(file),
    }));
  return [...templates, ...tables];
});
