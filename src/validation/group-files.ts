import type { SiteFolder } from '../input/site-folder.ts';

/** Files by the path that they stand right below. */
export type FilesByFolder = ReadonlyMap<string, readonly string[]>;

/** Groups the files of a folder by the path that they stand right below, each list in the order of all files. */
export function groupFilesByFolder(folder: SiteFolder): FilesByFolder {
  return Map.groupBy(folder.files, (file) => file.slice(0, Math.max(file.lastIndexOf('/'), 0)));
}

/** The file at which a plan itself is told, by the plan's id: its introduction, or else the first of its files. */
export function findPlanEntryFiles(folder: SiteFolder): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const file of folder.files) {
    const [, id, rest] = /^(?:content|data)\/plans\/([^/]+)\/(.+)$/.exec(file) ?? [];
    if (id !== undefined && (rest === 'index.mdx' || !first.has(id))) first.set(id, file);
  }
  return first;
}
