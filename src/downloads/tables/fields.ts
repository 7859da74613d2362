import { Citation } from '../../model/id.ts';
import { MunicipalityCode } from '../../model/municipality.ts';
import { Period } from '../../model/period.ts';
import type { Portal } from '../../portal/portal.ts';

/*
 * Columns that several tables share: a table holds one datum a cell, so that what is nested in a record (a source, a
 * period) stands in columns of its own.
 */

export const municipalityCode = MunicipalityCode.meta({ references: 'municipalities.municipality_code' });

/** The 全国地方公共団体コード of a municipality. */
export function codeOf(portal: Portal, municipality: string): string {
  return portal.municipality(municipality).code;
}

export const sourceId = Citation.shape.id;
export const sourcePlace = Citation.shape.place;

/** The three columns of a period, with a word in front of their headings: 現状値の時点, 現状値の時点（はじめ）, … */
export function periodColumns(of: string, example: Period | null = null) {
  const { text, start, end } = Period.shape;
  const named = (title: string, description: string, part: keyof Period) => ({
    title: `${of}の${title}`,
    description,
    ...(example === null ? {} : { examples: [example[part]] }),
  });
  return {
    text: text.meta(named('時点', '計画に書かれている時点', 'text')),
    start: start.meta(named('時点（はじめ）', '期間の最初の日。わからないときは空', 'start')),
    end: end.meta(named('時点（おわり）', '期間の最後の日。わからないときは空', 'end')),
  };
}
