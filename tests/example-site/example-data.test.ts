import { describe, expect, test } from 'vitest';
import { ownMethodReasons, notRatedReasons, progressStatuses } from '../../src/model/progress-status.ts';
import { bandScales } from '../../src/model/value-lists.ts';
import { EXAMPLE_SITE } from '../support/example-site.ts';
import { openSharedSite } from '../support/shared-sites.ts';

const siteData = openSharedSite(EXAMPLE_SITE);
const ratings = siteData.ratings.map((rating) => ({
  ...rating,
  plan: rating.indicator.split('/')[0] ?? '',
}));
const unique = (values: readonly (string | null | undefined)[]) =>
  [...new Set(values.flatMap((value) => value ?? []))].sort();

describe('見本市, the fictional town', () => {
  test('has an indicator for every case', () => {
    expect(siteData.indicators).toHaveLength(42);
  });

  test('has every status by the common method, and every reason except one that comes with a warning', () => {
    const common = ratings.filter(({ method }) => method === 'linear');
    expect(unique(common.map(({ status }) => status))).toEqual(Object.keys(progressStatuses).sort());
    const { 'counted-differently': _warned, ...reasons } = notRatedReasons;
    expect(unique(common.map(({ reason }) => reason))).toEqual(Object.keys(reasons).sort());
  });

  test('has every symbol of every plan', () => {
    const used = ratings.map(({ plan, band }) => band && `${plan} ${band.symbol}`);
    expect(unique(used)).toEqual(unique(siteData.bands.map(({ plan, symbol }) => `${plan} ${symbol}`)));
    expect(new Set(siteData.bands.map(({ plan }) => plan)).size).toBeGreaterThan(1);
  });

  test('has bands of every scale, and every reason why a plan’s own method returns no rating', () => {
    const scales = unique(ratings.map(({ band }) => band?.scale));
    expect(scales).toEqual(Object.keys(bandScales.words).sort());
    const reasons = unique(ratings.filter(({ method }) => method === 'own').map(({ reason }) => reason));
    const ownReasons = Object.keys(ownMethodReasons).filter((reason) => !(reason in notRatedReasons));
    expect(reasons).toEqual(ownReasons.sort());
  });

  test('has two ratings of each indicator: one by each method', () => {
    expect(ratings).toHaveLength(84);
  });

  test('says in the note of every indicator that its numbers are made up', () => {
    expect(siteData.indicators.filter(({ note }) => !note.includes('架空')).map(({ id }) => id)).toEqual([]);
  });

  test('has a revised target, and keeps both targets', () => {
    const id = 'mihon-minato/beach-cleanings';
    expect(siteData.indicators.find((indicator) => indicator.id === id)?.target.text).toBe('30回');
    expect(siteData.targetsOf(id).map(({ text }) => text)).toEqual(['24回', '30回']);
  });

  test('has an indicator of two measures', () => {
    expect(siteData.indicators.filter(({ nodes }) => nodes.length > 1).map(({ id }) => id)).toEqual([
      'mihon-midori/parks-cared',
    ]);
  });
});

test('the note of each indicator names its actual ratings', () => {
  const wrong = siteData.indicators.flatMap(({ id, note, progress }) => {
    const match = /（(.)、共通の方法では(.+)）。$/.exec(note);
    if (!match) return [];
    const isTrue = match[1] === progress.own?.symbol && match[2] === progressStatuses[progress.status];
    return isTrue ? [] : [`${id}: ${note}`];
  });
  expect(wrong).toEqual([]);
});
