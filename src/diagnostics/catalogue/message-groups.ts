import { cellMessages } from './cell-messages.ts';
import { fileMessages } from './file-messages.ts';
import type { MessageEntry } from './message-entry.ts';
import { notationMessages } from './notation-messages.ts';
import { ratingMessages } from './rating-messages.ts';
import { referenceMessages } from './reference-messages.ts';
import { statisticMessages } from './statistic-messages.ts';
import { sheetMessages, workbookMessages } from './workbook-messages.ts';
import { textMessages } from './text-messages.ts';

/** A group of messages on `/about/messages/`. */
interface MessageGroup {
  readonly id: string;
  readonly title: string;
  readonly messages: Readonly<Record<string, MessageEntry>>;
}

/** All messages: first for files, cells and values, then for texts and imports. */
export const messageGroups: readonly MessageGroup[] = [
  { id: 'files', title: 'ファイルと見出し', messages: fileMessages },
  { id: 'workbooks', title: 'Excel のブック', messages: workbookMessages },
  { id: 'cells', title: 'セル', messages: cellMessages },
  { id: 'notation', title: '値と時点', messages: notationMessages },
  { id: 'references', title: '項目のつながり', messages: referenceMessages },
  { id: 'ratings', title: '評価のしかた', messages: ratingMessages },
  { id: 'statistics', title: '統計', messages: statisticMessages },
  { id: 'texts', title: '文章', messages: textMessages },
  { id: 'sheets', title: '表の取りこみ', messages: sheetMessages },
];
