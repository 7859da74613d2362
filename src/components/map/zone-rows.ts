import { formatSample } from '../../charts/change-words.ts';
import { createZoneLook, getZoneScale, type ZoneLook, type MapZone, describeZoneMap } from '../../maps/zone-map.ts';
import { addPrintedUnit } from '../../notation/printed-unit.ts';
import type { ZoneValues } from '../../site-data/indicator-queries.ts';
import type { Indicator } from '../../tables/indicators.ts';
import type { Zone } from '../../tables/zones.ts';

/** The values of an indicator at one time, as a row of the table and as the map that shows them. */
export interface ZoneRow {
  readonly indicator: Indicator;
  readonly period: string;
  /** What the map is called while it shows the row. */
  readonly title: string;
  /** What the map then says to screen readers. */
  readonly description: string;
  readonly zones: readonly MapZone[];
  /** The zones with their values at every time of the indicator: their circles have one scale. */
  readonly all: readonly MapZone[];
  readonly looks: readonly ZoneLook[];
}

/** Returns a row for each indicator and time. */
export function createZoneRows(values: readonly ZoneValues[], zones: readonly Zone[]): ZoneRow[] {
  const toMapZones = ({ indicator, results }: ZoneValues) =>
    zones.map(({ id, title, url }, at): MapZone => {
      const { value = null, text = '', sample = null } = results[at] ?? {};
      return { id, title, url, value, text: addPrintedUnit(text, indicator.unit), sample: formatSample(sample) };
    });
  return values.map((one) => {
    const { indicator, period } = one;
    const shown = toMapZones(one);
    const all = values.filter((other) => other.indicator.id === indicator.id).flatMap(toMapZones);
    const title = `${indicator.title}の地域ごとの値（${period}）`;
    const looks = shown.map(createZoneLook(shown, getZoneScale(indicator.unit), all));
    return { indicator, period, title, description: describeZoneMap(shown, title), zones: shown, all, looks };
  });
}
