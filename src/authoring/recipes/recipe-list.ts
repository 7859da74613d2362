import type { RecordRecipe } from '../recipe.ts';
import { indicatorRecipe } from './indicator-recipe.ts';
import { municipalityRecipe } from './municipality-recipe.ts';
import { planRecipe } from './plan-recipe.ts';

/** What can be begun, by the word that a command is given. */
export const recordRecipes: Readonly<Record<string, RecordRecipe>> = {
  plan: planRecipe,
  municipality: municipalityRecipe,
  indicator: indicatorRecipe,
};
