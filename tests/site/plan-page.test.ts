import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { PAGE_IDS } from '../../src/model/identifiers.ts';
import { openSharedSite } from '../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../support/source-modules.ts';
import { findElementIds, getBuiltSite, readSiteFile } from './support/built-site.ts';
import { readText } from './support/page-html.ts';

const site = getBuiltSite('root');
const readPlan = (plan: string) => readSiteFile(site, `plans/${plan}/index.html`);
const PlanItems = z.object({
  data: z.array(z.object({ id: z.string(), plan: z.string(), code: z.string(), kind: z.string(), title: z.string() })),
});
const items = PlanItems.parse(JSON.parse(readSiteFile(site, 'api/v1/nodes.json'))).data;
const plans = [...new Set(items.map(({ plan }) => plan))];
const { indicators, planItems, hasOwnPage } = openSharedSite(REPOSITORY_FOLDER);

describe.each(plans)('the page of the plan %s', (plan) => {
  const own = items.filter((item) => item.plan === plan);
  const html = readPlan(plan);

  test('shows every item once', () => {
    const ids = findElementIds(html);
    expect(own.filter(({ code }) => !ids.has(code))).toEqual([]);
    for (const { code } of own) expect(html.split(` id="${code}"`)).toHaveLength(2);
  });

  test('has every action as a heading', () => {
    const headings = new Set(
      [...html.matchAll(/<h[2-6][^>]*>([\s\S]*?)<\/h[2-6]>/g)].map(([, text = '']) => text.trim()),
    );
    const actions = own.filter(({ kind }) => kind === 'action');
    expect(actions.length).toBeGreaterThan(0);
    expect(actions.filter(({ title }) => !headings.has(title))).toEqual([]);
  });

  test('has the note of every item without a page of its own', () => {
    const shown = planItems.filter((item) => item.plan === plan && !hasOwnPage(item) && item.note !== '');
    const text = html.replace(/<[^>]*>/g, '');
    expect(shown.filter(({ note }) => !text.includes(`注記：${note}`))).toEqual([]);
  });

  test('skips no level of headings', () => {
    const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
    expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
  });

  test('has a square for each action, which leads to it', () => {
    const overview = /<section class="plan-overview"[\s\S]*?<\/section>/.exec(html)?.[0] ?? '';
    const links = [...overview.matchAll(/href="#([^"]+)"/g)].map(([, code]) => code);
    expect([...links].sort()).toEqual(
      own
        .filter(({ kind }) => kind === 'action')
        .map(({ code }) => code)
        .sort(),
    );
  });
});

test('the ids of parts of a page with texts are those that no heading of a text may have', () => {
  const pages = [readPlan('warabi-jiritsu'), readSiteFile(getBuiltSite('mihon'), 'plans/mihon-sogo/index.html')];
  const ids = new Set(pages.flatMap((html) => [...findElementIds(html)]));
  const own = [...ids].filter((id) => /^[a-z-]+$/.test(id) && !/^(?:about-)?term-/.test(id));
  expect(own.sort()).toEqual(PAGE_IDS.filter((id) => id !== 'other-guides').sort());
});

test('the contents of a plan lead to the pages that belong to it', () => {
  const readContents = (plan: string) => /<nav id="contents".*?<\/nav>/s.exec(readPlan(plan))?.[0] ?? '';
  expect(readContents('kashiwa-suishin')).toMatch(/<a href="#texts">\s*<span>あわせて読む/);
  expect(readPlan('kashiwa-suishin')).toContain('<section class="section flow" id="texts">');
  expect(readContents('hiratsuka-jitsugen')).not.toContain('#texts');
});

test('the page of a plan says that its actions are planned, and where to ask what was done', () => {
  for (const plan of plans) {
    const note =
      /<p class="note">\s*(?:計画が「など」で[^<]*|終わった計画の[^<]*)?取組は、計画に書かれた予定です。[\s\S]*?<\/p>/.exec(
        readPlan(plan),
      )?.[0] ?? '';
    const isMeasured = indicators.some((one) => one.plan === plan && one.latest !== null);
    expect(note).toContain(`このサイトにのせていません${isMeasured ? '（指標の実績は、のせています）' : ''}。`);
    expect(note).toMatch(/<a href="https?:[^"]+">[^<]+の公式サイト<\/a>/);
  }
  const town = readSiteFile(getBuiltSite('mihon'), 'plans/mihon-kurashi/index.html');
  expect(town).toContain('このサイトにのせていません（指標の実績は、のせています）。');
});

test('the page of a plan says once that its lists are only examples, and the page of a measure at each list', () => {
  expect(readPlan('kanazawa-keiei').split('「など」で終えている')).toHaveLength(2);
  expect(readPlan('warabi-jiritsu')).not.toContain('「など」で終えている');
  const measure = readSiteFile(site, 'plans/kanazawa-keiei/1_1/index.html');
  expect(measure.split('ここにあるのはその一部です。').length).toBe(
    measure.split('<ol class="nodes" role="list"').length,
  );
});

test('lists of items have the name of their level', () => {
  const names = (file: string) =>
    [...readSiteFile(site, file).matchAll(/<ol class="nodes" role="list" aria-label="([^"]+)"/g)].map(
      ([, name]) => name,
    );
  expect(new Set(names('plans/kashiwara-unei-r2/index.html'))).toEqual(
    new Set(['活動目標', '達成目標', '重点的な取組']),
  );
  expect(names('plans/kanazawa-keiei/1_1/index.html')).toContain('取組');
});

test('links of items of one title have different names for screen readers', () => {
  const page = readPlan('kashiwara-unei-r2');
  for (const place of ['重点課題5', '重点課題6']) {
    expect(page).toContain(`「防災対策事業」（${place}）がのっている`);
  }
  const links = [...page.matchAll(/<a class="node-link"[^>]*>(.*?)<\/a>/gs)].map(([, link = '']) => readText(link));
  expect(links.length).toBeGreaterThan(10);
  expect(new Set(links).size).toBe(links.length);
});

test('the filter of a plan by theme says what its numbers count besides actions', () => {
  expect(readPlan('kashiwara-unei-r2')).toContain('数には、取組のほかに達成目標も入ります。');
  expect(readPlan('warabi-jiritsu')).not.toContain('数には、');
});

test('a department is marked as inferred, and shown again where the plan itself names it', () => {
  const named = '危機管理課（このサイトが読み取りました）';
  expect(readPlan('kashiwara-unei-r2')).toContain(`担当：${named}`);
  expect(readSiteFile(site, 'themes/disaster/index.html')).toContain(`担当：${named}`);
  const [goals, projects = ''] = readSiteFile(site, 'plans/kashiwara-unei-r2/1_3_5/index.html').split('id="1_3_5_p1"');
  expect(goals).toContain(`担当：${named}`);
  expect(goals).not.toContain(`<dd>${named}</dd>`);
  expect(projects).toContain('<dd>危機管理課</dd>');
});

test('an item says beside its place if its name is of this site', () => {
  const named = new Map(planItems.map(({ id, inferred }) => [id, inferred.includes('title')]));
  const said = ['hiratsuka-jitsugen/1', 'hiratsuka-jitsugen/1_1'].flatMap((page) => {
    const [, ...entries] = readSiteFile(site, `plans/${page}/index.html`).split('<li class="node"');
    return entries.map((entry) => {
      const id = `hiratsuka-jitsugen/${/ id="([^"]+)"/.exec(entry)?.[1] ?? ''}`;
      return [named.get(id), readText(entry).includes('名前このサイトがつけました')];
    });
  });
  expect(new Set(said.map(String))).toEqual(new Set(['true,true', 'false,false']));
});

test('an item without a page of its own has its facts under its heading', () => {
  const html = readSiteFile(getBuiltSite('mihon'), 'plans/mihon-kurashi/index.html');
  const [, group = ''] = html.split('<section class="node-group" id="1">');
  expect(group.slice(0, group.indexOf('<section'))).toContain('注記：実在しない計画です。');
});

test('the page of an item lists the items that it relates to, and those that relate to it', () => {
  const [, rail = ''] = readSiteFile(getBuiltSite('mihon'), 'plans/mihon-sogo/1/index.html').split(
    '<aside class="rail"',
  );
  expect(rail).toContain('<h2>関連する項目</h2>');
  expect(rail).toContain('市の知らせが届いている</a>');
  expect(rail).toContain('計画を読む人が少ない</a>');
  expect(readSiteFile(site, 'plans/kanazawa-keiei/1/index.html')).toContain(
    '<h2>関連する課題（このサイトが読み取りました）</h2>',
  );
});

test('statistics that only share the theme of an item have a note, and those that it names are apart', () => {
  const listParts = (page: string) => {
    const html = readSiteFile(site, `plans/${page}/index.html`);
    return [...html.matchAll(/<section><h2>([^<]*統計)<\/h2>(.*?)<\/section>/gs)].map(
      ([, title, part = '']) => `${title}：${part.includes('この項目をはかる統計とはかぎりません。')}`,
    );
  };
  expect(listParts('kanazawa-keiei/3_3')).toEqual(['同じテーマの統計：true']);
  expect(listParts('warabi-jiritsu/35_3')).toEqual(['名前が出てくる統計：false', '同じテーマの統計：true']);
});

test('the indicators of a plan are on its page once', () => {
  const links = [...readPlan('warabi-jiritsu').matchAll(/href="\/indicators\/warabi-jiritsu\/([^"]+)\/"/g)];
  expect(links.map(([, slug]) => slug).sort()).toEqual([
    'agreements',
    'sdgs-proposals',
    'sns-followers',
    'tax-collection',
  ]);
});

test('the page of the only item at the top of a plan leads to the plan', () => {
  expect(readSiteFile(site, 'plans/warabi-jiritsu/7/index.html')).toContain('content="0; url=/plans/warabi-jiritsu/"');
  expect(readSiteFile(site, 'plans/warabi-jiritsu/33/index.html')).not.toContain('href="/plans/warabi-jiritsu/7/"');
});

describe('the page of a measure', () => {
  const html = readSiteFile(site, 'plans/warabi-jiritsu/34_3/index.html');

  test('has its actions as headings', () => {
    expect(html).toMatch(/<h4 class="node-title">接遇など窓口サービスの向上/);
  });

  test('has nothing about other items in its rail', () => {
    const rail = /<aside class="rail"[\s\S]*?<\/aside>/.exec(html)?.[0];
    expect(rail).not.toContain('/indicators/');
    expect(rail).not.toContain('href="/plans/warabi-jiritsu/34_1/"');
  });

  test.each(['34_3', '35_3'])('%s has all themes of each item on it, also those that it has itself', (code) => {
    const page = readSiteFile(site, `plans/warabi-jiritsu/${code}/index.html`);
    const shown = planItems.filter(({ id, themes }) => id.startsWith(`warabi-jiritsu/${code}_`) && themes.length > 0);
    expect(shown.length).toBeGreaterThan(3);
    for (const item of shown) {
      const [, after = ''] = page.split(` id="${item.code}"`);
      const [, list = ''] = /<ul class="tags"[^>]*>(.*?)<\/ul>/s.exec(after) ?? [];
      expect([...list.matchAll(/"\/themes\/([a-z-]+)\/"/g)].map(([, theme]) => theme)).toEqual(item.themes);
    }
  });
});

test.each([
  ['a plan', 'plans/warabi-jiritsu', '<p class="lede"'],
  ['a measure', 'plans/warabi-jiritsu/34_1', '<p class="lede"'],
  ['an indicator', 'indicators/warabi-jiritsu/agreements', '<dl class="facts"'],
])('the page of %s says what it is about before the state of the plan', (_kind, path, subject) => {
  const [before = '', after] = readSiteFile(site, `${path}/index.html`).split('<div class="plan-strip');
  expect(after).toBeDefined();
  expect(before).toContain(subject);
});

test.each(['plans/warabi-jiritsu', 'plans/warabi-jiritsu/34_1', 'indicators/warabi-jiritsu/agreements'])(
  '%s has the state and the part of the plan in a line, and the other facts folded',
  (path) => {
    const html = readSiteFile(site, `${path}/index.html`);
    const [, line = '', folded = ''] = /<div class="plan-strip[^>]*>(.*?)<details>(.*?)<\/details>/s.exec(html) ?? [];
    expect(readText(line)).toMatch(/状態未確認.*のせた範囲：第7章だけ/);
    const facts = [
      '目標の年度は令和10年度です。のせた章に計画の期間が書かれていないため',
      'のせた部分に書かれていません',
      '正式な名前は未確認総合計画の章とみられます。',
      '原本のページのアドレスは、わかっていません。公式サイトのトップページ',
    ];
    for (const fact of facts) expect(readText(folded)).toContain(fact);
    expect(readText(line + folded)).toContain('資料を読んだ日');
  },
);

test.each([
  ['kanazawa-keiei', 'https://www4.city.kanazawa.lg.jp/', '原本のページ', 'Original'],
  [
    'hiratsuka-jitsugen',
    'https://www.city.hiratsuka.kanagawa.jp/keikaku/page-c_02344.html',
    '原本とみられるページ',
    'Likely original',
  ],
])(
  'the page of %s leads without a fold to the original, or the likely one, and says once that a period is missing',
  (plan, url, words, english) => {
    const html = readSiteFile(site, `plans/${plan}/index.html`);
    const [strip = '', line = ''] = /<div class="plan-strip">(.*?)<details>.*?<\/details>/s.exec(html) ?? [];
    expect(line).toContain(`原本：<a href="${url}`);
    expect(strip.split(words)).toHaveLength(2);
    // The name of the link, and its words.
    expect(strip.match(/原本/g)).toHaveLength(2);
    expect(readSiteFile(site, `en/plans/${plan}/index.html`)).toContain(`<dt>${english}</dt><dd><a href="${url}`);
    expect(readSiteFile(site, 'data/index.html')).toContain(`<p>${words}：<a href="${url}`);
    expect(readText(strip)).not.toContain('のせた部分に書かれていません');
  },
);

test('the note of what a plan is as a whole is in its overview, not before its state', () => {
  const [head = '', rest = ''] = readSiteFile(site, 'plans/warabi-jiritsu/index.html').split('class="plan-strip-head"');
  expect(head).not.toContain('注記：');
  const [, overview = ''] = /<details class="plan-intro">(.*?)<\/details>/s.exec(rest) ?? [];
  expect(readText(overview)).toContain('注記：「施策の体系」の図は');
});

test('an action shows its themes and leads to its page, which says where the plan has it', () => {
  const plan = readSiteFile(site, 'plans/warabi-jiritsu/index.html');
  const [entry = ''] = /<li class="node" id="33_1_1_1".*?<\/div>/s.exec(plan) ?? [];
  expect(entry).not.toContain('<details');
  expect(entry).toContain('href="/themes/participation/"');
  const [, url = ''] = /href="\/(plans\/[^"]*)#33_1_1_1"/.exec(entry) ?? [];
  const page = readText(readSiteFile(site, `${url}index.html`));
  expect(page).toContain('のっているところ33市民参画・協働＞施策1＞(1)の1番IDwarabi-jiritsu/33_1_1_1');
});

test('the page of a theme has the actions before the words that cities share', () => {
  const html = readSiteFile(site, 'themes/finance/index.html');
  const [actions, words] = [html.indexOf('市ごとの取組</h2>'), html.indexOf('いくつもの市に出てくる言葉</h2>')];
  expect(actions).toBeGreaterThan(0);
  expect(words).toBeGreaterThan(actions);
});

test.each([
  ['warabi-jiritsu', '取組46件'],
  // Some levels are named 項目: 項目54件 would contradict 項目18件 above.
  ['kanazawa-keiei', '取組など54件'],
])(
  'the filter of %s says how many items there are before its script runs, so that nothing is announced',
  (id, items) => {
    const [output] = /<output>[^<]*/.exec(readSiteFile(site, `plans/${id}/index.html`)) ?? [];
    expect(output).toBe(`<output>${items}をすべて表示しています。`);
  },
);

test.each([
  ['kashiwara-unei-r2/1_3_5', '柏原市 ・ 終わった計画 ・ 重点課題5'],
  ['kanazawa-keiei/3_1', '金沢市 ・ 施策 ・ 方針3 (1)'],
  ['warabi-jiritsu/33_1', '蕨市 ・ 施策1'],
])('the page of %s says the level of its item once', (item, expected) => {
  const [, eyebrow] = /<p class="eyebrow">(.*?)<\/p>/.exec(readSiteFile(site, `plans/${item}/index.html`)) ?? [];
  expect(eyebrow).toBe(expected);
});

test('no line of a lead with explained terms ends between an era and its year', () => {
  const [, lede] =
    /<p class="lede">(.*?)<\/p>/s.exec(readSiteFile(site, 'plans/kashiwara-unei-r2/5_2_1/index.html')) ?? [];
  expect(lede).toContain('令和\u20602年度');
});
