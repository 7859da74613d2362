import { greatest, sort } from 'd3';
import { countValues, memoizeByObject, memoizeByValue } from '../model/collections.ts';
import { isSameTime } from '../model/quantity-schema.ts';
import { formatNumber } from '../notation/format.ts';
import type { StatisticValue } from '../tables/statistic-values.ts';
import { isProjected, type Statistic } from '../tables/statistics.ts';
import type { PlanItem } from '../tables/tree.ts';
import { type ComparedStatistic, compareStatistic, type MunicipalitySeries } from './compare-statistic.ts';
import { describeMunicipality } from './municipality-finding.ts';
import { listDescendants } from './plan-item-queries.ts';
import { memoizeBySite, type SiteData } from './site-data.ts';
import { describeNumbers, describeJump, describeStatistic } from './statistic-findings.ts';
import { chooseNoun, formatTime } from './statistic-words.ts';

/** The minimum number of times for a line. */
const MIN_TIMES = 3;

/** A statistic of the site with its values, as published and as they may be compared, and what they show. */
export interface SiteStatistic {
  readonly statistic: Statistic;
  readonly published: readonly MunicipalitySeries<StatisticValue>[];
  readonly compared: ComparedStatistic;
  /** The sentences of `describeStatistic`, `describeJump` and `describeNumbers`; null if there is nothing to say. */
  readonly finding: string | null;
}

function createSeries(siteData: SiteData, statistic: string): MunicipalitySeries<StatisticValue>[] {
  const groups = Map.groupBy(siteData.statisticValuesOf(statistic), (value) => value.municipality);
  return [...groups].map(([id, points]) => ({ municipality: id, title: siteData.nameMunicipality(id), points }));
}

const siteStatistics = memoizeBySite(
  (siteData) =>
    new Map(
      siteData.statistics.map((statistic): [string, SiteStatistic] => {
        const published = createSeries(siteData, statistic.id);
        const divisors = statistic.divisor === null ? [] : createSeries(siteData, statistic.divisor);
        const compared = compareStatistic(statistic, published, divisors);
        const text = describeStatistic(statistic, compared);
        const finding = text && text + describeJump(compared) + describeNumbers(statistic, published, compared);
        return [statistic.id, { statistic, published, compared, finding }];
      }),
    ),
);

const publishedValues = memoizeByObject(
  ({ published }: SiteStatistic) => new Map(published.map(({ municipality, points }) => [municipality, points])),
);

/** Returns the published values of a statistic in a municipality, in the order of time. */
export const listPublishedValues = (entry: SiteStatistic, municipality: string): readonly StatisticValue[] =>
  publishedValues(entry).get(municipality) ?? [];

const listWithValues = (siteData: SiteData): SiteStatistic[] =>
  [...siteStatistics(siteData).values()].filter(({ published }) => published.length > 0);

/** Returns the statistics that have values by category, in the order of their file; in each, older series are last. */
export const listSiteStatistics = memoizeBySite((siteData: SiteData): readonly SiteStatistic[] => {
  const isOlder = ({ statistic, published }: SiteStatistic) =>
    published.every(({ points }) => points.every((one) => classifyLatest(siteData, statistic, one.period) === 'older'));
  const groups = Map.groupBy(listWithValues(siteData), ({ statistic }) => statistic.category);
  return [...groups.values()].flatMap((group) => sort(group, isOlder));
});

/** Returns a statistic with its values. */
export function getSiteStatistic(siteData: SiteData, id: string): SiteStatistic {
  const found = siteStatistics(siteData).get(id);
  if (!found) throw new Error(`there is no statistic “${id}”`);
  return found;
}

/** Returns the statistics that have values and are not the adjusted form of another one. */
function listUnadjusted(siteData: SiteData): SiteStatistic[] {
  const adjusted = new Set(siteData.statistics.map((one) => one.adjusted));
  return listWithValues(siteData).filter(({ statistic }) => !adjusted.has(statistic.id));
}

/** Returns the statistics that pages show as lines: those with a finding. */
export const listMainStatistics = memoizeBySite((siteData: SiteData): readonly SiteStatistic[] =>
  listUnadjusted(siteData).filter(
    ({ compared, finding }) => finding !== null && compared.series.some(({ points }) => points.length >= MIN_TIMES),
  ),
);

const municipalityFindings = memoizeByObject(({ statistic, compared }: SiteStatistic) =>
  memoizeByValue((municipality: string) => describeMunicipality(statistic, compared, municipality)),
);

/** Returns the headline of a statistic on a municipality's page; null if there is none. */
export const getMunicipalityFinding = (entry: SiteStatistic, municipality: string): string | null =>
  municipalityFindings(entry)(municipality);

/** Returns the statistics of a municipality's page: of those with a sentence about it, the first six in the file. */
export const listCityStatistics = (siteData: SiteData, city: string): SiteStatistic[] =>
  listMainStatistics(siteData)
    .values()
    .filter((entry) => getMunicipalityFinding(entry, city) !== null)
    .take(6)
    .toArray();

/** A latest value that is older, in years, is of an older series. It may have ended, or the site has no newer value. */
const MAX_AGE = 10;

/** Says of the latest value of a statistic whether it is a projection of a day to come, or of an older series. */
export function classifyLatest(
  { updated }: SiteData,
  statistic: Statistic,
  { start, end }: StatisticValue['period'],
): 'current' | 'projected' | 'older' {
  if (isProjected(statistic) && start !== null && updated !== null && start > updated) return 'projected';
  return Number(end?.slice(0, 4)) < Number(updated?.slice(0, 4) ?? 0) - MAX_AGE ? 'older' : 'current';
}

/**
 * Returns the statistics of a municipality that its page does not show elsewhere, each with its latest value, its share
 * of the statistic that divides it, and the peak of a projection, unless its first year to come is the peak. Readers
 * subtract amounts of money of one subject, so `value` is of the newest time that all have.
 */
export function listOtherCityStatistics(siteData: SiteData, city: string, shown: ReadonlySet<string | undefined>) {
  const rows = listUnadjusted(siteData).flatMap((entry) => {
    const { statistic, compared } = entry;
    const classify = ({ period }: StatisticValue) => classifyLatest(siteData, statistic, period);
    const points = listPublishedValues(entry, city).filter((value) => classify(value) !== 'older');
    const latest = points.at(-1);
    if (!latest || shown.has(statistic.id)) return [];
    const shares = statistic.comparison === 'share' ? compared.series : [];
    const own = shares.find(({ municipality }) => municipality === city);
    const share = own?.points.find((one) => one.value !== null && isSameTime(one.period, latest.period));
    const projected = points.filter((one) => classify(one) === 'projected');
    const peak = greatest(projected, ({ value }) => value);
    return [{ statistic, points, latest, share, peak: peak === projected[0] ? latest : peak, kind: classify(latest) }];
  });
  const isAmount = ({ unit }: Statistic) => unit.endsWith('円');
  return rows.map(({ points, ...row }) => {
    const others = rows.filter((one) => isAmount(one.statistic) && one.statistic.category === row.statistic.category);
    const isCommon = ({ period }: StatisticValue) =>
      others.every((one) => one.points.some((point) => isSameTime(point.period, period)));
    return { ...row, value: points.findLast((one) => isAmount(row.statistic) && isCommon(one)) ?? row.latest };
  });
}

/** The maximum number of municipalities that a note on values names. */
const MAX_NAMED = 5;

/** Returns the notes on values of a statistic with their times, and their municipalities if some lack the note. */
export function listNotesOfValues(siteData: SiteData, { id }: Pick<Statistic, 'id'>): string[] {
  const values = siteData.statisticValuesOf(id);
  const getTime = ({ period }: StatisticValue) => formatTime(period);
  const counts = countValues(values.map(getTime));
  const noted = values.filter(({ note }) => note !== '');
  return [...Map.groupBy(noted, ({ note }) => note)].map(([note, own]) => {
    const times = [...Map.groupBy(own, getTime)].map(([time, group]) => {
      const names = group.map(({ municipality }) => siteData.nameMunicipality(municipality));
      const some = names.length > MAX_NAMED ? `${formatNumber(names.length)}の${chooseNoun(names)}` : names.join('・');
      return group.length === counts.get(time) ? time : `${time}（${some}）`;
    });
    return `${times.join('、')}：${note}`;
  });
}

/** Returns the items that name a statistic, in the order of the plans, without those above another such item. */
export function listItemsNaming(siteData: SiteData, { title }: Statistic): PlanItem[] {
  const isNaming = (item: PlanItem) => `${item.title}\n${item.summary}`.includes(title);
  const naming = siteData.planItems.filter(isNaming);
  const parents = new Set(naming.flatMap((item) => siteData.ancestorsOf(item).map(({ id }) => id)));
  return naming.filter(({ id }) => !parents.has(id));
}

/** Maximum number of statistics beside an item. */
const MAX_RELATED = 5;

/**
 * Returns the statistics that the texts of an item and of those below name, and others with its main theme. If it has no
 * theme, the main theme is that of most items below.
 */
export function listRelatedStatistics(siteData: SiteData, item: PlanItem) {
  const below = listDescendants(siteData, item);
  const themesBelow = countValues(below.flatMap(({ themes }) => themes.slice(0, 1)));
  const [main = greatest(themesBelow, ([, count]) => count)?.[0] ?? ''] = item.themes;
  const text = [item, ...below].map(({ title, summary }) => `${title}\n${summary}`).join('\n');
  const isNamed = ({ title }: Statistic) => text.includes(title);
  const related = listMainStatistics(siteData)
    .map(({ statistic }) => statistic)
    .filter((statistic) => isNamed(statistic) || statistic.themes.includes(main))
    .sort((a, b) => Number(isNamed(b)) - Number(isNamed(a)))
    .slice(0, MAX_RELATED);
  return { named: related.filter(isNamed), ofTheme: related.filter((one) => !isNamed(one)) };
}
