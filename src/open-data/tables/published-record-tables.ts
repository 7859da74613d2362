import { z } from 'zod';
import { defineField, defineText, FilledText, PageUrl } from '../../model/identifiers.ts';
import { Municipality, MunicipalityCode } from '../../model/municipality.ts';
import { IsoDate } from '../../model/quantity-schema.ts';
import { changeKinds, describeValues } from '../../model/value-lists.ts';
import { getRecordLink } from '../../site-data/record-links.ts';
import { listChangedIds } from '../../tables/changes.ts';
import { Term } from '../../tables/glossary.ts';
import { Source } from '../../tables/sources.ts';
import { Theme } from '../../tables/themes.ts';
import { Zone } from '../../tables/zones.ts';
import { definePublishedTable } from '../published-table.ts';
import * as column from './published-columns.ts';

const asOf = column.createDateColumns('人口の時点', { start: '2020-01-01', end: '2020-12-31' });

export const publishedMunicipalities = definePublishedTable({
  id: 'municipalities',
  title: '市区町村',
  description: '1行が1つの市区町村です。写したもとの資料は、コード表の municipality-sources にあります。',
  mainColumns: ['title', 'prefecture', 'population', 'population_as_of', 'website'],
  unnamedSources: (siteData, [id]) => siteData.municipality(String(id)).sources,
  row: z.object({
    id: Municipality.shape.id,
    municipality_code: Municipality.shape.code,
    ...column.pickColumns(Municipality, 'title', 'reading', 'english', 'prefecture', 'latitude', 'longitude'),
    ...column.pickColumns(Municipality, 'website', 'population', 'titleEn', 'prefectureEn', 'populationAsOf'),
    population_start: asOf.start,
    population_end: asOf.end,
    ...column.pickColumns(Municipality, 'abolished', 'successor'),
    url: column.createPageColumn(Municipality.shape.url),
  }),
  rows: (siteData) =>
    siteData.municipalities.map((one) => ({
      ...one,
      municipalityCode: one.code,
      ...column.prefixValues('population', column.readDateRange(one.populationAsOf)),
    })),
});

export const publishedThemes = definePublishedTable({
  id: 'themes',
  title: 'テーマ',
  description: '1行が1つのテーマです。ほかの市区町村の取組とくらべられるように、このサイトがつけました。',
  mainColumns: ['title', 'description'],
  row: z.object({
    ...column.pickColumns(Theme, 'id', 'title', 'reading', 'titleEn', 'description', 'order'),
    url: column.createPageColumn(Theme.shape.url),
  }),
  rows: (siteData) => siteData.themes,
});

export const publishedGlossary = definePublishedTable({
  id: 'glossary',
  title: '用語',
  description: '1行が1つの用語です。説明はこのサイトが書きました。ほかの書き方は、コード表の spellings にあります。',
  mainColumns: ['title', 'reading', 'description'],
  row: Term.omit({ aliases: true }).extend({ url: column.createPageColumn(Term.shape.url) }),
  rows: (siteData) => siteData.terms,
});

const year = column.createDateColumns('年度', { start: '2020-04-01', end: '2021-03-31' });

export const publishedSources = definePublishedTable({
  id: 'sources',
  title: '出典',
  description: '1行が1つの資料です。このサイトの記録は、どれもここにある資料か、その写しから読みました。',
  mainColumns: ['title', 'municipality', 'publisher', 'year', 'checked', 'terms'],
  row: z.object({
    ...column.pickColumns(Source, 'id', 'municipality'),
    municipality_code: MunicipalityCode.nullable().meta({
      title: '全国地方公共団体コード',
      description: '資料を出した市区町村のコード。市区町村の資料でなければ空',
      references: 'municipalities.municipality_code',
      examples: ['112232'],
    }),
    ...column.pickColumns(Source, 'title', 'titleEn', 'year'),
    year_start: year.start,
    year_end: year.end,
    ...column.pickColumns(Source, 'publisher', 'publisherEn', 'issued', 'website', 'pages', 'checked', 'terms'),
    ...column.pickColumns(Source, 'note', 'copy'),
  }),
  rows: (siteData) =>
    siteData.sources.map((one) => ({
      ...one,
      ...column.prefixValues('year', column.readDateRange(one.year)),
    })),
});

export const publishedZones = definePublishedTable({
  id: 'zones',
  title: '地域',
  description: '1行が、計画に出てくる1つの地域です。',
  mainColumns: ['title', 'reading', 'municipality', 'description'],
  row: z.object({
    ...column.pickColumns(Zone, 'id', 'municipality'),
    municipality_code: column.municipalityCodeColumn,
    ...column.pickColumns(Zone, 'slug', 'title', 'reading', 'titleEn', 'description', 'order'),
    ...column.sourceColumns,
    url: column.createPageColumn(Zone.shape.url),
  }),
  rows: ({ zones }) => zones.map(({ source, ...one }) => ({ ...one, ...column.getSourceValues(source) })),
});

export const publishedUpdates = definePublishedTable({
  id: 'updates',
  title: '更新履歴',
  description:
    '1行が、データを直した人が書いた記録1つと、その対象1つとの組です。プログラムが見つけた、保存版ごとのちがいは、API の changes にあります。',
  key: ['id', 'record'],
  planColumn: 'record',
  mainColumns: ['title', 'date', 'kind', 'item', 'before', 'after', 'reason'],
  row: z.object({
    id: defineField(FilledText, '更新ID', '日付と、その日の何番めか', '2026-11-20-1'),
    date: defineField(IsoDate, '日付', '変えた日', '2026-11-20'),
    kind: changeKinds.schema.nullable().meta({
      title: '種類',
      description: `${describeValues(changeKinds.words)}。決められないときは空`,
      codeList: 'update-kinds',
      examples: ['corrected'],
    }),
    record: defineText(
      '対象',
      '変わったもののID。計画の入れかえでは、前の計画のIDも。なければ空',
      'warabi-jiritsu/33_1',
    ),
    title: defineText('名称', '変わったものの名前。なければ空', '行政サービスの充実'),
    municipality_code: column.allowEmpty(column.municipalityCodeColumn),
    item: defineField(FilledText, '項目', '何を変えたか', '要約を直しました'),
    before: defineText('前', '変える前の値や文章。IDの変更では、前のID', '97.4%'),
    after: defineText('後', '変えた後の値や文章', '97.5%'),
    reason: defineText('理由', '変えた理由。なければ空', '原本の値とちがっていたためです。'),
    url: column.createPageColumn(PageUrl),
  }),
  rows: (siteData) =>
    siteData.changes.flatMap((change) =>
      (change.subjects.length === 0 ? [''] : listChangedIds(change)).map((record) => ({
        ...change,
        ...getRecordLink(siteData, record),
        record,
        url: siteData.urls.change(change.id),
      })),
    ),
});
