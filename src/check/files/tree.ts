import { kinds } from '../../model/kind.ts';
import * as cell from '../cell.ts';
import { key, optional, required, type RowOf } from '../shape.ts';

/** data/plans/{plan}/tree.csv */
export const tree = {
  コード: key('code', cell.code()),
  親コード: optional('parent', cell.codeOrNull()),
  階層: optional('level', cell.text()),
  種別: required('kind', cell.choice('種別', kinds.words)),
  名称: required('title', cell.words()),
  要約: optional('summary', cell.text()),
  テーマ: optional('themes', cell.slugs()),
  担当: optional('departments', cell.slugs()),
  SDGs: optional('sdgs', cell.goals()),
  例示: optional('examples', cell.flag()),
  印: optional('marks', cell.texts()),
  関連: optional('related', cell.codes()),
  備考: optional('note', cell.text()),
  出典ID: required('source', cell.slug()),
  出典箇所: optional('place', cell.text()),
};
export type TreeRow = RowOf<typeof tree>;
