import type { Series } from './case.ts';
import { departmentSeries, sdgSeries } from './composition.ts';
import { icicleSeries } from './icicle.ts';
import { japanSeries, zoneSeries } from './maps.ts';
import { pathSeries, smallSeries } from './path.ts';
import { standSeries } from './stand.ts';
import { stripSeries, unitsSeries, waySeries } from './rows.ts';

/** Every chart and map with its hard cases, as the page of the design shows them. */
export const gallery: readonly Series[] = [
  pathSeries,
  smallSeries,
  waySeries,
  standSeries,
  stripSeries,
  unitsSeries,
  icicleSeries,
  sdgSeries,
  departmentSeries,
  zoneSeries,
  japanSeries,
];
