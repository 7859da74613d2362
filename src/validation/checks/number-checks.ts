import { getUnitScale } from '../../notation/number-and-unit.ts';
import { createIssue } from '../../diagnostics/diagnostic.ts';
import { createUnitConversion, visitNumericCells } from '../numeric-cells.ts';
import type { SiteCheck } from '../validation-context.ts';
import { findFractionPercentages } from '../fraction-percentages.ts';

/** Units of what is counted one by one, of which there can't be fewer than none. */
const COUNTED = [
  ...['人', '名', '件', '回', '世帯', '箇所', '団体', '社', '校', '園', '店', '館', '棟', '戸', '室', '席'],
  ...['台', '本', '冊', '部', '枚', '個', '通', '種類', '頭', '羽', '匹', '株', '組', '班', '地区', '施設'],
  ...['事業', '事業所', '事業者', '講座', '品目', '項目', '市', '町', '村'],
];

/** Titles of what may well be below none: a balance of those who come and those who go. */
const DIFFERENCE = /増減|増加|減少|増数|減数|差|超過|純|収支|変化|伸び/;

/** Nothing is counted below zero, but where the indicator is a difference. */
export const checkNegativeCounts: SiteCheck = (known, report) => {
  const answers = new Map<string, boolean>([['', false]]);
  const isCounted = (unit: string) => {
    const answer = answers.get(unit) ?? COUNTED.some((one) => getUnitScale(unit, one) !== null);
    answers.set(unit, answer);
    return answer;
  };
  for (const plan of known.plans)
    visitNumericCells(plan, 'low', ({ text, value, unit, indicator, row, heading }) => {
      if (value < 0 && isCounted(unit) && !DIFFERENCE.test(indicator?.title ?? ''))
        report.add(row.locate(heading), createIssue('negative-count', { value: text, unit }));
    });
};

/** Numbers in % are typed as 38.2, not as the share of 1 that a spreadsheet keeps behind the cell. */
export const checkFractionPercentages: SiteCheck = (known, report) => {
  for (const plan of known.plans) {
    const { slips, uniform } = findFractionPercentages(plan);
    for (const { slipped, near } of slips) {
      const percent = `${Number((slipped.value * 100).toPrecision(12))}%`;
      report.add(
        slipped.row.locate(slipped.heading),
        createIssue('slipped-percent', {
          value: slipped.text,
          heading: near.heading,
          near: near.text,
          percent,
        }),
      );
    }
    for (const { row, heading, text, indicator } of uniform)
      report.add(
        row.locate(heading),
        createIssue('percent-as-fraction', { value: text, title: indicator?.title ?? '' }),
      );
  }
};

/** A share of more than 100 % is most often a slip of the point; some shares may be, so that it is only asked. */
export const checkLargePercentages: SiteCheck = (known, report) => {
  const inPercent = createUnitConversion('%');
  for (const plan of known.plans)
    visitNumericCells(plan, 'high', ({ text, value, unit, row, heading }) => {
      if (unit === '' || (inPercent.convert(value, unit) ?? 0) <= 100) return;
      report.add(row.locate(heading), createIssue('over-100-percent', { value: text }));
    });
};
