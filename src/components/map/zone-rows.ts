import { formatSample } from '../../charts/change-words.ts';
import { createZoneLook, describeZoneMap, getZoneScale } from '../../maps/zone-map.ts';
import type { MapZone, ZoneLook, ZoneScale } from '../../maps/zone-map.ts';
import { addPrintedUnit } from '../../notation/printed-unit.ts';
import type { ZoneValues } from '../../site-data/indicator-queries.ts';
import type { Zone } from '../../tables/zones.ts';

/** The values of an indicator at one time, as a row of the table and as the map that shows them. */
export interface ZoneRow extends Pick<ZoneValues, 'indicator' | 'period' | 'minimumSample'> {
  /** What the map is called while it shows the row. */
  readonly title: string;
  /** What the map then says to screen readers. */
  readonly description: string;
  readonly zones: readonly MapZone[];
  /** The zones with their values at every time of the indicator: their circles have one scale. */
  readonly all: readonly MapZone[];
  readonly scale: ZoneScale;
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
    const { indicator, period, minimumSample, results } = one;
    const shown = toMapZones(one);
    const rates = getZoneScale(indicator.unit);
    const isSmall = results.some((result) => result?.sample != null && result.sample < (minimumSample ?? 0));
    const scale = rates === 'colour' && isSmall ? 'text' : rates;
    const all = values.filter((other) => other.indicator.id === indicator.id).flatMap(toMapZones);
    const title = `${indicator.title}の地域ごとの値（${period}）`;
    const looks = shown.map(createZoneLook(shown, scale, all));
    const description = describeZoneMap(shown, title);
    return { indicator, period, minimumSample, title, description, zones: shown, all, scale, looks };
  });
}
