import { isList, isTexts } from './json.ts';

/** Words that belong together, for related results. */
export interface Kin {
  /** Ways of writing one word: a term, its other spellings, its reading. */
  readonly spellings: readonly (readonly string[])[];
  /** What residents say, and behind it what plans write for it. */
  readonly everyday: readonly (readonly string[])[];
  /** Words of everyday life that go together: those of one topic, its name first. */
  readonly topics: readonly (readonly string[])[];
}

const isLists = (value: unknown) => isList(value, isTexts);

/** True for words that belong together. */
export function isKin(value: unknown): value is Kin {
  if (typeof value !== 'object' || value === null) return false;
  const { spellings, everyday, topics } = value as Record<keyof Kin, unknown>;
  return [spellings, everyday, topics].every(isLists);
}
