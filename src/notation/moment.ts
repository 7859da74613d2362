import { ERA_PATTERN } from './era.ts';

/** A year as written: with its era, without one, or (22 of 2010～22年度) with less than its four digits. */
export interface YearExpression {
  readonly era: string | null;
  readonly number: number;
}

/** One end of a time as written, before what it leaves out is taken from the other end. */
export interface DateExpression {
  readonly written: string;
  readonly year: YearExpression | null;
  /** The same year in the other calendar: 2022(令和4)年度. */
  readonly otherYear: YearExpression | null;
  /** `either` is 年(度), which means both on purpose; null is R5, which says neither. */
  readonly unit: 'fiscal' | 'calendar' | 'either' | null;
  readonly month: number | null;
  readonly day: number | null;
  /** 末, 上旬, 第2四半期 …: a part of the year or month. */
  readonly part: string | null;
}

const year = (name: string) => `(?<${name}Era>${ERA_PATTERN})?\\.?(?<${name}>\\d{1,4})`;
const gloss = (name: string) => `(?:\\(${year(name)}(?<${name}Unit>年度|年)?\\))?`;
const PART =
  '(?<part>末日?|[上中下初]旬|当初|初め|はじめ|[上下]半?期|第?[1-4](?:四半|/4)期|[1-4]Q|Q[1-4]|内|中)?';
const MONTH = '(?:(?<month>\\d{1,2})月)?(?:(?<date>\\d{1,2})日)?';

/** 令和4年度末, 2022(令和4)年10月1日, and without a year, where the other end of a span has it: 9月30日. */
const SAID = new RegExp(
  `^(?:${year('year')}${gloss('inner')}(?<unit>年\\(度\\)|年度|年)${gloss('outer')})?${MONTH}${PART}$`,
);
/** R5, H28末, 令和4(2022): the number of a year, and nothing that says whether it is a fiscal year. */
const BARE = new RegExp(`^${year('year')}${gloss('inner')}${PART}$`);
/** 2022-10-01, 2022/10, R4.10.1, R5.3月末. A dash after an era is a span: H25-29. */
const NUMERIC = new RegExp(
  `^(?:(?<year>\\d{4})[-./]|(?<yearEra>${ERA_PATTERN})\\.?(?<count>\\d{1,2})[./])(?<month>\\d{1,2})(?:月|[-./](?<date>\\d{1,2}))?(?<part>末)?$`,
);
/** 24/4/1: a whole date whose year has two digits, of which era does not say. */
const SHORT = /^(?<year>\d{1,2})([-./])(?<month>\d{1,2})\2(?<date>\d{1,2})$/;

const UNITS: Readonly<Record<string, DateExpression['unit']>> = {
  年度: 'fiscal',
  年: 'calendar',
  '年(度)': 'either',
};

const number = (digits: string | undefined) => (digits === undefined ? null : Number(digits));

function readMomentYear(era: string | undefined, digits: string | undefined): YearExpression | null {
  return digits === undefined ? null : { era: era ?? null, number: Number(digits) };
}

/**
 * Takes one end of a time apart, or gives null where the text is none.
 * @param written folded, without spaces, years in digits (see `period.ts`)
 */
export function parseDateExpression(written: string): DateExpression | null {
  if (written === '') return null;
  const found = (NUMERIC.exec(written) ?? SHORT.exec(written) ?? SAID.exec(written) ?? BARE.exec(written))
    ?.groups;
  if (!found) return null;
  return {
    written,
    year: readMomentYear(found.yearEra, found.year ?? found.count),
    otherYear: readMomentYear(found.outerEra, found.outer) ?? readMomentYear(found.innerEra, found.inner),
    unit: UNITS[found.unit ?? found.outerUnit ?? found.innerUnit ?? ''] ?? null,
    month: number(found.month),
    day: number(found.date),
    part: found.part ?? null,
  };
}

/**
 * The later end of a span with what it leaves out taken from the earlier one: 令和4～8年度, 2010～22年度, 4月～9月. The
 * earlier end in turn may leave 年度 to the later one.
 */
export function completeDateExpressions(
  first: DateExpression,
  last: DateExpression,
): readonly [DateExpression, DateExpression] {
  const from = { ...first, unit: first.unit ?? (first.month === null ? last.unit : null) };
  if (!last.year) {
    const month = last.month ?? first.month;
    return [from, { ...last, year: first.year, unit: from.unit, month }];
  }
  const century = first.year && first.year.number >= 1000 ? Math.floor(first.year.number / 100) * 100 : 0;
  const inherits = !last.year.era && last.year.number < 100;
  const year = inherits ? { era: first.year?.era ?? null, number: last.year.number + century } : last.year;
  return [from, { ...last, year, unit: last.unit ?? (last.month === null ? from.unit : null) }];
}
