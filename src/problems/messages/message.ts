/** The values a message quotes. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** One kind of problem: how grave it is, what it says, and what to do about it. Words are for city staff. */
export interface Message {
  readonly level: 'error' | 'warning';
  /** What is wrong, with the value quoted. */
  readonly say: (values: MessageValues) => string;
  /** What to write instead. */
  readonly hint: (values: MessageValues) => string;
  /** Values with which both sentences can be shown where there is no file at fault, as on `/about/messages/`. */
  readonly example: MessageValues;
}

/** An error: the build stops. */
export function error(say: Message['say'], hint: Message['hint'], example: MessageValues): Message {
  return { level: 'error', say, hint, example };
}

/** A warning: the build goes on, and somebody should look. */
export function warning(say: Message['say'], hint: Message['hint'], example: MessageValues): Message {
  return { level: 'warning', say, hint, example };
}
