import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openSharedSite } from '../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../support/source-modules.ts';
import { getBuiltSite, readSiteFile, type SiteName } from './support/built-site.ts';
import { readText } from './support/page-html.ts';

const readPage = (name: SiteName, path: string) => readSiteFile(getBuiltSite(name), `${path}index.html`);
const listHeadings = (html: string) =>
  [...html.matchAll(/<h2[^>]*>(.*?)<\/h2>/gs)].map(([, text = '']) => readText(text));
/** Returns the municipality, the theme and the printed number of each link to filtered actions. */
const listThemeLinks = (html: string) =>
  [...html.matchAll(/href="\/explore\/\?city=([a-z]+)&(?:amp;|#38;)?theme=([a-z-]+)"[^>]*>(.*?)<\/a>/gs)].map(
    ([, city, theme, text = '']) => ({ city, theme, count: Number(/\d+/.exec(readText(text))?.[0]) }),
  );

const Nodes = z.object({
  data: z.array(z.object({ municipality: z.string(), kind: z.string(), themes: z.array(z.string()) })),
});
const nodes = Nodes.parse(JSON.parse(readSiteFile(getBuiltSite('root'), 'api/v1/nodes.json'))).data;
const siteData = openSharedSite(REPOSITORY_FOLDER);
const { municipalities } = siteData;
const listItems = (city: string, theme: string) =>
  nodes.filter(({ municipality, themes }) => municipality === city && themes.includes(theme));
const countActions = (city: string, theme: string) =>
  listItems(city, theme).filter(({ kind }) => kind === 'action').length;

describe('the page of a city', () => {
  const html = readPage('root', 'cities/kashiwa/');

  test('shows its position and its outline, with the credit of the source', () => {
    expect(html).toContain('aria-label="千葉県の中の柏市の場所。県の北西にあります"');
    expect(html).toContain('aria-label="柏市の形"');
    expect(readText(html)).toContain('国土交通省「国土数値情報（行政区域データ）」（市区町村の形）を加工して作成');
  });

  test('says how old the documents of its plans are, also if that is unknown', () => {
    const [head = '', rest = ''] = readText(html).split('このサイトにあるもの');
    expect(head).toContain('計画の資料を読んだ日：2026年11月20日');
    expect(rest).toContain('資料の発行日：未確認、読んだ日：2026年11月20日');
    expect(readText(readPage('mihon', 'cities/mihon/'))).toContain('資料の発行日：2023年3月31日、読んだ日');
  });

  test('announces the feed of all changes in both formats and its own, as the page of an indicator does', () => {
    const listFeeds = (page: string) =>
      [...page.matchAll(/<link rel="alternate" type="application\/atom\+xml"[^>]* href="([^"]*)"/g)].map(
        ([, url]) => url,
      );
    expect(listFeeds(html)).toEqual(['/feed.xml', '/feeds/cities/kashiwa.xml']);
    expect(listFeeds(readPage('mihon', 'indicators/mihon-sogo/sns-followers/'))).toEqual([
      '/plans/feed.xml',
      '/plans/feeds/indicators/mihon-sogo/sns-followers.xml',
    ]);
    expect(listFeeds(readPage('root', 'glossary/'))).toEqual(['/feed.xml']);
    expect(html).toContain('<link rel="alternate" type="application/feed+json" href="/feed.json">');
    expect(readPage('mihon', '')).toContain(
      '<link rel="alternate" type="application/feed+json" href="/plans/feed.json">',
    );
  });

  test('credits the sources of its figures and of its charts', () => {
    const text = readText(html);
    expect(text).toContain('独立行政法人統計センター「SSDSE-市区町村（SSDSE-A-2026）」B1101総面積の写し');
    expect(text).toMatch(/図と値の出典：[^。]*「地方公共団体の主要財政指標一覧」[^。]*の写しを加工して作成。/);
    expect(text).toContain('文章はCCBY4.0、写した値は資料ごとの利用条件');
  });

  test('has the latest values of its statistics without a chart, each with its time, and projections apart', () => {
    const listItems = (heading: string) => {
      const [, list = ''] = new RegExp(`<h3>\\s*${heading}</h3>\\s*<ul[^>]*>(.*?)</ul>`, 's').exec(html) ?? [];
      return [...list.matchAll(/<li>.*?<\/li>/gs)].map(([item]) => readText(item));
    };
    const items = listItems('ほかの統計の値');
    expect(items).toContain('住民基本台帳人口（2025年1月1日）437,634人');
    expect(items).toContain(
      '歳入決算総額（2022年度）約1,645億円（2021年度の金額とくらべるときは、同じ2021年度の約1,615億円）',
    );
    expect(items).toContain('歳出決算総額（2021年度）約1,533億円');
    expect(items).toContain('国勢調査65歳以上人口（2020年10月1日）110,212人（国勢調査人口の約25.8%）');
    expect(items.join()).not.toContain('推計');
    expect(listItems('これからの推計')).toEqual([
      '将来推計人口（令和5年推計）（2050年10月1日）435,479人（最大は2035年10月1日の441,320人）',
    ]);
    // The head of the page has it.
    expect(items.join()).not.toContain('面積');
  });

  test('names the source of each figure apart', () => {
    const facts = [...html.matchAll(/<dt>([^<]*の出典)<\/dt>\s*<dd[^>]*>(.*?)<\/dd>/gs)].map(
      ([, name = '', text = '']) => [readText(name), readText(text)],
    );
    expect(facts.map(([name]) => name)).toEqual([
      '名前やコードなどの出典',
      '国勢調査人口（2025年10月1日）の出典',
      '面積（2024年10月1日）の出典',
      '柏市の形の出典',
      '千葉県の形の出典',
    ]);
    for (const [, text] of facts) expect(text).toMatch(/」[^」]*を加工して作成$/);
  });

  test('begins with links to its parts', () => {
    const nav = /<nav aria-label="このページの内容">(.*?)<\/nav>/s.exec(html)?.[1] ?? '';
    const targets = [...nav.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets).toEqual(['themes', 'topics', 'statistics', 'files']);
    for (const id of targets) expect(html).toMatch(new RegExp(`<(?:h2|section class="section flow") id="${id}">`));
  });

  test('has ended plans last', () => {
    const links = readPage('mihon', 'cities/mihon/').matchAll(/<li class="coverage"><h3><a href="[^"]*\/([^/"]+)\/"/g);
    expect([...links].map(([, id]) => id).at(-1)).toBe('mihon-minato');
  });

  test('says what the site has before its themes, and what it has not after them', () => {
    expect(listHeadings(html).slice(0, 2)).toEqual(['このサイトにあるもの', 'テーマから読む']);
    const [, after = ''] = html.split('<ul class="theme-tiles">');
    const [, box = ''] = /<details class="missing">(.*?)<\/details>/s.exec(after) ?? [];
    expect(readText(box)).toMatch(
      /^のせた柏市の計画にないテーマ（\d+）柏市に取組がないという意味ではありません。どの市の取組にもないテーマは、除きました。のせているのは、おもに、.*広域連携：.*防災・危機管理：/,
    );
    expect(box).toContain(siteData.site.coverage);
    expect(html.split('の計画にないテーマ')).toHaveLength(2);
  });

  test('links a theme that only items other than actions have, and does not call it missing', () => {
    const page = readPage('root', 'cities/kashiwara/');
    const [, tile = ''] = /<a href="\/themes\/participation\/#kashiwara">(.*?)<\/a>/s.exec(page) ?? [];
    expect(readText(tile)).toContain('取組ではない項目だけです');
    const [, box = ''] = /<details class="missing">(.*?)<\/details>/s.exec(page) ?? [];
    expect(box).not.toContain(siteData.theme('participation').title);
  });

  test('begins with what its only plan is about, and with its name unless that is known to be ongoing', () => {
    const readLede = (id: string) =>
      /<p class="lede">(.*?)<\/p>/s.exec(readPage('root', `cities/${id}/`))?.[1]?.replaceAll('\u2060', '');
    expect(readLede('warabi')).toContain(`「${siteData.plan('warabi-jiritsu').title}」：蕨市の計画の第7章です。市民に`);
    expect(readLede('kashiwa')).toMatch(/^「第4章 計画の推進にあたって」：柏市の計画のうち、[^。]+。[^。]+。$/);
    expect(readLede('hiratsuka')).toMatch(/^終わった計画「/);
  });

  test('links the parts of its plan and its latest change, without those of wording', () => {
    expect(html).toMatch(/主な内容：\s*<a href="\/plans\/kashiwa-suishin\/1\/">新たなエンジン/);
    expect(readText(html)).toContain(
      '最近の更新：2026年12月1日要約を直しました：柏市収納対策・歳出適正化による財源確保',
    );
    expect(html).toMatch(/<a href="\/changes\/#[^"]+">要約を直しました：柏市 収納対策/);
  });

  test('and that of all changes have changes of wording after those of plans and values', () => {
    const [, first = '', texts = ''] = readPage('root', 'changes/').split(/<ul class="changes" role="list">/);
    expect(readText(first)).toContain('計画をのせました');
    expect(readText(first)).not.toMatch(/英語の要約を|用語の説明を/);
    expect(readText(first)).toMatch(/説明や要約の変更$/);
    expect(readText(texts)).toContain('英語の要約を書きました');
    const [, home = ''] = readPage('root', '').split(/<ul class="changes" role="list">/);
    const findId = (list: string) => /<li id="([^"]+)"/.exec(list)?.[1];
    expect(findId(home)).toBe(findId(first));
  });

  test.each(municipalities)('names each theme without items of $id, with the cities that have actions', ({ id }) => {
    const text = readText(readPage('root', `cities/${id}/`)).replaceAll('件（終了）', '件');
    for (const { id: theme, title } of siteData.themes) {
      const others = municipalities.filter((city) => countActions(city.id, theme) > 0);
      const words = others.map((city) => `${city.title}に${countActions(city.id, theme)}件`).join('、');
      const isMissing = listItems(id, theme).length === 0;
      if (words !== '') expect(text.includes(`${title}：${words}`), title).toBe(isMissing);
    }
  });

  test('marks the actions of ended plans elsewhere', () => {
    expect(readText(html)).toMatch(/：蕨市に\d+件、平塚市に\d+件（終了）、金沢市に\d+件/);
  });

  test.each(municipalities)('links each theme of $id to exactly so many actions', ({ id }) => {
    const links = listThemeLinks(readPage('root', `cities/${id}/`));
    expect(links.length).toBeGreaterThan(0);
    for (const { city = '', theme = '', count } of links) expect(countActions(city, theme)).toBe(count);
  });
});

test('the page of a city without an outline and with six plans shows each plan once, before the themes', () => {
  const html = readPage('mihon', 'cities/mihon/');
  expect(html).not.toContain('の形"');
  expect(listHeadings(html).slice(0, 2)).toEqual(['このサイトにあるもの', 'テーマから読む']);
  expect(html.split('<li class="coverage">')).toHaveLength(7);
});

test.each([
  ['cities/hiratsuka/', 'theme-tiles'],
  ['plans/hiratsuka-jitsugen/3/', 'outline'],
])('the squares on /%s are frames, because the plan has ended', (path, list) => {
  const [, html = ''] = new RegExp(`<ul class="${list}">(.*)</ul>`, 's').exec(readPage('root', path)) ?? [];
  const squares = html.match(/M\d+ 0h7v7h-7z(?:m1 1v5h5v-5z)?/g) ?? [];
  expect(squares.length).toBeGreaterThan(5);
  expect(squares.filter((square) => !square.endsWith('m1 1v5h5v-5z'))).toEqual([]);
});

test('/cities/ lists the cities with their shapes', () => {
  const html = readPage('root', 'cities/');
  for (const { url } of municipalities) expect(html).toContain(`href="${url}"`);
  for (const outline of siteData.municipalityOutlines)
    expect(html).toContain(`aria-label="${siteData.municipality(outline.municipality).title}の形"`);
});

test('the outline of a city is published with its source, as RFC 7946 winds it', () => {
  const Outline = z.object({
    type: z.literal('FeatureCollection'),
    features: z.tuple([
      z.object({
        properties: z.object({
          id: z.literal('kashiwa'),
          source: z.string(),
          attribution: z.string(),
          terms: z.string(),
        }),
        geometry: z.object({ coordinates: z.array(z.array(z.array(z.tuple([z.number(), z.number()])))) }),
      }),
    ]),
  });
  const text = readSiteFile(getBuiltSite('root'), 'api/v1/municipalities/kashiwa.geojson');
  const [{ properties, geometry }] = Outline.parse(JSON.parse(text)).features;
  expect(properties.attribution).toBe('国土交通省「国土数値情報（行政区域データ）」（市区町村の形）を加工して作成');
  expect(properties.terms).toContain('加工して作成');
  const ring = geometry.coordinates[0]?.[0] ?? [];
  const doubled = ring
    .slice(1)
    .reduce((sum, [x, y], at) => sum + (ring[at]?.[0] ?? 0) * y - x * (ring[at]?.[1] ?? 0), 0);
  expect(doubled).toBeGreaterThan(0);
  expect(readSiteFile(getBuiltSite('root'), 'data/catalog.jsonld')).toContain('/api/v1/municipalities/kashiwa.geojson');
});

test('the page of a theme says of each city whether it has actions, other items or nothing', () => {
  const kinds = Object.groupBy(municipalities, ({ id }) =>
    countActions(id, 'disaster') > 0 ? 'actions' : listItems(id, 'disaster').length > 0 ? 'items' : 'nothing',
  );
  const total = nodes.filter(({ kind, themes }) => kind === 'action' && themes.includes('disaster')).length;
  const text = readText(readPage('root', 'themes/disaster/'));
  const [only, ...others] = (kinds.actions ?? []).map(({ title }) => title);
  const owners = only !== undefined && others.length === 0 ? only : `${kinds.actions?.length ?? 0}つ`;
  expect(text).toMatch(
    new RegExp(
      `このサイトにのせた部分では、${municipalities.length}つ?の市のうち${owners}に、(?:あわせて)?${total}つ?の取組があります。`,
    ),
  );
  const { items = [], nothing = [] } = kinds;
  const names = nothing.map(({ title }) => title).join('、');
  expect(text.includes(`${names}の計画からのせた部分には、このテーマをつけた項目がありません。`)).toBe(names !== '');
  expect(text.split('（取組ではない項目だけです）')).toHaveLength(items.length + 1);
  const noIndicator =
    'このテーマの項目についた指標（目標の数値）は、このサイトにありません。計画の章など、ほかのところについた指標は、指標の一覧にあります。';
  expect(text).toContain(noIndicator);
  expect(readText(readPage('mihon', 'themes/publicity/'))).not.toContain(noIndicator);
  const columns = readPage('root', 'themes/disaster/').matchAll(/<section id="([^"]+)"[^>]*class="column/g);
  const expected = [...(kinds.actions ?? []), ...(kinds.items ?? [])].map(({ id }) => id);
  expect([...columns].map(([, id]) => id)).toEqual(expected);
});

test('the page of a theme leads to the official sites of the cities without items, and names no city twice', () => {
  const lacking = municipalities.filter(({ id }) => listItems(id, 'disaster').length === 0);
  expect(lacking.length).toBeGreaterThan(0);
  const [, after = ''] = readPage('root', 'themes/disaster/').split('<h2>このテーマの項目がない市</h2>');
  const [links = '', rest = ''] = after.split('</ul>');
  const urls = [...links.matchAll(/href="([^"]+)"/g)].map(([, url]) => url);
  expect(urls.sort()).toEqual(lacking.map(({ website }) => website).sort());
  expect(rest).not.toContain('公式サイト');
  expect(readPage('root', 'themes/participation/')).not.toContain('柏原市の公式サイト');
});

test('the page of a theme has no filter, heading and files of items if it has none', () => {
  const parts = ['<h2 class="section">市ごとの取組</h2>', '/explore/?theme=', '<h2>データ</h2>'];
  const listParts = (theme: string) => parts.filter((part) => readPage('root', `themes/${theme}/`).includes(part));
  expect(nodes.filter(({ themes }) => themes.includes('welfare'))).toEqual([]);
  expect(listParts('welfare')).toEqual([]);
  expect(listParts('disaster')).toEqual(parts);
});

test('a city page says that values are of unlike times, which it shows beside each', () => {
  const text = readText(readPage('root', 'cities/warabi/'));
  expect(text).toContain('値の時点は、統計によってちがいます。');
  for (const day of ['2020年1月1日', '2020年10月1日', '2025年1月1日']) expect(text).toContain(`（${day}）`);
});

test('the glossary distinguishes plan items with the same title', () => {
  const entry = /<div id="public-enterprise">.*?<\/div>/s.exec(readPage('root', 'glossary/'))?.[0] ?? '';
  const links = [...entry.matchAll(/<a href="[^"]*">(.*?)<\/a>/g)].map(([, text]) => text);
  expect(links).toHaveLength(3);
  expect(new Set(links).size).toBe(3);
});

test.each([
  ['compare/city/warabi/', '項目の数', 'まで'],
  ['compare/', '「全体」のうちの割合', 'まで'],
  ['compare/city/kashiwa/', '項目の数', ''],
])('the tints of the numbers on /%s are those of the key, and darker for more', (path, words, limit) => {
  const page = readPage('root', path);
  const key = /<div class="note matrix-key">(.*?)<\/div>/s.exec(page)?.[1] ?? '';
  expect(readText(key)).toContain(`色のこさ（${words}）：`);
  const steps = [...key.matchAll(/tint-(\d)">(\d+)(%|件)(まで)?</g)];
  // A step of one number is that number.
  expect(new Set(steps.map(([, , , , end = '']) => end))).toEqual(new Set([limit]));
  const ends = new Map(steps.map(([, tint, end, unit]) => [tint, unit === '%' ? Number(end) / 100 : Number(end)]));
  expect([...ends.values()].toSorted((a, b) => a - b)).toEqual([...ends.values()]);
  const cells = [...page.matchAll(/class="tint-(\d)"[^>]*="(\d+)件（[^\d）]*(?:(\d+)件のうち)?）/g)];
  expect(cells.length).toBeGreaterThan(10);
  for (const [, tint, count, whole = '1'] of cells) {
    const size = Number(count) / Number(whole);
    expect([...ends].find(([, end]) => size <= end)?.[0]).toBe(tint);
  }
});

test.each(['compare/', 'check/'])('links of one name on /%s lead to one page', (path) => {
  const links = [...readPage('root', path).matchAll(/<a ([^>]*)>(.*?)<\/a>/gs)].map(
    ([, attributes = '', html = '']) => ({
      name: /aria-label="([^"]*)"/.exec(attributes)?.[1] ?? readText(html),
      target: /href="([^"]*)"/.exec(attributes)?.[1],
    }),
  );
  expect(links.length).toBeGreaterThan(20);
  const targets = Map.groupBy(links, ({ name }) => name);
  for (const [name, same] of targets) expect(new Set(same.map(({ target }) => target)).size, name).toBe(1);
});

test('/explore/ says that the site has inferred some departments', () => {
  expect(readText(readPage('root', 'explore/'))).toContain('このサイトが読み取った担当もあります。');
  expect(readText(readPage('mihon', 'explore/'))).not.toContain('読み取った担当');
});
