import { globSync, mkdtempDisposableSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { PROJECT_FOLDER } from '../../src/cli/site-options.ts';
import { listKeys } from '../../src/model/value-lists.ts';
import { changeTitle, createFictionalTowns } from './fictional-towns.ts';
import { addCosts, BuildCost, measureProcess } from './measure-process.ts';
import { BuildMeasurement, buildStages } from './municipalities-benchmark.ts';

/** Measures builds of a site with this number of plans, and of a bare Astro site with as many pages. */
function compareBuilds(count: number) {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'bench-build-'));
  const [root, out, cache] = [join(folder.path, 'root'), join(folder.path, 'dist'), join(folder.path, 'cache')];
  const own = globSync('content/plans/*/index.mdx', { cwd: PROJECT_FOLDER }).length;
  createFictionalTowns(PROJECT_FOLDER, root, Math.max(0, count - own));
  const measureBuild = () => measureProcess('municipalities-benchmark.ts', [root, out, cache], BuildMeasurement);
  const { plans, stages } = measureBuild();
  // The next build, after a change of one cell.
  changeTitle(root);
  const { stages: changedStages } = measureBuild();
  // From the change of a cell until a page of `npm run dev` shows it.
  const reloadSeconds = measureProcess('reload-process.ts', [root], z.number());
  const pages = globSync('**/*.html', { cwd: out }).length;
  const bare = measureProcess('bare-process.ts', [String(pages)], BuildCost);
  return { plans, pages, stages, changedStages, reloadSeconds, bare };
}

type BuildComparison = ReturnType<typeof compareBuilds>;

const getStageCost = ({ stages }: BuildComparison, wanted: string) =>
  addCosts(stages.filter(({ stage }) => stage === wanted));

const formatRow = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const formatCost = ({ seconds, wallSeconds, megabytes }: BuildCost) =>
  `${seconds.toFixed(1)} / ${wallSeconds.toFixed(1)} / ${megabytes.toFixed(0)}`;

function formatTable(comparisons: readonly BuildComparison[]): string {
  const describe = (title: string, cell: (comparison: BuildComparison) => string) =>
    formatRow([title, ...comparisons.map(cell)]);
  return [
    describe('stage', ({ plans, pages }) => `${plans} plans, ${pages} pages`),
    formatRow(['---', ...comparisons.map(() => '---:')]),
    ...listKeys(buildStages).map((stage) =>
      describe(buildStages[stage], (comparison) => formatCost(getStageCost(comparison, stage))),
    ),
    describe('whole build', ({ stages }) => formatCost(addCosts(stages))),
    describe('after one changed cell', ({ changedStages }) => formatCost(addCosts(changedStages))),
    describe('a changed cell in `npm run dev`', ({ reloadSeconds }) => `${reloadSeconds.toFixed(1)} s`),
    describe('bare Astro', ({ bare }) => formatCost(bare)),
    describe('times bare Astro', ({ stages, bare }) => {
      const { seconds, wallSeconds } = addCosts(stages);
      return `${(seconds / bare.seconds).toFixed(1)} / ${(wallSeconds / bare.wallSeconds).toFixed(1)}`;
    }),
  ].join('\n');
}

/** The colours of the stages in their order, which also differ in lightness. */
const COLOURS = ['#1a3d7c', '#5b8bd6', '#7a2e1f', '#d98c5f', '#2f6b3a', '#8fc79a', '#5a3d7a', '#b79bd6', '#666666'];
const [WIDTH, LEFT, BAR, ROW, TOP] = [760, 90, 22, 34, 70];

/** Draws a bar for each size, with the share of each stage in the processor time of a page. */
function drawChart(comparisons: readonly BuildComparison[]): string {
  const perPage = (seconds: number, { pages }: BuildComparison) => (seconds / pages) * 1000;
  const longest = Math.max(...comparisons.map((one) => perPage(addCosts(one.stages).seconds, one)));
  const scale = (WIDTH - LEFT - 70) / longest;
  const stages = listKeys(buildStages);
  const keys = stages.map((stage, at) => {
    const [x, y] = [(at % 5) * 150, Math.floor(at / 5) * 22 + 8];
    return `<rect x="${x}" y="${y}" width="12" height="12" fill="${COLOURS[at]}"/><text x="${x + 17}" y="${y + 11}">${buildStages[stage]}</text>`;
  });
  const bars = comparisons.map((comparison, row) => {
    let x = LEFT;
    const y = TOP + row * ROW;
    const parts = stages.map((stage, at) => {
      const width = perPage(getStageCost(comparison, stage).seconds, comparison) * scale;
      x += width;
      return `<rect x="${(x - width).toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${BAR}" fill="${COLOURS[at]}"/>`;
    });
    const total = perPage(addCosts(comparison.stages).seconds, comparison);
    return `<text x="0" y="${y + 16}">${comparison.plans} plans</text>${parts.join('')}<text x="${(x + 6).toFixed(1)}" y="${y + 16}">${total.toFixed(1)} ms</text>`;
  });
  const height = TOP + comparisons.length * ROW;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="13"><title>Processor time of a build for each page, by stage</title><rect width="${WIDTH}" height="${height}" fill="#fff"/>${keys.join('')}${bars.join('')}</svg>\n`;
}

/** The section of docs/performance.md that this benchmark writes. */
const SECTION = /(?<=^## Building\n[^|]*)\|[^]*?(?=\n\n)/m;

/**
 * Measures the stages of builds with several numbers of plans, beside bare Astro sites with as many pages in the same
 * run. Writes the table and the chart of `docs/performance.md`.
 * @param sizes the numbers of plans
 */
export function benchmarkBuild(sizes: readonly number[]): string {
  const comparisons = sizes.map(compareBuilds);
  const table = formatTable(comparisons);
  const file = join(PROJECT_FOLDER, 'docs', 'performance.md');
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(SECTION, () => table),
  );
  writeFileSync(join(PROJECT_FOLDER, 'docs', 'images', 'build-stages.svg'), drawChart(comparisons));
  return `${table}\n`;
}
