import { cellMessages } from './messages/cells.ts';
import { fileMessages } from './messages/files.ts';
import { notationMessages } from './messages/notation.ts';
import { ratingMessages } from './messages/ratings.ts';
import { referenceMessages } from './messages/references.ts';
import { sheetMessages } from './messages/sheets.ts';
import { textMessages } from './messages/texts.ts';
import { workbookMessages } from './messages/workbooks.ts';

export type { MessageEntry, MessageValues } from './messages/message.ts';

/** Every problem the site can report, by its code. `/about/messages/` and the documents are made from this list. */
export const messageCatalogue = {
  ...fileMessages,
  ...workbookMessages,
  ...cellMessages,
  ...notationMessages,
  ...referenceMessages,
  ...ratingMessages,
  ...textMessages,
  ...sheetMessages,
} as const;

export type MessageCode = keyof typeof messageCatalogue;
