import { z } from 'zod';
import { aggregations, certainties, directions, kinds, scales, states } from '../model/kind.ts';
import { ownReasons, statuses } from '../model/progress.ts';
import { sdgs } from '../model/sdg.ts';
import { table, type Table } from './table.ts';

const code = z.string().meta({ title: 'コード', description: 'データに入っている値' });
const title = z.string().meta({ title: '名称', description: '日本語の名前' });

/** A code list whose words stand in the program. */
function words(id: string, name: string, list: Readonly<Record<string, string>>): Table {
  return table({
    id,
    title: name,
    description: `1行が、${name}の1つの値です。`,
    row: z.object({ code, title }),
    rows: () => Object.entries(list).map(([key, word]) => ({ code: key, title: word })),
  });
}

const relations = {
  theme: 'テーマ',
  department: '担当',
  sdg: 'SDGsの目標',
  term: '用語',
  related: '関連する項目',
} as const;

const goals = Object.fromEntries(sdgs.map((one) => [String(one.goal), one.title]));

const departments = table({
  id: 'departments',
  title: '部署',
  description: '1行が、計画に担当として出てくる1つの部署です。',
  row: z.object({
    code: code.meta({ title: 'コード', description: '部署のID' }),
    title,
    municipality: z.string().meta({ title: '市区町村ID', description: '部署がある市区町村' }),
  }),
  rows: (portal) =>
    portal.departments.map((one) => ({ code: one.id, title: one.title, municipality: one.municipality })),
});

const levels = table({
  id: 'levels',
  title: '階層',
  description: '1行が、ある計画の1つの階層です。',
  planColumn: 'plan',
  row: z.object({
    plan: z.string().meta({ title: '計画ID', description: 'どの計画の階層か' }),
    order: z.int().meta({ title: '順序', description: '上から何番めか（1から）' }),
    title: title.meta({ title: '名称', description: '計画が使っている階層の名前' }),
  }),
  rows: (portal) =>
    portal.plans.flatMap((plan) =>
      plan.levels.map((level, at) => ({ plan: plan.id, order: at + 1, title: level.title })),
    ),
});

/** The code lists: what the values of the tables' columns mean. */
export const codes: readonly Table[] = [
  departments,
  words('sdgs', 'SDGsの目標', goals),
  levels,
  words('kinds', '種別', kinds.words),
  words('statuses', '進み具合の状態', statuses),
  words('reasons', '評価しない理由', ownReasons),
  words('directions', '良い方向', directions.words),
  words('aggregations', '集計', aggregations.words),
  words('states', '指標の状態', states.words),
  words('certainties', '確度', certainties.words),
  words('scales', '評価の尺度', scales.words),
  words('relations', '項目のつながり', relations),
];
