import { cellExplanations } from './cell-explanations.ts';
import type { MessageEntry, MessageExplanation } from './message-entry.ts';
import { fileExplanations } from './file-explanations.ts';
import { notationExplanations } from './notation-explanations.ts';
import { ratingExplanations } from './rating-explanations.ts';
import { referenceExplanations } from './reference-explanations.ts';
import { sheetExplanations, workbookExplanations } from './workbook-explanations.ts';
import { textExplanations } from './text-explanations.ts';
import { cellMessages } from './cell-messages.ts';
import { fileMessages } from './file-messages.ts';
import { notationMessages } from './notation-messages.ts';
import { ratingMessages } from './rating-messages.ts';
import { referenceMessages } from './reference-messages.ts';
import { sheetMessages, workbookMessages } from './workbook-messages.ts';
import { textMessages } from './text-messages.ts';

/** A group of messages on `/about/messages/`. */
interface MessageGroup {
  readonly id: string;
  readonly title: string;
  readonly messages: Readonly<Record<string, MessageEntry>>;
  readonly explanations: Readonly<Partial<Record<string, MessageExplanation>>>;
}

/** All messages: those of files, cells and values, then those of texts and imports. */
export const messageGroups: readonly MessageGroup[] = [
  { id: 'files', title: 'ファイルと見出し', messages: fileMessages, explanations: fileExplanations },
  { id: 'workbooks', title: 'Excel のブック', messages: workbookMessages, explanations: workbookExplanations },
  { id: 'cells', title: 'セル', messages: cellMessages, explanations: cellExplanations },
  { id: 'notation', title: '値と時点', messages: notationMessages, explanations: notationExplanations },
  { id: 'references', title: '項目のつながり', messages: referenceMessages, explanations: referenceExplanations },
  { id: 'ratings', title: '評価のしかた', messages: ratingMessages, explanations: ratingExplanations },
  { id: 'texts', title: '文章', messages: textMessages, explanations: textExplanations },
  { id: 'sheets', title: '指標の表の取りこみ', messages: sheetMessages, explanations: sheetExplanations },
];
