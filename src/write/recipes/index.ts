import type { RecordRecipe } from '../recipe.ts';
import { indicatorRecipe } from './indicator.ts';
import { municipalityRecipe } from './municipality.ts';
import { planRecipe } from './plan.ts';

/** What can be begun, by the word that a command is given. */
export const recordRecipes: Readonly<Record<string, RecordRecipe>> = {
  plan: planRecipe,
  municipality: municipalityRecipe,
  indicator: indicatorRecipe,
};
