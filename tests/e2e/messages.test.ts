import { describe, expect, test } from 'vitest';
import { messages } from '../../src/problems/messages.ts';
import { idsOn, read, siteNamed, SITES } from './support/site.ts';

describe.each(SITES)('the page of messages of the site “%s”', (name) => {
  test('has an anchor for every code', () => {
    const ids = idsOn(read(siteNamed(name), 'about/messages/index.html'));
    expect(Object.keys(messages).filter((code) => !ids.has(code))).toEqual([]);
  });

  test('is led to from the pages about the site', () => {
    const site = siteNamed(name);
    expect(read(site, 'about/index.html')).toContain(`href="${site.base}about/messages/"`);
  });
});
