import { expect, test } from 'vitest';
import { listGuideLinks } from '../../../src/site-data/guide-links.ts';
import { openSharedSite } from '../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

test('the pages about a site without a contact say how to report errors', () => {
  const siteData = openSharedSite(REPOSITORY_FOLDER);
  const find = (contact: string, guides = siteData.guides) => {
    const links = listGuideLinks({ ...siteData, guides, site: { ...siteData.site, contact } });
    return links.find(({ title }) => title.startsWith('まちがい'))?.url;
  };
  expect(find('')).toBe('/about/sources/#まちがいを見つけたら');
  // The foot of each page has the contact.
  expect(find('kikaku@mihon.example')).toBeUndefined();
  expect(find('', [])).toBeUndefined();
});
