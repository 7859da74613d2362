import { describe, expect, test } from 'vitest';
import { alignReading, type RubyPart } from '../../../src/model/reading-alignment.ts';
import { listTitleReadings } from '../../../src/site-data/title-readings.ts';
import { EXAMPLE_SITE } from '../../support/example-site.ts';
import { openSharedSite } from '../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

const formatParts = (parts: readonly RubyPart[]) =>
  parts.map((part) => (typeof part === 'string' ? part : `${part[0]}[${part[1]}]`)).join('');

describe.each([
  ['site', REPOSITORY_FOLDER],
  ['fictional town', EXAMPLE_SITE],
])('the readings of the %s', (_, folder) => {
  const siteData = openSharedSite(folder);
  const { planItems, plans, municipalities, themes, terms, zones } = siteData;

  test('exist for every item, plan, municipality, zone, theme and term, and fit its name in one way', () => {
    const named = [planItems, municipalities, themes, terms, zones]
      .flat()
      .map(({ title, reading }) => [title, reading]);
    const all = [...named, ...plans.map(({ shortTitle, reading }) => [shortTitle, reading])];
    const wrong = all.filter(([title = '', reading = '']) => !alignReading(title, reading).ok);
    expect(wrong).toEqual([]);
  });

  test('are the same for one name', () => {
    const byName = Map.groupBy(planItems, ({ title }) => title);
    expect([...byName.values()].filter((same) => new Set(same.map(({ reading }) => reading)).size > 1)).toEqual([]);
  });
});

test('the names with readings are those with kanji', () => {
  const names = listTitleReadings(openSharedSite(REPOSITORY_FOLDER)).map(formatParts);
  expect(names).toContain('市民参画意識[しみんさんかくいしき]の高揚[こうよう]');
  expect(names).toContain('柏原市[かしわらし]');
  expect(names).toContain('計画[けいかく]');
  expect(names.filter((name) => !name.includes('['))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});

describe('a name', () => {
  const siteData = openSharedSite(EXAMPLE_SITE);
  const [sample] = siteData.terms;
  const listNames = (...readings: readonly (readonly [title: string, reading: string])[]) => {
    const terms = sample ? readings.map(([title, reading]) => ({ ...sample, title, reading })) : [];
    return listTitleReadings({ ...siteData, terms }).map(formatParts);
  };

  test('has a reading if all its readings are the same', () => {
    expect(listNames(['生花', 'せいか'], ['生花', 'せいか'])).toContain('生花[せいか]');
    expect(listNames(['生花', 'せいか'], ['生花', 'いけばな']).join()).not.toContain('生花');
  });

  test('has none if it is a single character, or if the reading does not fit', () => {
    expect(listNames(['札', 'ふだ'], ['札の数え方', 'かぞえかた']).join()).not.toContain('札');
  });

  test('is that of a plan, an item, a municipality, a zone, a theme or a term', () => {
    const { planItems, plans, municipalities, zones, themes, terms } = siteData;
    const names = listTitleReadings(siteData).map(formatParts);
    const lists = [planItems, municipalities, zones, themes, terms].map((list) => list.map(({ title }) => title));
    for (const titles of [...lists, plans.map(({ shortTitle }) => shortTitle)])
      expect(names.some((name) => titles.includes(name.replace(/\[[^\]]*\]/g, '')))).toBe(true);
  });
});
