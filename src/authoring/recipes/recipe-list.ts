import type { RecordRecipe } from '../recipe.ts';
import { indicatorRecipe } from './indicator-recipe.ts';
import { municipalityRecipe } from './municipality-recipe.ts';
import { planRecipe } from './plan-recipe.ts';

/** The kinds of new records, by the word for the command. */
export const recordRecipes: Readonly<Record<string, RecordRecipe>> = {
  plan: planRecipe,
  municipality: municipalityRecipe,
  indicator: indicatorRecipe,
};
