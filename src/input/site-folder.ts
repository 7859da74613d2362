import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';

/** The files of a project that hold what it publishes. */
export interface SiteFolder {
  /** Paths from the root, with `/`, in the order of their code units. */
  readonly files: readonly string[];
  /** Paths of links that lead out of the root; what they lead to is not read. */
  readonly outsideLinks?: readonly string[];
  readonly has: (path: string) => boolean;
  /** The bytes of a file in `files`; any other path is a mistake of the program. */
  readonly readBytes: (path: string) => Uint8Array;
}

/** The places below a root that hold source files. */
const PLACES = ['site.config.json', 'content', 'data'] as const;

/**
 * Words that the search engine uses on every site. The file lies in `data/` so that staff can edit it, but it is not part
 * of any site: it is not listed here, and a change of it leaves the version of the data as it is.
 */
export const EVERYDAY_PHRASES_FILE = 'data/everyday-phrases.csv';

/** A file below the root, or a link that leads out of it. */
interface Found {
  readonly path: string;
  readonly leaves: boolean;
}

/** @param above the real paths of the folders above, so that a link to one of them does not go round for ever */
function* walk(root: string, path: string, above: readonly string[] = []): Generator<Found> {
  const full = join(root, path);
  const stat = statSync(full, { throwIfNoEntry: false });
  if (!stat) return;
  const real = realpathSync(full);
  // A link that leads out of the root would publish what was never meant to be.
  if (isAbsolute(relative(root, real)) || relative(root, real).split(sep)[0] === '..') {
    yield { path, leaves: true };
    return;
  }
  if (above.includes(real)) return;
  if (stat.isFile()) yield { path, leaves: false };
  if (!stat.isDirectory()) return;
  for (const name of readdirSync(full))
    if (!name.startsWith('.')) yield* walk(root, `${path}/${name}`, [...above, real]);
}

/** Lists the source files below a root. Hidden files are left out, and links that lead out of the root listed apart. */
export function openSiteFolder(root: string): SiteFolder {
  const real = realpathSync(root);
  const found = PLACES.flatMap((place) => [...walk(real, place)]).sort((a, b) => (a.path < b.path ? -1 : 1));
  const pathsThat = (leave: boolean) => found.flatMap(({ path, leaves }) => (leaves === leave ? [path] : []));
  const files = pathsThat(false).filter((path) => path !== EVERYDAY_PHRASES_FILE);
  const known = new Set(files);
  return {
    files,
    outsideLinks: pathsThat(true),
    has: (path) => known.has(path),
    readBytes: (path) => {
      if (!known.has(path)) throw new Error(`not one of the folder's files: ${path}`);
      return readFileSync(join(real, path));
    },
  };
}
