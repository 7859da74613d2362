import type { APIRoute } from 'astro';
import { createTableTemplate } from '../../authoring/table-template.ts';
import { writeTemplateWorkbook } from '../../authoring/template-workbook.ts';
import { listKeys } from '../../model/value-lists.ts';
import { getContentType, tableFormats } from '../../open-data/formats/table-formats.ts';
import { getSourceFolder } from '../../site-data/current-site-data.ts';
import { sourceTables } from '../../tables/source-tables.ts';
import { getFileName } from '../../tables/table-schema.ts';

interface CheckFile {
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** The files that `/check/` offers or compares with: a template of every source table, and the tables of the site. */
export function getStaticPaths() {
  const folder = getSourceFolder();
  const templates = listKeys(sourceTables).map((name) => {
    const body = writeTemplateWorkbook(createTableTemplate(name, folder, null));
    const file = `templates/${getFileName(sourceTables[name])}.xlsx`;
    return { params: { file }, props: { type: getContentType(tableFormats.xlsx), body } };
  });
  const tables = folder.files
    .filter((file) => /^data\/.*\.csv$/.test(file))
    .map((file) => ({
      params: { file: `files/${file.slice('data/'.length)}` },
      props: { type: 'text/csv', body: new Uint8Array(folder.readBytes(file)) },
    }));
  return [...templates, ...tables];
}

export const GET: APIRoute<CheckFile> = ({ props: { type, body } }) =>
  new Response(body, { headers: { 'Content-Type': type } });
