import type { ChartSize } from '../../src/charts/chart-frame.ts';

/** One hard case of a chart, drawn from made-up data. */
export interface ChartCase {
  /** Anchor of the case, and name of its snapshot file. */
  readonly id: string;
  /** The reason why the case is hard. */
  readonly title: string;
  /** Returns the SVG, or the HTML around it; empty if the chart must draw nothing. Most charts have only one size. */
  readonly draw: (size: ChartSize) => string;
}

/** A chart with its cases. */
export interface CaseSeries {
  readonly id: string;
  readonly title: string;
  /** Purpose of the chart and how to read it. */
  readonly description: string;
  readonly cases: readonly ChartCase[];
}
