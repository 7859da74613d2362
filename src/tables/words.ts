import { z } from 'zod';
import { FilledText } from '../model/identifiers.ts';
import { listKeys } from '../model/value-lists.ts';
import * as cell from './cells/cell-types.ts';
import { defineSourceTable, keyColumn, optionalColumn } from './table-schema.ts';

/** What a word does in a query: いつ says nothing about its subject, 何人 asks for a number, 申し込み for guidance. */
const wordRoles = { subject: '話題', question: '問い', number: '数', guidance: '案内' } as const;

/** A word of everyday life, its other spellings, and the words that plans use for it. */
export const EverydayWord = z.strictObject({
  title: FilledText.meta({ title: '言葉', description: '人がふだん使う書き方。動詞は言い切りの形' }),
  reading: z.string().meta({ title: 'よみ', description: 'ひらがなのよみ' }),
  aliases: z.array(FilledText).meta({ title: '別表記', description: '同じ言葉のほかの書き方' }),
  planWords: z.array(FilledText).meta({ title: '計画の言葉', description: '計画での言い方。近いものから' }),
  english: z.array(FilledText).meta({ title: '英語', description: '同じ意味の英語' }),
  // Groups the rows for people who edit the file. The program does not use it.
  field: z.string().meta({ title: '分野', description: '行をまとめるための見出し' }),
  role: z
    .enum(listKeys(wordRoles))
    .meta({ title: '役割', description: '「問い」と「数」はさがす言葉に数えない。「案内」は計画にないこと' }),
});
export type EverydayWord = z.infer<typeof EverydayWord>;

export const wordsTable = defineSourceTable({
  path: 'data/words.csv',
  title: 'くらしの言葉',
  columns: {
    言葉: keyColumn('title', cell.requiredText(), { role: 'other', unique: true }),
    よみ: optionalColumn('reading', cell.optionalText(), { role: 'other' }),
    別表記: optionalColumn('aliases', cell.textList(), { role: 'other', unique: true }),
    計画の言葉: optionalColumn('planWords', cell.textList(), { role: 'other' }),
    英語: optionalColumn('english', cell.textList(), { role: 'other' }),
    分野: optionalColumn('field', cell.optionalText(), { role: 'other' }),
    役割: optionalColumn('role', cell.choiceWithDefault('役割', wordRoles, 'subject')),
  },
});
