import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { validateSite } from '../../src/validation/validate-site.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { SiteFolder } from '../../src/input/site-folder.ts';

/** Files by their paths from a town's root, laid over the sound town; null takes a file away. */
export type FixtureFiles = Readonly<Record<string, string | Uint8Array | null>>;

/** The folder of the whole towns that tests start from. */
export const FIXTURE_SITES = fileURLToPath(new URL('../fixtures/sites/', import.meta.url));

const SOURCES = ['site.config.json', 'content', 'data'];

/** The source files of a town in `tests/fixtures/sites/`, by path. */
function filesOf(town: string): Map<string, Uint8Array> {
  const root = join(FIXTURE_SITES, town);
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => SOURCES.includes(path.split('/')[0] ?? ''));
  return new Map(paths.map((path) => [path, readFileSync(join(root, path))]));
}

const sound = filesOf('sound');

/**
 * A folder that stands in memory alone.
 * @param leaving paths of links that lead out of it
 */
export function createMemoryFolder(
  files: FixtureFiles,
  below: ReadonlyMap<string, Uint8Array> = sound,
  leaving: readonly string[] = [],
): SiteFolder {
  const all = new Map(below);
  for (const [path, content] of Object.entries(files))
    if (content === null) all.delete(path);
    else all.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return {
    files: [...all.keys()].sort(),
    outsideLinks: leaving,
    has: (path) => all.has(path),
    readBytes: (path) => all.get(path) ?? new Uint8Array(),
  };
}

/** The problems of the sound town with these files laid over it. */
export function validateFixture(files: FixtureFiles): readonly Diagnostic[] {
  return validateSite(createMemoryFolder(files)).diagnostics;
}

/** An empty folder on disk, taken away when the test ends. */
export function createEmptyFolder(): string {
  const root = mkdtempSync(join(tmpdir(), 'town-'));
  onTestFinished(() => {
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

/** A copy of the sound town on disk with these files laid over it, taken away when the test ends. */
export function createFixtureSite(files: FixtureFiles = {}): string {
  const root = createEmptyFolder();
  for (const source of SOURCES) cpSync(join(FIXTURE_SITES, 'sound', source), join(root, source), { recursive: true });
  writeFixture(root, files);
  return root;
}

/** A file of the sound town with one piece of its text replaced. */
export function editFixtureFile(path: string, from: string, to: string): FixtureFiles {
  const text = new TextDecoder().decode(sound.get(path));
  if (text.split(from).length !== 2) throw new Error(`「${from}」 does not stand once in ${path}`);
  return { [path]: text.replace(from, () => to) };
}

/** A file of the sound town with lines added at its end. */
export function appendFixtureLines(path: string, ...lines: readonly string[]): FixtureFiles {
  return { [path]: `${new TextDecoder().decode(sound.get(path))}${lines.join('\n')}\n` };
}

/** What of the problems most tests ask: code, line, column and field. */
export function formatFixtureDiagnostics(files: FixtureFiles): string[] {
  return validateFixture(files).map(({ code, line, column, field }) => `${code} ${line}:${column} ${field}`.trim());
}

/** The lines of a list in the folder of a case; none where there is no such list. */
export function readListLines(folder: string, list: string): string[] {
  const file = join(folder, list);
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
}

/**
 * The files that a case lays over the sound town, as they stand in its folder, and those that its `without.txt` takes
 * away.
 * @param notes files of the folder itself that are about the case
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
  const gone = readListLines(folder, 'without.txt').map((path) => [path, null] as const);
  return Object.fromEntries([...changed, ...gone]);
}
