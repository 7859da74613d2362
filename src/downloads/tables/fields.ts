import { z } from 'zod';
import { MunicipalityCode } from '../../model/municipality.ts';
import { Period } from '../../model/period.ts';
import type { Portal } from '../../portal/portal.ts';

/*
 * Columns that several tables share: a table holds one datum a cell, so that what is nested in a record (a source, a
 * period) stands in columns of its own.
 */

export const municipalityCode = MunicipalityCode;

/** The 全国地方公共団体コード of a municipality. */
export function codeOf(portal: Portal, municipality: string): string {
  return portal.municipality(municipality).code;
}

export const sourceId = z
  .string()
  .meta({ title: '出典ID', description: '出典の一覧（sources）にある資料のID' });
export const sourcePlace = z
  .string()
  .meta({ title: '出典箇所', description: '資料の中の場所（見出しの道すじ）' });

/** The three columns of a period, with a word in front of their headings: 現状値の時点, 現状値の時点（はじめ）, … */
export function periodColumns(of: string) {
  const { text, start, end } = Period.shape;
  const named = (title: string, description: string) => ({ title: `${of}の${title}`, description });
  return {
    text: text.meta(named('時点', '計画に書かれている時点')),
    start: start.meta(named('時点（はじめ）', '期間の最初の日。わからないときは空')),
    end: end.meta(named('時点（おわり）', '期間の最後の日。わからないときは空')),
  };
}
