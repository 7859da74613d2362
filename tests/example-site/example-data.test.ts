import { describe, expect, test } from 'vitest';
import { ownMethodReasons, notRatedReasons, progressStatuses } from '../../src/model/progress-status.ts';
import { bandScales } from '../../src/model/value-lists.ts';
import { validateSite } from '../../src/validation/validate-site.ts';
import { openSiteFolder } from '../../src/input/site-folder.ts';
import { openSharedSite } from '../support/shared-sites.ts';
import { EXAMPLE_SITE } from '../support/example-site.ts';

const siteData = openSharedSite(EXAMPLE_SITE);
const ratings = siteData.ratings.map((rating) => ({
  ...rating,
  plan: rating.indicator.split('/')[0] ?? '',
}));
const unique = (values: readonly (string | null | undefined)[]) =>
  [...new Set(values.flatMap((value) => value ?? []))].sort();

describe('見本市, the fictional town', () => {
  test('has forty indicators', () => {
    expect(siteData.indicators).toHaveLength(40);
  });

  test('reaches every state and every reason by the common method', () => {
    const common = ratings.filter(({ method }) => method === 'linear');
    expect(unique(common.map(({ status }) => status))).toEqual(Object.keys(progressStatuses).sort());
    expect(unique(common.map(({ reason }) => reason))).toEqual(Object.keys(notRatedReasons).sort());
  });

  test('reaches every symbol of every plan', () => {
    const { parsedSite } = validateSite(openSiteFolder(EXAMPLE_SITE));
    for (const { id, bands } of parsedSite?.plans ?? []) {
      const met = ratings.filter(({ plan }) => plan === id).map(({ band }) => band?.symbol);
      expect([id, unique(met)]).toEqual([id, unique(bands.rows.map(({ fields }) => fields.symbol))]);
    }
  });

  test('rates by every scale, and tells why a plan’s own method gives nothing', () => {
    const used = unique(ratings.map(({ band }) => band?.scale));
    expect(used).toEqual(Object.keys(bandScales.words).sort());
    const why = unique(ratings.filter(({ method }) => method === 'own').map(({ reason }) => reason));
    const own = Object.keys(ownMethodReasons).filter((reason) => !(reason in notRatedReasons));
    expect(why).toEqual(own.sort());
  });

  test('has a rating of each indicator by each of two methods', () => {
    expect(ratings).toHaveLength(80);
  });

  test('says of every indicator that its figures are made up', () => {
    expect(siteData.indicators.filter(({ note }) => !note.includes('架空')).map(({ id }) => id)).toEqual([]);
  });

  test('has a revised target, both of which are kept', () => {
    const id = 'mihon-minato/beach-cleanings';
    expect(siteData.indicators.find((one) => one.id === id)?.target.text).toBe('30回');
    expect(siteData.targetsOf(id).map(({ text }) => text)).toEqual(['24回', '30回']);
  });

  test('has an indicator of two measures', () => {
    expect(siteData.indicators.filter(({ nodes }) => nodes.length > 1).map(({ id }) => id)).toEqual([
      'mihon-midori/parks-cared',
    ]);
  });
});

test('what the note of each indicator says of its ratings is true', () => {
  const wrong = siteData.indicators.flatMap(({ id, note, progress }) => {
    const said = /（(.)、共通の方法では(.+)）。$/.exec(note);
    if (!said) return [];
    const holds = said[1] === progress.own?.symbol && said[2] === progressStatuses[progress.status];
    return holds ? [] : [`${id}: ${note}`];
  });
  expect(wrong).toEqual([]);
});
