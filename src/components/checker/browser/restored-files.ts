import { createCsv, readSourceCells } from '../../../authoring/csv-text.ts';
import { describeLacking, fillLackingCells, restoreTables } from '../../../authoring/restore-rows.ts';
import type { RestoredTable } from '../../../authoring/restore-rows.ts';
import type { InputRow } from '../../../input/input-rows.ts';
import { sourceTables } from '../../../tables/source-tables.ts';
import { getTableFile } from '../../../tables/table-schema.ts';
import { validateFile } from '../../../validation/validate-file.ts';
import type { FileOffer, OfferedFile } from './offered-files.ts';
import { loadFilesOf } from './plan-files.ts';

async function createFile(restored: RestoredTable): Promise<OfferedFile> {
  const { table, owner } = restored;
  const source = sourceTables[table];
  const path = getTableFile(source, owner);
  const beside = await loadFilesOf(table, owner);
  const readCurrent = (name: 'targets' | typeof table) => {
    const { columns } = sourceTables[name];
    return beside ? readSourceCells(beside.folder, getTableFile(sourceTables[name], owner), columns) : [];
  };
  const current = readCurrent(table);
  const rows = fillLackingCells(restored, current, table === 'indicators' ? readCurrent('targets') : []);
  const bytes = createCsv(source.columns, rows);
  const sentences = [
    `この表の${rows.length}行からつくりました。サイトの今のファイルは${current.length}行です。`,
    ...(rows.length < current.length ? ['行が減っています。このまま置きかえると、なくなる行があります。'] : []),
    ...describeLacking(restored),
  ];
  return { table, path, bytes, sentences, validation: validateFile(path, bytes, table, beside), rows };
}

/** Makes source files from a table that the site publishes; null for any other table. */
export async function restoreFiles(rows: readonly InputRow[]): Promise<FileOffer | null> {
  const restored = restoreTables(rows);
  if (!restored) return null;
  const { tables, problems } = restored;
  const notice =
    tables.length > 0
      ? 'これは公開用の表です。サイトのもとになる表に戻しました。保存して、同じ名前のファイルと置きかえます。'
      : 'これは公開用の表です。もとの表に戻す行はありません（現状値は、指標の表に書きます）。';
  const files = problems.length > 0 ? [] : await Promise.all(tables.map(createFile));
  return { title: '書くための表に戻す', notices: [notice], diagnostics: [], problems, files };
}
