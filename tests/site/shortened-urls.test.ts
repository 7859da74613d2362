import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { getBuiltSite, listPageFiles, listRedirectFiles, readSiteFile, SITE_NAMES } from './support/built-site.ts';
import { listFolderFiles } from './support/project-copy.ts';

describe.each(SITE_NAMES)('a shortened URL of the site “%s”', (name) => {
  const site = getBuiltSite(name);

  /** Lists the folder of a file, and the folders above it. */
  const listFolders = (file: string): string[] => {
    const folder = dirname(file);
    return folder === '.' ? [] : [folder, ...listFolders(folder)];
  };

  test('has a page or leads to one', () => {
    const files = listFolderFiles(site.dist, '{api/v1,charts,data}/{*,*/*,indicators/**}');
    const folders = new Set([...listPageFiles(site), ...files].flatMap(listFolders));
    expect(folders.size).toBeGreaterThan(40);
    expect([...folders].filter((folder) => !existsSync(join(site.dist, folder, 'index.html')))).toEqual([]);
  });

  test('that redirects leads to a page that exists', () => {
    const targets = listRedirectFiles(site).map((file) => /url=([^"#]+)/.exec(readSiteFile(site, file))?.[1] ?? '');
    expect(targets.length).toBeGreaterThan(10);
    const missing = targets.filter(
      (target) => !existsSync(join(site.dist, target.slice(site.base.length), 'index.html')),
    );
    expect(missing).toEqual([]);
  });
});
