import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { MAX_FILE_BYTES } from '../model/input-limits.ts';

/** The source files of a site. */
export interface SiteFolder {
  /** Paths from the root, with `/`, in the order of their code units. */
  readonly files: readonly string[];
  /** Paths of symbolic links that lead out of the root or nowhere, and of other things that are no files. */
  readonly outsideLinks?: readonly string[];
  readonly has: (path: string) => boolean;
  /** Returns the bytes of a file in `files`; any other path is an error of the program. */
  readonly readBytes: (path: string) => Uint8Array;
  /** Returns a text that differs after each change of a file in `files`. */
  readonly getFileState?: (path: string) => string;
  /** Returns the SHA-256 of bytes as hexadecimal digits. A browser has no such function that returns at once. */
  readonly hashBytes?: (bytes: Uint8Array) => string;
}

/** The files and folders below a root that contain source files. */
const SOURCE_PATHS = ['site.config.json', 'content', 'data'] as const;

/**
 * The files of the program in `data/`. They are the same for every site and not part of any: they are not in the list
 * of files, and their changes do not change the version of the data.
 */
const PROGRAM_FILES = ['data/message-explanations.csv', 'data/prefecture-outlines.json'];

/** A file below the root, or what is none, such as a link that leads out of it. */
type FolderEntry = Readonly<{ path: string; isOutside: boolean }>;

/** @param above the real paths of the folders above, so that a link to one of them does not cause an endless loop */
function listEntries(root: string, path: string, above: readonly string[] = []): FolderEntry[] {
  const full = join(root, path);
  // A folder whose name is not UTF-8 can't be found, but is no link to nothing.
  const stat = statSync(full, { throwIfNoEntry: path.includes('\ufffd') });
  // A site may have no `content/` or `data/`. A link to nothing would look like a missing table.
  if (!stat) return above.length === 0 ? [] : [{ path, isOutside: true }];
  const real = realpathSync(full);
  // A link that leads out of the root could publish private files.
  const isOutside = isAbsolute(relative(root, real)) || relative(root, real).split(sep)[0] === '..';
  if (isOutside || !stat.isDirectory()) return [{ path, isOutside: isOutside || !stat.isFile() }];
  if (above.includes(real)) return [];
  // Links in folders that are links themselves could lead from folder to folder in millions of ways.
  const parent = above.at(-1) ?? root;
  if (parent !== dirname(full) && real !== join(parent, basename(full))) return [{ path, isOutside: true }];
  // A folder instead of a table would look like a missing table.
  if (/\.(?:csv|geojson|json|mdx|xlsx)$/i.test(path))
    throw Object.assign(new Error('a folder, not a file'), { code: 'EISDIR', path: full });
  const visible = readdirSync(full, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
  return visible.flatMap((entry) => {
    const inner = `${path}/${entry.name}`;
    // Most entries are files. Unlike a link, a file is where its path says.
    return entry.isFile() ? { path: inner, isOutside: false } : listEntries(root, inner, [...above, real]);
  });
}

/** Returns a copy of the bytes of a file below the folder of the project's own code. */
export const readProjectFile = (projectFolder: string, path: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(join(projectFolder, path)));

/** True if a built site, or a part of one, has a file. */
export const hasBuiltFile = (folder: string, path: string): boolean =>
  statSync(join(folder, path), { throwIfNoEntry: false })?.isFile() === true;

/** Returns a file of a built site, or of a part of one; null if there is none. */
export const readBuiltFile = (folder: string, path: string): Buffer<ArrayBuffer> | null =>
  hasBuiltFile(folder, path) ? readFileSync(join(folder, path)) : null;

/** Returns the bytes of a file; of one that is too large, one zero more than the limit, which every reader refuses. */
export const readBounded = (path: string): Uint8Array =>
  statSync(path).size > MAX_FILE_BYTES ? new Uint8Array(MAX_FILE_BYTES + 1) : readFileSync(path);

/** Lists the source files below a root, without hidden files; links that lead out of the root are listed separately. */
export function openSiteFolder(root: string): SiteFolder {
  const real = realpathSync(root);
  const entries = SOURCE_PATHS.flatMap((path) => listEntries(real, path));
  entries.sort((a, b) => (a.path < b.path ? -1 : 1));
  const files = entries.flatMap(({ path, isOutside }) => (isOutside || PROGRAM_FILES.includes(path) ? [] : [path]));
  const fileSet = new Set(files);
  return {
    files,
    outsideLinks: entries.flatMap(({ path, isOutside }) => (isOutside ? [path] : [])),
    has: (path) => fileSet.has(path),
    readBytes: (path) => {
      if (!fileSet.has(path)) throw new Error(`not one of the folder's files: ${path}`);
      return readBounded(join(real, path));
    },
    getFileState: (path) => {
      const { ino, size, mtimeNs, ctimeNs } = statSync(join(real, path), { bigint: true });
      return `${ino} ${size} ${mtimeNs} ${ctimeNs}`;
    },
    hashBytes: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  };
}
