import { changesSchema } from '../tables/changes.ts';
import { departmentsSchema } from '../tables/departments.ts';
import { glossarySchema } from '../tables/glossary.ts';
import { indicatorsSchema } from '../tables/indicators.ts';
import { municipalitiesSchema } from '../tables/municipalities.ts';
import { observationsSchema } from '../tables/observations.ts';
import { relatedPlansSchema } from '../tables/related-plans.ts';
import { sourcesSchema } from '../tables/sources.ts';
import { themesSchema } from '../tables/themes.ts';
import { topicsSchema } from '../tables/topics.ts';
import { treeSchema } from '../tables/tree.ts';
import { wordsSchema } from '../tables/words.ts';
import { zonesSchema } from '../tables/zones.ts';
import type { ValidationContext } from './validation-context.ts';
import type { TableSchema } from '../tables/table-schema.ts';
import type { ParsedRow, ParsedTable } from './parse-table.ts';

/** What a column of text holds: a name, a few sentences about what is named, or anything else. */
export type TextRole = 'name' | 'summary' | 'free';

/** The columns of text. Units and values are none: what stands in them is read by its meaning. */
const ROLES: Readonly<Record<TextRole, readonly string[]>> = {
  name: ['名称', '用語', '資料名'],
  summary: ['要約', '説明'],
  free: [
    ...[
      'よみ',
      '別表記',
      '英語名',
      '都道府県',
      '人口の時点',
      '年度',
      '発行者',
      '利用条件',
      '備考',
      '項目',
      '前',
      '後',
    ],
    ...['理由', '階層', '印', '言葉', '注記', '評価', '出典箇所'],
  ],
};

/** Takes a text that is not empty; a cell with several is shown one by one. */
type Visit = (text: string, role: TextRole, row: ParsedRow<unknown>, heading: string) => void;

function eachIn(
  table: ParsedTable<unknown>,
  shape: TableSchema,
  roles: readonly TextRole[],
  visit: Visit,
): void {
  const columns = roles.flatMap((role) =>
    Object.entries(shape).flatMap(([heading, { field }]) =>
      ROLES[role].includes(heading) ? [{ role, heading, field }] : [],
    ),
  );
  if (columns.length === 0) return;
  for (const row of table.rows)
    for (const { role, heading, field } of columns) {
      const text = (row.fields as Readonly<Record<string, unknown>>)[field];
      if (typeof text === 'string' && text !== '') visit(text, role, row, heading);
      else if (Array.isArray(text)) for (const one of text) visit(String(one), role, row, heading);
    }
}

/** Calls `visit` for the texts of these roles in all tables. */
export function visitTextCells(known: ValidationContext, roles: readonly TextRole[], visit: Visit): void {
  const show = (table: ParsedTable<unknown>, shape: TableSchema) => {
    eachIn(table, shape, roles, visit);
  };
  show(known.municipalities, municipalitiesSchema);
  show(known.themes, themesSchema);
  show(known.terms, glossarySchema);
  show(known.departments, departmentsSchema);
  show(known.sources, sourcesSchema);
  show(known.changes, changesSchema);
  show(known.topics, topicsSchema);
  show(known.words, wordsSchema);
  for (const one of known.zones) show(one.zones, zonesSchema);
  for (const plan of known.plans) {
    show(plan.tree, treeSchema);
    show(plan.indicators, indicatorsSchema);
    show(plan.observations, observationsSchema);
    show(plan.relatedPlans, relatedPlansSchema);
  }
}
