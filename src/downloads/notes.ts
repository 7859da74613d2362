import type { SiteData } from '../portal/portal.ts';
import type { PublishedColumn, PublishedTable, ColumnType } from './table.ts';

const typeNames: Readonly<Record<ColumnType, string>> = {
  text: '文字',
  integer: '整数',
  number: '数',
  boolean: 'true か false',
  date: '日付（2026-11-20 の形）',
};

/** What a column holds, in a sentence: its meaning, English name, type, unit, and where its values are explained. */
function wordsOf({ name, description, type, nullable, unit, codeList }: PublishedColumn): string {
  const parts = [
    `英語名 ${name}`,
    typeNames[type],
    ...(unit === null ? [] : [`単位は${unit}`]),
    ...(codeList === null ? [] : [`値の一覧は codes/${codeList}.csv`]),
    ...(nullable ? ['わからないときは空'] : []),
  ];
  return `${description}。${parts.join('、')}`;
}

/** What a reader of a table must know, as rows of a name and a text: its meaning, terms of use, version, each column. */
export function listTableNotes(
  { title, description, columns }: PublishedTable,
  portal: SiteData,
): [string, string][] {
  const { site, urls, version, updated } = portal;
  return [
    ['表', title],
    ['1行の意味', description],
    ['作成', site.publisher],
    ['利用条件', `${site.licence.name} ${site.licence.url}`],
    ['出典の書き方', `${site.name}（データの版 ${version}）`],
    ['データの版', version],
    ...(updated === null ? [] : [['更新日', updated] satisfies [string, string]]),
    ['サイト', urls.absolute(urls.withBase('/data/'))],
    ...(site.fictional ? [['注意', 'この表の内容はすべて架空です。'] satisfies [string, string]] : []),
    ['文字コード', 'CSV は UTF-8（BOM あり）、改行は CRLF。JSON は UTF-8（BOM なし）'],
    ...columns.map((column): [string, string] => [`列「${column.title}」`, wordsOf(column)]),
  ];
}
