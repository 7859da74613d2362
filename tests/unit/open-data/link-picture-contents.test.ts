import { describe, expect, test } from 'vitest';
import { formatNumber } from '../../../src/notation/format.ts';
import { drawSitePicture, getLinkPicture, listLinkPictures } from '../../../src/open-data/link-pictures.ts';
import type { SiteData } from '../../../src/site-data/site-data.ts';
import { EXAMPLE_SITE } from '../../support/example-site.ts';
import { openSharedSite } from '../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

const real = openSharedSite(REPOSITORY_FOLDER);
const town = openSharedSite(EXAMPLE_SITE);

function draw(siteData: SiteData, path: string): string {
  const found = listLinkPictures(siteData).find((one) => one.path === `${path}.png`);
  if (!found) throw new Error(`no picture ${path}`);
  return found.draw();
}
const listTexts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]+)</g)].map(([, text]) => text);
const countSquares = (svg: string) =>
  (/<g class="squares"[^>]*>(.*?)<\/g>/.exec(svg)?.[1]?.match(/<rect/g) ?? []).length;

describe('the picture for links to a city', () => {
  test('has its plan, its first three figures and its outline', () => {
    const svg = draw(real, 'cities/kashiwa');
    expect(listTexts(svg)).toEqual([
      ...['千葉県', '柏市', '「第4章 計画の推進にあたって」'],
      ...['国勢調査人口（2025年10月1日）', '435,302人', '面積（2024年10月1日）', '114.74平方キロメートル'],
      ...['のせている取組', '17', '計画ひろば'],
    ]);
    expect(svg).toContain('class="shape small"');
  });

  test('has words without empty parts for readers who do not see it', () => {
    expect(getLinkPicture(real, '/cities/kashiwa/')).toEqual({
      url: '/link-pictures/cities/kashiwa.png',
      alt: '千葉県　柏市　「第4章 計画の推進にあたって」',
    });
    expect(getLinkPicture(real, '/plans/kashiwa-suishin/')?.alt).toBe('千葉県柏市　第4章 計画の推進にあたって');
  });
});

describe('the picture for links to a plan', () => {
  const change = (changed: Partial<SiteData['plans'][number]>) => ({
    ...real,
    plans: real.plans.map((plan) => ({ ...plan, ...changed })),
  });

  test('has the number of items at each level, and a square for each action', () => {
    const svg = draw(real, 'plans/kashiwa-suishin');
    expect(listTexts(svg).slice(2, 8)).toEqual(['考え方', '3', '分野', '7', '取組', '17']);
    expect(countSquares(svg)).toBe(17);
  });

  test('has the first five levels of more', () => {
    expect(listTexts(draw(real, 'plans/kashiwara-unei-r2')).filter((text) => /^\d+$/.test(text ?? ''))).toHaveLength(5);
  });

  test('has its period only if it did not end in another year', () => {
    const period = '令和6年度から令和10年度まで';
    const getFirst = (lastYear: string | null) =>
      listTexts(draw(change({ period, lastYear }), 'plans/kashiwa-suishin'))[0];
    expect(getFirst(null)).toBe(`千葉県柏市　${period}`);
    expect(getFirst('令和8年度')).toBe('千葉県柏市');
  });

  test('names its state if it is known', () => {
    const list = (state: 'ended' | 'unknown') => listTexts(draw(change({ state }), 'plans/kashiwa-suishin'));
    expect(list('ended')).toContain('計画の状態：終了');
    expect(list('unknown').join()).not.toContain('計画の状態');
  });

  test.each([
    [4, 0],
    [5, 5],
    [156, 156],
    [157, 0],
  ])('with %i actions has %i squares', (actions, squares) => {
    const [action] = real.planItemsOf('kashiwa-suishin').filter(({ kind }) => kind === 'action');
    if (!action) throw new Error('there is no action');
    const planItemsOf = () => Array.from({ length: actions }, () => action);
    expect(countSquares(draw({ ...real, planItemsOf }, 'plans/kashiwa-suishin'))).toBe(squares);
  });
});

test('the pictures for a plan without actions and its items have a square for each measure', () => {
  const [measure] = real.planItemsOf('warabi-jiritsu').filter(({ kind }) => kind === 'measure');
  if (!measure) throw new Error('there is no measure');
  const below = Array.from({ length: 6 }, (_, at) => ({ ...measure, id: `${measure.id}-${at}` }));
  const childrenOf = (id: string) => (below.some((one) => one.id === id) ? [] : below);
  const site = { ...real, planItemsOf: () => below, childrenOf };
  expect(['plans/warabi-jiritsu', `plans/${measure.id}`].map((path) => countSquares(draw(site, path)))).toEqual([6, 6]);
});

test('the picture for links to an item has its level, its summary and what is below it', () => {
  const texts = listTexts(draw(real, 'plans/warabi-jiritsu/33_1'));
  expect(texts.slice(0, 2)).toEqual(['蕨市「市民と創る自立したまち」　施策1', '市民参画意識の高揚']);
  expect(real.planItem('warabi-jiritsu/33_1').summary.startsWith(String(texts[2]))).toBe(true);
  expect(texts.slice(-5)).toEqual(['小施策', '2', '取組', '3', '計画ひろば']);
});

test('the picture for links to an indicator has its figures, and a chart only if there is progress to show', () => {
  const svgs = town.indicators.map(({ id }) => draw(town, `indicators/${id}`));
  expect(new Set(svgs.map((svg) => svg.includes('class="progress-chart')))).toEqual(new Set([true, false]));
  expect(listTexts(draw(real, 'indicators/warabi-jiritsu/agreements')).slice(-5)).toEqual([
    ...['現状値（令和4年度）', '44件', '目標値（令和10年度）', '55件', '計画ひろば'],
  ]);
});

describe('the picture for links to a statistic', () => {
  const ID = 'census-population';
  const hasBars = (change: (value: SiteData['statisticValues'][number], at: number) => object) => {
    const latest = real.statisticValuesOf(ID).filter(({ period }) => period.start === '2025-10-01');
    const statisticValuesOf = (id: string) =>
      id === ID ? latest.map((one, at) => ({ ...one, ...change(one, at) })) : [];
    return draw({ ...real, statisticValuesOf }, `statistics/${ID}`).includes('class="bar"');
  };

  test('has a bar for the latest value of each municipality, the longest for the largest', () => {
    const svg = draw(real, `statistics/${ID}`);
    expect(listTexts(svg)).toContain('国勢調査人口（2025年10月1日）');
    const bars = [...svg.matchAll(/class="bar" [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));
    expect(bars).toHaveLength(5);
    expect((bars[0] ?? 0) / Math.max(...bars)).toBeCloseTo(75_454 / 453_605, 2);
  });

  test('has the words 算定なし instead of the bar of a municipality', () => {
    const svg = draw(real, 'statistics/future-burden-ratio');
    expect(listTexts(svg).slice(2, -1).join(' ')).toMatch(
      /将来負担比率（2024年度） 蕨市 算定なし 柏市 算定なし 平塚市 19.2% 金沢市 20.7% 柏原市 5.2%$/,
    );
    const bars = [...svg.matchAll(/class="bar" [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width) > 0);
    expect(bars).toEqual([false, false, true, true, true]);
  });

  test('has no bars for values of several times, negative values and 算定なし alone', () => {
    expect(hasBars(() => ({}))).toBe(true);
    expect(
      hasBars(({ period }, at) => (at === 0 ? { period: { ...period, start: '2020-10-01', end: '2020-10-01' } } : {})),
    ).toBe(false);
    expect(hasBars((_, at) => (at === 0 ? { value: -1 } : {}))).toBe(false);
    expect(hasBars(() => ({ value: null, text: '-', state: 'not-calculated' }))).toBe(false);
  });

  test('has bars for up to six municipalities', () => {
    const [first] = real.statisticValuesOf(ID).filter(({ period }) => period.start === '2025-10-01');
    if (!first) throw new Error('there is no value');
    const drawMany = (count: number) => {
      const ids = Array.from({ length: count }, (_, at) => `mihon-${at}`);
      const statisticValuesOf = () => ids.map((municipality) => ({ ...first, municipality }));
      const svg = draw({ ...real, statisticValuesOf, nameMunicipality: (id) => id }, `statistics/${ID}`);
      return svg.match(/class="bar"/g)?.length ?? 0;
    };
    expect([drawMany(6), drawMany(7)]).toEqual([6, 0]);
  });

  test('compares values of a person or a share, not the values of municipalities of unlike sizes', () => {
    const captions = real.statistics
      .filter(({ comparison }) => comparison === 'per-person' || comparison === 'share')
      .map(({ id }) => listTexts(draw(real, `statistics/${id}`)).join('\n'));
    expect(captions.filter((texts) => /^(?:1人あたりの.*|.*のおおよその割合)（/m.test(texts)).length).toBeGreaterThan(
      0,
    );
    for (const texts of captions) expect(texts).not.toMatch(/undefined|千円$/m);
  });

  test('does not exist without values', () => {
    const paths = listLinkPictures({ ...real, statisticValuesOf: () => [] }).map(({ path }) => path);
    expect(paths.filter((path) => path.startsWith('statistics/'))).toEqual([]);
  });
});

test('every picture of a fictional town says so', () => {
  for (const path of ['cities/mihon', 'plans/mihon-sogo'])
    expect(listTexts(draw(town, path))).toContain('架空のデータです');
  expect(listTexts(drawSitePicture(town))).toContain('架空のデータです');
  expect(listTexts(drawSitePicture(real))).not.toContain('架空のデータです');
});

test('a site may have no pictures of single pages', () => {
  const site = { ...real, site: { ...real.site, linkPictures: false } };
  expect([listLinkPictures(site), getLinkPicture(site, '/cities/kashiwa/')]).toEqual([[], null]);
});

test('counts in pictures have separators of thousands', () => {
  const planItems = Array.from({ length: 10 }, () => real.planItems).flat();
  expect(planItems.length).toBeGreaterThan(999);
  expect(listTexts(drawSitePicture({ ...real, planItems }))).toContain(formatNumber(planItems.length));
});
