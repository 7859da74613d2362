import { describe, expect, test } from 'vitest';
import type { SourceCitation } from '../../../src/model/identifiers.ts';
import { listIndicatorsBelow } from '../../../src/site-data/indicator-queries.ts';
import {
  citeDocuments,
  describeAccess,
  findOriginal,
  formatOwners,
  formatPlace,
  formatSource,
  formatSourceList,
  groupEditions,
  listCopies,
  listItemSources,
  listPlanSources,
  listStatisticSources,
  mergeCitations,
} from '../../../src/site-data/source-citations.ts';
import { appendFixtureLines, editFixtureFile } from '../../support/fixture-site.ts';
import { openSharedSite, openFixtureSite } from '../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

const siteData = openFixtureSite();
const [source] = siteData.sources;
const id = source?.id ?? '';

describe('what is known of a document', () => {
  const { sources, ...own } = openSharedSite(REPOSITORY_FOLDER);

  test.each([
    ['warabi-jiritsu', '（正式な名前・原本のアドレスは未確認、2026-11-20に読んだもの）'],
    ['kashiwara-unei-r2', '（原本のアドレスは未確認、2026-11-20に読んだもの）'],
    ['kanazawa-keiei', /^（2026-11-20に読んだもの、原本のページは https:\/\/www4\.city\.kanazawa\.lg\.jp\/[^、]+ ）$/],
    ['hiratsuka-jitsugen', /、原本とみられるページは https:\/\/www\.city\.hiratsuka\.kanagawa\.jp\/[^、]+ ）$/],
    ['localgovjp', /^$/],
  ])('of %s: %s', (document, words) => {
    if (typeof words === 'string') expect(describeAccess({ sources, ...own }, document)).toBe(words);
    else expect(describeAccess({ sources, ...own }, document)).toMatch(words);
  });

  test('is its owner, whether it is a copy, and the days when they were read', () => {
    const dated = sources.map((one) => (one.id === 'ssds-revenue' ? { ...one, checked: '2026-11-25' } : one));
    const site = { ...own, sources, source: (key: string) => dated.find((one) => one.id === key) ?? own.source(key) };
    const cite = (...ids: string[]) => formatOwners(site, citeDocuments(ids));
    expect(cite('mic-finance-2024')).toBe('総務省（2026年11月21日に読んだ、原本と照らし合わせていない写し）');
    expect(cite('localgovjp')).toBe('code4fukui（2026年11月20日に読んだもの）');
    expect(cite('mic-finance-2024', 'ssds-revenue')).toMatch(
      /^総務省、総務省統計局（いずれも2026年11月21日～2026年11月25日に読んだ、原本と照らし合わせていない写し）$/,
    );
    expect(cite('localgovjp', 'mic-finance-2024')).toBe(
      '総務省（2026年11月21日に読んだ、原本と照らし合わせていない写し）、code4fukui（2026年11月20日に読んだもの）',
    );
  });

  test('is its title if its owner is not known', () => {
    const source = (key: string) => ({ ...own.source(key), publisher: '' });
    const cite = (...ids: string[]) => formatOwners({ ...own, sources, source }, citeDocuments(ids));
    expect(cite('localgovjp')).toMatch(/^「.+」（2026年11月20日に読んだもの）$/);
    expect(cite('mic-finance-2023', 'mic-finance-2024')).toMatch(
      /^「[^、]+主要財政指標（[^）]*照らし合わせていない写し）/,
    );
  });

  test('is no day if one of the documents has none', () => {
    const source = (key: string) => ({ ...own.source(key), ...(/ssds|localgov/.test(key) ? { checked: null } : {}) });
    const cite = (...ids: string[]) => formatOwners({ ...own, sources, source }, citeDocuments(ids));
    expect(cite('mic-finance-2024', 'ssds-revenue')).toBe(
      '総務省、総務省統計局（いずれも原本と照らし合わせていない写し）',
    );
    expect(cite('localgovjp', 'mic-finance-2024')).toBe(
      '総務省（2026年11月21日に読んだ、原本と照らし合わせていない写し）、code4fukui',
    );
  });
});

describe('sources', () => {
  test('have their owner, their title and the location', () => {
    expect(formatSource(siteData, { id, place: '第2章' })).toMatch(/^.+「.+」第2章$/);
  });

  test.each([
    ['第2章', '第2章'],
    ['第7章 > 指標', '第7章 ＞ 指標'],
    ['【指標】 > 3', '【指標】の3番'],
    ['方針1 > (1) > 1 > 12', '方針1 ＞ (1)の1番の12番'],
    ['指標 > 2 > 中間、指標 > 4', '指標の2番 ＞ 中間、指標の4番'],
    ['重点課題 > 1～4', '重点課題 ＞ 1～4'],
    ['第1章 > 区分 > 1、第1章 > 区分 > 2、第2章 > 3', '第1章 ＞ 区分の1番、2番、第2章の3番'],
    ['協働、連携 > 1、協働、連携 > 2', '協働、連携の1番、協働、連携の2番'],
  ])('have the location %s in words', (place, words) => {
    expect(formatPlace(place)).toBe(words);
    expect(formatSource(siteData, { id, place })).toMatch(new RegExp(`」${RegExp.escape(words)}$`));
  });

  test('of several documents follow one another, each with its own locations', () => {
    const cited = [
      { id: 'a', place: '第1章' },
      { id: 'b', place: '' },
      { id: 'a', place: '' },
      { id: 'a', place: '第1章' },
      { id: 'a', place: '資料編' },
    ];
    expect(mergeCitations(cited)).toEqual([
      { id: 'a', place: '第1章、資料編' },
      { id: 'b', place: '' },
    ]);
  });
});

describe('the sources of a page', () => {
  test('contain each document once, with all its locations', () => {
    const siteData = openFixtureSite();
    const id = siteData.sources[0]?.id ?? '';
    const places = ['第2章', '第3章'].map((place) => ({ id, place }));
    expect(formatSourceList(siteData, places)).toEqual([formatSource(siteData, { id, place: '第2章、第3章' })]);
  });

  const citeMany = (count: number, getOwner: (at: number) => string) => {
    const rows = Array.from({ length: count }, (_, at) => `shiryo-${at + 1},${getOwner(at)},,2026-11-20,,`);
    const siteData = openFixtureSite(appendFixtureLines('data/sources.csv', rows.join('\n')));
    return formatSourceList(
      siteData,
      rows.map((_, at) => ({ id: `shiryo-${at + 1}`, place: '' })),
    );
  };

  test.each([
    [20, 20, /^見本町「資料」/],
    [21, 1, /^21の資料（見本町（2026年11月20日に読んだもの）、一覧 https:/],
  ])('of %i documents become %i citations', (documents, count, first) => {
    const words = citeMany(documents, () => 'mihon,資料,,見本町,');
    expect(words).toHaveLength(count);
    expect(words[0]).toMatch(first);
  });

  test('of many owners become their number and the list of all', () => {
    const words = citeMany(21, (at) => `,資料,,見本の発行者${at},`);
    expect(words).toEqual([expect.stringMatching(/^21の資料（一覧 https:/)]);
  });
});

describe('a revision that adds an action and a related plan', () => {
  const plan = 'data/plans/mihon-keikaku';
  const rows = ['kaitei', 'kanren'].map((id) => `${id},mihon,見直し,,見本町,,,2026-11-20,,`);
  const openRevised = () =>
    openFixtureSite({
      ...appendFixtureLines('data/sources.csv', rows.join('\n')),
      ...editFixtureFile(`${plan}/tree.csv`, 'mihon-keikaku,第1章 > 1 > (1)\n', 'kaitei,第1章 > 1 > (1)\n'),
      ...editFixtureFile(`${plan}/related-plans.csv`, ',mihon-keikaku,関連計画', ',kanren,関連計画'),
    });
  const listIds = (sources: readonly SourceCitation[]) => new Set(sources.map((one) => one.id));

  test('is a source of the plan', () => {
    const site = openRevised();
    expect(listIds(listPlanSources(site, site.plans))).toEqual(new Set(['mihon-keikaku', 'kaitei', 'kanren']));
  });

  test.each([
    ['1_1', ['mihon-keikaku', 'kaitei']],
    ['2_1', ['mihon-keikaku', 'kanren']],
  ])('is a source of the item %s that shows it', (code, expected) => {
    const site = openRevised();
    const item = site.planItem(`mihon-keikaku/${code}`);
    const sources = listItemSources(site, item, listIndicatorsBelow(site, item));
    expect(sources[0]).toEqual(item.source);
    expect([...listIds(sources)].filter((id) => expected.includes(id))).toEqual(expected);
    expect(listIds(sources).isDisjointFrom(new Set(code === '1_1' ? ['kanren'] : ['kaitei']))).toBe(true);
  });
});

test('editions of a document are ranges of years without a gap', () => {
  const rows = [20, 17, 22, 18, 21].map((year) => `e${year},mihon,決算（平成${year}年度）,,見本町,,,2026-11-20,,`);
  const site = openFixtureSite(appendFixtureLines('data/sources.csv', rows.join('\n')));
  const editions = site.sources.filter(({ id }) => /^e\d/.test(id)).map(({ id }) => ({ id, place: '' }));
  expect(formatSourceList(site, editions)).toEqual([
    '見本町「決算」（平成17年度～平成18年度、平成20年度～平成22年度）',
  ]);
});

test('a single edition, and editions beside another document, have their own titles', () => {
  const rows = [17, 18].map((year) => `e${year},mihon,決算（平成${year}年度）,,見本町,,,2026-11-20,,`);
  const site = openFixtureSite(
    appendFixtureLines('data/sources.csv', [...rows, 'all,mihon,決算,,見本町,,,2026-11-20,,'].join('\n')),
  );
  const list = (...ids: readonly string[]) =>
    formatSourceList(
      site,
      ids.map((one) => ({ id: one, place: '' })),
    );
  expect(list('e17')).toEqual(['見本町「決算（平成17年度）」']);
  expect(list('e17', 'all', 'e18')).toEqual([
    '見本町「決算（平成17年度）」',
    '見本町「決算」',
    '見本町「決算（平成18年度）」',
  ]);
});

test('the original of a plan is at its website, or may be at that of its municipality', () => {
  const [plan] = siteData.plans;
  if (!plan) throw new Error('there is no plan');
  const find = (website: string, pages: string) =>
    findOriginal({ ...siteData, source: (one) => ({ ...siteData.source(one), website, pages }) }, plan);
  const url = 'https://www.town.mihon.example.jp/keikaku.html';
  expect(find(url, '12～15')).toEqual({ lead: '', url, title: '原本のページ（12～15ページ）' });
  expect(find(url, '').title).toBe('原本のページ');
  const likely = { ...plan, titleNote: '改訂基本計画の一部とみられます。' };
  const site = { ...siteData, plans: [likely], source: (one: string) => ({ ...siteData.source(one), website: url }) };
  expect(findOriginal(site, likely).title).toBe('原本とみられるページ');
  expect(find('', '12～15')).toEqual({
    lead: '原本のページのアドレスは、わかっていません。',
    url: siteData.municipality(plan.municipality).website,
    title: '公式サイトのトップページ',
  });
});

test('editions of a document with the same note are one entry', () => {
  const rows = [17, 18, 19].map(
    (year) => `e${year},mihon,決算（平成${year}年度）,,見本町,,,2026-11-20,,${year === 19 ? '速報です。' : ''}`,
  );
  const site = openFixtureSite(appendFixtureLines('data/sources.csv', rows.join('\n')));
  const entries = groupEditions(
    site,
    site.sources.filter(({ id }) => /^e\d/.test(id)),
  );
  expect(entries.map(({ title, editions }) => [title, ...editions.map(({ edition }) => edition)])).toEqual([
    ['決算', '平成17年度', '平成18年度'],
    ['決算', '平成19年度'],
  ]);
});

test('documents that were read from copies are named as copies, after the others', () => {
  const rows = [17, 18, 19, 20].map((year) => `e${year},mihon,決算（平成${year}年度）,,見本町,,,2026-11-20,,`);
  const own = openFixtureSite(appendFixtureLines('data/sources.csv', rows.join('\n')));
  const getSource = (id: string) => ({ ...own.source(id), copy: id < 'e19' ? 'https://example.jp/' : '' });
  const site = { ...own, source: getSource };
  const cited = own.sources.filter(({ id }) => /^e\d/.test(id)).map(({ id }) => ({ id, place: '' }));
  expect(formatSourceList(site, cited)).toEqual([
    '見本町「決算」（平成19年度～平成20年度）',
    '見本町「決算」（平成17年度～平成18年度）の写し',
  ]);
});

describe('the sources of a statistic', () => {
  const own = openSharedSite(REPOSITORY_FOLDER);
  const listIds = (id: string) => listStatisticSources(own, [{ statistic: { id } }]).map((one) => one.id);
  const listValueSources = (id: string) => own.statisticValuesOf(id).map(({ source }) => source);

  test('are those of its values and of its threshold', () => {
    const { threshold } = own.statistic('future-burden-ratio');
    expect(new Set(listIds('future-burden-ratio'))).toEqual(
      new Set([...listValueSources('future-burden-ratio'), threshold?.source]),
    );
  });

  test('begin with that of its latest value', () => {
    const sources = listValueSources('future-burden-ratio');
    expect(sources[0]).not.toBe(sources.at(-1));
    expect(listIds('future-burden-ratio')[0]).toBe(sources.at(-1));
  });

  test('are those of its divisor only at times at which it divides a value', () => {
    const ends = own.statisticValuesOf('expenditure').map(({ period }) => period.end ?? '');
    const last = ends.toSorted().at(-1) ?? '';
    const divisors = own.statisticValuesOf('resident-population');
    const used = divisors.filter(({ period }) => (period.end ?? '') <= last).map(({ source }) => source);
    const unused = divisors.map(({ source }) => source).filter((id) => !used.includes(id));
    expect(unused).not.toEqual([]);
    expect(listIds('expenditure')).toEqual(expect.arrayContaining(listValueSources('expenditure')));
    expect(listIds('expenditure').filter((id) => unused.includes(id))).toEqual([]);
    expect(listIds('expenditure').filter((id) => used.includes(id))).toEqual([...new Set(used.toReversed())]);
  });
});

test('copies that sources were read from are links, each once, with the name of the repository or the host', () => {
  const repository = 'https://github.com/somebody/tables/blob/1234abcd/a.xls';
  const copies = new Map([
    ['a', repository],
    ['b', 'https://example.jp/b.csv'],
    ['c', ''],
    ['d', repository],
  ]);
  const getCopied = (id: string) => ({ ...siteData.source(source?.id ?? ''), id, copy: copies.get(id) ?? '' });
  const sources = [...copies.keys()].map((id) => ({ id, place: '' }));
  expect(listCopies({ ...siteData, source: getCopied }, sources)).toEqual([
    { title: 'somebody/tables', url: repository },
    { title: 'example.jp', url: 'https://example.jp/b.csv' },
  ]);
});

test('copies in several files of one repository have links with the names of the files', () => {
  const folder = 'https://github.com/somebody/tables/blob/1234abcd';
  const getCopied = (id: string) => ({ ...siteData.source(source?.id ?? ''), id, copy: `${folder}/${id}.xls` });
  expect(listCopies({ ...siteData, source: getCopied }, [{ id: 'a' }, { id: 'b' }])).toEqual([
    { title: 'somebody/tables（a.xls）', url: `${folder}/a.xls` },
    { title: 'somebody/tables（b.xls）', url: `${folder}/b.xls` },
  ]);
});

test('the names of files and folders are readable, also if they are encoded in no known way', () => {
  const folder = 'https://github.com/somebody/tables/blob/1234abcd';
  const getCopied = (id: string) => ({ ...siteData.source(source?.id ?? ''), id, copy: `${folder}/${id}` });
  const ids = ['%E5%B8%82.csv', '%E5.csv', '2020/'].map((name) => ({ id: name }));
  expect(listCopies({ ...siteData, source: getCopied }, ids).map(({ title }) => title)).toEqual([
    'somebody/tables（市.csv）',
    'somebody/tables（%E5.csv）',
    'somebody/tables（2020）',
  ]);
});
