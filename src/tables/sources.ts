import { z } from 'zod';
import { defineField, defineText, EnglishTitle, FilledText, RecordSlug } from '../model/identifiers.ts';
import { IsoDate } from '../model/quantity-schema.ts';
import * as cell from './cells/cell-types.ts';
import { defineSourceTable, keyColumn, optionalColumn, requiredColumn, textColumn } from './table-schema.ts';

/** A document or dataset from which data was taken. */
export const Source = z.strictObject({
  id: defineField(RecordSlug, '出典ID', '資料のID', 'warabi-jiritsu'),
  municipality: RecordSlug.nullable().meta({
    title: '市区町村ID',
    description: '資料を出した市区町村。市区町村のものでなければ空',
    references: 'municipalities.id',
    examples: ['warabi'],
  }),
  title: defineField(FilledText, '資料名', '資料の名前', '令和2年度 政策推進部の運営方針', { printed: true }),
  titleEn: EnglishTitle.meta({ examples: ['Policy of the Policy Promotion Department, FY2020'] }),
  year: defineField(z.string(), '年度', '資料の年度。資料に書かれていなければ空', '令和2年度', { printed: true }),
  publisher: defineText('発行者', '資料を出したところ', '柏原市'),
  publisherEn: defineText('発行者の英語名', '発行者の名前の英語。まだないときは空', 'Kashiwara City'),
  issued: defineField(IsoDate.nullable(), '発行日', '資料が出た日', '2026-11-20'),
  website: defineText('URL', '資料のあるところ。わからなければ空', 'https://www.city.warabi.saitama.jp/'),
  copy: defineText(
    '写しのURL',
    '資料を、ほかの人が置いた写しから読んだとき、その写しのあるところ。資料そのものを読んだときは空',
    'https://github.com/passaglia/japandata-sources/blob/943177d/indices/indices.tar.gz',
  ),
  pages: defineText('ページ', '資料のうち読んだページ。わからなければ空', '12～15'),
  checked: defineField(IsoDate.nullable(), '確認日', '資料を確かめた日', '2026-11-20'),
  terms: defineText('利用条件', '資料の利用条件', '資料の文章は蕨市のものです。'),
  note: defineText('備考', '文字の読み取りを直したところなど', '人の名前はのせていません。'),
});
export type Source = z.infer<typeof Source>;

export const sourcesTable = defineSourceTable({
  path: 'data/sources.csv',
  title: '出典',
  ids: 'repeatable',
  mustBeUsed: true,
  columns: {
    出典ID: keyColumn('id', cell.requiredSlug()),
    市区町村ID: optionalColumn('municipality', cell.optionalSlug(), { references: 'municipalities' }),
    資料名: requiredColumn('title', cell.requiredText(), { role: 'name' }),
    英語名: textColumn('titleEn'),
    年度: textColumn('year'),
    発行者: textColumn('publisher'),
    発行者の英語名: textColumn('publisherEn'),
    発行日: optionalColumn('issued', cell.optionalDate()),
    URL: optionalColumn('website', cell.optionalUrl()),
    写しのURL: optionalColumn('copy', cell.optionalUrl()),
    ページ: textColumn('pages'),
    確認日: optionalColumn('checked', cell.optionalDate()),
    利用条件: textColumn('terms'),
    備考: textColumn('note', { aliases: ['注記'] }),
  },
});
