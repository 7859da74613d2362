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

/** A sentence that quotes values by their names in braces, or a function that chooses among sentences. */
type Sentence = string | MessageEntry['message'];

type MessageArguments = readonly [message: Sentence, fix: Sentence, example?: MessageValues];

function createEntry(level: MessageEntry['level'], [message, fix, example = {}]: MessageArguments): MessageEntry {
  const toFunction = (sentence: Sentence): MessageEntry['message'] =>
    typeof sentence === 'string'
      ? (values) => sentence.replace(/\{(\w+)\}/g, (name, key: string) => String(values[key] ?? name))
      : sentence;
  return { level, message: toFunction(message), fix: toFunction(fix), example };
}

/** An error, which stops the build. */
export const defineError = (...sentences: MessageArguments): MessageEntry => createEntry('error', sentences);

/** A warning, which does not stop the build, but needs a look. */
export const defineWarning = (...sentences: MessageArguments): MessageEntry => createEntry('warning', sentences);
