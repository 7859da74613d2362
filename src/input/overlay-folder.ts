import type { SiteFolder } from './site-folder.ts';

/**
 * Returns a site folder in memory; a browser can use it too.
 * @param files the bytes of its files by path
 * @param below a folder with further files
 */
export const overlayFolder = (files: ReadonlyMap<string, Uint8Array>, below?: SiteFolder): SiteFolder => ({
  files: [...new Set([...(below?.files ?? []), ...files.keys()])].sort(),
  has: (path) => files.has(path) || below?.has(path) === true,
  readBytes: (path) => files.get(path) ?? below?.readBytes(path) ?? new Uint8Array(),
});
