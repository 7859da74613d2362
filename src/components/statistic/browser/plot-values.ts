/** A value of a chart, as the table below the chart prints it. */
export interface PlotValue {
  readonly series: string;
  readonly title: string;
  readonly text: string;
  /** Its position in percent of the height; null if the chart doesn't show it. */
  readonly y: number | null;
}

export interface PlotTime {
  readonly title: string;
  /** Its position in percent of the width. */
  readonly x: number;
  readonly values: readonly PlotValue[];
}

/** The first number in a cell, which is the one on the line: 1,234.5. */
const FIRST_NUMBER = /−?[\d,]+(?:\.\d+)?/;

const splitNumbers = (text = '') => text.split(' ').map(Number);

/** Returns the row of each line that has times of 算定なし, in percent of the height. */
function readNotCalculated(plot: HTMLElement): ReadonlyMap<string, number> {
  const lines = [...plot.querySelectorAll<SVGElement>('.not-calculated')];
  return new Map(lines.map((line) => [line.dataset.series ?? '', parseFloat(line.getAttribute('y1') ?? '')]));
}

/** Reads the values of a chart from its table: a row for each time, a column for each line. */
export function readPlotTimes(plot: HTMLElement, table: HTMLTableElement): PlotTime[] {
  const [first = 0, last = 0] = splitNumbers(plot.dataset.days);
  const [low = 0, high = 1] = splitNumbers(plot.dataset.domain);
  const bottom = Number(plot.dataset.bottom);
  const rows = readNotCalculated(plot);
  const headings = [...table.querySelectorAll<HTMLElement>('thead [data-series]')];
  return [...table.querySelectorAll<HTMLTableRowElement>('tbody tr')].map((row) => {
    const cells = [...row.cells];
    const values = headings.map(({ dataset, textContent }, at): PlotValue => {
      const cell = cells[at + 1];
      const series = dataset.series ?? '';
      const text = (cell?.textContent ?? '').replace(/\s+/g, ' ').trim();
      const number = FIRST_NUMBER.exec(text)?.[0].replace('−', '-').replaceAll(',', '');
      const row = text === '算定なし' ? (rows.get(series) ?? null) : null;
      const y = number === undefined ? row : bottom * (1 - (Number(number) - low) / (high - low));
      return { series, title: textContent.trim(), text, y };
    });
    const share = first === last ? 0.5 : (Number(row.dataset.day) - first) / (last - first);
    return { title: (cells[0]?.textContent ?? '').trim(), x: 100 * share, values };
  });
}

/** Returns the index of the least distance, or -1 without any. The functions of d3 for this have 1 KB. */
const findLeast = (distances: readonly number[]) => distances.indexOf(Math.min(...distances));

/** Returns the index of the time that is nearest to a position in percent of the width. */
export const findNearestTime = (times: readonly PlotTime[], x: number): number =>
  findLeast(times.map((time) => Math.abs(time.x - x)));

/** Returns the value nearest to a position in percent of the height: of the chosen lines or, without any, of all. */
export function findNearestValue({ values }: PlotTime, y: number, chosen: ReadonlySet<string>): PlotValue | undefined {
  const shown = values.filter((value) => value.y !== null);
  const chosenValues = shown.filter(({ series }) => chosen.has(series));
  const among = chosenValues.length > 0 ? chosenValues : shown;
  return among[findLeast(among.map((value) => Math.abs((value.y ?? 0) - y)))];
}

/**
 * Returns the values of a time from top to bottom; of a crowded chart, only those of lines that are highlighted, or if
 * there are none, the first and the last. A value that the chart does not show is last.
 * @param near a value that is always among them
 */
export function selectValues(plot: HTMLElement, { values }: PlotTime, near?: PlotValue): PlotValue[] {
  const isCrowded = plot.querySelector('.spare') !== null;
  const isMain = ({ series }: PlotValue) => findSeriesPart(plot, series)?.matches('.is-on, :not(.other)');
  const sorted = [...values].sort((a, b) => (a.y ?? 101) - (b.y ?? 101));
  const chosen = sorted.filter((value) => !isCrowded || value === near || isMain(value));
  if (chosen.length > 0) return chosen;
  const shown = sorted.filter(({ y }) => y !== null);
  const ends = [['一番上：', shown[0]] as const, ['一番下：', shown.at(-1)] as const];
  return ends.flatMap(([end, value]) => (value ? [{ ...value, title: end + value.title }] : []));
}

/** Returns the first drawn part of a line. */
export const findSeriesPart = (plot: HTMLElement, series: string) =>
  plot.querySelector<SVGElement>(`[data-series="${CSS.escape(series)}"]`);
