import * as cell from './cells/cell-types.ts';
import { defineSourceTable, keyColumn, optionalColumn, requiredColumn } from './table-schema.ts';
import { z } from 'zod';
import { FilledText, RecordSlug, MunicipalityReference } from '../model/identifiers.ts';

export const municipalitiesTable = defineSourceTable({
  path: 'data/municipalities.csv',
  title: '市区町村',
  ids: 'unique',
  columns: {
    団体コード: requiredColumn('code', cell.requiredMunicipalityCode(), { unique: true }),
    市区町村ID: keyColumn('id', cell.requiredSlug()),
    名称: requiredColumn('title', cell.requiredText(), { role: 'name' }),
    よみ: optionalColumn('reading', cell.optionalText(), { role: 'other' }),
    英語名: optionalColumn('english', cell.optionalText(), { role: 'other' }),
    都道府県: optionalColumn('prefecture', cell.optionalText(), { role: 'other' }),
    緯度: optionalColumn('latitude', cell.optionalDecimal('緯度', 20, 46, '35.82')),
    経度: optionalColumn('longitude', cell.optionalDecimal('経度', 122, 154, '139.67')),
    公式サイト: optionalColumn('website', cell.optionalUrl()),
    人口: optionalColumn('population', cell.optionalInteger()),
    人口の時点: optionalColumn('populationAsOf', cell.optionalText(), { role: 'other' }),
    出典ID: requiredColumn('sources', cell.slugList(), { references: 'sources' }),
  },
});

/** A department that is responsible for plan items. */
export const Department = z.strictObject({
  id: RecordSlug.meta({ title: '部署ID', description: '部署のID', examples: ['kashiwara-jinji'] }),
  municipality: MunicipalityReference.meta({ description: '部署がある市区町村', examples: ['kashiwara'] }),
  title: FilledText.meta({ title: '名称', description: '部署の名前', examples: ['人事課'], printed: true }),
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
