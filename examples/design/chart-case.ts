import type { ChartSize } from '../../src/charts/chart-frame.ts';

/** One hard case of a chart, drawn from figures that are made up. */
export interface ChartCase {
  /** Names the case in the address of its anchor and in the file of its snapshot. */
  readonly id: string;
  /** What is hard about it, for readers. */
  readonly title: string;
  /** The picture; empty where the chart rightly draws nothing. Most charts have one size only. */
  readonly draw: (size: ChartSize) => string;
}

/** A chart with its cases. */
export interface CaseSeries {
  readonly id: string;
  readonly title: string;
  /** What the chart is for and how it is read. */
  readonly description: string;
  readonly cases: readonly ChartCase[];
}
