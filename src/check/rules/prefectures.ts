import { getPrefectureNumber, prefectureNames } from '../../model/prefecture.ts';
import { createIssue } from '../../problems/problem.ts';
import type { SiteCheck } from '../rule.ts';

/**
 * A municipality's code begins with the number of its prefecture, so that a name that does not go with it tells of a
 * slip in one of the two. Numbers that no prefecture has stand for made-up places; all with one number are in one place.
 */
export const checkPrefectures: SiteCheck = ({ municipalities }, report) => {
  const names = new Map(prefectureNames);
  for (const { fields, locate } of municipalities.rows) {
    const number = getPrefectureNumber(fields.code.value);
    const name = names.get(number) ?? fields.prefecture;
    if (fields.prefecture === '') continue;
    names.set(number, name);
    if (name !== fields.prefecture)
      report.add(
        locate('都道府県'),
        createIssue('other-prefecture', { value: fields.prefecture, number, name }),
      );
  }
};
