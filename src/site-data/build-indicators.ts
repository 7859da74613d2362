import type { Period, Quantity, TargetValue } from '../model/quantity-schema.ts';
import type { ParsedQuantity } from '../notation/quantity.ts';
import type { ParsedTarget } from '../notation/target.ts';
import type { Indicator, IndicatorRow } from '../tables/indicators.ts';
import { compareObservations, findLatestResult, findLatestRow, readCertainty } from '../tables/observations.ts';
import type { Observation } from '../tables/observations.ts';
import { findTargetInForce, type Target } from '../tables/targets.ts';
import { choosePeriod } from '../validation/cell-period.ts';
import type { ParsedPlan } from '../validation/parsed-site.ts';
import { createIndicatorConversion, createNumberKey, findMixedTimes } from '../validation/rates-and-totals.ts';
import type { IndicatorConversion } from '../validation/rates-and-totals.ts';
import { buildBands, buildRatings } from './build-ratings.ts';
import type { SiteUrls } from './urls.ts';

function createQuantity(parsed: ParsedQuantity, column: Period, convert: IndicatorConversion): Quantity {
  const period = choosePeriod(column, parsed.period);
  return { value: convert(parsed.value, parsed.unit, parsed.text, period), text: parsed.text, period };
}

function createTargetValue(parsed: ParsedTarget, column: Period, convert: IndicatorConversion): TargetValue {
  const { text, unit, comparator } = parsed;
  const period = choosePeriod(column, parsed.period);
  const read = (number: number | null) => convert(number, unit, text, period);
  return { value: read(parsed.value), comparator, low: read(parsed.low), high: read(parsed.high), text, period };
}

/** Returns the observations of an indicator. @param rows the indicator's own rows of observations.csv */
function createObservations(
  indicator: string,
  row: IndicatorRow,
  rows: ParsedPlan['observations']['rows'],
  convert: IndicatorConversion,
  zoneId: (slug: string) => string,
): Observation[] {
  const baseline: Observation = {
    indicator,
    role: 'baseline',
    zone: null,
    ...createQuantity(row.baseline, row.baselinePeriod, convert),
    certainty: 'final',
    sample: null,
    rating: '',
    note: '',
    source: { id: row.source, place: row.place },
  };
  const results = rows
    .map(({ fields }): Observation => ({
      indicator,
      role: 'result',
      zone: fields.zone === null ? null : zoneId(fields.zone),
      ...createQuantity(fields.value, fields.period, convert),
      certainty: readCertainty(fields),
      sample: fields.sample,
      rating: fields.rating,
      note: fields.note,
      source: { id: fields.source ?? row.source, place: fields.place },
    }))
    .sort(compareObservations);
  return [baseline, ...results];
}

/** A target. `isMissing` is true if the plan prints a mark that means no target. */
type TargetEntry = Target & { readonly isMissing: boolean };

/** Returns the targets of an indicator, its own first and once, even if its rows of targets.csv repeat it. */
function createTargets(
  indicator: string,
  row: IndicatorRow,
  rows: ParsedPlan['targets']['rows'],
  convert: IndicatorConversion,
): [own: TargetEntry, ...others: TargetEntry[]] {
  type Fields = Pick<(typeof rows)[number]['fields'], 'kind' | 'set' | 'target' | 'period' | 'source' | 'place'>;
  const createTarget = ({ kind, set, target, period, source, place }: Fields): TargetEntry => ({
    indicator,
    kind,
    set,
    ...createTargetValue(target, period, convert),
    source: { id: source ?? row.source, place },
    isMissing: target.missing !== null,
  });
  const own = createTarget({ ...row, kind: 'final', set: null, period: row.targetPeriod });
  const others = rows.map(({ fields }) => createTarget(fields));
  const isOwn = ({ kind, set, text, period }: TargetEntry) =>
    kind === 'final' && set === null && text === own.text && period.text === own.period.text;
  return [own, ...others.filter((one) => !isOwn(one))];
}

/** True if values that matter count over different times: a target that is not in force prevents no rating. */
function hasMixedTimes(plan: ParsedPlan, row: IndicatorRow, targets: readonly TargetEntry[], inForce: TargetEntry) {
  const unused = new Set(
    targets.filter((one) => one !== inForce).map(({ text, period }) => createNumberKey(text, period)),
  );
  const times = findMixedTimes(plan).get(row.id) ?? [];
  return times.some(({ cells }) => [...cells].some((key) => !unused.has(key)));
}

/** Returns the latest result, which is in words if the target is in words, too (策定済み); marks (集計中) say nothing. */
function findShownResult(
  baseline: Quantity,
  target: TargetValue,
  observations: readonly Observation[],
  rows: ParsedPlan['observations']['rows'],
): Observation | null {
  const latest = findLatestResult(observations, baseline.period);
  if (latest || target.value !== null) return latest;
  const marks = rows.map(({ fields }) => fields.value).filter(({ missing }) => missing !== null);
  const isSaid = ({ text }: Observation) => !marks.some((mark) => mark.text === text);
  return findLatestResult(observations, baseline.period, isSaid);
}

/** Builds a plan's indicators with every baseline, result and target, rated by the common method and the plan's own. */
export function buildIndicators(plan: ParsedPlan, urls: SiteUrls, issued: ReadonlyMap<string, string | null>) {
  const { municipality, minimumSample = null, state: planState } = plan.index.front;
  const zoneId = (slug: string) => `${municipality}/${slug}`;
  const bands = buildBands(plan.bands.rows);
  // Grouped once, because searching all rows for each indicator takes minutes in a large plan.
  const results = Map.groupBy(plan.observations.rows, ({ fields }) => fields.indicator);
  const targetRows = Map.groupBy(plan.targets.rows, ({ fields }) => fields.indicator);
  return plan.indicators.rows.map(({ fields: row }) => {
    const id = `${plan.id}/${row.id}`;
    const convert = createIndicatorConversion(plan, row);
    const resultRows = results.get(row.id) ?? [];
    const observations = createObservations(id, row, resultRows, convert, zoneId);
    const baseline = createQuantity(row.baseline, row.baselinePeriod, convert);
    const ownTargets = createTargets(id, row, targetRows.get(row.id) ?? [], convert);
    const [first, ...further] = ownTargets;
    const inForce = findTargetInForce(first, further, issued.get(row.source) ?? null);
    const { indicator: _indicator, kind: _kind, set: _set, isMissing, source: targetSource, ...target } = inForce;
    const latestRow = findLatestRow(observations);
    const input = {
      ...row,
      baseline,
      target,
      latest: findLatestResult(observations, baseline.period),
      minimumSample,
      lacksTarget: isMissing,
      hasMixedTimes: hasMixedTimes(plan, row, ownTargets, inForce),
    };
    const typed = latestRow && { symbol: latestRow.rating, end: latestRow.period.end };
    const { progress, ratings } = buildRatings(id, input, bands, typed);
    const shown = findShownResult(baseline, target, observations, resultRows);
    const nodes = row.nodes.map((code) => `${plan.id}/${code}`);
    const { title, titleEn, unit, unitEn, direction, aggregation, state, note } = row;
    const indicator: Indicator = {
      id,
      plan: plan.id,
      municipality,
      node: nodes[0] ?? null,
      nodes,
      title,
      titleEn,
      unit,
      unitEn,
      direction,
      aggregation,
      state,
      baseline,
      target,
      latest: shown && { value: shown.value, text: shown.text, period: shown.period, certainty: shown.certainty },
      progress,
      note,
      planState,
      source: { id: row.source, place: row.place },
      targetSource,
      latestSource: shown?.source ?? null,
      url: urls.indicator(id),
    };
    const targets = ownTargets.map(({ isMissing: _isMissing, ...one }): Target => one);
    return { indicator, observations, targets, ratings };
  });
}
