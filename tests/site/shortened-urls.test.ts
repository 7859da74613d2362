import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { getBuiltSite, listPageFiles, listRedirectFiles, readSiteFile, SITE_NAMES } from './support/built-site.ts';

describe.each(SITE_NAMES)('a shortened URL of the site “%s”', (name) => {
  const site = getBuiltSite(name);

  /** Lists the folders of all pages, and the folders above them. */
  const listFolders = (file: string): string[] => {
    const folder = dirname(file);
    return folder === '.' ? [] : [folder, ...listFolders(folder)];
  };

  test('has a page or leads to one', () => {
    const folders = new Set([...listPageFiles(site), 'api/v1/index.json', 'data/codes/kinds.csv'].flatMap(listFolders));
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
