import { prefectureNumber, prefectures } from '../../model/prefecture.ts';
import { flaw } from '../../problems/problem.ts';
import type { Rule } from '../rule.ts';

/**
 * A municipality's code begins with the number of its prefecture, so that a name that does not go with it tells of a
 * slip in one of the two. Numbers that no prefecture has stand for made-up places; all with one number are in one place.
 */
export const prefecturesOfCodes: Rule = ({ municipalities }, report) => {
  const names = new Map(prefectures);
  for (const { value, at } of municipalities.rows) {
    const number = prefectureNumber(value.code.value);
    const name = names.get(number) ?? value.prefecture;
    if (value.prefecture === '') continue;
    names.set(number, name);
    if (name !== value.prefecture)
      report.add(at('都道府県'), flaw('other-prefecture', { value: value.prefecture, number, name }));
  }
};
