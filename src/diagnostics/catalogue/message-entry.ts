/** What stands on `/about/messages/` beside a message: for those whose two sentences alone leave a question. */
export interface MessageExplanation {
  /** What usually causes the problem, or what is easily got wrong in mending it: one to three plain sentences. */
  readonly cause: string;
  /** What was written, and what to write instead: a cell, a row, or a few lines of a file. */
  readonly corrected?: { readonly before: string; readonly after: string };
}

/** The values a message quotes. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** One kind of problem: how grave it is, what it says, and what to do about it. Words are for city staff. */
export interface MessageEntry {
  readonly level: 'error' | 'warning';
  /** What is wrong, with the value quoted. */
  readonly message: (values: MessageValues) => string;
  /** What to write instead. */
  readonly fix: (values: MessageValues) => string;
  /** Values with which both sentences can be shown where there is no file at fault, as on `/about/messages/`. */
  readonly example: MessageValues;
}

/** An error: the build stops. */
export function defineError(
  say: MessageEntry['message'],
  hint: MessageEntry['fix'],
  example: MessageValues,
): MessageEntry {
  return { level: 'error', message: say, fix: hint, example };
}

/** A warning: the build goes on, and somebody should look. */
export function defineWarning(
  say: MessageEntry['message'],
  hint: MessageEntry['fix'],
  example: MessageValues,
): MessageEntry {
  return { level: 'warning', message: say, fix: hint, example };
}
