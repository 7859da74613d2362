import * as cell from '../cell.ts';
import { key, optional, required, type RowOf } from '../shape.ts';

/** data/municipalities.csv */
export const municipalities = {
  団体コード: required('code', cell.municipalityCode()),
  市区町村ID: key('id', cell.slug()),
  名称: required('title', cell.words()),
  よみ: optional('reading', cell.text()),
  英語名: optional('english', cell.text()),
  都道府県: optional('prefecture', cell.text()),
  緯度: optional('latitude', cell.decimalOrNull('緯度', 20, 46, '35.82')),
  経度: optional('longitude', cell.decimalOrNull('経度', 122, 154, '139.67')),
  公式サイト: optional('website', cell.webAddress()),
  人口: optional('population', cell.wholeOrNull()),
  人口の時点: optional('populationAsOf', cell.text()),
  出典ID: required('sources', cell.slugs()),
};
export type MunicipalityRow = RowOf<typeof municipalities>;
