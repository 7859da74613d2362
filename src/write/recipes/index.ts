import type { Recipe } from '../recipe.ts';
import { indicator } from './indicator.ts';
import { municipality } from './municipality.ts';
import { plan } from './plan.ts';

/** What can be begun, by the word that a command is given. */
export const recipes: Readonly<Record<string, Recipe>> = { plan, municipality, indicator };
