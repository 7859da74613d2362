import { z } from 'zod';
import { FilledText } from '../model/identifiers.ts';
import * as cell from './cells/cell-types.ts';
import { defineSourceTable, keyColumn, optionalColumn } from './table-schema.ts';

/** A word of everyday life, and the other spellings that residents may search for. */
export const EverydayWord = z.strictObject({
  title: FilledText.meta({ title: '言葉', description: '計画に出てくる書き方' }),
  reading: z.string().meta({ title: 'よみ', description: 'ひらがなのよみ' }),
  aliases: z.array(FilledText).meta({ title: '別表記', description: '同じ言葉のほかの書き方' }),
});
export type EverydayWord = z.infer<typeof EverydayWord>;

export const wordsTable = defineSourceTable({
  path: 'data/words.csv',
  title: '言葉の書き方',
  columns: {
    言葉: keyColumn('title', cell.requiredText(), { role: 'other' }),
    よみ: optionalColumn('reading', cell.optionalText(), { role: 'other' }),
    別表記: optionalColumn('aliases', cell.textList(), { role: 'other' }),
  },
});
