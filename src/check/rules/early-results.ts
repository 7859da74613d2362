import { createIssue } from '../../problems/problem.ts';
import type { SiteCheck } from '../rule.ts';
import { choosePeriod } from '../times.ts';

/**
 * A result is of a time that had begun when its source was read. Where no 確認日 says when that was, nothing is known.
 * A result without a source of its own has that of its indicator.
 */
export const checkEarlyResults: SiteCheck = (known, report) => {
  const checked = new Map(known.sources.rows.map(({ fields }) => [fields.id, fields.checked]));
  for (const { indicators, observations } of known.plans) {
    const sources = new Map(indicators.rows.map(({ fields }) => [fields.id, fields.source]));
    for (const { fields, locate } of observations.rows) {
      const source = fields.source ?? sources.get(fields.indicator) ?? '';
      const day = checked.get(source);
      const { text, start } = choosePeriod(fields.period.value, fields.value.value.period);
      if (day && start && start > day)
        report.add(locate('時点'), createIssue('result-not-yet', { value: text, source, day }));
    }
  }
};
