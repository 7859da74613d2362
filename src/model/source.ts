import { z } from 'zod';
import { Slug } from './id.ts';
import { IsoDate } from './period.ts';

/** A document or dataset that something on the site was read from. */
export const Source = z.strictObject({
  id: Slug.meta({ title: '出典ID', description: '資料のID' }),
  municipality: Slug.nullable().meta({
    title: '市区町村ID',
    description: '資料を出した市区町村。市区町村のものでなければ空',
  }),
  title: z.string().min(1).meta({ title: '資料名', description: '資料の名前' }),
  year: z.string().meta({ title: '年度', description: '資料の年度。資料に書かれていなければ空' }),
  publisher: z.string().meta({ title: '発行者', description: '資料を出したところ' }),
  issued: IsoDate.nullable().meta({ title: '発行日', description: '資料が出た日' }),
  website: z.string().meta({ title: 'URL', description: '資料のあるところ。わからなければ空' }),
  checked: IsoDate.nullable().meta({ title: '確認日', description: '資料を確かめた日' }),
  terms: z.string().meta({ title: '利用条件', description: '資料の利用条件' }),
  note: z.string().meta({ title: '備考', description: '文字の読み取りを直したところなど' }),
});
export type Source = z.infer<typeof Source>;
