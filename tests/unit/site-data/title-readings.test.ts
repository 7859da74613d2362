import { describe, expect, test } from 'vitest';
import { alignReading, type RubyPart } from '../../../src/model/reading-alignment.ts';
import { listTitleReadings } from '../../../src/site-data/title-readings.ts';
import { EXAMPLE_SITE } from '../../support/example-site.ts';
import { openSharedSite } from '../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

const formatParts = (parts: readonly RubyPart[]) =>
  parts.map((part) => (typeof part === 'string' ? part : `${part[0]}[${part[1]}]`)).join('');

describe.each([
  ['five cities', REPOSITORY_FOLDER],
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
