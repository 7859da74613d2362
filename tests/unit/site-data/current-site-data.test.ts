import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import {
  clearSiteData,
  getSiteData,
  getSiteOptions,
  setSiteOptions,
  withSiteData,
} from '../../../src/site-data/current-site-data.ts';
import { openSiteData } from '../../../src/site-data/open-site-data.ts';
import { editFixtureFile, writeFixture, createFixtureSite, FIXTURE_SITES } from '../../support/fixture-site.ts';

afterEach(() => {
  setSiteOptions({ root: process.cwd() });
});

describe('the site data of a process', () => {
  test('is read once', () => {
    setSiteOptions({ root: createFixtureSite() });
    expect(getSiteData()).toBe(getSiteData());
  });

  test('is read again after it is forgotten', () => {
    const root = createFixtureSite();
    setSiteOptions({ root });
    const before = getSiteData().theme('digital').title;
    writeFixture(root, editFixtureFile('data/themes.csv', 'digital,デジタル', 'digital,電子'));
    clearSiteData();
    expect([before, getSiteData().theme('digital').title]).toEqual(['デジタル', '電子']);
  });

  test('is read from the last folder that was set', () => {
    setSiteOptions({ root: createFixtureSite() });
    getSiteData();
    setSiteOptions({ root: createFixtureSite(), base: '/plans/' });
    expect(getSiteData().site.base).toBe('/plans/');
  });
});

test('the current options can be read', () => {
  setSiteOptions({ root: '/a', base: '/b/' });
  expect(getSiteOptions()).toEqual({ root: '/a', base: '/b/' });
});

describe('other site data', () => {
  const other = openSiteData({ root: join(FIXTURE_SITES, 'sound'), base: '/other/' });
  const base = () => getSiteData().site.base;

  test('is available only inside the callback', async () => {
    setSiteOptions({ root: createFixtureSite() });
    const within = withSiteData(other, async () => {
      await Promise.resolve();
      return base();
    });
    expect([await within, base()]).toEqual(['/other/', '/']);
  });

  test('is not forgotten when a file changes', () => {
    setSiteOptions({ root: createFixtureSite() });
    const otherBase = withSiteData(other, () => {
      clearSiteData();
      return base();
    });
    expect([otherBase, base()]).toEqual(['/other/', '/']);
  });
});
