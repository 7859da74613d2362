import { z } from 'zod';
import { messageCatalogue, type MessageCode, type MessageValues } from './catalogue/message-catalogue.ts';

/** What a problem's level is called where people read it. */
export const severityLabels = { error: 'まちがい', warning: '注意' } as const;

/** What is wrong in a file that a person wrote, where, and what to write instead. All numbers count from 1. */
export const Diagnostic = z.strictObject({
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
export type Diagnostic = z.infer<typeof Diagnostic>;

/** Where something stands in a file. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly field: string;
}

/** What is wrong with a value, not yet tied to a place: what pure code such as `notation/` gives back. */
export interface Issue<K extends MessageCode = MessageCode> {
  readonly code: K;
  readonly values: MessageValues;
}

/** Says what is wrong with a value: the code of a message and the values that the message quotes. */
export function createIssue(code: MessageCode, values: MessageValues = {}): Issue {
  return { code, values };
}

/** Ties a flaw to its place, in words. */
export function createDiagnostic(place: Location, found: Issue): Diagnostic {
  const message = messageCatalogue[found.code];
  return {
    file: place.file,
    line: place.line,
    column: place.column,
    field: place.field,
    level: message.level,
    code: found.code,
    message: message.message(found.values),
    hint: message.fix(found.values),
  };
}

/** Order of printing: by file, line, column, code. Compares code units, so that no locale matters. */
export function compareLocations(a: Diagnostic, b: Diagnostic): number {
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
export function hasErrors(problems: readonly Diagnostic[]): boolean {
  return problems.some((one) => one.level === 'error');
}

/** Thrown where files have errors: the fault of what was written, not of the program, so it is shown without a stack. */
export class DiagnosticsError extends Error {
  override readonly name = 'DiagnosticsError';
  readonly diagnostics: readonly Diagnostic[];

  constructor(problems: readonly Diagnostic[]) {
    super(`${problems.filter((one) => one.level === 'error').length}件のまちがいがあります。`);
    this.diagnostics = problems;
  }
}
