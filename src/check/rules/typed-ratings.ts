import { near } from '../../problems/near.ts';
import { flaw } from '../../problems/problem.ts';
import type { Rule } from '../rule.ts';

/** Where a plan's own way of rating is to type a symbol, each 評価 is one of its symbols. */
export const typedRatings: Rule = ({ plans }, report) => {
  for (const { bands, observations } of plans) {
    if (bands.unread || !bands.rows.some(({ value }) => value.scale === 'typed')) continue;
    const symbols = new Set(bands.rows.map(({ value }) => value.symbol));
    const choices = [...symbols].join('、');
    for (const { value, at } of observations.rows)
      if (value.rating !== '' && !symbols.has(value.rating))
        report.add(
          at('評価'),
          flaw('unknown-rating', { value: value.rating, near: near(value.rating, symbols), choices }),
        );
  }
};
