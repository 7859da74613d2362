import type { SiteFolder } from '../input/site-folder.ts';

export type FilesByFolder = ReadonlyMap<string, readonly string[]>;

/** Groups files by the path of their folder, in the order of all files. */
export const groupFilesByFolder = (folder: SiteFolder): FilesByFolder =>
  Map.groupBy(folder.files, (file) => file.slice(0, Math.max(file.lastIndexOf('/'), 0)));

/** Lists the names of the folders below a folder that have files of their own or texts. */
export function listFolders({ files }: SiteFolder, path: string): string[] {
  const names = files
    .filter((file) => file.startsWith(`${path}/`))
    .map((file) => file.slice(path.length + 1).split('/'))
    .flatMap(([name, ...rest]) => (name && (rest.length === 1 || rest[0] === 'text') ? [name] : []));
  return [...new Set(names)].sort();
}

/** Returns the file for diagnostics about a whole plan, by the plan's id: its introduction, or else its first file. */
export function findPlanEntryFiles(folder: SiteFolder): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const file of folder.files) {
    const [, id, rest] = /^(?:content|data)\/plans\/([^/]+)\/(.+)$/.exec(file) ?? [];
    if (id !== undefined && (rest === 'index.mdx' || !first.has(id))) first.set(id, file);
  }
  return first;
}
