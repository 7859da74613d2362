import { countValues } from '../model/collections.ts';
import { foldText } from '../model/japanese-text.ts';
import type { Municipality } from '../model/municipality.ts';
import type { Period, Quantity, TargetValue } from '../model/quantity-schema.ts';
import { nameValueInEnglish } from '../model/value-lists.ts';
import { getFiscalYearSpan, getMonthSpan } from '../notation/calendar.ts';
import { formatDecimals, formatNumber, getPrintedUnit } from '../notation/format.ts';
import { isSameUnit } from '../notation/number-and-unit.ts';
import { findPeriod } from '../notation/period.ts';
import { addPrintedUnits, NO_VALUE_PRINTED } from '../notation/printed-unit.ts';
import { readTarget } from '../notation/target.ts';
import type { Indicator } from '../tables/indicators.ts';
import type { Source } from '../tables/sources.ts';
import { memoizeBySite, type SiteData } from './site-data.ts';

/** Returns the path of English pages; none without English. A page without a parameter would be on every site. */
export const listTranslationPaths = ({ site }: SiteData): { params: { lang: string } }[] =>
  site.english === undefined ? [] : [{ params: { lang: 'en' } }];

/** The URLs of pages about the same in the other language, in both directions; empty without English pages. */
const counterparts = memoizeBySite(({ site, plans, urls }): ReadonlyMap<string, string> => {
  const pairs: readonly (readonly [string, string])[] = [
    [urls.home(), urls.englishHome()],
    [urls.plans(), urls.englishPlans()],
    [urls.themes(), urls.englishThemes()],
    [urls.indicators(), urls.englishIndicators()],
    [urls.statistics(), urls.englishStatistics()],
    [urls.data(), urls.englishData()],
    ...plans.map(({ id, url }) => [url, urls.englishPlan(id)] as const),
  ];
  return new Map(site.english && [...pairs, ...pairs.map(([own, english]) => [english, own] as const)]);
});

/** Returns the URL of the page about the same in the other language; null if there is none. */
export const findCounterpart = (siteData: SiteData, url: string): string | null =>
  counterparts(siteData).get(url) ?? null;

/** The URLs of the English plans by those of the municipalities with one plan. */
const englishPlansByCity = memoizeBySite(({ municipalities, plansOf, urls }) => {
  const single = municipalities.filter(({ id }) => plansOf(id).length === 1);
  return new Map(single.flatMap(({ id, url }) => plansOf(id).map((plan) => [url, urls.englishPlan(plan.id)])));
});

/** Returns the URL of a page in the other language: the one about the same, or about what the page is a part of. */
export const getOtherLanguageUrl = (siteData: SiteData, url: string): string =>
  findCounterpart(siteData, url) ??
  englishPlansByCity(siteData).get(url) ??
  getOtherLanguageUrl(siteData, url.replace(/[^/]+\/?$/, ''));

/** Writes a day in English: 1 April 2022. */
const englishDays = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/**
 * Returns a period in English; null if its days are not known. A fiscal year has the number of the year in which it
 * begins, in April.
 * @example formatEnglishPeriod({ text: '令和4年度', start: '2022-04-01', end: '2023-03-31' }) // → FY2022
 */
export function formatEnglishPeriod({ start, end }: Pick<Period, 'start' | 'end'>): string | null {
  if (start === null || end === null) return null;
  const [year = 0, lastYear = 0, month = 0] = [start.slice(0, 4), end.slice(0, 4), start.slice(5, 7)].map(Number);
  if (start === getFiscalYearSpan(year).start && end === getFiscalYearSpan(lastYear - 1).end)
    return lastYear - year === 1 ? `FY${year}` : `FY${year} to FY${lastYear - 1}`;
  if (start.endsWith('-01-01') && end.endsWith('-12-31'))
    return year === lastYear ? `${year}` : `${year} to ${lastYear}`;
  const [from, to] = [englishDays.format(new Date(start)), englishDays.format(new Date(end))];
  const whole = getMonthSpan(year, month, month);
  if (start === whole.start && end === whole.end) return from.replace('1 ', '');
  return start === end ? from : `${from} to ${to}`;
}

/** Returns the words for a period in English; empty if there are none or its days are not known. */
export const translatePeriod = (words: string | null): string => formatEnglishPeriod(findPeriod(words ?? '')) ?? '';

/** How many municipalities have each English name. */
const countEnglishNames = memoizeBySite(({ municipalities }) => countValues(municipalities.map((one) => one.titleEn)));

/** Returns a municipality with its names on English pages: Date City (Hokkaido) if several have that name. */
export function translateMunicipality(siteData: SiteData, id: string): Municipality {
  const city = siteData.municipality(id);
  const { titleEn, prefectureEn } = city;
  const isShared = titleEn !== '' && prefectureEn !== '' && (countEnglishNames(siteData).get(titleEn) ?? 0) > 1;
  const place = isShared ? ` (${prefectureEn.replace(' Prefecture', '')})` : '';
  return { ...city, title: siteData.nameMunicipality(id), titleEn: titleEn + place };
}

/** Returns the title of a source in both languages; in English, its publisher follows. */
export const translateSource = ({ title, titleEn, publisherEn }: Source) => ({
  title,
  titleEn: titleEn && [titleEn, publisherEn].filter((words) => words !== '').join(', '),
});

/** Returns the English word for a number of things: item, items, policies. */
export const nameInNumber = (count: number, name: string): string =>
  count === 1 ? name : `${name.replace(/y$/, 'ie')}s`;

/** Returns a number of things in English: 1 item, 1,200 items. */
export const formatEnglishCount = (count: number, name: string): string =>
  `${formatNumber(count)} ${nameInNumber(count, name)}`;

/** Returns a number with its English unit, and with all decimals that its text prints: 12.0%, 59 applications. */
function addEnglishUnit(value: number, text: string, unit: string): string {
  const decimals = foldText(text).match(/\d[\d,]*\.\d+/g) ?? [];
  const printed = decimals.find((number) => Number(number.replaceAll(',', '')) === Math.abs(value));
  const number = printed ? formatDecimals(value, printed.split('.')[1]?.length ?? 0) : formatNumber(value, 6);
  return `${number}${unit === '%' ? unit : ` ${unit}`}`.trimEnd();
}

/**
 * Returns a value or a target in English; null without an English unit, and for more than a number: 800人を維持, 月2回.
 * @example formatEnglishValue({ text: '80%以上', value: 80 }, { unit: '%', unitEn: '%' }) // → at least 80%
 */
export function formatEnglishValue(
  { text, value, low = null, high = null }: Pick<Quantity, 'text' | 'value'> & Partial<TargetValue>,
  { unit, unitEn }: Pick<Indicator, 'unit' | 'unitEn'>,
): string | null {
  const read = readTarget(text);
  const shownUnit = getPrintedUnit(unit) && unitEn;
  if (!read.ok || read.value.words !== null || (getPrintedUnit(unit) !== '' && unitEn === '')) return null;
  const { comparator, unit: printedUnit } = read.value;
  if (printedUnit.includes('/') && !isSameUnit(printedUnit, unit)) return null;
  if (value === null)
    return low === null || high === null
      ? null
      : `${addEnglishUnit(low, text, '')} to ${addEnglishUnit(high, text, shownUnit)}`;
  const word = comparator === null || comparator === '=' ? '' : `${nameValueInEnglish(comparator).toLowerCase()} `;
  return word + addEnglishUnit(value, text, shownUnit);
}

/**
 * Returns the baseline, the latest result and the target of an indicator, each value and period with its English words
 * if it has any, and a note in English; null if the plan has no value.
 */
export function translateValues(record: Indicator) {
  const indicator = addPrintedUnits(record);
  const { baseline, latest, target } = indicator;
  const note = latest?.certainty === 'provisional' ? ' (provisional)' : '';
  return Object.entries({ Baseline: baseline, 'Latest result': latest, Target: target }).map(([head, quantity]) => ({
    head,
    cell:
      quantity && quantity.text !== NO_VALUE_PRINTED
        ? {
            value: { title: quantity.text, titleEn: formatEnglishValue(quantity, indicator) ?? '' },
            period: { title: quantity.period.text, titleEn: formatEnglishPeriod(quantity.period) ?? '' },
            note: quantity === latest ? note : '',
          }
        : null,
  }));
}
