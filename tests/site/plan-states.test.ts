import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { getBuiltSite, listPageFiles, readMainPart, readSiteFile, type BuiltSite } from './support/built-site.ts';
import { readText } from './support/page-html.ts';

const Records = z.object({ data: z.array(z.object({ id: z.string(), url: z.string(), planState: z.string() })) });
const Plans = z.object({
  data: z.array(z.object({ id: z.string(), url: z.string(), state: z.string(), officialTitle: z.string().nullable() })),
});

/** The number of letters in which the state must occur: about one screen of a phone. */
const FIRST_SCREEN = 420;

const readRecords = (site: BuiltSite, list: string) =>
  Records.parse(JSON.parse(readSiteFile(site, `api/v1/${list}.json`))).data;

/** Returns the pages of records, without the base and without their anchors. */
const listPages = (site: BuiltSite, urls: readonly string[]) => [
  ...new Set(urls.map((url) => `${url.slice(site.base.length).replace(/#.*/, '')}index.html`)),
];

describe.each(['root', 'mihon'] as const)('on the site “%s”', (name) => {
  const site = getBuiltSite(name);
  const plans = Plans.parse(JSON.parse(readSiteFile(site, 'api/v1/plans.json'))).data;
  const records = [...readRecords(site, 'nodes'), ...readRecords(site, 'indicators')];

  test('every record has the state of its plan', () => {
    const states = new Map(plans.map(({ id, state }) => [id, state]));
    const wrong = records.filter(({ id, planState }) => states.get(id.split('/')[0] ?? '') !== planState);
    expect(wrong).toEqual([]);
  });

  test('every page of an ended plan, its items and indicators says so in its first screen', () => {
    const ended = plans.filter(({ state }) => state === 'ended');
    expect(ended.length).toBeGreaterThan(0);
    const urls = [...ended, ...records.filter(({ planState }) => planState === 'ended')].map(({ url }) => url);
    const pages = listPages(site, urls);
    expect(pages.length).toBeGreaterThan(5);
    const silent = pages.filter((file) => {
      return !readText(readMainPart(site, file)).slice(0, FIRST_SCREEN).includes('終了');
    });
    expect(silent).toEqual([]);
  });

  test('every page of an ended plan, its items and indicators says so above the title', () => {
    const ended = plans.filter(({ state }) => state === 'ended');
    const urls = [...ended, ...records.filter(({ planState }) => planState === 'ended')].map(({ url }) => url);
    const pages = listPages(site, urls);
    expect(pages.length).toBeGreaterThan(1);
    const silent = pages.filter((file) => !/終わった計画[^<]*<\/p>\s*<h1/.test(readSiteFile(site, file)));
    expect(silent).toEqual([]);
  });

  test('every page that links to records of an ended plan says so, columns of themes once for each such plan', () => {
    const ended = new Map(
      records.filter(({ planState }) => planState === 'ended').map(({ id, url }) => [url, id.split('/')[0]]),
    );
    const countEnded = (html: string) =>
      new Set([...html.matchAll(/href="([^"]+)"/g)].flatMap(([, url = '']) => ended.get(url) ?? [])).size;
    // The log of changes says what was new on its day. A frame has one chart and leads to the page of its indicator.
    const pages = listPageFiles(site).filter((file) => file !== 'changes/index.html' && !file.startsWith('embed/'));
    const parts = pages.flatMap((file) => {
      const main = readMainPart(site, file);
      const columns = main.split(/(?=<section id="[^"]*" class="column)/);
      return columns.filter(countEnded).map((part) => ({ file, part }));
    });
    expect(parts.filter(({ file }) => file.startsWith('themes/')).length).toBeGreaterThan(1);
    const silent = parts.filter(({ file, part }) => {
      const text = readText(part);
      return file.startsWith('themes/')
        ? part.split('class="badge ended"').length - 1 !== countEnded(part)
        : !/終了|Ended/.test(text);
    });
    expect(silent.map(({ file }) => file)).toEqual([]);
  });
});

test('rows and counts of indicators say which plans have ended', () => {
  const html = readMainPart(getBuiltSite('mihon'), 'indicators/index.html');
  const rows = html
    .split('<li class="indicator-row"')
    .slice(1)
    .map((row) => row.split('</li>')[0] ?? '');
  const marked = rows.filter((row) => row.includes('（終了）</small>'));
  expect(marked.length).toBeGreaterThan(0);
  expect(marked).toEqual(rows.filter((row) => row.includes('/indicators/mihon-minato/')));
  expect(readText(html)).toContain('終わった計画の4つの指標も入っています。');
});

test('tables that compare municipalities name those whose plans have ended', () => {
  const site = getBuiltSite('root');
  const [head = ''] = /<table class="matrix[\s\S]*?<\/thead>/.exec(readSiteFile(site, 'compare/index.html')) ?? [];
  const [names = [], notes = []] = head
    .split('</tr>')
    .map((row) => [...row.matchAll(/<th scope="col">([\s\S]*?)<\/th>/g)].map(([, text = '']) => readText(text)));
  // The first name is that of the rows.
  const ended = names.slice(1).filter((_, at) => notes[at]?.includes('終了'));
  expect(ended.sort()).toEqual(['平塚市', '柏原市']);
  expect(readText(readSiteFile(site, 'compare/city/kashiwara/index.html'))).toContain(
    '終了令和2年度政策推進部の運営方針',
  );
});

test('a kind that only one city has is a link to its items, not a table', () => {
  const page = readSiteFile(getBuiltSite('root'), 'compare/kind/issue/index.html');
  expect(readText(page)).toContain('課題を1つの項目としてまとめているのは、金沢市の計画だけです');
  expect(page).not.toContain('class="matrix');
  expect(page).not.toContain('「—」');
});

test('cards lead to the city and to the plan, and the page says what their states mean', () => {
  const page = readSiteFile(getBuiltSite('root'), 'index.html');
  expect(page).toContain('href="/cities/warabi/"');
  expect(page).toContain('href="/plans/warabi-jiritsu/"');
  expect(readText(page)).toContain('状態未確認：実施中かどうかを、確かめられていない計画です。');
  expect(readText(page)).toContain('取組の呼び名：活動目標10の取組');
});

test('counts of ended actions and cards of their cities say so', () => {
  const site = getBuiltSite('root');
  const readPage = (path: string) => readText(readSiteFile(site, `${path}/index.html`));
  expect(readPage('statistics/resident-population')).toContain('柏原市2件（終了）');
  expect(readPage('cities/kashiwara')).toContain('終わった計画「令和2年度政策推進部の運営方針」');
  expect(readPage('cities').match(/終了/g)).toHaveLength(2);
});

test.each([
  ['plans/kashiwara-unei-r2', '終了 柏原市 政策推進部の運営方針 目次', '#contents'],
  ['plans/kashiwara-unei-r2/1_3_5', '終了 柏原市 政策推進部の運営方針', '/plans/kashiwara-unei-r2/'],
  ['plans/kashiwara-unei-r2/text/basic-stance', '終了 柏原市 政策推進部の運営方針', '/plans/kashiwara-unei-r2/'],
  ['plans/warabi-jiritsu/33_3', '状態未確認 蕨市 市民と創る自立したまち', '/plans/warabi-jiritsu/'],
  ['indicators/warabi-jiritsu/agreements', '状態未確認 蕨市 市民と創る自立したまち', '/plans/warabi-jiritsu/'],
])('the line that stays in view at %s says “%s” and leads up', (path, words, url) => {
  const html = readSiteFile(getBuiltSite('root'), `${path}/index.html`);
  const [, line = ''] = /<div class="plan-strip-head">(.*?)<details>/s.exec(html) ?? [];
  expect(readText(line)).toContain(words.replaceAll(' ', ''));
  const urls = [...line.matchAll(/href="([^"]+)"/g)].map(([, link]) => link);
  expect([urls[0], urls.lastIndexOf(url)]).toEqual([url, 0]);
  if (url.startsWith('#')) expect(html).toContain(`<nav id="${url.slice(1)}"`);
});

test.each(['', 'cities/', 'plans/warabi-jiritsu/'])('a plan of unknown state has a reason beside it at /%s', (path) => {
  const text = readText(readSiteFile(getBuiltSite('root'), `${path}index.html`));
  expect(text).toMatch(/状態未確認[^？]*?目標の年度：令和10年度/);
  if (!path.startsWith('plans')) expect(text).toContain('行政経営プラン状態未確認期間：のせた部分に記載なし');
});

test('what followed an ended plan is open on its page and on that of its city, and the strip has no second reason', () => {
  const site = getBuiltSite('root');
  for (const path of ['plans/hiratsuka-jitsugen', 'cities/hiratsuka']) {
    const main = readMainPart(site, `${path}/index.html`);
    const open = readText(main.replaceAll(/<details[\s\S]*?<\/details>/g, ''));
    expect(open).toMatch(/計画を終えたと公表しています（2026年11月21日に、市のページの保存された写しで確認）。/);
    expect(open).toMatch(/「ひらつかVISION」[^。]*（2026年11月23日に、市のページの保存された写しで確認）。/);
  }
  expect(readMainPart(site, 'plans/hiratsuka-jitsugen/index.html').split('ひらつかVISION」をつくったと')).toHaveLength(
    2,
  );
});

test.each(['plans/hiratsuka-jitsugen/3_4', 'plans/kashiwara-unei-r2/5_2_1'])(
  'the summary at %s follows words that its plan has ended',
  (path) => {
    const [, lede = ''] =
      /<p class="lede">(.*?)<\/p>/s.exec(readSiteFile(getBuiltSite('root'), `${path}/index.html`)) ?? [];
    expect(readText(lede)).toMatch(/^終わった計画の内容：./);
  },
);

test.each([
  ['hiratsuka-jitsugen', 'This plan has ended. The items below are what it announced then;'],
  ['kashiwara-unei-r2', 'This plan has ended. The items below are what it announced then;'],
  ['kashiwa-suishin', 'It is not confirmed whether this plan is in effect.'],
])('the English page of %s says above its items what its state means', (id, words) => {
  const [, after = ''] = readSiteFile(getBuiltSite('root'), `en/plans/${id}/index.html`).split(
    'Items of the plan</h2>',
  );
  expect(after.slice(0, after.indexOf('<ul'))).toContain(words);
});

test.each([
  ['kashiwa-suishin', '柏市の計画のうち、計画をどう進めていくかを述べた第4章です。'],
  ['hiratsuka-jitsugen', 'この文書は、平塚市の改訂基本計画の一部とみられます。'],
  ['kanazawa-keiei', '金沢市が行政をどのように経営していくかをまとめたプランです。'],
  ['kashiwara-unei-r2', '柏原市の政策推進部が、令和2年度に力を入れることをまとめた文書です。'],
])('the page of %s says below its title what the plan is', (id, words) => {
  const page = readSiteFile(getBuiltSite('root'), `plans/${id}/index.html`);
  expect(readText(/<\/h1>\s*<p class="lede">(.*?)<\/p>/s.exec(page)?.[1] ?? '')).toContain(words);
});

test('a comparison says that outcomes are aims', () => {
  const text = readText(readSiteFile(getBuiltSite('root'), 'compare/kind/outcome/index.html'));
  expect(text).toContain('達成した数ではありません。');
});

test.each(['compare', 'compare/kind/outcome', 'compare/city/kashiwa', 'embed/compare'])(
  'the comparison at %s says that it counts only what the site has, and what a dash means',
  (path) => {
    const text = readText(readSiteFile(getBuiltSite('root'), `${path}/index.html`));
    expect(text).toContain('このサイトにのせた部分');
    expect(text).toContain('「—」（なし）は、計画に書かれていないという意味ではありません。');
  },
);

test('the home page says how many of its actions are of ended plans', () => {
  const site = getBuiltSite('root');
  const actions = z
    .object({ data: z.array(z.object({ kind: z.string(), planState: z.string() })) })
    .parse(JSON.parse(readSiteFile(site, 'api/v1/nodes.json')))
    .data.filter(({ kind, planState }) => kind === 'action' && planState === 'ended').length;
  const sentence = `こま1つが取組1つで、点線の${actions}は、終わった計画のものです。`;
  expect(readText(readSiteFile(site, 'index.html'))).toContain(sentence);
  const squares = readSiteFile(site, 'index.html').match(/<i class="tile[^"]* ended"/g);
  expect(squares).toHaveLength(actions);
  expect(readSiteFile(site, 'en/index.html')).toContain(`(${actions} in plans that have ended)`);
});

test.each([
  ['hiratsuka-jitsugen', 'ended', '平塚市総合計画 生活快適・夢プラン', 'page-c_02344.html'],
  ['kashiwara-unei-r2', 'ended', '令和2年度 政策推進部の運営方針', '原本のページのアドレスは、わかっていません'],
  ['kanazawa-keiei', 'unknown', '金沢市行政経営プラン', '23938.html'],
  ['warabi-jiritsu', 'unknown', null, '原本のページのアドレスは、わかっていません'],
  ['kashiwa-suishin', 'unknown', null, '原本のページのアドレスは、わかっていません'],
])('the plan %s is shown as what is known of it', (id, state, officialTitle, original) => {
  const site = getBuiltSite('root');
  const plans = Plans.parse(JSON.parse(readSiteFile(site, 'api/v1/plans.json'))).data;
  expect(plans.find((plan) => plan.id === id)).toMatchObject({ state, officialTitle });
  expect(readSiteFile(site, `plans/${id}/index.html`)).toContain(original);
});

test('actions of an ended plan are below its name and period on pages of themes, also in English', () => {
  const site = getBuiltSite('root');
  const [, column = ''] = readSiteFile(site, 'themes/disaster/index.html').split('<section id="kashiwara"');
  const [before = ''] = readText(column).split('市民の的確な');
  expect(before).toContain('政策推進部の運営方針（計画の期間：令和2年度）終了');
  expect(readText(readSiteFile(site, 'en/themes/index.html'))).toContain(
    'KashiwaraCity:OperatingpolicyofthePolicyPromotionDepartment,FY2020EndedPeriod:FY2020',
  );
});

test('the squares of an ended plan are dotted on its page, and a note says so', () => {
  const site = getBuiltSite('root');
  const readOverview = (plan: string) =>
    /<section class="plan-overview".*?<\/section>/s.exec(readSiteFile(site, `plans/${plan}/index.html`))?.[0] ?? '';
  const tiles = readOverview('kashiwara-unei-r2').match(/class="tile [^"]*"/g) ?? [];
  expect(tiles).toHaveLength(10);
  for (const tile of tiles) expect(tile).toMatch(/ ended"/);
  expect(readOverview('kashiwara-unei-r2')).toContain('点線は、終わった計画のものです。');
  expect(readOverview('warabi-jiritsu')).not.toMatch(/ ended"|点線/);
});

test('the rating of an indicator says that its plan has ended without a result of the time of the target', () => {
  const readRating = (path: string) =>
    /<section class="rating flow">.*?<\/section>/s.exec(
      readSiteFile(getBuiltSite('mihon'), `indicators/${path}/index.html`),
    )?.[0];
  expect(readRating('mihon-minato/ships')).toContain(
    '<p>終わった計画です。目標の時点（令和9年度）の実績は、のせていません。</p>',
  );
  expect(readRating('mihon-sogo/sns-followers')).not.toContain('終わった計画');
});

test('a plan that ended before its period has both on its cards, also in English', () => {
  const site = getBuiltSite('root');
  const ended = '終了計画全体の期間：平成19年度～平成28年度、実際は平成27年度まで';
  const sentence =
    '市は、平成27年度を最後の年度として計画を終えたと公表しています（2026年11月21日に、市のページの保存された写しで確認）。';
  for (const [file, reason] of [
    ['index.html', ''],
    ['plans/index.html', ''],
    ['cities/index.html', ''],
    ['cities/hiratsuka/index.html', sentence],
  ] as const)
    expect(readText(readSiteFile(site, file))).toContain(ended + reason);
  expect(readText(readSiteFile(site, 'en/index.html'))).toContain(
    'EndedPlannedperiodofthewholeplan:FY2007toFY2016;actuallastyear:FY2015',
  );
  expect(readText(readSiteFile(site, 'en/plans/hiratsuka-jitsugen/index.html'))).toContain('ActuallastyearFY2015');
});

test('the period of a plan that ended early, and a category that is only likely, are not shown as facts', () => {
  const site = getBuiltSite('root');
  expect(readSiteFile(site, 'plans/hiratsuka-jitsugen/index.html')).toContain(
    '"神奈川県平塚市　基本計画の実現に向けて"',
  );
  expect(readText(readSiteFile(site, 'plans/warabi-jiritsu/index.html'))).toContain('蕨市・計画（第7章）');
  expect(readSiteFile(site, 'en/plans/hiratsuka-jitsugen/index.html')).toContain('Kind of plan');
  expect(readSiteFile(site, 'en/plans/warabi-jiritsu/index.html')).not.toContain('Kind of plan');
});

test('pages say that the part on this site lacks something, not that the plan does', () => {
  const site = getBuiltSite('root');
  expect(readText(readSiteFile(site, 'indicators/index.html'))).toContain(
    '次の計画は、のせた部分に数字の指標がありません：',
  );
});
