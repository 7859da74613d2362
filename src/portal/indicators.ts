import type { PlanDraft } from '../check/draft.ts';
import type { IndicatorRow } from '../check/files/indicators.ts';
import { timeOf } from '../check/times.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Observation } from '../model/observation.ts';
import type { Period } from '../model/period.ts';
import { rate } from '../model/progress.ts';
import type { Quantity, TargetValue } from '../model/quantity.ts';
import type { Target } from '../model/target.ts';
import type { ReadQuantity } from '../notation/quantity.ts';
import type { ReadTarget } from '../notation/target.ts';
import { convert } from '../notation/unit.ts';
import type { Addresses } from './address.ts';

/** What one plan measures: its indicators, with every baseline, result and target. */
export interface Measured {
  readonly indicators: Indicator[];
  readonly observations: Observation[];
  readonly targets: Target[];
}

/** A number in the indicator's unit: `154千人` is 154000 where the unit is 人. */
function inUnit(value: number | null, unit: string, of: string): number | null {
  return value === null || unit === '' ? value : convert(value, unit, of);
}

function quantityOf(read: ReadQuantity, period: Period, unit: string): Quantity {
  return { value: inUnit(read.value, read.unit, unit), text: read.text, period: timeOf(period, read.period) };
}

function targetOf(read: ReadTarget, period: Period, unit: string): TargetValue {
  return {
    value: inUnit(read.value, read.unit, unit),
    comparator: read.comparator,
    low: inUnit(read.low, read.unit, unit),
    high: inUnit(read.high, read.unit, unit),
    text: read.text,
    period: timeOf(period, read.period),
  };
}

function observationsOf(plan: PlanDraft, row: IndicatorRow, zoneId: (slug: string) => string): Observation[] {
  const indicator = `${plan.id}/${row.id}`;
  const baseline: Observation = {
    indicator,
    role: 'baseline',
    zone: null,
    ...quantityOf(row.baseline.value, row.baselinePeriod.value, row.unit),
    certainty: 'final',
    sample: null,
    rating: '',
    note: '',
    source: { id: row.source, place: row.place },
  };
  const results = plan.observations.rows
    .filter(({ value }) => value.indicator === row.id)
    .map(({ value }): Observation => ({
      indicator,
      role: 'result',
      zone: value.zone === null ? null : zoneId(value.zone),
      ...quantityOf(value.value.value, value.period.value, row.unit),
      certainty: value.certainty,
      sample: value.sample,
      rating: value.rating,
      note: value.note,
      source: { id: value.source ?? row.source, place: value.place },
    }))
    // Of one time, the 確報 stands behind the 速報, so that it is the one that counts.
    .sort((a, b) => compare(a.period.end ?? '', b.period.end ?? '') || rank[a.certainty] - rank[b.certainty]);
  return [baseline, ...results];
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const rank = { provisional: 0, final: 1 } as const;

/** The latest result of the whole city that has a number; null where there is none yet. */
function latestOf(observations: readonly Observation[]): Observation | null {
  const results = observations.filter(
    ({ role, zone, value }) => role === 'result' && zone === null && value !== null,
  );
  return results.at(-1) ?? null;
}

/** Makes a plan's indicators, each with its progress by the common method. */
export function makeIndicators(plan: PlanDraft, address: Addresses): Measured {
  const { municipality, minimumSample = null } = plan.index.front;
  const zoneId = (slug: string) => `${municipality}/${slug}`;
  const made: Measured = { indicators: [], observations: [], targets: [] };
  for (const { value: row } of plan.indicators.rows) {
    const id = `${plan.id}/${row.id}`;
    const source = { id: row.source, place: row.place };
    const observations = observationsOf(plan, row, zoneId);
    const baseline = quantityOf(row.baseline.value, row.baselinePeriod.value, row.unit);
    const target = targetOf(row.target.value, row.targetPeriod.value, row.unit);
    const latest = latestOf(observations);
    made.observations.push(...observations);
    made.targets.push({ indicator: id, kind: 'final', set: null, ...target, source });
    for (const { value } of plan.targets.rows.filter((one) => one.value.indicator === row.id))
      made.targets.push({
        indicator: id,
        kind: value.kind,
        set: value.set,
        ...targetOf(value.target.value, value.period.value, row.unit),
        source: { id: value.source ?? row.source, place: value.place },
      });
    made.indicators.push({
      id,
      plan: plan.id,
      municipality,
      node: row.node === null ? null : `${plan.id}/${row.node}`,
      title: row.title,
      unit: row.unit,
      direction: row.direction,
      aggregation: row.aggregation,
      state: row.state,
      baseline,
      target,
      latest: latest && {
        value: latest.value,
        text: latest.text,
        period: latest.period,
        certainty: latest.certainty,
      },
      progress: rate({
        direction: row.direction,
        state: row.state,
        baseline,
        target,
        targetMissing: row.target.value.missing !== null,
        latest,
        minimumSample,
      }),
      note: row.note,
      source,
      url: address.indicator(id),
    });
  }
  return made;
}
