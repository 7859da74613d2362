import * as cell from './cells/cell-types.ts';
import { defineSourceTable, keyColumn, optionalColumn, type SchemaRow, textColumn } from './table-schema.ts';

/** What a word does in a query: いつ says nothing about its subject, 何人 asks for a number, 申し込み for guidance. */
const wordRoles = { subject: '話題', question: '問い', number: '数', guidance: '案内' } as const;

export const wordsTable = defineSourceTable({
  path: 'data/words.csv',
  title: '検索の言葉',
  columns: {
    言葉: keyColumn('title', cell.requiredText(), { role: 'other', unique: true }),
    よみ: textColumn('reading'),
    別表記: optionalColumn('aliases', cell.textList(), { role: 'other', unique: true }),
    計画の言葉: optionalColumn('planWords', cell.textList(), { role: 'other' }),
    英語: optionalColumn('english', cell.textList(), { role: 'other' }),
    // Groups the rows for people who edit the file. The program does not use it.
    分野: textColumn('field'),
    役割: optionalColumn('role', cell.choiceWithDefault(wordRoles, 'subject')),
  },
});

/** A word of everyday life, its other spellings, and the words that plans use for it, the nearest first. */
export type EverydayWord = SchemaRow<(typeof wordsTable)['columns']>;
