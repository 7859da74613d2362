import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { listPageFiles, readMainPart, readSiteFile, getBuiltSite, SITE_NAMES } from './support/built-site.ts';
import { readText } from './support/page-html.ts';

/** Pages that are not about the present data, or only list other pages, as English pages do. */
const WITHOUT_CITATION =
  /^(?:index|404|(?:about|search|explore|check|changes|embed|en|data\/versions)\/.*|(?:cities|plans|indicators|themes|data)\/index)(?:\.html|$)/;

const readDataLink = (html: string, type: string) => {
  const link = new RegExp(`href="data:${type};charset=utf-8,([^"]*)"`).exec(html)?.[1] ?? '';
  return decodeURIComponent(link);
};

describe.each(SITE_NAMES)('the pages of the site “%s”', (name) => {
  const site = getBuiltSite(name);
  const { version } = (
    JSON.parse(readSiteFile(site, 'api/v1/index.json')) as { readonly meta: { readonly version: string } }
  ).meta;
  const files = listPageFiles(site);
  const hasStatistics = files.some((file) => /^statistics\/.+\//.test(file));
  const isCitable = (file: string) =>
    !WITHOUT_CITATION.test(file) && (hasStatistics || file !== 'statistics/index.html');

  test('have citations if they are about the data', () => {
    const citing = files.filter(
      (file) =>
        file !== 'about/design/index.html' &&
        !file.startsWith('data/versions/') &&
        readSiteFile(site, file).includes('<details class="cite"'),
    );
    expect(citing.sort()).toEqual(files.filter((file) => isCitable(file)).sort());
  });

  test('say that their URL is a placeholder only if the host of the site is', () => {
    const asking = files.filter((file) => /アドレスは仮のもの|URL is a placeholder/.test(readSiteFile(site, file)));
    const framed = files.filter((file) => file.startsWith('embed/'));
    expect(asking).toEqual(name === 'root' ? files.filter((file) => !framed.includes(file)) : []);
  });

  test('have citations with their own URL and the version of the data, and the URL to copy', () => {
    const wrong = files
      .filter((file) => isCitable(file))
      .filter((file) => {
        const html = readSiteFile(site, file);
        const url = `${site.origin}${site.base}${file.replace(/index\.html$/, '')}`;
        const [bib, ris] = [
          readDataLink(html, 'application/x-bibtex'),
          readDataLink(html, 'application/x-research-info-systems'),
        ];
        const lines = /出典：[^<]*<\/pre>/.exec(html)?.[0] ?? '';
        return (
          !html.includes(`<pre data-copy="アドレス">${url}</pre>`) ||
          !bib.includes(`url = {${url}}`) ||
          !ris.includes(`\r\nUR  - ${url}\r\nER  - \r\n`) ||
          ![bib, ris, lines].every((text) => text.includes(version)) ||
          !lines.includes(url)
        );
      });
    expect(wrong).toEqual([]);
  });

  test('say whose summaries they have, if they have any, though the municipality may publish the site itself', () => {
    const pages = files
      .filter((file) => file !== 'about/design/index.html' && readSiteFile(site, file).includes('class="source-note"'))
      .map((file) => ({ hasSummaries: !/^(?:indicators|zones)\//.test(file), html: readSiteFile(site, file) }));
    expect(new Set(pages.map(({ hasSummaries }) => hasSummaries))).toEqual(new Set([true, false]));
    // Near the top, and only once: before the first heading below the title.
    for (const { hasSummaries, html } of pages) {
      const [top = '', ...rest] = html.split('要約は、このサイトが書きました（計画の文章ではありません）。');
      expect(rest).toHaveLength(hasSummaries ? 1 : 0);
      if (hasSummaries) expect(top).not.toMatch(/<h2(?! class="hidden-text")/);
    }
  });

  test('say whose names they have if the plan prints an item in sentences', () => {
    const pages = ['plans/hiratsuka-jitsugen/1', 'plans/hiratsuka-jitsugen/1_1', 'plans/mihon-sogo/1_1'];
    const named = pages.filter((page) => {
      const file = `${page}/index.html`;
      return files.includes(file) && readSiteFile(site, file).includes('文で書かれた項目の短い名前は、このサイト');
    });
    expect(named).toEqual(name === 'root' ? pages.slice(0, 1) : []);
  });

  test('name the headings that a text of a plan is about, if its file says them', () => {
    const texts = files.filter((file) => /^plans\/[^/]+\/text\//.test(file));
    const places = texts.map(
      (file) => /aria-label="出典">.*?」(?:<\/a>)?([^<」]+?)\s*<\/p>/s.exec(readMainPart(site, file))?.[1],
    );
    if (name === 'root')
      expect(places.toSorted()).toEqual([
        '2 地域区分',
        '3 行政経営プラン ＞ (1) 基本理念、3 行政経営プラン ＞ (2) 取組姿勢',
        '【協働とDXの取組】',
        'はじめの表、【基本姿勢】',
      ]);
    else expect(places.filter((place) => place !== undefined)).toEqual([]);
  });

  test('name every document that their results come from', () => {
    const Rows = z.array(z.record(z.string(), z.unknown()));
    const read = (table: string) => Rows.parse(JSON.parse(readSiteFile(site, `data/${table}.json`)));
    const titles = new Map(read('sources').map(({ id, title }) => [id, String(title)]));
    const cities = new Map(read('plans').map(({ id, municipality }) => [id, String(municipality)]));
    const results = read('observations').flatMap(({ indicator, zone, source_id }) => {
      const [plan = ''] = String(indicator).split('/');
      const city = cities.get(plan) ?? '';
      const pages = [`indicators/${String(indicator)}`, `plans/${plan}`, `cities/${city}`];
      if (zone !== null) pages.push(`zones/${city}`);
      return pages.map((page) => ({ file: `${page}/index.html`, title: titles.get(source_id) ?? expect.fail() }));
    });
    expect(results.length).toBeGreaterThan(0);
    const wrong = results.filter(
      ({ file, title }) =>
        !readDataLink(readSiteFile(site, file), 'application/x-research-info-systems').includes(title),
    );
    expect(wrong).toEqual([]);
  });

  test('name every document whose copied facts they show, with the terms that the facts have', () => {
    const Sources = z.array(z.object({ title: z.string(), municipality: z.string().nullable(), terms: z.string() }));
    const copied = Sources.parse(JSON.parse(readSiteFile(site, 'data/sources.json')))
      .filter(({ municipality, terms }) => municipality === null && terms !== '')
      // Editions of a document are one, without their years.
      .map(({ title }) => title.replace(/（(?:平成|令和)[^（）]*）$|\s/g, ''));
    const wrong = files.filter(isCitable).filter((file) => {
      const [body = '', cite = ''] = readSiteFile(site, file).split('<details class="cite"');
      const credits = readText(body).match(/[^。]*を加工して作成/g) ?? [];
      const shown = copied.filter((title) => credits.some((credit) => credit.includes(title)));
      const lines = readText(cite);
      const isCited = /の資料（.*一覧https:/.test(lines) || shown.every((title) => lines.includes(title));
      return shown.length > 0 && !(isCited && lines.includes('写した値は資料ごとの利用条件'));
    });
    expect(wrong).toEqual([]);
  });

  test('name the version of the data in their footer', () => {
    const pages = files.filter((file) => !file.startsWith('embed/'));
    const isNamed = (file: string) =>
      readSiteFile(site, file).includes(`${file.startsWith('en/') ? 'Data version' : 'データの版'}\u00a0${version}`);
    expect(pages.filter((file) => !isNamed(file))).toEqual([]);
  });
});

test('citations say beside the lines to copy that the site is not published, and what is not known of a plan', () => {
  const [, cite = ''] = readSiteFile(getBuiltSite('root'), 'indicators/warabi-jiritsu/agreements/index.html').split(
    'class="cite"',
  );
  const [box = ''] = cite.split('</details>');
  expect(readText(box)).toContain('公開前で、アドレスは仮のものです。');
  expect(readText(box)).toContain('（正式な名前・原本のアドレスは未確認、2026-11-20に読んだもの）');
  expect(readText(box)).toContain('第7章市民と市がともに力を発揮して創る自立したまち）」');
});

test.each([
  ['the titles of a few documents', 'statistics/area', /「SSDSE-市区町村（SSDSE-A-2026）」/],
  ['the publishers of documents with long titles', 'statistics/revenue', /総務省統計局、総務省（.*?）、一覧 https:/],
  ['a credit that terms of use fix', 'statistics', /、独立行政法人統計センター SSDSE を加工して作成、一覧 https:/],
  [
    'a credit with a title',
    'cities/kashiwa',
    /、「国土数値情報（行政区域データ）」（国土交通省）を加工して作成、一覧 https:/,
  ],
])('each text to copy has %s', (_, page, words) => {
  const html = readSiteFile(getBuiltSite('root'), `${page}/index.html`);
  const texts = html.match(/<pre data-copy="(?:出典|文|BibTeX)[^<]*/g) ?? [];
  expect(texts).toHaveLength(4);
  for (const text of texts) expect(text).toMatch(words);
});

test('the guide of terms says what citations have of many documents', () => {
  const guide = readText(readSiteFile(getBuiltSite('root'), 'about/terms/index.html'));
  expect(guide).toContain('資料が多いページでは、名前のかわりに、発行者の名前と、資料の一覧のアドレスを入れています。');
});
