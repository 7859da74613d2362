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
