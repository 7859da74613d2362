import { flaw } from '../../problems/problem.ts';
import type { Rule } from '../rule.ts';
import { timeOf } from '../times.ts';

/**
 * A result is of a time that had begun when its source was read. Where no 確認日 says when that was, nothing is known.
 * A result without a source of its own has that of its indicator.
 */
export const resultsBeforeTheirTime: Rule = (known, report) => {
  const checked = new Map(known.sources.rows.map(({ value }) => [value.id, value.checked]));
  for (const { indicators, observations } of known.plans) {
    const sources = new Map(indicators.rows.map(({ value }) => [value.id, value.source]));
    for (const { value, at } of observations.rows) {
      const source = value.source ?? sources.get(value.indicator) ?? '';
      const day = checked.get(source);
      const { text, start } = timeOf(value.period.value, value.value.value.period);
      if (day && start && start > day)
        report.add(at('時点'), flaw('result-not-yet', { value: text, source, day }));
    }
  }
};
