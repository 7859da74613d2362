import type { z } from 'zod';
import type { TitledRecord } from '../../diagnostics/diagnostic-report.ts';
import { type PageUrl, PublishedPageUrl, SourceCitation } from '../../model/identifiers.ts';
import { Municipality, MunicipalityCode } from '../../model/municipality.ts';
import { Plan } from '../../model/plan.ts';
import { Period } from '../../model/quantity-schema.ts';
import { findPeriod, readPeriod } from '../../notation/period.ts';
import type { SiteData } from '../../site-data/site-data.ts';
import { Indicator } from '../../tables/indicators.ts';
import { Statistic } from '../../tables/statistics.ts';
import { PlanItem } from '../../tables/tree.ts';

/* Columns that several tables share. The parts of a source or a period have columns of their own. */

export const municipalityCodeColumn = MunicipalityCode.meta({ references: 'municipalities.municipality_code' });

/** The names of records, for filters in spreadsheets, and the records by the values of the column that refers to them. */
export const titleColumns: Readonly<Record<string, readonly [z.ZodString, RecordLister]>> = {
  municipality_code: [
    Municipality.shape.title.meta({ title: '市区町村名' }),
    (siteData) => siteData.municipalities.map(({ code, title }) => ({ id: code, title })),
  ],
  plan: [Plan.shape.title.meta({ title: '計画名' }), ({ plans }) => plans],
  node: [PlanItem.shape.title.meta({ title: '項目名' }), ({ planItems }) => planItems],
  indicator: [Indicator.shape.title.meta({ title: '指標名' }), ({ indicators }) => indicators],
  statistic: [Statistic.shape.title.meta({ title: '統計名' }), ({ statistics }) => statistics],
};
type RecordLister = (siteData: SiteData) => readonly TitledRecord[];

/** The name of a field's column: `title_en` for `titleEn`. */
type ColumnName<F extends string> = F extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${ColumnName<Rest>}`
  : F;

/** Returns columns that are fields of a record, by their names: id and title_en for id and titleEn. */
export function pickColumns<S extends z.ZodRawShape, F extends keyof S & string>(
  record: z.ZodObject<S>,
  ...fields: readonly F[]
): { readonly [K in F as ColumnName<K>]: S[K] };
export function pickColumns({ shape }: z.ZodObject<z.ZodRawShape>, ...fields: readonly string[]): object {
  return Object.fromEntries(
    fields.map((field) => [field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), shape[field]]),
  );
}

/** Returns the column with the page of a record, from the column of the record. */
export const createPageColumn = (pageUrl: typeof PageUrl): typeof PublishedPageUrl =>
  PublishedPageUrl.meta({ examples: pageUrl.meta()?.examples ?? [] });

/** Returns a column whose cells may be empty, with the same description. */
export const allowEmpty = <T extends z.ZodType>(column: T) => column.nullable().meta({ ...column.meta() });

/** The two columns of a citation. */
export const sourceColumns = { source_id: SourceCitation.shape.id, source_place: SourceCitation.shape.place };

/** Creates the two columns of the citation of one value of a row, with its name in their headings: 目標値の出典ID, … */
export const createSourceColumns = (of: string) => ({
  source_id: sourceColumns.source_id.meta({ title: `${of}の出典ID`, description: `${of}を読んだ資料のID` }),
  source_place: sourceColumns.source_place.meta({ title: `${of}の出典箇所` }),
});

export const getSourceValues = ({ id, place }: SourceCitation) => ({ sourceId: id, sourcePlace: place });

/** Creates two columns for the first and last day of a period that another column has in words: 期間（はじめ）, … */
export function createDateColumns(of: string, example: Pick<Period, 'start' | 'end'> | null, what = `「${of}」`) {
  const { start, end } = Period.shape;
  const describe = (part: string, day: string, value: string | null | undefined) => ({
    title: `${of}（${part}）`,
    description: `${what}の${day}。わからないときは空`,
    ...(value !== undefined && { examples: [value] }),
  });
  return {
    start: start.meta(describe('はじめ', '最初の日', example?.start)),
    end: end.meta(describe('おわり', '最後の日', example?.end)),
  };
}

/** Creates the three columns of a period, with a word before their headings: 現状値の時点, 現状値の時点（はじめ）, … */
export function createPeriodColumns(of: string, example: Period | null = null) {
  const title = `${of}の時点`;
  return {
    period: Period.shape.text.meta({ title, ...(example && { examples: [example.text] }) }),
    ...createDateColumns(title, example, '期間'),
  };
}

/** Returns the values of the three columns of a period. */
export const getPeriodValues = ({ text, start, end }: Period) => ({ period: text, start, end });

/** Returns the values of a quantity or a target, with the three columns of its period. */
export const getQuantityValues = <Q extends { readonly period: Period }>({ period, ...values }: Q) => ({
  ...values,
  ...getPeriodValues(period),
});

/** Values by the names of columns that begin with a word. Without values it has no keys, which tables read as null. */
type PrefixedValues<P extends string, T> = {
  readonly [K in keyof NonNullable<T> & string as `${P}${Capitalize<K>}`]: NonNullable<T>[K] | Extract<T, null>;
};

/** Returns values by the names of columns that begin with a word: baselineValue for value. */
export function prefixValues<P extends string, T extends object | null>(prefix: P, values: T): PrefixedValues<P, T>;
export function prefixValues(prefix: string, values: object | null): object {
  const entries = Object.entries(values ?? {});
  return Object.fromEntries(
    entries.map(([name, value]) => [`${prefix}${name.charAt(0).toUpperCase()}${name.slice(1)}`, value]),
  );
}

/** Returns the rows of values of indicators, each with its municipality, unit, period and source in columns. */
export const createIndicatorRows = <R extends { indicator: string; period: Period; source: SourceCitation }>(
  siteData: SiteData,
  values: readonly R[],
) =>
  values.map(({ period, source, ...one }) => {
    const { municipality, unit } = siteData.indicator(one.indicator);
    return { ...one, municipality, unit, ...getPeriodValues(period), ...getSourceValues(source) };
  });

/** A year before other words, as in 令和2年国勢調査. */
const LEADING_YEAR = /^\D{0,2}(?:\d{1,4}|元)年度?/u;

/** Returns the days of a period in words. If other words follow, only the year at the beginning counts. */
export function readDateRange(words: string): Pick<Period, 'start' | 'end'> {
  const whole = readPeriod(words);
  return whole.ok ? whole.value : findPeriod(LEADING_YEAR.exec(words)?.[0] ?? '');
}
