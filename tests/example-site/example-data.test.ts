import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { releaseFiles } from '../../src/model/data-release.ts';
import { ownMethodReasons, notRatedReasons, progressStatuses } from '../../src/model/progress-status.ts';
import { bandScales } from '../../src/model/value-lists.ts';
import { readReleasedTables } from '../../src/open-data/released-tables.ts';
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

  test.each([
    ['mihon-kurashi/bus-rides', '150千人', ['180千人 ', '150千人 2025-04-01']],
    ['mihon-minato/beach-cleanings', '30回', ['24回 ', '30回 2025-04-01']],
    ['mihon-sogo/sns-followers', '20千人', ['18千人 ', '16千人 2023-03-31', '20千人 2026-04-01']],
    ['mihon-sogo/wait-time', '10分以下', ['10分以下 ', '16分以下 2023-03-31', '18分以下 2026-01-15']],
  ])('keeps the targets of %s before and after they were revised', (id, current, all) => {
    expect(siteData.indicators.find((indicator) => indicator.id === id)?.target.text).toBe(current);
    expect(siteData.targetsOf(id).map(({ text, set }) => `${text} ${set ?? ''}`)).toEqual(all);
  });

  test('has an indicator of two measures', () => {
    expect(siteData.indicators.filter(({ nodes }) => nodes.length > 1).map(({ id }) => id)).toEqual([
      'mihon-midori/parks-cared',
    ]);
  });
});

test('each note that names ratings of its indicator names the actual ones', () => {
  const named = siteData.indicators.flatMap(({ id, note, progress }) => {
    const match = /（(.)、共通の方法では(.+)）。$/.exec(note);
    if (!match) return [];
    const isTrue = match[1] === progress.own?.symbol && match[2] === progressStatuses[progress.status];
    return [{ id, note, isTrue }];
  });
  expect(named.filter(({ isTrue }) => !isTrue)).toEqual([]);
  expect(named).toHaveLength(19);
});

/** The releases, the first one first, with their tables. */
const releases = siteData.releases.toReversed().map((release) => ({
  ...release,
  tables: readReleasedTables(release),
  sources: z
    .array(z.object({ id: z.string(), issued: z.string().nullable(), checked: z.string() }))
    .parse(JSON.parse(strFromU8(unzipSync(release.readFile(releaseFiles.tables))['sources.json'] ?? new Uint8Array()))),
}));

describe.each(releases)('the release $version of 見本市', ({ date, tables, sources }) => {
  test('has only documents, results and targets of its day', () => {
    const days = [
      ...sources.flatMap(({ issued, checked }) => [issued, checked]),
      ...tables.observations.map(({ end }) => end),
      ...(tables.targets ?? []).map(({ set }) => set),
    ];
    expect(days.filter((day) => day !== null && day > date)).toEqual([]);
  });

  test('has what notices until its day announce, and nothing that later ones announce', () => {
    const listTexts = (id: string) =>
      [tables.targets ?? [], tables.observations].flatMap((rows) =>
        rows.filter(({ indicator }) => indicator === id).map(({ text }) => text),
      );
    const facts = siteData.changes.flatMap(({ id, date: day, subjects, after }) =>
      subjects.flatMap((subject) => {
        const isPlan = siteData.plans.some((plan) => plan.id === subject);
        const isIndicator = siteData.indicators.some((one) => one.id === subject);
        if (!isPlan && !isIndicator) return [];
        const isThere = isPlan ? tables.plans.some((plan) => plan.id === subject) : listTexts(subject).includes(after);
        return [{ notice: `${id} ${subject}`, isThere, isDue: day <= date }];
      }),
    );
    expect(facts).not.toEqual([]);
    expect(facts.filter(({ isThere, isDue }) => isThere !== isDue)).toEqual([]);
  });
});
