import type { CaseSeries } from './case.ts';
import { departmentSeries, sdgSeries } from './composition.ts';
import { icicleSeries } from './icicle.ts';
import { japanSeries, zoneSeries } from './maps.ts';
import { indicatorChartSeries, sparklineSeries } from './path.ts';
import { progressBarSeries } from './stand.ts';
import { shareStripSeries, unitSquareSeries, progressRowSeries } from './rows.ts';

/** Every chart and map with its hard cases, as the page of the design shows them. */
export const chartGallery: readonly CaseSeries[] = [
  indicatorChartSeries,
  sparklineSeries,
  progressRowSeries,
  progressBarSeries,
  shareStripSeries,
  unitSquareSeries,
  icicleSeries,
  sdgSeries,
  departmentSeries,
  zoneSeries,
  japanSeries,
];
