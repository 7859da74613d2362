import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { countPlanLevels } from '../../src/site-data/item-counts.ts';
import { openSharedSite } from '../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../support/source-modules.ts';
import { getBuiltSite, readSiteFile } from './support/built-site.ts';
import { readText } from './support/page-html.ts';

const site = getBuiltSite('root');
const siteData = openSharedSite(REPOSITORY_FOLDER);
const { plans, themes, municipalities } = siteData;

const readPage = (path: string) => readSiteFile(site, `${path.slice(1)}index.html`);

const Nodes = z.object({
  data: z.array(
    z.object({
      plan: z.string(),
      municipality: z.string(),
      kind: z.string(),
      level: z.string(),
      themes: z.string().array(),
    }),
  ),
});
const nodes = Nodes.parse(JSON.parse(readSiteFile(site, 'api/v1/nodes.json'))).data;

test.each(['/', '/explore/', '/compare/', '/embed/compare/'])(
  'the numbers of actions at %s do not show how eager a city is',
  (path) => {
    expect(readText(readPage(path))).toContain('数の多さは、取組の熱心さを示すものではありません。');
  },
);

describe.each(plans.map((plan) => ({ plan, id: plan.id })))('the items of $id', ({ plan }) => {
  const counts = countPlanLevels(siteData, plan);
  const words = counts.map(({ level, count }) => `${level}${count}件`).join('、');

  test('are counted alike on the pages of the plan and the city', () => {
    const readCounts = (path: string) => readText(readPage(path)).replace('（このサイトでは取組）', '');
    expect(readCounts(plan.url)).toContain(words);
    expect(readCounts(siteData.municipality(plan.municipality).url)).toContain(`のせた部分に、${words}`);
  });

  test('are counted alike on the cards of the home page and the list of plans', () => {
    for (const page of ['/', '/plans/']) {
      const card =
        readPage(page)
          .split('<li class="card"')
          .slice(1)
          .find((html) => html.includes(`href="${plan.url}"`)) ?? '';
      const [, count, words] = /class="figure-line num">\s*(\d+)\s*<small>\s*つ?の([^<]+)</.exec(card) ?? [];
      const [, ownWord = words] = /取組の呼び名：([^<]+?)\s*</.exec(card) ?? [];
      expect(counts).toContainEqual({ level: ownWord, count: Number(count) });
    }
  });

  test('are as many in the API, but for the item that repeats the plan’s title', () => {
    const published = nodes.filter((node) => node.plan === plan.id);
    for (const { level, count } of counts.filter((one) => plan.levels.some(({ title }) => title === one.level)))
      expect(
        published.filter((node) => node.level === level),
        level,
      ).toHaveLength(count);
  });

  test('are counted alike in the feed, whose entry is a row of data/changes.csv', () => {
    const entry = readSiteFile(site, 'feed.xml')
      .split('<entry>')
      .find((text) =>
        text.includes(`計画をのせました：${siteData.municipality(plan.municipality).title} ${plan.title}<`),
      );
    expect(entry).toBeDefined();
    const hasGrown = siteData.changes.some(
      ({ before, subjects }) => before === '' && subjects.some((id) => id.startsWith(`${plan.id}/`)),
    );
    const pairs = [...(entry?.match(/<summary>.*（(.*)）/)?.[1] ?? '').matchAll(/([^、]*?)(\d+)(?:、|$)/g)];
    expect(pairs).not.toEqual([]);
    const indicators = { level: '指標', count: siteData.indicatorsOf(plan.id).length };
    for (const [, level, count] of hasGrown ? [] : pairs)
      expect([...counts, indicators]).toContainEqual({ level, count: Number(count) });
  });
});

test('the links of the table of actions say each count once, with the number that it is a part of', () => {
  const names = [...readPage('/compare/').matchAll(/<td>\s*<a [^>]*aria-label="([^"]*)"/g)].map(([, name]) => name);
  expect(names).toContain('7件（取組46件のうち）、財政、蕨市');
  expect(names.filter((name) => name?.includes('全体'))).toEqual([]);
});

test.each(['action', 'measure', 'outcome'])(
  'the table that compares items of the kind %s counts each level alone',
  (kind) => {
    const page = readPage(kind === 'action' ? '/compare/' : `/compare/kind/${kind}/`);
    const [table = '', rest = ''] = page.replace(/[\s\S]*<table class="matrix/, '').split('</table>');
    const [names = '', notes = '', ...rows] = table.split('<tr>').slice(1);
    const [, missing = ''] = /数えた項目がないテーマ：(.*?)<\/p>/s.exec(rest) ?? [];
    const listed = themes.filter(({ title }) => !missing.split('、').includes(title));
    expect(
      nodes.filter((node) => node.kind === kind && !node.themes.every((id) => listed.some((one) => one.id === id))),
    ).toEqual([]);
    const levels = notes.split('</th>').map((cell) => {
      const texts = [...cell.replaceAll('<wbr>', '').matchAll(/<small>([^<]*)</g)].map(([, note = '']) => note);
      return texts.find((note) => !/終了|^全体/.test(note));
    });
    const columns = [...names.matchAll(/<th[^>]*>\s*<a[^>]*>([^<]*)<\/a>/g)].map(([, city = ''], at) => {
      return { city, level: levels[at] };
    });
    expect(columns.length).toBeGreaterThanOrEqual(municipalities.length);
    expect(rows).toHaveLength(listed.length);
    for (const [index, row] of rows.entries()) {
      const cells = row.split('<td>').slice(1);
      const printed = cells.map((cell) => Number(/class="num">(\d+)</.exec(cell)?.[1] ?? 0));
      const counted = columns.map(({ city, level }) => {
        const id = municipalities.find(({ title }) => title === city)?.id;
        return nodes.filter(
          (node) =>
            node.municipality === id &&
            node.kind === kind &&
            node.themes.includes(listed[index]?.id ?? '') &&
            (level === undefined || node.level === level),
        ).length;
      });
      expect(printed).toEqual(counted);
      expect(Math.max(...printed)).toBeGreaterThan(0);
    }
  },
);

test('the home page leads staff to the check, the guide and the work of each year', () => {
  const [, part = ''] = readPage('/').split('の担当の方に');
  const urls = [...part.matchAll(/<a href="([^"]+)"/g)].map(([, url]) => url);
  expect(urls.slice(0, 3)).toEqual(['/check/', '/about/staff/', '/about/staff/yearly/']);
});
