import { writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { runCli, parseArguments } from '../src/cli/command-runner.ts';
import { PROJECT_FOLDER } from '../src/cli/site-options.ts';
import { formatNumber } from '../src/notation/format.ts';
import { drawStructure, PICTURE_PATH } from './draw-structure.ts';
import { readSourceFiles, type SourceFileFacts } from './source-files.ts';

/*
 * Prints how large and how readable the code is, and which limit it breaks: `npm run structure`. With `--draw` it also
 * draws the picture of the folders for docs/architecture.md.
 */

/** One figure of the code, with its limit; infinite if it has none. */
export interface StructureMeasure {
  readonly name: string;
  readonly value: number;
  readonly limit: number;
  readonly unit: '' | '%';
  /** The files or names to change if the value breaks its limit. */
  readonly details: readonly string[];
}

const LONG_FILE = 400;
/** Files whose names a framework chooses: routes are named for their URLs. */
const FRAMEWORK_FILE = /^src\/pages\/|\/index\.\w+$/;
const ONE_WORD = /^(?:[A-Z]?[a-z0-9]+|[A-Z0-9]+)$/;
/** Names that Astro looks for in routes. */
const FRAMEWORK_NAME = /^(?:GET|prerender|collections)$/;

const toPercent = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10);

function listFolders(files: readonly SourceFileFacts[]): string[] {
  const folders = new Set<string>();
  for (const { path } of files)
    for (let folder = posix.dirname(path); folder !== '.'; folder = posix.dirname(folder)) folders.add(folder);
  return [...folders];
}

/** Returns the sets of files that import one another in a circle, as one line each. */
export function findImportCycles(files: readonly Pick<SourceFileFacts, 'path' | 'imports'>[]): string[] {
  const imports = new Map(files.map((file) => [file.path, file.imports]));
  const finished = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]) => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push([...trail.slice(start), path].join(' → '));
    if (start >= 0 || finished.has(path)) return;
    for (const target of imports.get(path) ?? []) visit(target, [...trail, path]);
    finished.add(path);
  };
  for (const path of imports.keys()) visit(path, []);
  return cycles;
}

/** Returns the paths of files that have the same name as another file, framework files aside. */
export function findSharedBasenames(paths: readonly string[]): string[] {
  const named = paths.filter((path) => !FRAMEWORK_FILE.test(path));
  const groups = Map.groupBy(named, (path) => posix.basename(path));
  return [...groups.values()].filter((group) => group.length > 1).flat();
}

/** Returns the names that several files export, framework files and the `main` of commands aside, with their files. */
export function findSharedExports(files: readonly Pick<SourceFileFacts, 'path' | 'exports'>[]): string[] {
  const named = files.filter(({ path }) => !FRAMEWORK_FILE.test(path));
  const entries = named.flatMap(({ path, exports }) => exports.map((name) => ({ name, path })));
  return [...Map.groupBy(entries, ({ name }) => name)]
    .filter(([name, own]) => own.length > 1 && name !== 'main')
    .map(([name, own]) => `${name}: ${own.map(({ path }) => path).join(', ')}`);
}

/** Measures the files of `src/` and `tools/`. */
export function measureStructure(files: readonly SourceFileFacts[]): StructureMeasure[] {
  const measure = (
    name: string,
    value: number,
    limit: number,
    details: readonly string[] = [],
    unit: '' | '%' = '',
  ): StructureMeasure => ({ name, value, limit, unit, details });
  const lines = files.map((file) => file.lines).sort((a, b) => a - b);
  const ownLines = files.filter(({ path }) => path.startsWith('src/')).map((file) => file.lines);
  const folders = listFolders(files);
  const smallFolders = folders.filter(
    (folder) =>
      !folder.startsWith('src/pages') && files.filter(({ path }) => posix.dirname(path) === folder).length === 1,
  );
  const long = files.filter((file) => file.lines > LONG_FILE);
  const names = files.flatMap(({ exports }) => exports).filter((name) => !FRAMEWORK_NAME.test(name));
  const short = names.filter((name) => ONE_WORD.test(name));
  const shared = findSharedBasenames(files.map(({ path }) => path));
  const named = files.filter(({ path }) => !FRAMEWORK_FILE.test(path));
  const sharedExports = findSharedExports(files);
  const cycles = findImportCycles(files);
  const notation = files.filter(({ path }) => path.startsWith('src/notation/'));
  return [
    measure('files in src/ and tools/', files.length, 600),
    measure('folders in src/ and tools/', folders.length, 80, smallFolders),
    // Without a limit, which makes code dense, not simple. The number of files and their median have one.
    measure(
      'lines of src/',
      ownLines.reduce((sum, count) => sum + count, 0),
      Infinity,
    ),
    measure('lines of the median file', lines[Math.floor(lines.length / 2)] ?? 0, 90),
    measure(
      `files over ${LONG_FILE} lines`,
      long.length,
      0,
      long.map((file) => `${file.path}: ${file.lines}`),
    ),
    measure('exported names of one word', toPercent(short.length, names.length), 15, short, '%'),
    measure('names that two files export', sharedExports.length, 0, sharedExports),
    measure('files that share their name', toPercent(shared.length, named.length), 10, shared, '%'),
    measure('import cycles, with types', cycles.length, 0, cycles),
    measure('files in src/notation/', notation.length, 10),
  ];
}

/** Formats the measures as a table; a measure that breaks its limit is marked and lists its details. */
export function formatMeasures(measures: readonly StructureMeasure[]): string {
  const format = (value: number, unit: string) => `${formatNumber(value)}${unit && ` ${unit}`}`.padStart(9);
  return measures
    .flatMap(({ name, value, limit, unit, details }) => {
      const shownLimit = limit === Infinity ? '' : `   limit ${format(limit, unit)}`;
      const line = `${name.padEnd(30)}${format(value, unit)}${shownLimit}`;
      return value > limit ? [`${line}  BROKEN`, ...details.map((detail) => `    ${detail}`)] : [line];
    })
    .join('\n');
}

async function main(): Promise<void> {
  const { values } = parseArguments({ options: { draw: { type: 'boolean' } } });
  const measures = measureStructure(readSourceFiles('src', 'tools'));
  console.log(formatMeasures(measures));
  if (measures.some(({ value, limit }) => value > limit)) process.exitCode = 1;
  if (!values.draw) return;
  const picture = drawStructure(readSourceFiles('src', 'tools', 'examples/design'));
  await writeFile(join(PROJECT_FOLDER, PICTURE_PATH), picture);
  console.log(`wrote ${PICTURE_PATH}`);
}

if (import.meta.main) await runCli(main);
