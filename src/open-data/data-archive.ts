import { joinArchive } from '../input/xlsx/zip-archive.ts';
import type { SiteData } from '../site-data/site-data.ts';
import { describeRights, formatCredit, getLicenceUrl, listTableFacts } from './metadata/table-facts.ts';
import { packNatively, type PublishedFile } from './published-file.ts';
import { publishedTables } from './tables/published-tables.ts';

/** The description of the code lists, also in the archive of a release. */
export const CODE_LISTS_LINE =
  'codes/：コード表。表の中の英語の値が何を表すかの一覧と、統計のテーマのように1つの記録に複数ある値の表です。';

/** The descriptions of the files of `all.zip`. */
export const ARCHIVE_CONTENTS: readonly string[] = [
  'この中にあるもの',
  '',
  '*.csv、*.json、*.xlsx、*.parquet：表。どの形式にも同じ行と値が入っています。',
  CODE_LISTS_LINE,
  '*.csv-metadata.json：それぞれの CSV の説明（CSV on the Web）。csv-metadata.json は全体のもので、表どうしのつながりも書かれています。',
  'datapackage.json：すべての CSV の説明（Data Package）。',
  'catalog.jsonld：目録（DCAT）。',
  'quality.json：国の「行政データにおける機械可読性に関するルール」の30項目に、それぞれの表をあてた結果。',
  'LICENSE.txt：利用条件。',
  '',
];

/** Returns the lines on the files of the archive, and on each table and column. */
function listReadmeLines(siteData: SiteData, contents: readonly string[], page?: string): string[] {
  const facts = publishedTables.flatMap((table) => [
    `# ${table.id}`,
    ...listTableFacts(siteData, table, page).map(([name, text]) => `${name}：${text}`),
    '',
  ]);
  return [...contents, '文字コード：CSV は UTF-8（BOM あり）、改行は CRLF。JSON は UTF-8（BOM なし）', '', ...facts];
}

function listLicenceLines(siteData: SiteData, page?: string): string[] {
  const { site } = siteData;
  const credit = formatCredit(siteData, page);
  return [
    `${site.licence.name}（${site.licence.id}）`,
    getLicenceUrl(siteData),
    '',
    describeRights(siteData),
    '',
    `出典の書き方：${credit}`,
    `手を加えたとき：${credit} を加工して作成`,
    '',
    '記録のもとになった資料と、その利用条件は sources.csv にあります。',
    ...(site.fictional ? ['', 'この中のデータの内容はすべて架空です。'] : []),
  ];
}

/** Packs tables, code lists and descriptions, with facts and the terms of use; no extracts and partitions. */
export function createArchive(
  siteData: SiteData,
  files: readonly PublishedFile[],
  archive: { readonly path: string; readonly contents: readonly string[]; readonly page?: string },
): PublishedFile {
  const pack = (body: PublishedFile['body']) => packNatively(typeof body === 'string' ? Buffer.from(body) : body);
  const packLines = (lines: readonly string[]) => pack(lines.map((line) => `${line}\r\n`).join(''));
  const entries = files
    .filter(({ path }) => !/^(?:plans|municipalities|parquet)\//.test(path))
    .map(({ path, body }) => [path, pack(body)] as const);
  const body = joinArchive({
    ...Object.fromEntries(entries),
    'README.txt': packLines(listReadmeLines(siteData, archive.contents, archive.page)),
    'LICENSE.txt': packLines(listLicenceLines(siteData, archive.page)),
  });
  return { path: archive.path, body };
}
