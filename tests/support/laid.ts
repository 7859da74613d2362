import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FixtureFiles } from './town.ts';

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
