import type { CaseSeries } from './chart-case.ts';
import { departmentSeries, sdgSeries } from './composition-cases.ts';
import { indicatorChartSeries } from './indicator-chart-cases.ts';
import { japanSeries, zoneSeries } from './map-cases.ts';
import { unitSquareSeries, requiredChangeSeries, progressSeries } from './row-chart-cases.ts';

/** Every chart and map with its hard cases, in the order of the page /about/design/. */
export const chartGallery: readonly CaseSeries[] = [
  indicatorChartSeries,
  progressSeries,
  requiredChangeSeries,
  unitSquareSeries,
  sdgSeries,
  departmentSeries,
  zoneSeries,
  japanSeries,
];
