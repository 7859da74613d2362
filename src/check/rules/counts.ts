import { getUnitScale } from '../../notation/unit.ts';
import { createIssue } from '../../problems/problem.ts';
import { visitNumericCells } from '../figures.ts';
import type { SiteCheck } from '../rule.ts';

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
