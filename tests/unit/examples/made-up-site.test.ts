import { describe, expect, test } from 'vitest';
import { createMadeUpSite } from '../../../examples/design/made-up-site.ts';

const siteData = createMadeUpSite('#here');

describe('the made-up town of the examples', () => {
  test('has no problem but a plan without actions, which is one of the hard cases', () => {
    expect(siteData.warnings.map(({ code }) => code)).toEqual(['plan-without-actions']);
  });

  test('says of its site, its plans and its themes that they are made up', () => {
    const said = [
      ...siteData.plans.map(({ kind }) => kind),
      ...siteData.themes.map(({ description }) => description),
    ];
    expect(said.filter((words) => !words.includes('架空'))).toEqual([]);
    expect(siteData.site.fictional).toBe(true);
  });

  test('links to one place alone, as none of its pages is published', () => {
    const { municipalities, plans, planItems, indicators, themes, terms, zones, guides } = siteData;
    const urls = [municipalities, plans, planItems, indicators, themes, terms, zones, guides].flatMap(
      (records) => records.map(({ url }) => url),
    );
    expect(new Set(urls)).toEqual(new Set(['#here']));
  });

  test('has no address of the real site, whatever is asked for', () => {
    const { absolute, compare, indicatorPicture, ...others } = siteData.urls;
    expect(new Set(Object.values(others).map((address) => address('a', 'b')))).toEqual(new Set(['#here']));
    expect(compare('action')).toBe('#here');
    expect([absolute('#here'), indicatorPicture('none')]).toEqual(['https://example.com/#here', '#here']);
  });

  test('has its picture in the address itself', () => {
    expect(decodeURIComponent(siteData.urls.indicatorPicture('kakuu/sns'))).toMatch(
      /^data:image\/svg\+xml,<svg /,
    );
    expect(siteData.urls.indicatorPicture('kakuu/walk')).toBe('#here');
  });
});
