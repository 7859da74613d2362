import { JAPAN_LIMITS } from '../model/municipality.ts';
import * as cell from './cells/cell-types.ts';
import { defineSourceTable, keyColumn, optionalColumn, requiredColumn, textColumn } from './table-schema.ts';

export const municipalitiesTable = defineSourceTable({
  path: 'data/municipalities.csv',
  title: '市区町村',
  ids: 'unique',
  columns: {
    団体コード: requiredColumn('code', cell.requiredMunicipalityCode(), { unique: true }),
    市区町村ID: keyColumn('id', cell.anchorSlug()),
    名称: requiredColumn('title', cell.requiredText(), { role: 'name' }),
    よみ: textColumn('reading'),
    英語名: textColumn('english'),
    都道府県: textColumn('prefecture'),
    緯度: optionalColumn('latitude', cell.optionalDecimal(JAPAN_LIMITS.south, JAPAN_LIMITS.north, '35.82')),
    経度: optionalColumn('longitude', cell.optionalDecimal(JAPAN_LIMITS.west, JAPAN_LIMITS.east, '139.67')),
    公式サイト: optionalColumn('website', cell.optionalUrl()),
    人口: optionalColumn('population', cell.optionalInteger()),
    人口の時点: textColumn('populationAsOf'),
    廃止日: optionalColumn('abolished', cell.optionalDate()),
    合併先: optionalColumn('successor', cell.optionalSlug(), { references: 'municipalities' }),
    出典ID: requiredColumn('sources', cell.slugList(), { references: 'sources' }),
  },
});
