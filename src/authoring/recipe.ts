import { parseCell } from '../validation/column-parser.ts';
import type { SourceColumn, SourceTable } from '../tables/table-schema.ts';
import { messageCatalogue } from '../diagnostics/catalogue/message-catalogue.ts';
import type { Issue } from '../diagnostics/diagnostic.ts';
import type { ExistingRecords } from './existing-records.ts';
import type { WriteDraft } from './write-draft.ts';

/** What was given or answered, by the name of the field. */
export type RecipeAnswers = Readonly<Record<string, string>>;

/** One thing that a new record needs to know. */
export interface RecipeField {
  /** The name of its option, without the dashes. */
  readonly option: string;
  /** What it is called when it is asked for. */
  readonly title: string;
  /** `must`: nothing is written without it; `may`: it is asked for and may be left empty; `flag`: only if given. */
  readonly need: 'must' | 'may' | 'flag';
  /** What is wrong with an answer, in words; null for a good one. */
  readonly validate: (answer: string) => string | null;
  /** Whether it is a matter at all, after what was answered before it. */
  readonly isNeeded?: (answers: RecipeAnswers, known: ExistingRecords, id: string) => boolean;
  /** What it is where nothing is answered. */
  readonly getDefault?: (answers: RecipeAnswers, known: ExistingRecords, id: string) => string;
}

/** A flaw in words: what is wrong, and what to write instead. */
export function describeIssue({ code, values }: Issue): string {
  const message = messageCatalogue[code];
  return `${message.message(values)}${message.fix(values)}`;
}

/** What is wrong with the text of a cell of this column, in words; null for a good one. */
function wrongFor(heading: string, column: SourceColumn): RecipeField['validate'] {
  return (answer) => {
    const { valid, issues } = parseCell(column, heading, answer);
    return valid ? null : issues.map(describeIssue).join('');
  };
}

/** A field that fills a column, and is held against what cells of that column may be. */
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

/** A field that takes any text. */
export function createTextField(
  option: string,
  title: string,
  need: RecipeField['need'],
  more: Partial<Pick<RecipeField, 'isNeeded' | 'getDefault' | 'validate'>> = {},
): RecipeField {
  return { validate: () => null, ...more, option, title, need };
}

/** The text of an answer; empty where there is none. */
export function getAnswer(answers: RecipeAnswers, option: string): string {
  return answers[option] ?? '';
}

/** A command as it is called for the site that somebody is at work on: with the option that names the site. */
export type CommandFormatter = (command: string) => string;

/** How one kind of thing is begun. */
export interface RecordRecipe {
  /** What the thing is called. */
  readonly title: string;
  /** How its id looks, for what is said. */
  readonly example: string;
  readonly fields: readonly RecipeField[];
  /** Why there can be none of this id, in words; null where there can. */
  readonly findConflict: (id: string, known: ExistingRecords, called: CommandFormatter) => string | null;
  /** Writes it into a draft. */
  readonly write: (draft: WriteDraft, id: string, answers: RecipeAnswers, known: ExistingRecords) => void;
  /** What the person does next, a line each. */
  readonly listNextSteps: (id: string, answers: RecipeAnswers, called: CommandFormatter) => readonly string[];
}
