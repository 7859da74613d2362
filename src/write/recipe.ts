import type { WriteDraft } from './draft.ts';
import type { Answers, Field } from './field.ts';
import type { Known } from './known.ts';

/** A command as it is called for the site that somebody is at work on: with the option that names the site. */
export type Called = (command: string) => string;

/** How one kind of thing is begun. */
export interface Recipe {
  /** What the thing is called. */
  readonly title: string;
  /** How its id looks, for what is said. */
  readonly example: string;
  readonly fields: readonly Field[];
  /** Why there can be none of this id, in words; null where there can. */
  readonly refusal: (id: string, known: Known, called: Called) => string | null;
  /** Writes it into a draft. */
  readonly write: (draft: WriteDraft, id: string, answers: Answers, known: Known) => void;
  /** What the person does next, a line each. */
  readonly next: (id: string, answers: Answers, called: Called) => readonly string[];
}
