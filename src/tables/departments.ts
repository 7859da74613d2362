import { z } from 'zod';
import { defineField, FilledText, MunicipalityReference, RecordSlug } from '../model/identifiers.ts';
import * as cell from './cells/cell-types.ts';
import { defineSourceTable, keyColumn, requiredColumn } from './table-schema.ts';

/** A department that is responsible for plan items. */
export const Department = z.strictObject({
  id: defineField(RecordSlug, '部署ID', '部署のID', 'kashiwara-jinji'),
  municipality: MunicipalityReference.meta({ description: '部署がある市区町村', examples: ['kashiwara'] }),
  title: defineField(FilledText, '名称', '部署の名前', '人事課', { printed: true }),
});
export type Department = z.infer<typeof Department>;

export const departmentsTable = defineSourceTable({
  path: 'data/departments.csv',
  title: '部署',
  ids: 'unique',
  mustBeUsed: true,
  columns: {
    部署ID: keyColumn('id', cell.requiredSlug()),
    市区町村ID: requiredColumn('municipality', cell.requiredSlug(), { references: 'municipalities' }),
    名称: requiredColumn('title', cell.requiredText(), { role: 'name' }),
  },
});
