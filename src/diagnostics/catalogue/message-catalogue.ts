import { cellMessages } from './cell-messages.ts';
import { ratingMessages, statisticMessages } from './figure-messages.ts';
import { fileMessages } from './file-messages.ts';
import type { MessageEntry, NamedValues } from './message-entry.ts';
import { notationMessages } from './notation-messages.ts';
import { referenceMessages } from './reference-messages.ts';
import { textMessages } from './text-messages.ts';
import { sheetMessages, workbookMessages } from './workbook-messages.ts';

export type { MessageValues } from './message-entry.ts';

/** The messages of all issues, by code. `/about/messages/` and the documents are made from this list. */
export const messageCatalogue = {
  ...fileMessages,
  ...workbookMessages,
  ...cellMessages,
  ...notationMessages,
  ...referenceMessages,
  ...ratingMessages,
  ...statisticMessages,
  ...textMessages,
  ...sheetMessages,
} as const;

export type MessageCode = keyof typeof messageCatalogue;

/** The values that the messages of a code need. */
export type ValuesOf<C extends MessageCode> = NamedValues<NonNullable<(typeof messageCatalogue)[C]['needs']>>;

interface MessageGroup {
  readonly id: string;
  readonly title: string;
  /** The anchor of the chapter of the guide for staff that explains how to write it. */
  readonly chapter: string;
  readonly messages: Readonly<Record<string, MessageEntry>>;
}

/** All messages: first for files, cells and values, then for texts and imports. */
export const messageGroups: readonly MessageGroup[] = [
  { id: 'files', title: 'ファイルと見出し', chapter: '3-excel-の表をととのえる', messages: fileMessages },
  { id: 'workbooks', title: 'Excel のブック', chapter: '3-excel-の表をととのえる', messages: workbookMessages },
  { id: 'cells', title: 'セル', chapter: '5-idとコード', messages: cellMessages },
  { id: 'notation', title: '値と時点', chapter: '6-値の書き方単位と値がないとき', messages: notationMessages },
  { id: 'references', title: '項目のつながり', chapter: '5-idとコード', messages: referenceMessages },
  { id: 'ratings', title: '評価のしかた', chapter: '2-どのファイルに書くか', messages: ratingMessages },
  { id: 'statistics', title: '統計', chapter: '国の統計の表を取りこむ', messages: statisticMessages },
  { id: 'texts', title: '文章', chapter: '13-文章を書く', messages: textMessages },
  { id: 'sheets', title: '表の取りこみ', chapter: '12-新しい計画をのせる', messages: sheetMessages },
];
