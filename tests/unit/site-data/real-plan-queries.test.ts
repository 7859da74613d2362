import { describe, expect, test } from 'vitest';
import { compareTheme } from '../../../src/site-data/theme-comparison.ts';
import {
  countActions,
  countDescendantActions,
  findPlanItemsOnTopic,
  listDescendants,
  listOverviewItems,
  listPlanItemsWithPages,
} from '../../../src/site-data/plan-item-queries.ts';
import { openSharedSite } from '../../support/shared-sites.ts';
import { findSimilarMeasures } from '../../../src/site-data/similar-measures.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

const siteData = openSharedSite(REPOSITORY_FOLDER);

describe('similar measures', () => {
  const similar = findSimilarMeasures(siteData);

  test('are told for every measure with a page, and for nothing else', () => {
    const measures = siteData.planItems.filter((node) => node.kind === 'measure' && siteData.hasOwnPage(node));
    expect([...similar.keys()]).toEqual(measures.map(({ id }) => id));
  });

  test('stand in other cities, share a theme, and come nearest first, three at most', () => {
    for (const [id, others] of similar) {
      const own = siteData.planItem(id);
      const scores = others.map(({ score }) => score);
      expect(others.length).toBeLessThanOrEqual(3);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      for (const { measure, themes } of others) {
        expect(measure.municipality).not.toBe(own.municipality);
        expect(themes.length).toBeGreaterThan(0);
      }
    }
  });

  test('are as near one way as the other', () => {
    for (const [id, others] of similar)
      for (const { measure, score } of others) {
        const back = similar.get(measure.id)?.find((one) => one.measure.id === id);
        if (back) expect(back.score).toBeCloseTo(score, 12);
      }
  });

  test('name only words that stand in both', () => {
    const textOf = (id: string) =>
      [siteData.planItem(id), ...listDescendants(siteData, siteData.planItem(id))]
        .map(({ title, summary }) => title + summary)
        .join('\n');
    for (const [id, others] of similar)
      for (const { measure, words } of others)
        for (const word of words) {
          expect(textOf(id)).toContain(word);
          expect(textOf(measure.id)).toContain(word);
        }
  });

  test('are the same each time', () => {
    const scores = (map: typeof similar) => [...map].map(([id, list]) => [id, list.map(({ score }) => score)]);
    expect(scores(findSimilarMeasures(siteData))).toEqual(scores(similar));
  });
});

describe('the comparison of a theme', () => {
  test('shares only words that stand in the nodes of each named city', () => {
    for (const { id } of siteData.themes)
      for (const { word, cities } of compareTheme(siteData, id).sharedWords) {
        expect(cities.length).toBeGreaterThan(1);
        for (const city of cities) {
          const nodes = siteData.planItemsWithTheme(id).filter(({ municipality }) => municipality === city);
          expect(nodes.some(({ title, summary }) => `${title}\n${summary}`.includes(word))).toBe(true);
        }
      }
  });

  test('gives a city no word that another city uses under the theme', () => {
    for (const { id } of siteData.themes)
      for (const [city, words] of compareTheme(siteData, id).ownWords)
        for (const word of words) {
          const elsewhere = siteData.planItemsWithTheme(id).filter(({ municipality }) => municipality !== city);
          // Inside a longer word it may stand elsewhere (データ in オープンデータ); as a word of its own it must not.
          const alone = new RegExp(`(?<![一-龠々ァ-ヶー])${word}(?![一-龠々ァ-ヶー])`);
          const found = elsewhere.filter(({ title, summary }) => alone.test(`${title}\n${summary}`));
          expect(found.map((node) => node.id)).toEqual([]);
        }
  });
});

describe('what a city says about a topic', () => {
  test('uses one of its words', () => {
    for (const topic of siteData.topics)
      for (const { id } of siteData.municipalities)
        for (const { title, summary } of findPlanItemsOnTopic(siteData, topic, id))
          expect(topic.words.some((word) => `${title}\n${summary}`.includes(word))).toBe(true);
  });

  test('names the action rather than the measure above it', () => {
    for (const topic of siteData.topics)
      for (const { id } of siteData.municipalities) {
        const found = findPlanItemsOnTopic(siteData, topic, id);
        for (const node of found)
          expect(listDescendants(siteData, node).filter((below) => found.includes(below))).toEqual([]);
      }
  });
});

describe('counts', () => {
  test('of the fields of a plan add up to its actions', () => {
    for (const { id } of siteData.plans) {
      const actions = siteData.planItemsOf(id).filter(({ kind }) => kind === 'action').length;
      const fields = listOverviewItems(siteData, id).map((node) => countDescendantActions(siteData, node));
      expect(fields.reduce((sum, count) => sum + count, 0)).toBe(actions);
    }
  });

  test('of a theme over the cities add up to its actions', () => {
    for (const { id } of siteData.themes) {
      const all = siteData.planItemsWithTheme(id).filter(({ kind }) => kind === 'action').length;
      const cities = siteData.municipalities.map((city) => countActions(siteData, id, city.id));
      expect(cities.reduce((sum, count) => sum + count, 0)).toBe(all);
    }
  });

  test('of pages hold every policy', () => {
    for (const { id } of siteData.plans) {
      const policies = siteData.planItemsOf(id).filter(({ kind }) => kind === 'policy');
      expect(listPlanItemsWithPages(siteData, id)).toEqual(expect.arrayContaining(policies));
    }
  });
});
