import { createHash } from 'node:crypto';
import { type DataRelease, releaseFiles, ReleaseManifest } from '../../src/model/data-release.ts';
import { createReleaseFiles } from '../../src/open-data/draft-release.ts';
import type { SiteData } from '../../src/site-data/site-data.ts';

/** Returns the SHA-256 of a file. */
export const hashFile = (body: string | Uint8Array): string => createHash('sha256').update(body).digest('hex');

/** Returns the release of the present data. */
export function releaseSite(site: SiteData, version: string): DataRelease {
  const files = createReleaseFiles(site, version, version, []);
  const getBody = (name: string) => Buffer.from(files.find(({ path }) => path === name)?.body ?? '');
  return {
    ...ReleaseManifest.parse(JSON.parse(getBody(releaseFiles.manifest).toString())),
    files: files.map(({ path, body }) => ({ name: path, bytes: Buffer.byteLength(body), sha256: hashFile(body) })),
    changes: [],
    readFile: getBody,
  };
}
