import type { WriteDraft } from './draft.ts';
import type { RecipeAnswers, RecipeField } from './field.ts';
import type { ExistingRecords } from './known.ts';

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
