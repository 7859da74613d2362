import { describe, expect, test } from 'vitest';
import { createMadeUpSite } from '../../../examples/design/made-up-site.ts';

const siteData = createMadeUpSite('#here');

describe('the made-up site of the examples', () => {
  test('has one diagnostic, a plan without actions, which is a hard case', () => {
    expect(siteData.warnings.map(({ code }) => code)).toEqual(['plan-without-actions']);
  });

  test('calls its site, plans and themes fictional', () => {
    const texts = [...siteData.plans.map(({ kind }) => kind), ...siteData.themes.map(({ description }) => description)];
    expect(texts.filter((text) => !text.includes('架空'))).toEqual([]);
    expect(siteData.site.fictional).toBe(true);
  });

  test('links only to one URL, because its pages do not exist', () => {
    const { municipalities, plans, planItems, indicators, themes, terms, zones, guides } = siteData;
    const urls = [municipalities, plans, planItems, indicators, themes, terms, zones, guides].flatMap((records) =>
      records.map(({ url }) => url),
    );
    expect(new Set(urls)).toEqual(new Set(['#here']));
  });

  test('never returns a URL of the real site', () => {
    const { absolute, compare, indicatorPicture, municipalityFeed, indicatorFeed, ...others } = siteData.urls;
    expect(new Set(Object.values(others).map((getUrl) => getUrl('a', 'b')))).toEqual(new Set(['#here']));
    expect([compare(), municipalityFeed('a', 'xml'), indicatorFeed('a', 'xml')]).toEqual(Array(3).fill('#here'));
    expect([absolute('#here'), indicatorPicture('none')]).toEqual(['https://example.com/#here', '#here']);
  });

  test('contains its picture in the URL', () => {
    expect(decodeURIComponent(siteData.urls.indicatorPicture('kakuu/sns'))).toMatch(/^data:image\/svg\+xml,<svg /);
    expect(siteData.urls.indicatorPicture('kakuu/walk')).toBe('#here');
  });
});
