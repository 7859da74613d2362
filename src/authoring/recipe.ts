import { parseCell } from '../validation/column-parser.ts';
import type { SourceColumn, SourceTable } from '../tables/table-schema.ts';
import { messageCatalogue } from '../diagnostics/catalogue/message-catalogue.ts';
import type { Issue } from '../diagnostics/diagnostic.ts';
import type { ExistingRecords } from './existing-records.ts';
import type { WriteDraft } from './write-draft.ts';

/** The answers by the names of the fields. */
export type RecipeAnswers = Readonly<Record<string, string>>;

/** One field of a new record. */
export interface RecipeField {
  /** The name of its option, without the dashes. */
  readonly option: string;
  readonly title: string;
  /** `must`: required; `may`: asked for, but can be empty; `flag`: never asked for. */
  readonly need: 'must' | 'may' | 'flag';
  /** Returns the error of an answer in words; null for a valid one. */
  readonly validate: (answer: string) => string | null;
  /** Returns true if the earlier answers make the field necessary. */
  readonly isNeeded?: (answers: RecipeAnswers, known: ExistingRecords, id: string) => boolean;
  readonly getDefault?: (answers: RecipeAnswers, known: ExistingRecords, id: string) => string;
}

/** Describes an issue in words: the error, and how to fix it. */
export function describeIssue({ code, values }: Issue): string {
  const message = messageCatalogue[code];
  return `${message.message(values)}${message.fix(values)}`;
}

/** Returns a function that describes the error of a cell of this column; null for a valid one. */
function wrongFor(heading: string, column: SourceColumn): RecipeField['validate'] {
  return (answer) => {
    const { valid, issues } = parseCell(column, heading, answer);
    return valid ? null : issues.map(describeIssue).join('');
  };
}

/** Creates a field for a column, with the validation of its cells. */
export function createCellField(
  option: string,
  heading: string,
  table: SourceTable,
  need: RecipeField['need'],
  more: Pick<RecipeField, 'isNeeded' | 'getDefault'> & { readonly title?: string } = {},
): RecipeField {
  const column = table.columns[heading];
  if (!column) throw new Error(`there is no column ${heading}`);
  return { title: heading, ...more, option, need, validate: wrongFor(heading, column) };
}

/** Creates a field for a text. Every answer is valid, unless `more` contains a validation. */
export function createTextField(
  option: string,
  title: string,
  need: RecipeField['need'],
  more: Partial<Pick<RecipeField, 'isNeeded' | 'getDefault' | 'validate'>> = {},
): RecipeField {
  return { validate: () => null, ...more, option, title, need };
}

/** Returns the answer for an option; an empty text if there is none. */
export function getAnswer(answers: RecipeAnswers, option: string): string {
  return answers[option] ?? '';
}

/** Formats a command with the option for the current site. */
export type CommandFormatter = (command: string) => string;

/** The instructions to create one kind of record. */
export interface RecordRecipe {
  readonly title: string;
  /** An example of its id, for messages. */
  readonly example: string;
  readonly fields: readonly RecipeField[];
  /** Returns the reason why the id is impossible; null if it is possible. */
  readonly findConflict: (id: string, known: ExistingRecords, called: CommandFormatter) => string | null;
  /** Writes the record into a draft. */
  readonly write: (draft: WriteDraft, id: string, answers: RecipeAnswers, known: ExistingRecords) => void;
  /** Returns the next steps of the user, one line each. */
  readonly listNextSteps: (id: string, answers: RecipeAnswers, called: CommandFormatter) => readonly string[];
}
