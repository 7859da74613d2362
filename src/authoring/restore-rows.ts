import { isFilledCell, type InputRow } from '../input/input-rows.ts';
import * as lists from '../model/value-lists.ts';
import { areEqual } from '../notation/decimal.ts';
import { convertUnit } from '../notation/number-and-unit.ts';
import { readQuantity } from '../notation/quantity.ts';
import { readTarget } from '../notation/target.ts';
import { sourceTables, type SourceTableName } from '../tables/source-tables.ts';
import { getKeyHeading, type TableSchema } from '../tables/table-schema.ts';
import type { RowCells } from './csv-text.ts';

/*
 * Turns tables of the open data back into the source tables that they are made from. A published table lacks some
 * columns and has others twice (as printed, and as a number), so each has an entry here.
 */

/** How a published table becomes a source table. Columns that are not named have the same heading in both. */
interface Restoration {
  readonly table: SourceTableName;
  /** The headings by which a file is known as this published table. */
  readonly headings: readonly string[];
  /** The published column whose value begins with the plan or the municipality of the row's file. */
  readonly owner?: string;
  /** The published column of each source column that has another heading there. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** Columns with ids that are printed behind those of their plan or municipality. */
  readonly prefixed?: readonly string[];
  /** False for rows that belong to another source table. */
  readonly isOwnRow?: (row: RowCells) => boolean;
  /** The column whose values of several rows become one cell. */
  readonly joined?: string;
}

const RESTORATIONS: readonly Restoration[] = [
  {
    table: 'observations',
    headings: ['指標ID', '全国地方公共団体コード', '役割', '値（表記）', '値の時点', '確度', '標本数'],
    owner: '指標ID',
    renamed: { 時点: '値の時点', 値: '値（表記）' },
    prefixed: ['指標ID', '地域ID'],
    isOwnRow: ({ 役割 }) => 役割 !== 'baseline',
  },
  {
    table: 'indicators',
    headings: ['ID', '計画ID', '項目ID', '現状値（表記）', '目標値（表記）'],
    owner: '計画ID',
    renamed: { 指標ID: 'ID', コード: '項目ID', 現状値: '現状値（表記）', 目標値: '目標値（表記）' },
    prefixed: ['指標ID', 'コード'],
  },
  {
    table: 'tree',
    headings: ['ID', '計画ID', '親ID', '階層', '種別', '要約', '例示'],
    owner: '計画ID',
    renamed: { 親コード: '親ID' },
    prefixed: ['親コード'],
  },
  {
    table: 'relatedPlans',
    headings: ['計画ID', '全国地方公共団体コード', '名称', '説明', '項目ID'],
    owner: '計画ID',
    renamed: { コード: '項目ID', サイトの読み取り: '出どころ' },
    prefixed: ['コード'],
    joined: 'コード',
  },
  {
    table: 'zones',
    headings: ['ID', '市区町村ID', '全国地方公共団体コード', '地域ID', 'よみ', '順序'],
    owner: '市区町村ID',
  },
  {
    table: 'statisticValues',
    headings: ['統計ID', '市区町村ID', '値（表記）', '値の状態', '値の時点'],
    owner: '市区町村ID',
    renamed: { 時点: '値の時点', 値: '値（表記）' },
  },
  { table: 'sources', headings: ['出典ID', '全国地方公共団体コード', '資料名', '年度（はじめ）'] },
  {
    table: 'departments',
    headings: ['コード', '名称', '市区町村ID', '全国地方公共団体コード'],
    renamed: { 部署ID: 'コード' },
  },
  {
    table: 'municipalities',
    headings: ['市区町村ID', '全国地方公共団体コード', '人口の時点（はじめ）', '公式サイト'],
    renamed: { 団体コード: '全国地方公共団体コード' },
  },
  { table: 'statistics', headings: ['統計ID', '比べ方', '定義', '基準の名称', 'ページ'] },
  { table: 'themes', headings: ['テーマID', '名称', '説明', '順序', 'ページ'] },
  { table: 'terms', headings: ['用語ID', '用語', 'よみ', '説明', 'ページ'] },
];

/** The Japanese words of published values, by heading. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  種別: lists.itemKinds.words,
  良い方向: lists.preferredDirections.words,
  集計: lists.aggregationKinds.words,
  状態: lists.indicatorStates.words,
  確度: lists.certaintyLevels.words,
  分類: lists.statisticCategories.words,
  比べ方: lists.statisticComparisons.words,
  サイトの読み取り: { site: 'コード', plan: '' },
};

/** The rows of one source file that come from a published table. */
export interface RestoredTable {
  readonly table: SourceTableName;
  /** The plan or the municipality whose file it is; empty for a file of the site. */
  readonly owner: string;
  readonly rows: readonly RowCells[];
  /** Columns that the published table lacks. */
  readonly lacking: readonly string[];
}

/** Returns the number of a printed value in a unit; null if there is none. */
function readNumber(printed: string, unit: string, heading: string): number | null {
  const read = heading === '目標値' ? readTarget(printed) : readQuantity(printed);
  if (!read.ok || read.value.value === null) return null;
  return unit === '' ? read.value.value : convertUnit(read.value.value, read.value.unit, unit);
}

/** Returns a sentence if somebody changed a number or its printed form, but not both. */
function findContradiction(row: RowCells, line: number, { renamed = {} }: Restoration): string | null {
  // Published numbers have a column of the same value as printed.
  const printed = Object.entries(renamed).filter(([, text]) => text.endsWith('（表記）'));
  for (const [number, text] of printed) {
    const [value = '', words = ''] = [row[number], row[text]];
    const read = readNumber(words, row.単位 ?? '', number);
    const typed = value === '' ? null : Number(value.replaceAll(',', ''));
    const isSame = read === null || typed === null ? read === typed : areEqual(read, typed);
    if (!isSame)
      return `${line}行め：「${number}」は「${value}」、「${text}」は「${words}」で、合いません。どちらも直してください。`;
  }
  return null;
}

/** Returns the cells of a source row; columns that the published table lacks are left out. */
function restoreCells(row: RowCells, columns: TableSchema, { renamed = {}, prefixed = [] }: Restoration): RowCells {
  const entries = Object.keys(columns).flatMap((heading): [string, string][] => {
    const text = row[renamed[heading] ?? heading];
    if (text === undefined || columns[heading]?.memo) return [];
    const plain = prefixed.includes(heading) ? text.slice(text.lastIndexOf('/') + 1) : text;
    if (heading === '例示') return [[heading, /^(?:true|1)$/i.test(plain) ? '1' : '']];
    const known = Object.entries(WORDS[heading] ?? {}).find(([value]) => value === plain);
    return [[heading, known?.[1] ?? plain]];
  });
  return Object.fromEntries(entries);
}

/** Joins the values of one column of rows that are otherwise equal. */
function joinRows(rows: readonly RowCells[], heading: string): RowCells[] {
  const groups = Map.groupBy(rows, (row) => JSON.stringify({ ...row, [heading]: '' }));
  return [...groups.values()].map((same) => {
    const values = same.map((row) => row[heading]).filter(isFilledCell);
    return { ...same[0], [heading]: values.join(';') };
  });
}

/**
 * Returns the rows of source tables that a published table is made from, one table for each plan or municipality, and
 * what prevents using some of its rows; null for any other file.
 * @param rows the rows of the file, with its headings
 */
export function restoreTables(rows: readonly InputRow[]) {
  const [header, ...body] = rows;
  const headings = header?.cells.map((cell) => cell.trim()) ?? [];
  const restoration = RESTORATIONS.find((one) => one.headings.every((heading) => headings.includes(heading)));
  if (!restoration) return null;
  const { table, owner, isOwnRow, joined, renamed = {} } = restoration;
  const columns: TableSchema = sourceTables[table].columns;
  const problems: string[] = [];
  const found: { readonly id: string; readonly restored: RowCells }[] = [];
  for (const { cells, line } of body) {
    const row = Object.fromEntries(headings.map((heading, at) => [heading, cells[at]?.trim() ?? '']));
    if (isOwnRow?.(row) === false) continue;
    const [id = ''] = (owner === undefined ? '' : (row[owner] ?? '')).split('/');
    const isMissing = owner !== undefined && id === '';
    const problem = isMissing ? `${line}行め：「${owner}」が空です。` : findContradiction(row, line, restoration);
    if (problem !== null) problems.push(problem);
    const restored = { ...restoreCells(row, columns, restoration) };
    if (row.値の状態 === 'not-calculated') restored.値 = lists.statisticValueStates.words['not-calculated'];
    found.push({ id, restored });
  }
  const lacking = Object.keys(columns).filter(
    (heading) => !columns[heading]?.memo && !headings.includes(renamed[heading] ?? heading),
  );
  const tables = [...Map.groupBy(found, ({ id }) => id)].map(([id, same]): RestoredTable => {
    const ownRows = same.map(({ restored }) => restored);
    return { table, owner: id, rows: joined === undefined ? ownRows : joinRows(ownRows, joined), lacking };
  });
  return { tables, problems };
}

/**
 * Fills in what a published table lacks from the rows that the site has now, by their ids.
 * @param current the rows of the site's file
 * @param targets the rows of targets.csv, because the published target of an indicator may come from there
 */
export function fillLackingCells(
  { table, rows, lacking }: RestoredTable,
  current: readonly RowCells[],
  targets: readonly RowCells[],
): RowCells[] {
  const key = getKeyHeading(sourceTables[table]);
  const byId = new Map(current.map((row) => [row[key], row]));
  const published = new Set(rows.map((row) => row[key]));
  const getOrder = ({ 順序 = '' }: RowCells) => Number(順序 || Infinity);
  const ranked = current.filter((row) => published.has(row[key])).sort((a, b) => getOrder(a) - getOrder(b));
  const ranks = new Map(ranked.map((row, at) => [row, at + 1]));
  const filled = rows.map((row) => {
    const known = key === '' ? undefined : byId.get(row[key]);
    if (!known) return row;
    const isLater = targets.some(({ 指標ID, 目標値 }) => 指標ID === row.指標ID && 目標値 === row.目標値);
    // The published table has the first of several codes, and an order that counts only what is published.
    const isFirst = known.コード?.split(/[;；]/)[0]?.trim() === row.コード;
    const isInOrder = ranks.get(known) === getOrder(row);
    const kept = [lacking, isLater && ['目標値', '目標値の時点'], isFirst && ['コード'], isInOrder && ['順序']];
    const cells = kept.flatMap((one) => one || []).map((heading) => [heading, known[heading] ?? ''] as const);
    return { ...row, ...Object.fromEntries(cells) };
  });
  // Themes that a site does not use are not published.
  return [...filled, ...(table === 'themes' ? current.filter((row) => !published.has(row[key])) : [])];
}

/** Says what `fillLackingCells` puts into the columns that a published table lacks; nothing if it lacks none. */
export function describeLacking({ table, lacking }: RestoredTable): string[] {
  const hasIds = getKeyHeading(sourceTables[table]) !== '';
  const filled = 'サイトの今のファイルから、同じIDの行の値を入れました';
  const content = hasIds ? filled : '空です。サイトの今のファイルの値は入っていません';
  return lacking.length === 0 ? [] : [`公開用の表にない列（${lacking.join('、')}）は、${content}。`];
}
