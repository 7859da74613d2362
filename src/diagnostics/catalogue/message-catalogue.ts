import { cellMessages } from './cell-messages.ts';
import { fileMessages } from './file-messages.ts';
import { notationMessages } from './notation-messages.ts';
import { ratingMessages } from './rating-messages.ts';
import { referenceMessages } from './reference-messages.ts';
import { sheetMessages, workbookMessages } from './workbook-messages.ts';
import { statisticMessages } from './statistic-messages.ts';
import { textMessages } from './text-messages.ts';

export type { MessageEntry, MessageValues } from './message-entry.ts';

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
