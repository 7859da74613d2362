import { cellExplanations } from './explanations/cells.ts';
import type { MessageExplanation } from './explanations/explanation.ts';
import { fileExplanations } from './explanations/files.ts';
import { notationExplanations } from './explanations/notation.ts';
import { ratingExplanations } from './explanations/ratings.ts';
import { referenceExplanations } from './explanations/references.ts';
import { sheetExplanations } from './explanations/sheets.ts';
import { textExplanations } from './explanations/texts.ts';
import { workbookExplanations } from './explanations/workbooks.ts';
import { cellMessages } from './messages/cells.ts';
import { fileMessages } from './messages/files.ts';
import type { MessageEntry } from './messages/message.ts';
import { notationMessages } from './messages/notation.ts';
import { ratingMessages } from './messages/ratings.ts';
import { referenceMessages } from './messages/references.ts';
import { sheetMessages } from './messages/sheets.ts';
import { textMessages } from './messages/texts.ts';
import { workbookMessages } from './messages/workbooks.ts';

/** Messages of one kind, as `/about/messages/` shows them. */
export interface MessageGroup {
  readonly id: string;
  readonly title: string;
  readonly messages: Readonly<Record<string, MessageEntry>>;
  readonly explanations: Readonly<Partial<Record<string, MessageExplanation>>>;
}

/** Every message once, from the whole file down to the single value, then the texts and what is imported. */
export const messageGroups: readonly MessageGroup[] = [
  { id: 'files', title: 'ファイルと見出し', messages: fileMessages, explanations: fileExplanations },
  {
    id: 'workbooks',
    title: 'Excel のブック',
    messages: workbookMessages,
    explanations: workbookExplanations,
  },
  { id: 'cells', title: 'セル', messages: cellMessages, explanations: cellExplanations },
  { id: 'notation', title: '値と時点', messages: notationMessages, explanations: notationExplanations },
  {
    id: 'references',
    title: '項目のつながり',
    messages: referenceMessages,
    explanations: referenceExplanations,
  },
  { id: 'ratings', title: '評価のしかた', messages: ratingMessages, explanations: ratingExplanations },
  { id: 'texts', title: '文章', messages: textMessages, explanations: textExplanations },
  { id: 'sheets', title: '指標の表の取りこみ', messages: sheetMessages, explanations: sheetExplanations },
];
