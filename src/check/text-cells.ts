import { changes } from './files/changes.ts';
import { departments } from './files/departments.ts';
import { glossary } from './files/glossary.ts';
import { indicators } from './files/indicators.ts';
import { municipalities } from './files/municipalities.ts';
import { observations } from './files/observations.ts';
import { relatedPlans } from './files/related-plans.ts';
import { sources } from './files/sources.ts';
import { themes } from './files/themes.ts';
import { topics } from './files/topics.ts';
import { tree } from './files/tree.ts';
import { words } from './files/words.ts';
import { zones } from './files/zones.ts';
import type { Known } from './rule.ts';
import type { Shape } from './shape.ts';
import type { Read, Table } from './table.ts';

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
type Visit = (text: string, role: TextRole, row: Read<unknown>, heading: string) => void;

function eachIn(table: Table<unknown>, shape: Shape, roles: readonly TextRole[], visit: Visit): void {
  const columns = roles.flatMap((role) =>
    Object.entries(shape).flatMap(([heading, { field }]) =>
      ROLES[role].includes(heading) ? [{ role, heading, field }] : [],
    ),
  );
  if (columns.length === 0) return;
  for (const row of table.rows)
    for (const { role, heading, field } of columns) {
      const text = (row.value as Readonly<Record<string, unknown>>)[field];
      if (typeof text === 'string' && text !== '') visit(text, role, row, heading);
      else if (Array.isArray(text)) for (const one of text) visit(String(one), role, row, heading);
    }
}

/** Calls `visit` for the texts of these roles in all tables. */
export function eachText(known: Known, roles: readonly TextRole[], visit: Visit): void {
  const show = (table: Table<unknown>, shape: Shape) => {
    eachIn(table, shape, roles, visit);
  };
  show(known.municipalities, municipalities);
  show(known.themes, themes);
  show(known.terms, glossary);
  show(known.departments, departments);
  show(known.sources, sources);
  show(known.changes, changes);
  show(known.topics, topics);
  show(known.words, words);
  for (const one of known.zones) show(one.zones, zones);
  for (const plan of known.plans) {
    show(plan.tree, tree);
    show(plan.indicators, indicators);
    show(plan.observations, observations);
    show(plan.relatedPlans, relatedPlans);
  }
}
