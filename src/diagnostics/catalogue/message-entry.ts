export type MessageValues = Readonly<Record<string, string | number>>;

/** Values that have at least some names. */
export type NamedValues<Name extends string> = MessageValues & Readonly<Record<Name, string | number>>;

/** The names in braces of a sentence, except those that every issue of a cell gets later: its column and its text. */
type Placeholder<S> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Exclude<Name, 'field' | 'value' | ' '> | Placeholder<Rest>
  : never;

/**
 * The severity and the sentences of one kind of issue. The sentences are for municipal staff.
 * @template Name the values without which they are incomplete
 */
export interface MessageEntry<Name extends string = string> {
  readonly level: 'error' | 'warning';
  /** What is wrong, with the value quoted. */
  readonly message: (values: MessageValues) => string;
  /** What to write instead. */
  readonly fix: (values: MessageValues) => string;
  /** Values for the two sentences on `/about/messages/`, where there is no file. */
  readonly example: MessageValues;
  /** Only a type: the names. */
  readonly needs?: Name;
}

/** Where remarks go, in advice on a cell of any table. */
export const NOTE_COLUMN = '注記か備考の列（targets.csv では、indicators.csv の注記）';

/** A sentence that quotes values by their names in braces, or a function that chooses among sentences. */
type Sentence = string | MessageEntry['message'];

const toFunction = (sentence: Sentence): MessageEntry['message'] =>
  typeof sentence === 'string'
    ? (values) => sentence.replace(/\{(\w+)\}/g, (name, key: string) => String(values[key] ?? name))
    : sentence;

/** Returns the function that defines messages of a level. */
const createDefinition =
  (level: MessageEntry['level']) =>
  <const M extends Sentence, const F extends Sentence>(
    message: M,
    fix: F,
    example: NamedValues<Placeholder<M | F>> | Readonly<Record<string, never>> = {},
  ): MessageEntry<Placeholder<M | F>> => ({ level, message: toFunction(message), fix: toFunction(fix), example });

/** An error, which stops the build. */
export const defineError = createDefinition('error');

/** A warning, which does not stop the build, but needs a look. */
export const defineWarning = createDefinition('warning');
