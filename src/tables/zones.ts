import { z } from 'zod';
import {
  defineField,
  defineText,
  EnglishTitle,
  FilledText,
  MunicipalityReference,
  PageUrl,
  PairId,
  RecordSlug,
  SourceCitation,
} from '../model/identifiers.ts';
import { PositiveInteger } from '../model/quantity-schema.ts';
import * as cell from './cells/cell-types.ts';
import { defineSourceTable, keyColumn, optionalColumn, placeColumn, requiredColumn } from './table-schema.ts';
import { textColumn } from './table-schema.ts';

/** Longitude and latitude in degrees; in a schematic, any plane coordinates with y upwards. */
export const GeoPosition = z.tuple([z.number(), z.number()]);

/** The polygons of a zone, each an outer ring and its holes. Rings are closed; their direction follows RFC 7946. */
export type ZoneOutline = Readonly<{ zone: string; polygons: z.infer<typeof GeoPosition>[][][] }>;

/** The outlines of all zones of a municipality. A schematic shows only their relative positions. */
export type ZoneOutlineSet = Readonly<{ municipality: string; schematic: boolean; outlines: readonly ZoneOutline[] }>;

/** The outline of a municipality: its polygons as of a zone, and the document that they come from. */
export interface MunicipalityOutline extends Pick<ZoneOutline, 'polygons'> {
  readonly municipality: string;
  /** The id of the document. */
  readonly source: string;
}

/** A named part of a municipality that its plan mentions. */
export const Zone = z.strictObject({
  id: defineField(PairId, 'ID', '市区町村IDと地域IDを / でつないだもの', 'kashiwa/north'),
  municipality: MunicipalityReference.meta({ description: '地域がある市区町村', examples: ['kashiwa'] }),
  slug: defineField(RecordSlug, '地域ID', '市区町村の中でのID。ほかの表の地域IDは「ID」の値', 'north'),
  title: defineField(FilledText, '名称', '地域の名前', '北部ゾーン', { printed: true }),
  reading: defineText('よみ', '読み（ひらがな）', 'ほくぶぞーん'),
  titleEn: EnglishTitle.meta({ examples: ['Northern Zone'] }),
  description: defineText('説明', '地域の説明', '地域の特性によって柏市を4つに分けたうちの1つです。'),
  order: defineField(PositiveInteger, '順序', '並べる順（1から）', 1),
  source: SourceCitation.meta({ title: '出典', description: '読んだ資料と、その中の場所' }),
  url: PageUrl.meta({ examples: ['/zones/kashiwa/#north'] }),
});
export type Zone = z.infer<typeof Zone>;

export const zonesTable = defineSourceTable({
  path: 'data/municipalities/{municipality}/zones.csv',
  title: '地域',
  ids: 'repeatable',
  columns: {
    地域ID: keyColumn('id', cell.anchorSlug()),
    名称: requiredColumn('title', cell.requiredText(), { role: 'name' }),
    よみ: textColumn('reading'),
    英語名: textColumn('titleEn'),
    説明: optionalColumn('description', cell.optionalText(), { role: 'summary' }),
    順序: optionalColumn('order', cell.optionalPosition()),
    出典ID: requiredColumn('source', cell.requiredSlug(), { references: 'sources', aliases: ['出典'] }),
    出典箇所: placeColumn,
  },
});
