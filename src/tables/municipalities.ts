import * as cell from './cells/cell-types.ts';
import { keyColumn, optionalColumn, requiredColumn, type SchemaRow } from './table-schema.ts';

/** data/municipalities.csv */
export const municipalitiesSchema = {
  団体コード: requiredColumn('code', cell.requiredMunicipalityCode()),
  市区町村ID: keyColumn('id', cell.requiredSlug()),
  名称: requiredColumn('title', cell.requiredText()),
  よみ: optionalColumn('reading', cell.optionalText()),
  英語名: optionalColumn('english', cell.optionalText()),
  都道府県: optionalColumn('prefecture', cell.optionalText()),
  緯度: optionalColumn('latitude', cell.optionalDecimal('緯度', 20, 46, '35.82')),
  経度: optionalColumn('longitude', cell.optionalDecimal('経度', 122, 154, '139.67')),
  公式サイト: optionalColumn('website', cell.optionalUrl()),
  人口: optionalColumn('population', cell.optionalInteger()),
  人口の時点: optionalColumn('populationAsOf', cell.optionalText()),
  出典ID: requiredColumn('sources', cell.slugList()),
};
export type MunicipalityRow = SchemaRow<typeof municipalitiesSchema>;
