import { isFilledCell, type InputRow } from '../input/input-rows.ts';
import { changesSchema } from '../tables/changes.ts';
import { departmentsSchema } from '../tables/departments.ts';
import { glossarySchema } from '../tables/glossary.ts';
import { indicatorsSchema } from '../tables/indicators.ts';
import { municipalitiesSchema } from '../tables/municipalities.ts';
import { observationsSchema } from '../tables/observations.ts';
import { ratingBandsSchema } from '../tables/rating-bands.ts';
import { relatedPlansSchema } from '../tables/related-plans.ts';
import { sourcesSchema } from '../tables/sources.ts';
import { targetsSchema } from '../tables/targets.ts';
import { themesSchema } from '../tables/themes.ts';
import { topicsSchema } from '../tables/topics.ts';
import { treeSchema } from '../tables/tree.ts';
import { wordsSchema } from '../tables/words.ts';
import { zonesSchema } from '../tables/zones.ts';
import {
  MAX_LEADING_ROWS,
  findHeaderRow,
  createColumnMatcher,
  splitByOtherSeparators,
} from './table-header.ts';
import type { TableSchema } from '../tables/table-schema.ts';

/** The tables that can be checked alone, by the names of their files without the ending; the first ones win a draw. */
export const tableSchemas = {
  indicators: indicatorsSchema,
  tree: treeSchema,
  observations: observationsSchema,
  targets: targetsSchema,
  rating: ratingBandsSchema,
  'related-plans': relatedPlansSchema,
  municipalities: municipalitiesSchema,
  departments: departmentsSchema,
  sources: sourcesSchema,
  glossary: glossarySchema,
  themes: themesSchema,
  topics: topicsSchema,
  words: wordsSchema,
  changes: changesSchema,
  zones: zonesSchema,
} as const satisfies Readonly<Record<string, TableSchema>>;

export type SourceTableName = keyof typeof tableSchemas;

/** What people call each of these tables. */
export const sourceTableTitles: Readonly<Record<SourceTableName, string>> = {
  indicators: '指標',
  tree: '政策・施策・取組',
  observations: '実績',
  targets: '中間などの目標',
  rating: '評価のしかた',
  'related-plans': '関連する計画',
  municipalities: '市区町村',
  departments: '部署',
  sources: '出典',
  glossary: '用語',
  themes: 'テーマ',
  topics: '話題',
  words: '言葉の書き方',
  changes: '更新履歴',
  zones: '地域',
};

/** True for the name of a table that can be checked alone. */
export function isSourceTableName(name: string): name is SourceTableName {
  return Object.hasOwn(tableSchemas, name);
}

/** How well a row fits as the headings of a shape: what the shape knows of them, less what is foreign or missing. */
function fit(cells: readonly string[], shape: TableSchema): number {
  const names = createColumnMatcher(shape);
  const headings = cells.filter(isFilledCell).map((cell) => names(cell));
  const foreign = headings.filter((found) => found.length === 0).length;
  const known = new Set(headings.flat());
  const missing = Object.entries(shape).filter(([name, column]) => column.required && !known.has(name));
  return known.size - foreign - missing.length;
}

/** The table whose headings one of these rows fits best; null where no table has such headings. */
function bestFit(rows: readonly Pick<InputRow, 'cells'>[]): SourceTableName | null {
  let best: { readonly name: SourceTableName | null; readonly score: number } = {
    name: null,
    score: -Infinity,
  };
  for (const [one, shape] of Object.entries(tableSchemas)) {
    const head = rows[findHeaderRow(rows, shape)];
    const score = head ? fit(head.cells, shape) : -Infinity;
    if (score > best.score && isSourceTableName(one)) best = { name: one, score };
  }
  return best.name;
}

/**
 * Tells which table a file is: by its name where that is a known one, else by its headings, as the table that they fit
 * best, be they parted by commas or by something else that is told later. Null where no table has such headings.
 * @param rows the file's rows; only the first ones are looked at
 * @example detectTable('data/Tree.CSV', []) // → tree
 */
export function detectTable(name: string, rows: readonly InputRow[]): SourceTableName | null {
  const base = /([^/\\]+)\.(?:csv|xlsx)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (isSourceTableName(base)) return base;
  const early = rows.slice(0, MAX_LEADING_ROWS);
  const parted = [early, ...splitByOtherSeparators(early).map((one) => one.rows)];
  return parted.map(bestFit).find((one) => one !== null) ?? null;
}
