import { itemKinds } from '../../model/kind.ts';
import * as cell from '../cell.ts';
import { keyColumn, optionalColumn, requiredColumn, type SchemaRow } from '../shape.ts';

/** data/plans/{plan}/tree.csv */
export const treeSchema = {
  コード: keyColumn('code', cell.requiredCode(), '施策コード', '項目コード'),
  親コード: optionalColumn('parent', cell.optionalCode(), '上位コード', '上の項目のコード'),
  階層: optionalColumn('level', cell.optionalText(), '階層名'),
  種別: requiredColumn('kind', cell.requiredChoice('種別', itemKinds.words)),
  名称: requiredColumn('title', cell.requiredText(), '項目名', '施策名', '取組名', '事業名'),
  要約: optionalColumn('summary', cell.optionalText(), '概要'),
  テーマ: optionalColumn('themes', cell.slugList()),
  担当: optionalColumn('departments', cell.slugList(), '担当課', '担当部署', '所管', '所管課'),
  SDGs: optionalColumn('sdgs', cell.sdgList()),
  例示: optionalColumn('examples', cell.optionalFlag('例示')),
  印: optionalColumn('marks', cell.textList()),
  関連: optionalColumn('related', cell.codeList()),
  備考: optionalColumn('note', cell.optionalText(), '注記', '注', '注釈'),
  出典ID: requiredColumn('source', cell.requiredSlug(), '出典'),
  出典箇所: optionalColumn('place', cell.optionalText(), '出典の箇所', '掲載箇所', '出典'),
};
export type PlanItemRow = SchemaRow<typeof treeSchema>;
