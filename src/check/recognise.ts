import { isFilled, type Row } from '../read/rows.ts';
import { changes } from './files/changes.ts';
import { departments } from './files/departments.ts';
import { glossary } from './files/glossary.ts';
import { indicators } from './files/indicators.ts';
import { municipalities } from './files/municipalities.ts';
import { observations } from './files/observations.ts';
import { rating } from './files/rating.ts';
import { relatedPlans } from './files/related-plans.ts';
import { sources } from './files/sources.ts';
import { targets } from './files/targets.ts';
import { themes } from './files/themes.ts';
import { topics } from './files/topics.ts';
import { tree } from './files/tree.ts';
import { words } from './files/words.ts';
import { zones } from './files/zones.ts';
import { ABOVE, findHeadings, namesOf, partedOtherwise } from './headings.ts';
import type { Shape } from './shape.ts';

/** The tables that can be checked alone, by the names of their files without the ending; the first ones win a draw. */
export const looseShapes = {
  indicators,
  tree,
  observations,
  targets,
  rating,
  'related-plans': relatedPlans,
  municipalities,
  departments,
  sources,
  glossary,
  themes,
  topics,
  words,
  changes,
  zones,
} as const satisfies Readonly<Record<string, Shape>>;

export type LooseName = keyof typeof looseShapes;

/** What people call each of these tables. */
export const looseTitles: Readonly<Record<LooseName, string>> = {
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
export function isLooseName(name: string): name is LooseName {
  return Object.hasOwn(looseShapes, name);
}

/** How well a row fits as the headings of a shape: what the shape knows of them, less what is foreign or missing. */
function fit(cells: readonly string[], shape: Shape): number {
  const names = namesOf(shape);
  const headings = cells.filter(isFilled).map((cell) => names(cell));
  const foreign = headings.filter((found) => found.length === 0).length;
  const known = new Set(headings.flat());
  const missing = Object.entries(shape).filter(([name, column]) => column.required && !known.has(name));
  return known.size - foreign - missing.length;
}

/** The table whose headings one of these rows fits best; null where no table has such headings. */
function bestFit(rows: readonly Pick<Row, 'cells'>[]): LooseName | null {
  let best: { readonly name: LooseName | null; readonly score: number } = { name: null, score: -Infinity };
  for (const [one, shape] of Object.entries(looseShapes)) {
    const head = rows[findHeadings(rows, shape)];
    const score = head ? fit(head.cells, shape) : -Infinity;
    if (score > best.score && isLooseName(one)) best = { name: one, score };
  }
  return best.name;
}

/**
 * Tells which table a file is: by its name where that is a known one, else by its headings, as the table that they fit
 * best, be they parted by commas or by something else that is told later. Null where no table has such headings.
 * @param rows the file's rows; only the first ones are looked at
 * @example recognise('data/Tree.CSV', []) // → tree
 */
export function recognise(name: string, rows: readonly Row[]): LooseName | null {
  const base = /([^/\\]+)\.(?:csv|xlsx)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (isLooseName(base)) return base;
  const early = rows.slice(0, ABOVE);
  const parted = [early, ...partedOtherwise(early).map((one) => one.rows)];
  return parted.map(bestFit).find((one) => one !== null) ?? null;
}
