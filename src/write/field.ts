import { outcomeOf } from '../check/column.ts';
import type { Column, Shape } from '../check/shape.ts';
import { messages } from '../problems/messages.ts';
import type { Flaw } from '../problems/problem.ts';
import type { Known } from './known.ts';

/** What was given or answered, by the name of the field. */
export type Answers = Readonly<Record<string, string>>;

/** One thing that a new record needs to know. */
export interface Field {
  /** The name of its option, without the dashes. */
  readonly option: string;
  /** What it is called when it is asked for. */
  readonly title: string;
  /** `must`: nothing is written without it; `may`: it is asked for and may be left empty; `flag`: only if given. */
  readonly need: 'must' | 'may' | 'flag';
  /** What is wrong with an answer, in words; null for a good one. */
  readonly wrong: (answer: string) => string | null;
  /** Whether it is a matter at all, after what was answered before it. */
  readonly when?: (answers: Answers, known: Known, id: string) => boolean;
  /** What it is where nothing is answered. */
  readonly otherwise?: (answers: Answers, known: Known, id: string) => string;
}

/** A flaw in words: what is wrong, and what to write instead. */
export function inWords({ code, values }: Flaw): string {
  const message = messages[code];
  return `${message.say(values)}${message.hint(values)}`;
}

/** What is wrong with the text of a cell of this column, in words; null for a good one. */
function wrongFor(heading: string, column: Column): Field['wrong'] {
  return (answer) => {
    const { sound, flaws } = outcomeOf(column, heading, answer);
    return sound ? null : flaws.map(inWords).join('');
  };
}

/** A field that fills a column, and is held against what cells of that column may be. */
export function cellField(
  option: string,
  heading: string,
  shape: Shape,
  need: Field['need'],
  more: Pick<Field, 'when' | 'otherwise'> & { readonly title?: string } = {},
): Field {
  const column = shape[heading];
  if (!column) throw new Error(`there is no column ${heading}`);
  return { title: heading, ...more, option, need, wrong: wrongFor(heading, column) };
}

/** A field that takes any text. */
export function textField(
  option: string,
  title: string,
  need: Field['need'],
  more: Partial<Pick<Field, 'when' | 'otherwise' | 'wrong'>> = {},
): Field {
  return { wrong: () => null, ...more, option, title, need };
}

/** The text of an answer; empty where there is none. */
export function answer(answers: Answers, option: string): string {
  return answers[option] ?? '';
}
