import { composeSentences, createIssue, type Issue } from '../diagnostics/diagnostic.ts';
import { RecordSlug } from '../model/identifiers.ts';
import type { SourceTable } from '../tables/table-schema.ts';
import { parseCell } from '../validation/column-parser.ts';
import type { RowCells } from './csv-text.ts';
import { adviseId, type ExistingRecords } from './existing-records.ts';
import { type WriteDraft, WriteError } from './write-draft.ts';

/** The answers by the names of the fields. */
export type RecipeAnswers = Readonly<Record<string, string>>;

/** One field of a new record. */
export interface RecipeField {
  /** The name of its option, without the dashes. */
  readonly option: string;
  readonly title: string;
  /** `must`: required; `may`: asked for, but can be empty; `flag`: asked for only after a wrong value. */
  readonly need: 'must' | 'may' | 'flag';
  /** Returns the error of an answer in words; null for a valid one. */
  readonly validate: (answer: string, existing: ExistingRecords) => string | null;
  /** Returns true if the earlier answers make the field necessary. */
  readonly isNeeded?: (answers: RecipeAnswers, existing: ExistingRecords) => boolean;
  readonly getDefault?: (answers: RecipeAnswers, existing: ExistingRecords, id: string) => string;
}

/** Describes an issue in words: the error, and how to fix it. */
export function describeIssue(issue: Issue): string {
  const { message, hint } = composeSentences(issue);
  return `${message}${hint}`;
}

/** An option that fills a column, whether it is asked for, and what its field has besides its column. */
export type ColumnOption = readonly [
  option: string,
  heading: string,
  need: RecipeField['need'],
  more?: Pick<RecipeField, 'isNeeded' | 'getDefault'> & { readonly title?: string },
];

/** Creates a field for a column, with the validation of its cells. */
export function createCellField(table: SourceTable, ...[option, heading, need, more]: ColumnOption): RecipeField {
  const column = table.columns[heading];
  if (!column) throw new Error(`there is no column ${heading}`);
  const validate = (answer: string) => {
    const { valid, issues } = parseCell(column, heading, answer);
    return valid ? null : issues.map(describeIssue).join('');
  };
  return { title: heading, ...more, option, need, validate };
}

/** Creates a field for a text. Every answer is valid, unless `more` contains a validation. */
export const createTextField = (
  option: string,
  title: string,
  need: RecipeField['need'],
  more: Partial<Pick<RecipeField, 'isNeeded' | 'getDefault' | 'validate'>> = {},
): RecipeField => ({ validate: () => null, ...more, option, title, need });

/** Returns the answer for an option; an empty text if there is none. */
export const getAnswer = (answers: RecipeAnswers, option: string): string => answers[option] ?? '';

/** Returns the cells that the answers for these options fill. */
export const getAnsweredCells = (columns: readonly ColumnOption[], answers: RecipeAnswers): RowCells =>
  Object.fromEntries(columns.map(([option, heading]) => [heading, getAnswer(answers, option)]));

/** Returns the reason why a new record can't have this id; null if it can. */
export function findIdConflict(title: string, id: string, isKnown: boolean): string | null {
  if (!RecordSlug.safeParse(id).success) return describeIssue(createIssue('bad-slug', { value: id }));
  return isKnown ? `${title}「${id}」はすでにあります。上書きはしません。` : null;
}

/** Formats a command with the option for the current site. */
export type CommandFormatter = (command: string) => string;

/** Returns the sentence about a missing plan, with the one that is probably meant or the command that adds it. */
export function describeMissingPlan(plan: string, { plans }: ExistingRecords, formatCommand: CommandFormatter): string {
  const advice = `先に ${formatCommand(`npm run new -- plan ${plan}`)} で加えてください。`;
  return `計画「${plan}」はありません。${adviseId(plan, plans, advice)}`;
}

/** The instructions to create one kind of record. */
export interface RecordRecipe {
  readonly title: string;
  /** An example of its id, for messages. */
  readonly example: string;
  readonly fields: readonly RecipeField[];
  /** Returns the reason why the id is impossible; null if it is possible. */
  readonly findConflict: (id: string, existing: ExistingRecords, formatCommand: CommandFormatter) => string | null;
  readonly write: (draft: WriteDraft, id: string, answers: RecipeAnswers, existing: ExistingRecords) => void;
  /** Returns the next steps of the user, one line each. */
  readonly listNextSteps: (id: string, answers: RecipeAnswers, formatCommand: CommandFormatter) => readonly string[];
}

/** Asks a person and returns the typed answer. */
export type AskQuestion = (question: string) => Promise<string>;

type AskedField = Pick<RecipeField, 'title' | 'need'> & { readonly validate: (answer: string) => string | null };

/** Asks until the answer is valid. @param wrong the error in the value of the option; null without a value */
async function askFor(field: AskedField, fallback: string, wrong: string | null, ask: AskQuestion): Promise<string> {
  const hint = fallback !== '' ? `［${fallback}］` : field.need === 'must' ? '' : '（なければ Enter）';
  const complaint = wrong === null ? '' : `  ${wrong}\n`;
  const typed: string = (await ask(`${complaint}${field.title}${hint}: `)).trim() || fallback;
  if (typed === '' && field.need !== 'must') return '';
  const next = typed === '' ? `「${field.title}」には必ず答えてください。` : field.validate(typed);
  return next === null ? typed : askFor(field, fallback, next, ask);
}

/**
 * Collects the answers for a new record from options, questions and defaults.
 * @param options the values of the options
 * @param ask asks a question; null if nobody can answer
 * @throws WriteError with all missing and wrong answers
 */
export async function collectAnswers(
  fields: readonly RecipeField[],
  id: string,
  options: RecipeAnswers,
  existing: ExistingRecords,
  ask: AskQuestion | null,
): Promise<RecipeAnswers> {
  const answers: Record<string, string> = {};
  const faults: string[] = [];
  /** The fields without an answer, on which others may depend. */
  const missing: RecipeField[] = [];
  for (const field of fields) {
    const { option, title, need } = field;
    const validate = (answer: string) => field.validate(answer, existing);
    const typed = getAnswer(options, option).trim();
    if (field.isNeeded && !field.isNeeded(answers, existing)) {
      const cause = missing.find((other) => field.isNeeded?.({ ...answers, [other.option]: id }, existing));
      if (typed !== '' && !cause)
        faults.push(`--${option}（${title}）は、ここでは使いません。すでにあるものについては書けません。`);
      else if (typed === '' && cause && need === 'must')
        faults.push(`--${option}（${title}）も、--${cause.option} がサイトにまだないものなら要ります。`);
      continue;
    }
    const fallback = field.getDefault?.(answers, existing, id) ?? '';
    const wrong = typed === '' ? null : validate(typed);
    if (wrong !== null && !ask) faults.push(`--${option}: ${wrong}`);
    if (typed !== '' && wrong === null) answers[option] = typed;
    else if (ask && (need !== 'flag' || wrong !== null))
      answers[option] = await askFor({ title, need, validate }, fallback, wrong, ask);
    else if (fallback !== '') answers[option] = fallback;
    else if (need === 'must') {
      if (wrong === null) faults.push(`--${option}（${title}）がありません。`);
      missing.push(field);
    }
  }
  if (faults.length > 0) throw new WriteError(faults.join('\n'));
  return answers;
}
