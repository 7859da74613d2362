import { suggestChoice } from '../../problems/near.ts';
import { createIssue } from '../../problems/problem.ts';
import type { SiteCheck } from '../rule.ts';

/** Where a plan's own way of rating is to type a symbol, each 評価 is one of its symbols. */
export const checkTypedRatings: SiteCheck = ({ plans }, report) => {
  for (const { bands, observations } of plans) {
    if (bands.unread || !bands.rows.some(({ fields }) => fields.scale === 'typed')) continue;
    const symbols = new Set(bands.rows.map(({ fields }) => fields.symbol));
    const choices = [...symbols].join('、');
    for (const { fields, locate } of observations.rows)
      if (fields.rating !== '' && !symbols.has(fields.rating))
        report.add(
          locate('評価'),
          createIssue('unknown-rating', {
            value: fields.rating,
            near: suggestChoice(fields.rating, symbols),
            choices,
          }),
        );
  }
};
