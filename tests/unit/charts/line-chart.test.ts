import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMadeUpChart, createPoints, type MadeUpValues } from '../../../examples/design/made-up-statistic.ts';
import type { LineChart, LineChartPoint } from '../../../src/charts/line-chart-frame.ts';
import { drawLineChart } from '../../../src/charts/line-chart.ts';

const draw = (chart: LineChart) => drawLineChart(chart, 'values');
const matchAll = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map((match) => match[1] ?? '');
const readPaths = (html: string, kind = 'line') =>
  matchAll(html, new RegExp(`<path class="${kind} [^>]* d="([^"]+)"`, 'g'));
/** The points of a path, in percent; each M begins a part. */
const readParts = (path: string) =>
  path
    .split('M')
    .slice(1)
    .map((part) =>
      part
        .replace('Z', '')
        .split('L')
        .map((point) => {
          const [x = 0, y = 0] = point.split(',').map(Number);
          return { x: x / 10, y: y / 10 };
        }),
    );
const readBottom = (html: string) => Number(/data-bottom="([\d.]+)"/.exec(html)?.[1]);
const readEnds = (html: string) =>
  [...html.matchAll(/<text class="end[^>]* y="([\d.]+)%"[^>]*>([^<]*)(?:<tspan[^>]*>([^<]*))?</g)].map((match) => ({
    y: Number(match[1]),
    text: `${match[2] ?? ''}${match[3] ?? ''}`,
  }));

const values = fc.array(
  fc.oneof(
    { arbitrary: fc.integer({ min: 0, max: 400 }).map((tenths) => tenths / 10), weight: 4 },
    fc.constantFrom(null, '算定なし' as const),
  ),
  { minLength: 1, maxLength: 20 },
);
const madeUp = fc.array(values, { minLength: 1, maxLength: 8 }).map((lines) => {
  const named = Object.fromEntries(lines.map((line, at): [string, MadeUpValues] => [`${at}番市`, line]));
  return { lines, chart: createMadeUpChart(named, { domain: [0, 40] }) };
});

describe('the years below a chart', () => {
  const matchYears = (count: number, title = '架空市') => {
    const chart = createMadeUpChart({ [title]: Array.from({ length: count }, () => 10) }, { domain: [0, 40] });
    return [...draw(chart).matchAll(/<text class="(tick[^"]*)"[^>]* y="100%"[^>]* text-anchor="(\w+)">(\d{4})</g)];
  };
  /** Returns the years on a page, without those of one width. */
  const listYears = (count: number, without: RegExp, title?: string) =>
    matchYears(count, title).flatMap(([, kind = '', , year]) => (without.test(kind) ? [] : Number(year)));
  const counts = Array.from({ length: 40 }, (_, at) => at + 1);

  test.each(counts.flatMap((count) => [[count, /wide/, 5] as const, [count, /narrow/, 7] as const]))(
    'of %i without %s are even, at most %i, and the last step is hardly shorter',
    (count, without, most) => {
      const years = listYears(count, without);
      const [first = 0] = years;
      expect(years.length).toBeLessThanOrEqual(most);
      expect((years.at(-1) ?? 0) - first).toBe(count - 1);
      const steps = years.slice(1).map((year, at) => year - (years[at] ?? 0));
      const last = steps.pop() ?? 0;
      expect(new Set(steps).size).toBeLessThanOrEqual(1);
      const [step = last] = steps;
      expect(last).toBeLessThanOrEqual(step);
      expect(last).toBeGreaterThanOrEqual((step * 2) / 3);
    },
  );

  test('are the first, even steps and the last', () => {
    const [first = 0, ...others] = listYears(20, /wide/);
    expect(others.map((year) => year - first)).toEqual([5, 10, 15, 19]);
    expect(listYears(11, /narrow/).map((year) => year - first)).toEqual([0, 2, 4, 6, 8, 10]);
  });

  test('begin at the first time and end at the last; others are centred', () => {
    const listAnchors = (count: number) => matchYears(count).map(([, , anchor]) => anchor);
    expect([listAnchors(1), listAnchors(3)]).toEqual([['middle'], ['start', 'middle', 'end']]);
  });

  test('are four on a phone only if their steps are even and names are short', () => {
    expect(listYears(4, /wide|minor/)).toHaveLength(4);
    expect(listYears(4, /wide|minor/, 'とても長い名前の架空市')).toHaveLength(2);
    const [first = 0, ...others] = listYears(15, /wide|minor/);
    expect(others).toEqual([first + 14]);
  });

  test('are the first, the middle one and the last on a phone if there are five', () => {
    const [first = 0, ...others] = listYears(20, /wide|minor/);
    expect(others.map((year) => year - first)).toEqual([10, 19]);
  });

  test('are the same on all screens below a small chart', () => {
    const html = draw(createMadeUpChart({ 架空市: Array<number>(20).fill(10) }, { size: 'small' }));
    const kinds = matchAll(html, /<text class="(tick[^"]*)" x="[\d.]+%" y="100%"/g);
    expect([kinds.length, kinds.filter((kind) => /wide|narrow/.test(kind))]).toEqual([5, []]);
  });
});

describe('the lines of a chart', () => {
  test('are linear in value and time', () => {
    const html = draw(createMadeUpChart({ 架空市: [0, 10, 20, 30, 40] }, { domain: [0, 40] }));
    const [points = []] = readParts(readPaths(html)[0] ?? '');
    expect(points.map(({ y }) => y)).toEqual([100, 75, 50, 25, 0]);
    // Days, not years: a leap year is longer.
    expect(points.map(({ x }) => x)).toEqual([0, 25, 50, 75, 100].map((share): unknown => expect.closeTo(share, 0)));
  });

  test('break at gaps and at 算定なし, and are on the axis between', () => {
    fc.assert(
      fc.property(madeUp, ({ lines, chart }) => {
        const html = draw(chart);
        const bottom = readBottom(html);
        const isKnown = (value: MadeUpValues[number] | undefined) => typeof value === 'number';
        const parts = readPaths(html).flatMap(readParts);
        const starts = lines.flatMap((line) => line.filter((value, at) => isKnown(value) && !isKnown(line[at - 1])));
        expect(parts).toHaveLength(starts.length);
        const drawn = parts.flat().map(({ y }) => (1 - y / bottom) * 40);
        const numbers = lines.flatMap((line) => line.filter((value) => typeof value === 'number'));
        expect(drawn).toHaveLength(numbers.length);
        drawn.sort((a, b) => a - b);
        numbers.sort((a, b) => a - b);
        drawn.forEach((value, at) => {
          expect(Math.abs(value - (numbers[at] ?? 0))).toBeLessThan(0.05);
        });
      }),
    );
  });

  test('break at a year that no line has, but not between years of unlike length', () => {
    const chart = createMadeUpChart({ 架空市: [] });
    const years = createPoints(2013, [1, 2, null, 3, 4, 5]).filter(({ value }) => value !== null);
    // The first interval is 276 days, as from 2013-03-31 to 2014-01-01.
    const points = years.map((point, at): LineChartPoint => ({ ...point, day: point.day - (at === 0 ? 0 : 89) }));
    const html = draw({ ...chart, series: chart.series.map((one) => ({ ...one, points })) });
    expect(readParts(readPaths(html)[0] ?? '').map((part) => part.length)).toEqual([2, 3]);
  });

  test('are inside the axis even if values are outside of the declared one', () => {
    const html = draw(createMadeUpChart({ 架空市: [74, 121, '算定なし'] }, { domain: [80, 110] }));
    const heights = readPaths(html)
      .flatMap(readParts)
      .flat()
      .map(({ y }) => y);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...heights)).toBeLessThanOrEqual(readBottom(html));
  });

  test('have a dot at each of at most eight times on a small chart', () => {
    const countDots = (count: number, size: LineChart['size']) =>
      matchAll(draw(createMadeUpChart({ 架空市: Array<number>(count).fill(10) }, { size })), /<circle class="(dot)/g)
        .length;
    expect([countDots(8, 'small'), countDots(9, 'small'), countDots(9, 'page')]).toEqual([8, 1, 9]);
  });

  test('have a dot at a single value between gaps', () => {
    const html = draw(createMadeUpChart({ 架空市: [1, null, 3, null, 5, 6], 例示市: [1, 2, 3, 4, 5, 6] }));
    expect(matchAll(html, /<circle class="(dot) city-1"/g)).toHaveLength(2);
  });

  test('have a larger dot at the end, but of more than eight lines only the main one', () => {
    const listEnds = (count: number) => {
      const lines = Array.from({ length: count }, (_, at): [string, MadeUpValues] => [`${at}番市`, [at, at]]);
      const chart = createMadeUpChart(Object.fromEntries(lines));
      const html = draw({ ...chart, series: chart.series.map((one, at) => ({ ...one, isMain: at === 0 })) });
      return matchAll(html, /<circle class="dot last[^>]* r="([^"]*)"/g);
    };
    expect([listEnds(8), listEnds(9)]).toEqual([Array(8).fill('4.5'), ['4.5']]);
  });

  test('follow the adjusted values; the published ones are dashed between their neighbours', () => {
    const chart = createMadeUpChart({ 架空市: [100, 101, 102, 103] }, { domain: [90, 110] });
    const series = chart.series.map((one) => ({ ...one, dashed: createPoints(2011, [109, 108]) }));
    const html = draw({ ...chart, series });
    const [dashed = []] = readParts(readPaths(html, 'line dashed')[0] ?? '');
    expect(dashed.map(({ y }) => 110 - y / 5)).toEqual([100, 109, 108, 103]);
    expect(readParts(readPaths(html)[1] ?? '')[0]).toHaveLength(4);
  });

  test('are not drawn without values', () => {
    expect(draw(createMadeUpChart({ 架空市: [] }))).toBe('');
    expect(draw(createMadeUpChart({ 架空市: [null, null] }))).toBe('');
  });
});

describe('算定なし', () => {
  const html = draw(createMadeUpChart({ 架空市: [5, '算定なし', '算定なし', 5], 例示市: [5, 5, 0, '算定なし'] }));
  const rows = [
    ...html.matchAll(/<line class="not-calculated city-(\d)"[^>]* x1="([\d.]+)%" x2="([\d.]+)%" y1="([\d.]+)%/g),
  ];

  test('is a bar below the axis, with a row for each line that has it', () => {
    expect(rows.map((row) => row[1])).toEqual(['1', '2']);
    const heights = rows.map((row) => Number(row[4]));
    expect(Math.min(...heights)).toBeGreaterThan(readBottom(html));
    expect(Math.max(...heights)).toBeLessThan(100);
    expect(new Set(heights).size).toBe(2);
  });

  test('is as long as its times, from halfway to halfway', () => {
    expect(rows.map((row) => [Number(row[2]), Number(row[3])])).toEqual([
      [expect.closeTo(16.7, 0), expect.closeTo(83.3, 0)],
      [expect.closeTo(83.3, 0), 100],
    ]);
  });

  test('of a single time is as wide as the chart', () => {
    const single = draw(createMadeUpChart({ 架空市: ['算定なし'], 例示市: [3] }));
    expect(single).toMatch(/<line class="not-calculated city-1"[^>]* x1="0%" x2="100%"/);
    expect(single).toMatch(/<circle class="dot last city-2"[^>]* cx="50%"/);
  });

  test('is at the line end in words, below the values', () => {
    expect(readEnds(html).find(({ text }) => text === '例示市 算定なし')?.y).toBeGreaterThan(readBottom(html));
  });

  test('has its name beside its rows', () => {
    const names = [...html.matchAll(/<text class="tick" x="-8" y="([\d.]+)%"[^>]*>(算定|なし)</g)];
    expect(names.map(([, , name]) => name)).toEqual(['算定', 'なし']);
    for (const [, y] of names) expect(Number(y)).toBeGreaterThan(readBottom(html));
  });

  test('in the past has the name of its line, inside the chart', () => {
    const values = {
      架空市: ['算定なし', 5, 5, 5],
      例示市: [5, 5, 5, '算定なし'],
      見本市: [5, 5, 5, 5],
      仮想市: [5, 5, '算定なし', 5],
    } as const satisfies Record<string, MadeUpValues>;
    for (const size of ['page', 'small'] as const) {
      const names = draw({ ...createMadeUpChart(values), size }).matchAll(
        /<text class="row-name city-(\d)"[^>]* x="([\d.]+)%" dx="-?4"( text-anchor="end")? y="[\d.]+%" dy="4">([^<]*)</g,
      );
      expect(
        [...names].map(([, tone, x, end, name]) => [tone, Math.round(Number(x)), end !== undefined, name]),
      ).toEqual([
        ['1', 17, false, '架空市'],
        ['4', 50, true, '仮想市'],
      ]);
    }
  });

  test.each([
    [[0, 15, 4], '南アルプス市'],
    [[5, 10, 5], '南アルプス市'],
    [[0, 9, 11], '南アルプス市'],
    [[11, 8, 1], '南アルプス市'],
    [[5, 10, 5], '架空市'],
    [[2, 15, 2], 'かすみがうらみなみアルプス市'],
  ] as const)('in the times %j has the name %s inside the chart of a phone', ([before, times, after], title) => {
    const values = [...Array<number>(before).fill(5), ...Array<'算定なし'>(times).fill('算定なし')];
    const html = draw(createMadeUpChart({ [title]: [...values, ...Array<number>(after).fill(5)] }));
    const [, x, dx, anchor = 'start', name = ''] =
      /<text class="row-name[^>]* x="([\d.]+)%"(?: dx="(-?4)")?(?: text-anchor="(\w+)")?[^>]*>([^<]*)</.exec(html) ??
      [];
    // The plot of a phone is 126 pixels wide, a letter 12 pixels.
    const [at, width] = [Number(x) * 1.26 + Number(dx ?? 0), name.length * 12];
    const left = at - (anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2);
    expect(name.slice(0, 3)).toBe(title.slice(0, 3));
    expect(left).toBeGreaterThanOrEqual(-0.1);
    expect(left + width).toBeLessThanOrEqual(126.1);
  });

  test('has no label without such a value; 0.0 is on the axis', () => {
    const zero = draw(createMadeUpChart({ 架空市: [5, 0] }));
    expect(zero).not.toMatch(/not-calculated|>算定</);
    expect(readBottom(zero)).toBe(100);
    expect(readParts(readPaths(zero)[0] ?? '')[0]?.at(-1)?.y).toBe(100);
  });
});

describe('the labels at line ends', () => {
  test.each([
    ['page', 304],
    ['small', 208],
  ] as const)(
    'of a chart of size %s are 18 pixels apart at its least height, in the order of values',
    (size, height) => {
      fc.assert(
        fc.property(madeUp, ({ chart }) => {
          const ends = readEnds(draw({ ...chart, size })).sort((a, b) => a.y - b.y);
          const pixels = ends.map(({ y }) => (y * height) / 100);
          pixels.slice(1).forEach((position, at) => {
            expect(position - (pixels[at] ?? 0)).toBeGreaterThan(17.9);
          });
          expect(Math.max(0, ...pixels)).toBeLessThanOrEqual(height + 20.1);
          const numbers = ends.flatMap(({ text }) => (text.endsWith('%') ? parseFloat(text.split(' ')[1] ?? '') : []));
          expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
        }),
      );
    },
  );

  test('name the line even if its name or its value is long', () => {
    const html = draw(createMadeUpChart({ 架空市: [164_471_229, 164_471_229], とても長い名前の架空市: [1, 2] }));
    expect(readEnds(html).map(({ text }) => text)).toEqual(['架空市', 'とても長い… 2%']);
    const namesakes = draw(createMadeUpChart({ '架空市（東京都）': [10, 20], 例示市: [1, 2] }));
    expect(readEnds(namesakes).map(({ text }) => text)).toEqual(['架空市（東京都）', '例示市 2%']);
  });

  test('have their values apart, and narrow charts leave them out if all names are short', () => {
    const html = draw(createMadeUpChart({ 架空市: [5, 6] }));
    expect(html).toContain('>架空市 6<tspan class="end-unit">%</tspan>');
    expect(html).toMatch(/^<div class="plot plot-page plot-short"/);
    expect(draw(createMadeUpChart({ 架空市: [5, 6], とても長い名前の架空市: [1, 2] }))).not.toContain('plot-short');
  });

  test('of a line that ends before the others have a leader to the edge', () => {
    const html = draw(createMadeUpChart({ 架空市: [5, null], 例示市: [7, 8] }));
    expect(matchAll(html, /<line class="lead-line (city-\d)"[^>]* x2="100%"/g)).toEqual(['city-1']);
  });

  test('of lines that are not highlighted are names only', () => {
    const chart = createMadeUpChart({ 架空市: [5, 6], 例示市: [7, 8] });
    const series = chart.series.map((one, at) => ({ ...one, isMain: at === 0 }));
    expect(readEnds(draw({ ...chart, series })).map(({ text }) => text)).toEqual(['架空市 6%', '例示市']);
  });

  test('of more than eight lines are only for main lines; the others wait until they are chosen', () => {
    const lines = Object.fromEntries(
      Array.from({ length: 9 }, (_, at): [string, MadeUpValues] => [`${at}番市`, [at, at]]),
    );
    const chart = createMadeUpChart(lines);
    const html = draw({ ...chart, series: chart.series.map((one, at) => ({ ...one, isMain: at === 4 })) });
    expect(matchAll(html, /<text class="(end [^"]*)"/g).filter((kind) => !kind.includes('spare'))).toEqual([
      'end city-5',
    ]);
    expect(matchAll(html, /<text class="(end spare [^"]*)"/g)).toHaveLength(8);
  });

  test.each([
    [12, true],
    [40, false],
  ])('of %i lines without a main line are shown until some are chosen: %s', (count, areShown) => {
    const lines = Object.fromEntries(
      Array.from({ length: count }, (_, at): [string, MadeUpValues] => [`${at}番市`, [at, 5]]),
    );
    const chart = createMadeUpChart(lines);
    const html = draw({ ...chart, series: chart.series.map((one) => ({ ...one, isMain: false })) });
    expect(html.includes('class="all-named"')).toBe(areShown);
    const heights = matchAll(html, /<text class="end spare [^>]* y="([^"%]*)/g).map(Number);
    expect(new Set(heights).size).toBe(count);
  });
});

test.each([
  [
    [0, 1.2],
    ['0', '0.2', '0.4', '0.6', '0.8', '1.0', '1.2'],
  ],
  [
    [0, 100],
    ['0', '20', '40', '60', '80', '100'],
  ],
  [
    [0, 40_000],
    ['0', '1万', '2万', '3万', '4万'],
  ],
  [
    [0, 200_000_000],
    ['0', '0.5億', '1.0億', '1.5億', '2.0億'],
  ],
  [
    [0, 2_000_000_000_000],
    ['0', '0.5兆', '1.0兆', '1.5兆', '2.0兆'],
  ],
  [
    [123_456, 123_460],
    ['12.3456万', '12.3457万', '12.3458万', '12.3459万', '12.3460万'],
  ],
] as const)('the numbers of an axis of %j are short, with the same decimals', (domain, numbers) => {
  const html = draw(createMadeUpChart({ 架空市: [...domain] }, { domain }));
  expect(matchAll(html, /<text class="tick" x="-8"[^>]*>([^<]*)</g)).toEqual(numbers);
});

test('the middle half of all municipalities is drawn from the lower to the upper quartile, with the median', () => {
  const middle = (median: number) => ({ low: 2, median, high: 8 });
  const summaries = createPoints(2010, [5, 6]).map((point) => ({
    ...point,
    numbers: 1700,
    notCalculated: 41,
    decimals: 1,
    middle: middle(point.value ?? 0),
  }));
  const html = draw({ ...createMadeUpChart({}, { domain: [0, 10] }), summaries });
  const [area = []] = matchAll(html, /class="middle-half" d="([^"]+)"/g).flatMap(readParts);
  expect(area.map(({ y }) => y).toSorted((a, b) => a - b)).toEqual([20, 20, 80, 80]);
  const [median = []] = matchAll(html, /class="median"[^>]* d="([^"]+)"/g).flatMap(readParts);
  expect(median.map(({ x, y }) => `${x} ${y}`)).toEqual(['0 50', '100 40']);
  expect(readEnds(html).map(({ text }) => text)).toEqual(['中央値 6.0%']);
});

test('a chart escapes names, and has no style attribute or invalid number', () => {
  const html = draw(createMadeUpChart({ '<b>"市&': [1, 2] }));
  expect(html).not.toContain('<b>');
  expect(html).not.toMatch(/style=|NaN|Infinity|undefined/);
});
