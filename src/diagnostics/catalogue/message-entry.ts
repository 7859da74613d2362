/**
 * An explanation of a message on `/about/messages/`, for readers to whom its two sentences are not enough.
 *
 * Explanations are in files of their own, because `/check/` loads the messages and shows no explanations: its script
 * must be smaller than 120 KiB when compressed, and the explanations would add 10 KiB.
 */
export interface MessageExplanation {
  /** The usual cause of the issue, or a common mistake in fixing it: one to three plain sentences. */
  readonly cause: string;
  /** What was written, and what to write instead: a cell, a row, or a few lines of a file. */
  readonly corrected?: { readonly before: string; readonly after: string };
}

/** The values that a message quotes. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** The severity and the sentences of one kind of issue. The sentences are for municipal staff. */
export interface MessageEntry {
  readonly level: 'error' | 'warning';
  /** What is wrong, with the value quoted. */
  readonly message: (values: MessageValues) => string;
  /** What to write instead. */
  readonly fix: (values: MessageValues) => string;
  /** Values for the two sentences on `/about/messages/`, where there is no file. */
  readonly example: MessageValues;
}

type MessageArguments = readonly [message: MessageEntry['message'], fix: MessageEntry['fix'], example: MessageValues];

/** An error, which stops the build. */
export function defineError(...[message, fix, example]: MessageArguments): MessageEntry {
  return { level: 'error', message, fix, example };
}

/** A warning, which does not stop the build, but needs a look. */
export function defineWarning(...[message, fix, example]: MessageArguments): MessageEntry {
  return { level: 'warning', message, fix, example };
}
