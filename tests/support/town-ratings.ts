import { explainRating } from '../../src/charts/rating-explanation.ts';
import { EXAMPLE_SITE } from './example-site.ts';
import { openSharedSite } from './shared-sites.ts';

/** The fictional town, whose indicators reach every rating. */
export const town = openSharedSite(EXAMPLE_SITE);

/** Returns the explanation of a rating of the town. */
export function explainTownRating(id: string, method: 'linear' | 'own' = 'linear'): string {
  const indicator = town.indicators.find((one) => one.id === id);
  const rating = town.ratingsOf(id).find((one) => one.method === method);
  return indicator && rating ? explainRating(indicator, rating).join('') : 'no such rating';
}

/** Returns an indicator of the town whose target is 80%以上, with its rating by the common method. */
export function findPlainWords() {
  const indicator = town.indicators.find(({ id }) => id === 'mihon-sogo/plain-words');
  const rating = town.ratingsOf('mihon-sogo/plain-words').find(({ method }) => method === 'linear');
  if (!indicator || !rating) throw new Error('no such rating');
  return { indicator, rating };
}
