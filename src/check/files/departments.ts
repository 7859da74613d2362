import * as cell from '../cell.ts';
import { key, required, type RowOf } from '../shape.ts';

/** data/departments.csv */
export const departments = {
  部署ID: key('id', cell.slug()),
  市区町村ID: required('municipality', cell.slug()),
  名称: required('title', cell.words()),
};
export type DepartmentRow = RowOf<typeof departments>;
