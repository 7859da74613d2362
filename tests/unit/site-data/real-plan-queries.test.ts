import { describe, expect, test } from 'vitest';
import { itemKinds, type ItemKind } from '../../../src/model/value-lists.ts';
import { countThemeItems } from '../../../src/site-data/item-counts.ts';
import {
  findPlanItemsOnTopic,
  listDescendants,
  listPlanItemsWithPages,
} from '../../../src/site-data/plan-item-queries.ts';
import { findSimilarMeasures } from '../../../src/site-data/similar-measures.ts';
import { listThemeWords } from '../../../src/site-data/theme-comparison.ts';
import { openSharedSite } from '../../support/shared-sites.ts';
import { readFileText, REPOSITORY_FOLDER } from '../../support/source-modules.ts';

const siteData = openSharedSite(REPOSITORY_FOLDER);

describe('similar measures', () => {
  const similar = findSimilarMeasures(siteData);
  const pairs = [...similar].flatMap(([id, others]) => others.map((other) => ({ id, ...other })));

  test('exist for every measure with a page, and for no other plan item', () => {
    const measures = siteData.planItems.filter((item) => item.kind === 'measure' && siteData.hasOwnPage(item));
    expect([...similar.keys()]).toEqual(measures.map(({ id }) => id));
  });

  test('are at most three of other municipalities with a shared theme, the most similar first', () => {
    expect(pairs).not.toEqual([]);
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

  test('have the same similarity in both directions', () => {
    const mutual = pairs.flatMap(({ id, measure, score }) => {
      const back = similar.get(measure.id)?.find((one) => one.measure.id === id);
      return back ? [{ score, back: back.score }] : [];
    });
    expect(mutual).not.toEqual([]);
    for (const { score, back } of mutual) expect(back).toBeCloseTo(score, 12);
  });

  test('name only words that are in both', () => {
    const textOf = (id: string) =>
      [siteData.planItem(id), ...listDescendants(siteData, siteData.planItem(id))]
        .map(({ title, summary }) => title + summary)
        .join('\n');
    expect(pairs.flatMap(({ words }) => words)).not.toEqual([]);
    for (const { id, measure, words } of pairs)
      for (const word of words) {
        expect(textOf(id)).toContain(word);
        expect(textOf(measure.id)).toContain(word);
      }
  });
});

describe('the words of a theme', () => {
  test('are in the plan items of each named municipality', () => {
    const found = siteData.themes.flatMap(({ id }) => listThemeWords(siteData, id).map((one) => ({ id, ...one })));
    expect(found).not.toEqual([]);
    for (const { id, word, cities } of found) {
      expect(cities.length).toBeGreaterThan(1);
      for (const city of cities) {
        const items = siteData.planItemsWithTheme(id).filter(({ municipality }) => municipality === city);
        expect(items.some(({ title, summary }) => `${title}\n${summary}`.includes(word))).toBe(true);
      }
    }
  });
});

describe('the text of a municipality about a topic', () => {
  const texts = siteData.topics.flatMap((topic) =>
    siteData.municipalities.map(({ id }) => ({ topic, found: findPlanItemsOnTopic(siteData, topic, id) })),
  );

  test('uses one of its words', () => {
    expect(texts.flatMap(({ found }) => found)).not.toEqual([]);
    for (const { topic, found } of texts)
      for (const { title, summary } of found)
        expect(topic.words.some((word) => `${title}\n${summary}`.includes(word))).toBe(true);
  });

  test('names the action rather than the measure above it', () => {
    for (const { found } of texts)
      for (const item of found)
        expect(listDescendants(siteData, item).filter((below) => found.includes(below))).toEqual([]);
  });
});

test('a topic has every item that the page about the method says it has', () => {
  const kinds: readonly ItemKind[] = ['measure', 'action', 'outcome', 'programme'];
  const text = readFileText('content/guides/method.mdx');
  expect(text).toContain(`${kinds.map((kind) => itemKinds.words[kind]).join('、')}の名前か要約に出てくるか`);
  expect(text).toContain('下の項目にも出てくるときは、下の項目だけを数えます');
  for (const { words, otherPhrases, ...topic } of siteData.topics) {
    const said = siteData.planItems.filter(({ kind, title, summary }) => {
      const rest = otherPhrases.reduce((left, phrase) => left.replaceAll(phrase, ' '), `${title}\n${summary}`);
      return kinds.includes(kind) && words.some((word) => rest.includes(word));
    });
    const lowest = said.filter((item) => !listDescendants(siteData, item).some((below) => said.includes(below)));
    for (const { id } of siteData.municipalities)
      expect(findPlanItemsOnTopic(siteData, { ...topic, words, otherPhrases }, id)).toEqual(
        lowest.filter(({ municipality }) => municipality === id),
      );
  }
});

describe('counts', () => {
  test('of a theme in all municipalities add up to its actions', () => {
    for (const { id } of siteData.themes) {
      const all = siteData.planItemsWithTheme(id).filter(({ kind }) => kind === 'action').length;
      const cities = siteData.municipalities.map((city) => countThemeItems(siteData, id, [city.id]));
      expect(cities.reduce((sum, count) => sum + count, 0)).toBe(all);
    }
  });

  test('of pages include every policy except the only item at the top', () => {
    for (const { id } of siteData.plans) {
      const [root, ...others] = siteData.rootItemsOf(id);
      const policies = siteData
        .planItemsOf(id)
        .filter((item) => item.kind === 'policy' && (others.length > 0 || item !== root));
      expect(listPlanItemsWithPages(siteData, id)).toEqual(expect.arrayContaining(policies));
    }
  });
});
