import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, onTestFinished } from 'vitest';
import { DiagnosticReport } from '../../src/diagnostics/diagnostic-report.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { overlayFolder } from '../../src/input/overlay-folder.ts';
import type { SiteFolder } from '../../src/input/site-folder.ts';
import type { TableSchema } from '../../src/tables/table-schema.ts';
import { readTableFile } from '../../src/validation/parse-table.ts';
import { validateSite } from '../../src/validation/validate-site.ts';

/** Files that replace or extend those of the valid town, by path from its root; null deletes a file. */
export type FixtureFiles = Readonly<Record<string, string | Uint8Array | null>>;

/** The folder of the complete towns that tests start from. */
export const FIXTURE_SITES = fileURLToPath(new URL('../fixtures/sites/', import.meta.url));

const SOURCES = ['site.config.json', 'content', 'data'];

/** Returns the source files of a town in `tests/fixtures/sites/` by path. */
function readTown(town: string): Map<string, Uint8Array> {
  const root = join(FIXTURE_SITES, town);
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => SOURCES.includes(path.split('/')[0] ?? ''));
  return new Map(paths.map((path) => [path, readFileSync(join(root, path))]));
}

const sound = readTown('sound');

/**
 * Returns a site folder in memory.
 * @param below the files under `files`
 * @param leaving the paths of links to files outside the folder
 */
export function createMemoryFolder(
  files: FixtureFiles,
  below: ReadonlyMap<string, Uint8Array> = sound,
  leaving: readonly string[] = [],
): SiteFolder {
  const contents = new Map(below);
  for (const [path, content] of Object.entries(files))
    if (content === null) contents.delete(path);
    else contents.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return {
    ...overlayFolder(contents),
    outsideLinks: leaving,
    hashBytes: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  };
}

/** Returns the diagnostics of the valid town with these files. */
export function validateFixture(files: FixtureFiles): readonly Diagnostic[] {
  return validateSite(createMemoryFolder(files)).diagnostics;
}

/** Creates an empty folder on disk, which is deleted when the test ends. */
export function createEmptyFolder(): string {
  const root = mkdtempSync(join(tmpdir(), 'town-'));
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
  });
  return root;
}

/** Creates an empty folder on disk, which is deleted when the tests of a file or group have run. */
export function createSharedFolder(): string {
  const root = mkdtempSync(join(tmpdir(), 'shared-'));
  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });
  return root;
}

/** Writes files below a folder. */
export function writeFixture(root: string, files: FixtureFiles): void {
  for (const [path, content] of Object.entries(files)) {
    const full = join(root, path);
    mkdirSync(dirname(full), { recursive: true });
    if (content === null) rmSync(full);
    else writeFileSync(full, content);
  }
}

/** Copies the valid town with these files to a folder on disk, which is deleted when the test ends. */
export function createFixtureSite(files: FixtureFiles = {}): string {
  const root = createEmptyFolder();
  for (const source of SOURCES) cpSync(join(FIXTURE_SITES, 'sound', source), join(root, source), { recursive: true });
  writeFixture(root, files);
  return root;
}

/** Returns a file of the valid town with a text replaced. */
export function editFixtureFile(path: string, from: string, to: string): FixtureFiles {
  const text = new TextDecoder().decode(sound.get(path));
  if (text.split(from).length !== 2) throw new Error(`「${from}」 is not exactly once in ${path}`);
  return { [path]: text.replace(from, () => to) };
}

/** Returns a file of the valid town with lines added at its end. */
export function appendFixtureLines(path: string, ...lines: readonly string[]): FixtureFiles {
  return { [path]: `${new TextDecoder().decode(sound.get(path))}${lines.join('\n')}\n` };
}

/** Returns the diagnostics of the valid town with these files as code, line, column and field. */
export function formatFixtureDiagnostics(files: FixtureFiles): string[] {
  return validateFixture(files).map(({ code, line, column, field }) => `${code} ${line}:${column} ${field}`.trim());
}

/** Returns the rows of a table with these columns, the locations of one column, and what is reported. */
export function readTestTable<S extends TableSchema>(content: string | Uint8Array, columns: S, heading: string) {
  const report = new DiagnosticReport();
  const folder = createMemoryFolder({ 'data/a.csv': content });
  const { rows, keys } = readTableFile(folder, { path: 'data/a.csv', title: '', columns }, undefined, report);
  return {
    rows: rows.map(({ fields }) => fields),
    keys: [...keys],
    reported: report.diagnostics.map(({ code, line, column, field }) => `${code} ${line}:${column} ${field}`.trim()),
    problems: report.diagnostics,
    locations: rows.map(({ locate }) => locate(heading)),
  };
}

/** Returns the lines of a list in the folder of a case; none if the list does not exist. */
export function readListLines(folder: string, list: string): string[] {
  const file = join(folder, list);
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
}

/**
 * Returns the files of a case that replace or extend those of the valid town. The case deletes the files in its
 * `without.txt`.
 * @param notes files that describe the case
 */
export function readFixtureFiles(folder: string, notes: readonly string[]): FixtureFiles {
  const changed = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !notes.includes(path) && path !== 'without.txt')
    .map((path) => [path, readFileSync(join(folder, path))] as const);
  const deleted = readListLines(folder, 'without.txt').map((path) => [path, null] as const);
  return Object.fromEntries([...changed, ...deleted]);
}

/**
 * Returns JSON for a snapshot. A list or an object is on one line if it has at most 120 columns there; otherwise, the
 * fields of an object share such lines, and each value of a list begins its own.
 */
export function formatJson(value: unknown, indent = ''): string {
  const line = JSON.stringify(value);
  if (typeof value !== 'object' || value === null || indent.length + line.length <= 120) return line;
  const isList = Array.isArray(value);
  const lines: string[] = [];
  for (const [key, part] of Object.entries(value).filter((entry) => entry[1] !== undefined)) {
    const text = `${isList ? '' : `${JSON.stringify(key)}: `}${formatJson(part, `${indent}  `)}`;
    const joined = `${lines.at(-1) ?? ''}, ${text}`;
    const isShort = !isList && lines.length > 0 && !joined.includes('\n') && indent.length + joined.length < 120;
    lines.splice(isShort ? -1 : lines.length, 1, isShort ? joined : text);
  }
  const [open, close] = isList ? '[]' : '{}';
  return `${open}\n${lines.map((one) => `${indent}  ${one}`).join(',\n')}\n${indent}${close}`;
}
