import { describe, expect, test } from 'vitest';
import { messageCatalogue } from '../../src/diagnostics/catalogue/message-catalogue.ts';
import { findElementIds, readSiteFile, getBuiltSite, SITE_NAMES } from './support/built-site.ts';

describe.each(SITE_NAMES)('the page of messages of the site “%s”', (name) => {
  test('has an anchor for every code', () => {
    const ids = findElementIds(readSiteFile(getBuiltSite(name), 'about/messages/index.html'));
    expect(Object.keys(messageCatalogue).filter((code) => !ids.has(code))).toEqual([]);
  });

  test('is linked from the about page', () => {
    const site = getBuiltSite(name);
    expect(readSiteFile(site, 'about/index.html')).toContain(`href="${site.base}about/messages/"`);
  });
});
