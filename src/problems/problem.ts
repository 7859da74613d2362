import { z } from 'zod';
import { messages, type MessageCode, type MessageValues } from './messages.ts';

/** What a problem's level is called where people read it. */
export const levels = { error: 'まちがい', warning: '注意' } as const;

/** What is wrong in a file that a person wrote, where, and what to write instead. All numbers count from 1. */
export const Problem = z.strictObject({
  /** Path from the project's root, with `/`. */
  file: z.string(),
  line: z.number().int().positive(),
  column: z.number().int().positive(),
  /** The heading or front-matter key of the value at fault; empty for a whole row or file. */
  field: z.string(),
  level: z.enum(['error', 'warning']),
  code: z.string(),
  message: z.string(),
  hint: z.string(),
});
export type Problem = z.infer<typeof Problem>;

/** Where something stands in a file. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly field: string;
}

/** What is wrong with a value, not yet tied to a place: what pure code such as `notation/` gives back. */
export interface Flaw<K extends MessageCode = MessageCode> {
  readonly code: K;
  readonly values: MessageValues;
}

/** Says what is wrong with a value: the code of a message and the values that the message quotes. */
export function flaw(code: MessageCode, values: MessageValues = {}): Flaw {
  return { code, values };
}

/** Ties a flaw to its place, in words. */
export function problem(place: Place, found: Flaw): Problem {
  const message = messages[found.code];
  return {
    file: place.file,
    line: place.line,
    column: place.column,
    field: place.field,
    level: message.level,
    code: found.code,
    message: message.say(found.values),
    hint: message.hint(found.values),
  };
}

/** Order of printing: by file, line, column, code. Compares code units, so that no locale matters. */
export function byPlace(a: Problem, b: Problem): number {
  const text = (x: string, y: string) => (x < y ? -1 : x > y ? 1 : 0);
  return (
    text(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    text(a.code, b.code) ||
    text(a.field, b.field)
  );
}

/** True if any of the problems must stop the build. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((one) => one.level === 'error');
}

/** Thrown where files have errors: the fault of what was written, not of the program, so it is shown without a stack. */
export class ProblemsError extends Error {
  override readonly name = 'ProblemsError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(`${problems.filter((one) => one.level === 'error').length}件のまちがいがあります。`);
    this.problems = problems;
  }
}
