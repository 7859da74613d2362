import { getUnitScale } from '../../notation/number-and-unit.ts';
import { createIssue } from '../../diagnostics/diagnostic.ts';
import { createUnitConversion, visitNumericCells } from '../numeric-cells.ts';
import type { SiteCheck } from '../validation-context.ts';
import { findFractionPercentages } from '../fraction-percentages.ts';

/** Units of things that are counted, so that values can't be negative. */
const COUNTED = [
  ...['人', '名', '件', '回', '世帯', '箇所', '団体', '社', '校', '園', '店', '館', '棟', '戸', '室', '席'],
  ...['台', '本', '冊', '部', '枚', '個', '通', '種類', '頭', '羽', '匹', '株', '組', '班', '地区', '施設'],
  ...['事業', '事業所', '事業者', '講座', '品目', '項目', '市', '町', '村'],
];

/** Words in titles of differences, which may be negative: a balance of arrivals and departures. */
const DIFFERENCE = /増減|増加|減少|増数|減数|差|超過|純|収支|変化|伸び/;

/** Reports negative counts, except for differences. */
export const checkNegativeCounts: SiteCheck = (context, report) => {
  const answers = new Map<string, boolean>([['', false]]);
  const isCounted = (unit: string) => {
    const isCount = answers.get(unit) ?? COUNTED.some((counted) => getUnitScale(unit, counted) !== null);
    answers.set(unit, isCount);
    return isCount;
  };
  for (const plan of context.plans)
    visitNumericCells(plan, 'low', ({ text, value, unit, indicator, row, heading }) => {
      if (value < 0 && isCounted(unit) && !DIFFERENCE.test(indicator?.title ?? ''))
        report.add(row.locate(heading), createIssue('negative-count', { value: text, unit }));
    });
};

/** Reports percentages that were entered as the fractions that spreadsheets store (0.382 for 38.2 %). */
export const checkFractionPercentages: SiteCheck = (context, report) => {
  for (const plan of context.plans) {
    const { slips, uniform } = findFractionPercentages(plan);
    for (const { slipped, near } of slips) {
      const percent = `${Number((slipped.value * 100).toPrecision(12))}%`;
      report.add(
        slipped.row.locate(slipped.heading),
        createIssue('slipped-percent', { value: slipped.text, heading: near.heading, near: near.text, percent }),
      );
    }
    for (const { row, heading, text, indicator } of uniform)
      report.add(
        row.locate(heading),
        createIssue('percent-as-fraction', { value: text, title: indicator?.title ?? '' }),
      );
  }
};

/** Reports percentages above 100: most have a misplaced decimal point, some are correct. */
export const checkLargePercentages: SiteCheck = (context, report) => {
  const inPercent = createUnitConversion('%');
  for (const plan of context.plans)
    visitNumericCells(plan, 'high', ({ text, value, unit, row, heading }) => {
      if (unit === '' || (inPercent.convert(value, unit) ?? 0) <= 100) return;
      report.add(row.locate(heading), createIssue('over-100-percent', { value: text }));
    });
};
