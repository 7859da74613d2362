import { execFileSync, spawnSync } from 'node:child_process';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, test } from 'vitest';
import { getBuiltSite, getPagePath, listPageFiles, readSiteFile } from './support/built-site.ts';
import { listElements, readText } from './support/page-html.ts';

const site = getBuiltSite('root');
const files = listPageFiles(site);
const pages = files.filter((file) => file.startsWith('en/'));
const getUrl = (file: string) => site.origin + getPagePath(site, file);
const JAPANESE = /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u;
const VOID = /^(?:area|br|col|hr|img|input|link|meta|source|wbr)$/i;

/** Returns the texts and attributes of a page that are in English by the nearest `lang`. */
function listEnglishTexts(html: string): string[] {
  const languages: string[] = [];
  return [...html.matchAll(/<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([\w-]+)([^>]*)>|[^<]+/gi)].flatMap(
    ([text, close, name, attributes = '']) => {
      if (name === undefined) return text.startsWith('<') || languages.at(-1) !== 'en' ? [] : [text];
      if (close === '/') {
        languages.pop();
        return [];
      }
      const language = /\slang="([^"]*)"/.exec(attributes)?.[1] ?? languages.at(-1) ?? '';
      if (!VOID.test(name) && !attributes.endsWith('/')) languages.push(language);
      return language === 'en' ? [attributes] : [];
    },
  );
}

/** Returns the links of a page to itself and to the page about the same in another language, by language. */
function readAlternates(file: string): Record<string, string> {
  const links = listElements(readSiteFile(site, file), 'link').map(({ attributes }) => attributes);
  return Object.fromEntries(
    links.flatMap((link) =>
      link.has('hreflang') ? [[link.get('hreflang') ?? '', link.get('href') ?? ''] as const] : [],
    ),
  );
}

/** Returns how a page says to cite it. */
const readCitation = (file: string) => /To cite this page: [^<]*/.exec(readSiteFile(site, file))?.[0] ?? '';

describe('the English pages', () => {
  test.each(pages)('%s says that the search is in Japanese before it opens', (file) => {
    const link = /<a class="site-search-link"[^>]*>(.*?)<\/a>/s.exec(readSiteFile(site, file))?.[1] ?? '';
    expect(readText(link)).toBe('Search(Japanese)');
  });

  test('are one for each main page and each plan', () => {
    const plans = files.filter((file) => /^plans\/[^/]+\/index\.html$/.test(file));
    expect(pages).toHaveLength(6 + plans.length);
  });

  test('contain Japanese letters only in elements that are marked as Japanese', () => {
    const texts = pages.flatMap((file) =>
      listEnglishTexts(readSiteFile(site, file)).map((text) => `${file} ${text.trim()}`),
    );
    expect(texts.length).toBeGreaterThan(1000);
    expect(texts.filter((text) => JAPANESE.test(text))).toEqual([]);
  });

  test('and English parts of Japanese pages contain no Japanese letters, which an English voice skips', () => {
    const texts = files
      .filter((file) => !pages.includes(file))
      .flatMap((file) => listEnglishTexts(readSiteFile(site, file)).map((text) => `${file} ${text.trim()}`));
    expect(texts.length).toBeGreaterThan(100);
    // On a phone, a cell shows the Japanese heading of its column.
    expect(texts.filter((text) => JAPANESE.test(text.replace(/data-head="[^"]*"/, '')))).toEqual([]);
  });

  test('name every item of every plan, and summarize each that has a summary', () => {
    const { data } = JSON.parse(readSiteFile(site, 'api/v1/nodes.json')) as {
      data: { plan: string; titleEn: string; summary: string; summaryEn: string; url: string }[];
    };
    const missing = data.filter(({ plan, url, summaryEn }) => {
      const page = readSiteFile(site, `en/plans/${plan}/index.html`);
      return !page.includes(url) || !readText(page).includes(summaryEn.replaceAll(' ', ''));
    });
    expect(data.filter(({ titleEn }) => titleEn === '')).toEqual([]);
    const summaries = `${data.filter(({ summaryEn }) => summaryEn !== '').length} of ${data.length} plan items have`;
    expect(readText(readSiteFile(site, 'en/index.html'))).toContain(summaries.replaceAll(' ', ''));
    expect(data.filter(({ summary, summaryEn }) => (summary === '') !== (summaryEn === ''))).toEqual([]);
    expect(missing).toEqual([]);
  });

  test('have headings for the upper levels of a plan', () => {
    const page = readSiteFile(site, 'en/plans/kanazawa-keiei/index.html');
    const count = (level: string) => listElements(page, level).length;
    expect(count('h3')).toBe(3);
    expect(count('h4')).toBeGreaterThan(count('h3'));
    expect(count('h5')).toBe(0);
  });

  test('are linked in English from the page of a wrong address', () => {
    const [, words = ''] = /<p lang="en">(.*?)<\/p>/s.exec(readSiteFile(site, '404.html')) ?? [];
    expect(words).toMatch(/^This page was not found\. <a href="[^"]*\/en\/">/);
    expect(readSiteFile(getBuiltSite('mihon'), '404.html')).not.toContain('<p lang="en">');
  });

  test('say when a plan was to end and when it ended', () => {
    const page = readSiteFile(site, 'en/plans/index.html');
    expect(page).toContain('Planned period of the whole plan: FY2007 to FY2016; actual last year: FY2015');
  });

  test('say of a plan what is not known, and why its state is what it is', () => {
    const readPlan = (plan: string) => readSiteFile(site, `en/plans/${plan}/index.html`);
    const readFacts = (plan: string) => {
      const [, facts = ''] = /<dl class="plan-strip(.*?)<\/dl>/s.exec(readPlan(plan)) ?? [];
      return [...facts.matchAll(/<dt>(.*?)<\/dt>\s*<dd>(.*?)<\/dd>/gs)].map(([, name = '', text = '']) => [
        name,
        text.trim(),
      ]);
    };
    const unknown = readFacts('kashiwa-suishin');
    expect(unknown).toContainEqual(['Official name', 'Not confirmed']);
    expect(unknown).toContainEqual(['Original', 'Its address is not known']);
    expect(unknown).toContainEqual(['Plan state', 'State unconfirmed']);
    expect(readFacts('hiratsuka-jitsugen').map(([name]) => name)).not.toContain('Official name');
    expect(readPlan('hiratsuka-jitsugen')).toMatch(
      /<p class="note">\s*Reason for the state: <span lang="ja">市は、平成27年度を最後の年度として[^<]*<\/span> <a href="https:[^"]*" hreflang="ja">Official page \(Japanese\)<\/a>/,
    );
  });

  test('say how to cite them, and plans have the values of their indicators', () => {
    for (const file of pages) {
      const [, title = ''] = /<title>(.*?)｜/.exec(readSiteFile(site, file)) ?? [];
      expect(readSiteFile(site, file)).toContain(`To cite this page: “${title}”, `);
      expect(readCitation(file)).toMatch(/https:\S+ \(CC BY 4\.0[;)]/);
    }
    expect(readCitation('en/plans/warabi-jiritsu/index.html')).toMatch(
      /\. Sources: Chapter 7: [^;]+, Warabi City; all documents: /,
    );
    expect(readCitation('en/themes/index.html')).toContain('; Public Management Plan, Kanazawa City; ');
    const values = readText(readSiteFile(site, 'en/plans/warabi-jiritsu/index.html'));
    expect(values).toContain('Baseline:5,587people(October2023)Target:7,000people(FY2028)');
  });

  test('say how to cite copied values: with their publishers, terms, and the names that terms of use demand', () => {
    const citation = readCitation('en/statistics/index.html');
    expect(citation).toContain(' (CC BY 4.0; copied values are subject to the terms of their sources). Sources: ');
    expect(citation).toMatch(/: Statistics Bureau of Japan; Ministry of Internal Affairs and Communications; SSDSE /);
    expect(citation).toContain('; all documents: https://keikaku.example/data/sources/');
  });

  test('say that null among the values of statistics is not unknown', () => {
    expect(readText(readSiteFile(site, 'en/data/index.html'))).toContain(
      'Anullinstatistic-valuesisnotunknown:thesourcestatesthatthevalueisnotcalculated(state).',
    );
  });

  test('let lines of a host end after its dots', () => {
    expect(readSiteFile(site, 'en/plans/warabi-jiritsu/index.html')).toMatch(
      /www\.<wbr>city\.<wbr>warabi\.<wbr>saitama\.<wbr>jp<wbr>\s+\(Japanese\)/,
    );
  });

  test('and the Japanese pages about the same name each other', () => {
    const linked = files.filter((file) => Object.keys(readAlternates(file)).length > 0);
    expect(linked).toHaveLength(2 * pages.length);
    const byUrl = new Map(files.map((file) => [getUrl(file), file]));
    for (const file of linked) {
      const { en = '', ja = '' } = readAlternates(file);
      expect([en, ja]).toContain(getUrl(file));
      for (const url of [en, ja]) expect(readAlternates(byUrl.get(url) ?? expect.fail(url))).toEqual({ en, ja });
    }
  });

  test('and every other page have a link to the other language in the header', () => {
    const getSwitch = (file: string) =>
      listElements(readSiteFile(site, file), 'a').find(({ attributes }) => attributes.get('class') === 'site-language')
        ?.attributes;
    const longest = pages.toSorted((a, b) => b.length - a.length);
    for (const file of files.filter((name) => !name.startsWith('embed/'))) {
      const { en, ja } = readAlternates(file);
      const isEnglish = file.startsWith('en/');
      // A city with one plan leads to that plan. Else the English page of a part of the site is also that of its pages.
      const [, city] = /^cities\/([\w-]+)\/index\.html$/.exec(file) ?? [];
      const upper = longest.find((page) => {
        const path = page.slice('en/'.length, -'index.html'.length);
        return city === undefined ? file.startsWith(path) : path.startsWith(`plans/${city}-`);
      });
      const wanted = new URL((isEnglish ? ja : en) ?? getUrl(upper ?? ''), site.origin).pathname;
      expect([file, getSwitch(file)?.get('href')]).toEqual([file, wanted]);
      expect(getSwitch(file)?.get('hreflang')).toBe(isEnglish ? 'ja' : 'en');
    }
  });

  test('are in the sitemap', () => {
    const sitemap = readSiteFile(site, 'sitemap-0.xml');
    expect(pages.filter((file) => !sitemap.includes(`<loc>${getUrl(file)}</loc>`))).toEqual([]);
  });

  test('do not exist on a site without English names', () => {
    const town = getBuiltSite('mihon');
    expect(listPageFiles(town).filter((file) => file.startsWith('en/'))).toEqual([]);
    expect(readSiteFile(town, 'index.html')).not.toMatch(/hreflang|site-language/);
  });
});

describe('the examples of the English page about data', () => {
  const html = readSiteFile(site, 'en/data/index.html');
  const [shell = '', python = '', sql = ''] = [...html.matchAll(/<pre[^>]*>([\s\S]*?)<\/pre>/g)].map(([, code = '']) =>
    code
      .replaceAll('&quot;', '"')
      .replaceAll('&#34;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&gt;', '>')
      .replaceAll('&lt;', '<'),
  );
  const local = (code: string) => code.replaceAll(`${site.origin}${site.base}`, `${site.served}${site.base}`);

  test.skipIf(spawnSync('curl', ['--version']).status !== 0)('list municipalities in the shell', () => {
    expect(execFileSync('sh', ['-c', local(shell)], { encoding: 'utf8' })).toContain('"title_en":"Warabi City"');
  });

  test.skipIf(spawnSync('python3', ['-c', 'import pandas']).status !== 0)('list measures in pandas', () => {
    expect(execFileSync('python3', ['-c', local(python)], { encoding: 'utf8' })).toMatch(/measure +\d+/);
  });

  test('find the actions with a theme in DuckDB', async () => {
    // To read from a URL, DuckDB would download an extension.
    const query = sql.replaceAll(`${site.origin}${site.base}`, `${site.dist}/`);
    const connection = await (await DuckDBInstance.create()).connect();
    const rows = (await connection.runAndReadAll(query)).getRowsJson();
    const [, id = ''] = /links\.target = '([^']*)'/.exec(query) ?? [];
    const { data } = JSON.parse(readSiteFile(site, 'api/v1/nodes.json')) as {
      data: { kind: string; themes: string[]; url: string }[];
    };
    const actions = data.filter(({ kind, themes }) => kind === 'action' && themes.includes(id));
    expect(actions.length).toBeGreaterThan(1);
    expect(rows.map(([, , url]) => url).sort()).toEqual(actions.map(({ url }) => url).sort());
  });

  test('list the columns that the tables have', () => {
    const [first] = JSON.parse(readSiteFile(site, 'data/nodes.json')) as Record<string, unknown>[];
    expect(html).toContain(Object.keys(first ?? expect.fail()).join(', '));
  });
});
