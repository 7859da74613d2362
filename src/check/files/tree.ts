import { kinds } from '../../model/kind.ts';
import * as cell from '../cell.ts';
import { key, optional, required, type RowOf } from '../shape.ts';

/** data/plans/{plan}/tree.csv */
export const tree = {
  コード: key('code', cell.code(), '施策コード', '項目コード'),
  親コード: optional('parent', cell.codeOrNull(), '上位コード', '上の項目のコード'),
  階層: optional('level', cell.text(), '階層名'),
  種別: required('kind', cell.choice('種別', kinds.words)),
  名称: required('title', cell.words(), '項目名', '施策名', '取組名', '事業名'),
  要約: optional('summary', cell.text(), '概要'),
  テーマ: optional('themes', cell.slugs()),
  担当: optional('departments', cell.slugs(), '担当課', '担当部署', '所管', '所管課'),
  SDGs: optional('sdgs', cell.goals()),
  例示: optional('examples', cell.flag('例示')),
  印: optional('marks', cell.texts()),
  関連: optional('related', cell.codes()),
  備考: optional('note', cell.text(), '注記', '注', '注釈'),
  出典ID: required('source', cell.slug(), '出典'),
  出典箇所: optional('place', cell.text(), '出典の箇所', '掲載箇所', '出典'),
};
export type TreeRow = RowOf<typeof tree>;
