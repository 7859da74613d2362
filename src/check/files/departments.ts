import * as cell from '../cell.ts';
import { keyColumn, requiredColumn, type SchemaRow } from '../shape.ts';

/** data/departments.csv */
export const departmentsSchema = {
  部署ID: keyColumn('id', cell.requiredSlug()),
  市区町村ID: requiredColumn('municipality', cell.requiredSlug()),
  名称: requiredColumn('title', cell.requiredText()),
};
export type DepartmentRow = SchemaRow<typeof departmentsSchema>;
