import { z } from 'zod';

/** A day as ISO 8601 text: `2026-11-20`. */
export const IsoDate = z.iso.date();

const DAY = 86_400_000;

/** Days since 1970-01-01 of an ISO date. */
export function toDayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY;
}

/**
 * A time as the plan prints it, with the days it spans: `令和4年度` is 2022-04-01 to 2023-03-31. Where only the words
 * are known (`随時`, or nothing at all), both days are null.
 */
export const Period = z.strictObject({
  text: z.string().meta({
    title: '時点',
    description: '計画に書かれている時点',
    examples: ['令和5年10月時点'],
    printed: true,
  }),
  start: IsoDate.nullable().meta({
    title: '時点（はじめ）',
    description: '期間の最初の日',
    examples: ['2023-10-01'],
  }),
  end: IsoDate.nullable().meta({
    title: '時点（おわり）',
    description: '期間の最後の日',
    examples: ['2023-10-31'],
  }),
});
export type Period = z.infer<typeof Period>;
