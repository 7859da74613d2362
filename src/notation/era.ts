import type { DateSpan } from './day.ts';

/** An era of the Japanese calendar. */
export interface JapaneseEra {
  readonly name: string;
  /** The other ways it is written, folded: the letter and the first character. */
  readonly aliases: readonly [letter: string, character: string];
  readonly start: string;
  /** Its last day; null while it goes on. */
  readonly end: string | null;
}

/** The eras in which there are plans and statistics, in order. */
export const japaneseEras: readonly JapaneseEra[] = [
  { name: '明治', aliases: ['M', '明'], start: '1868-10-23', end: '1912-07-29' },
  { name: '大正', aliases: ['T', '大'], start: '1912-07-30', end: '1926-12-24' },
  { name: '昭和', aliases: ['S', '昭'], start: '1926-12-25', end: '1989-01-07' },
  { name: '平成', aliases: ['H', '平'], start: '1989-01-08', end: '2019-04-30' },
  { name: '令和', aliases: ['R', '令'], start: '2019-05-01', end: null },
];

/** Plans carry an era on past its end (平成33年度); longer than this many years, the number is a mistake. */
const CARRIED_ON = 30;

const byName = new Map(
  japaneseEras.flatMap((era) => [era.name, ...era.aliases].map((name) => [name, era] as const)),
);

/** A pattern for any way of writing an era, folded. The long names come first, so that 令和 is not read as 令; m2 and t1 are units. */
export const ERA_PATTERN = `(?:${japaneseEras.map((era) => era.name).join('|')}|[明大昭平令]|[MTSHRshr])`;

/** The era of a name, a character or a letter. */
function eraOf(written: string): JapaneseEra | undefined {
  return byName.get(written.toUpperCase());
}

const yearOf = (date: string) => Number(date.slice(0, 4));

/**
 * The year of the common calendar for a year of an era, or null where the era ended more than 30 years before.
 * @example toWesternYear('平成', 33) // → 2021
 * @example toWesternYear('R', 27) // → 2045
 * @example toWesternYear('昭和', 100) // → null
 */
export function toWesternYear(written: string, year: number): number | null {
  const era = eraOf(written);
  if (!era) return null;
  const western = yearOf(era.start) + year - 1;
  return era.end && western > yearOf(era.end) + CARRIED_ON ? null : western;
}

/** True where an era lasted for at least one day of a time. */
export function eraOverlapsSpan(written: string, { start, end }: DateSpan): boolean {
  const era = eraOf(written);
  return era !== undefined && era.start <= end && (era.end === null || era.end >= start);
}

/**
 * A year as the latest era that had begun by the last of its days counts it: 2019年度 is 令和元年度. Years before 明治
 * are given as they are.
 * @param year the year by which the days are called: 2018 for 平成30年度
 * @param last the last of the days, as an ISO date
 * @example formatEraYear(2018, '2019-03-31') // → 平成30
 * @example formatEraYear(2019, '2020-03-31') // → 令和元
 * @example formatEraYear(1867, '1867-12-31') // → 1867
 */
export function formatEraYear(year: number, last: string): string {
  const era = japaneseEras.findLast(({ start }) => start <= last && yearOf(start) <= year);
  if (!era) return String(year);
  const count = year - yearOf(era.start) + 1;
  return `${era.name}${count === 1 ? '元' : count}`;
}
