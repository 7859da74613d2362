import { getAnswer, type RecipeAnswers, type RecipeField } from './recipe.ts';
import type { ExistingRecords } from './existing-records.ts';
import { WriteError } from './write-draft.ts';

/** Asks a person and returns the typed answer. */
export type AskQuestion = (question: string) => Promise<string>;

/** Asks until the answer is valid. @param wrong the error in the value of the option; null without a value */
async function askFor(field: RecipeField, otherwise: string, wrong: string | null, ask: AskQuestion): Promise<string> {
  const hint = otherwise !== '' ? `［${otherwise}］` : field.need === 'must' ? '' : '（なければ Enter）';
  const complaint = wrong === null ? '' : `  ${wrong}\n`;
  const typed: string = (await ask(`${complaint}${field.title}${hint}: `)).trim() || otherwise;
  if (typed === '' && field.need !== 'must') return '';
  const next = typed === '' ? `「${field.title}」には必ず答えてください。` : field.validate(typed);
  return next === null ? typed : askFor(field, otherwise, next, ask);
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
  known: ExistingRecords,
  ask: AskQuestion | null,
): Promise<RecipeAnswers> {
  const answers: Record<string, string> = {};
  const faults: string[] = [];
  for (const field of fields) {
    const { option, title, need } = field;
    const typed = getAnswer(options, option).trim();
    if (field.isNeeded && !field.isNeeded(answers, known, id)) {
      if (typed !== '')
        faults.push(`--${option}（${title}）は、ここでは使いません。すでにあるものについては書けません。`);
      continue;
    }
    const otherwise = field.getDefault?.(answers, known, id) ?? '';
    const wrong = typed === '' ? null : field.validate(typed);
    if (wrong !== null && !ask) faults.push(`--${option}: ${wrong}`);
    if (typed !== '' && wrong === null) answers[option] = typed;
    else if (ask && (need !== 'flag' || wrong !== null)) answers[option] = await askFor(field, otherwise, wrong, ask);
    else if (otherwise !== '') answers[option] = otherwise;
    else if (need === 'must' && wrong === null) faults.push(`--${option}（${title}）がありません。`);
  }
  if (faults.length > 0) throw new WriteError(faults.join('\n'));
  return answers;
}
