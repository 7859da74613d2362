import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { getSiteStatistic } from '../../src/site-data/site-statistics.ts';
import { openSharedSite } from '../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../support/source-modules.ts';
import { getBuiltSite, readSiteFile } from './support/built-site.ts';
import { readText } from './support/page-html.ts';

const site = getBuiltSite('root');
const Statistics = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      definition: z.string(),
      url: z.string(),
      comparison: z.string(),
      unit: z.string(),
    }),
  ),
});
const statistics = Statistics.parse(JSON.parse(readSiteFile(site, 'api/v1/statistics.json'))).data;

/** Returns a number without needless zeros: pages print 102.0 as it was published. */
const toShown = (value: string) => (value === '' || value === '算定なし' ? '算定なし' : String(Number(value)));

const readPage = (url: string) => readSiteFile(site, `${url.slice(1)}index.html`);

/** Returns the cells of the table with an id: rows with the time and one cell for each municipality. */
function readTable(html: string, id: string) {
  const table = new RegExp(`<table[^>]* id="${id}"[\\s\\S]*?</table>`).exec(html)?.[0] ?? '';
  const [head = '', ...rows] = table.split('<tr').slice(1);
  const titles = [...head.matchAll(/<th[^>]*data-series[^>]*>(.*?)<\/th>/g)].map(([, text = '']) => readText(text));
  return rows.flatMap((row) => {
    const time = readText(/<th[^>]*>(.*?)<\/th>/.exec(row)?.[1] ?? '');
    const cells = [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, text = '']) =>
      readText(/<small[^>]*>[^<\d]*([^<]*)<\/small>/.exec(text)?.[1] ?? text),
    );
    return titles.map((title, at) => ({ title, time, text: cells[at] }));
  });
}

test('each statistic has a page, which the list of statistics links to', () => {
  const list = readPage('/statistics/');
  expect(statistics.length).toBeGreaterThan(15);
  for (const { url, title } of statistics) {
    expect(list).toContain(`href="${url}"`);
    const [, heading = ''] = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(readPage(url)) ?? [];
    expect(heading.replaceAll('\u2060', '')).toContain(title);
  }
});

test('the page of the future burden says that 算定なし is lighter than any number, none of which is below 0', () => {
  const { statisticValuesOf } = openSharedSite(REPOSITORY_FOLDER);
  const numbers = statisticValuesOf('future-burden-ratio').flatMap(({ value }) => value ?? []);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(readText(readPage('/statistics/future-burden-ratio/'))).toContain('どの数よりも負担が軽い状態で');
});

/** Returns the cells of each statistic in the table of the latest values: their headings and texts. */
function readLatestCells(): Map<string, string[][]> {
  const [, table = ''] = /id="latest"[^]*?<tbody>([^]*?)<\/tbody>/.exec(readPage('/statistics/')) ?? [];
  const rows = table.split('<tr').slice(1);
  return new Map(
    rows.map((row) => [
      /href="([^"]*)"/.exec(row)?.[1] ?? '',
      [...row.matchAll(/<t[hd]([^>]*)>([^]*?)<\/t[hd]>/g)].map(([, names, text = '']) => [
        /data-head="([^"]*)"/.exec(names ?? '')?.[1] ?? '',
        readText(text),
      ]),
    ]),
  );
}

test('the list of statistics has a table of the latest value of each, by municipality, with its time', () => {
  expect(readPage('/statistics/')).toMatch(/<a href="#latest"[^>]*>\s*すべての統計を、市ごとに並べた表/);
  const rows = readLatestCells();
  expect([...rows.keys()].sort()).toEqual(statistics.map(({ url }) => url).sort());
  const [title, time] = rows.get('/statistics/census-population/') ?? [];
  expect([title, time]).toEqual([
    ['', '国勢調査人口（人）'],
    ['時点', '2025年10月1日'],
  ]);
});

test.each(statistics.filter(({ unit }) => unit !== '千円').map(({ id, url }) => [id, url]))(
  'the table of the latest values prints %s with its published decimals',
  (id, url) => {
    const { published } = getSiteStatistic(openSharedSite(REPOSITORY_FOLDER), id);
    const texts = published.map(({ title, points }) => {
      const { value = null, text = '' } = points.at(-1) ?? {};
      const digits = text.split('.')[1]?.length ?? 0;
      return [title, value?.toLocaleString('ja', { minimumFractionDigits: digits }) ?? '算定なし'];
    });
    expect(texts.length).toBeGreaterThan(1);
    expect((readLatestCells().get(url) ?? []).slice(2).sort()).toEqual(texts.sort());
  },
);

test('the frame of a statistic has the first sentence of its finding as heading, and the others below', () => {
  const { finding } = getSiteStatistic(openSharedSite(REPOSITORY_FOLDER), 'future-burden-ratio');
  const [first = '', ...others] = finding?.split('。') ?? [];
  const html = readPage('/embed/statistics/future-burden-ratio/');
  const [, heading = '', rest = ''] = /<h1[^>]*>(.*?)<\/h1>(.*)/s.exec(html) ?? [];
  expect(readText(heading)).toBe(readText(first));
  expect(others).not.toEqual([]);
  expect(readText(rest)).toContain(readText(others.join('。')));
});

test('the list of statistics says that the chart of a number shows shares', () => {
  const definition = '15歳になっていない人の数です。人口の大きさがちがうので、図では全体の中の割合にしてくらべます。';
  expect(readText(readPage('/statistics/'))).toContain(definition);
});

test.each(['/', '/cities/warabi/', '/themes/finance/'])(
  'the cards of %s leave definitions to the pages they lead to',
  (url) => {
    const [, cards = ''] = /<ul class="statistic-cards" role="list">(.*)/s.exec(readPage(url)) ?? [];
    const text = readText(cards);
    expect(text).toContain('統計の意味は、見出しのリンク先にあります。');
    expect(statistics.filter(({ definition }) => text.includes(readText(definition)))).toEqual([]);
  },
);

test.each(['/', '/statistics/', '/cities/warabi/', '/themes/finance/'])(
  'each chart on %s says where its axis begins, unless that is 0',
  (url) => {
    const figures = readPage(url).match(/<figure class="plot-figure.*?<\/figure>/gs) ?? [];
    const starts = figures.map((figure) => {
      const low = /data-domain="(-?[\d.]+) /.exec(figure)?.[1];
      return { low, said: /縦の目もりは、0からではなく(-?[\d.]+)/.exec(readText(figure))?.[1] ?? '0' };
    });
    expect(starts.length).toBeGreaterThan(2);
    expect(starts.some(({ low }) => low !== '0')).toBe(true);
    for (const { low, said } of starts) expect(said).toBe(low);
  },
);

test('the large chart of a statistic says how its own axis begins, and how far away its threshold is', () => {
  expect(readText(readPage('/statistics/pay-index/'))).toContain('縦の目もりは、0からではなく90からです。');
  expect(readText(readPage('/statistics/future-burden-ratio/'))).toContain('早期健全化基準350%は、この図の上のはし');
});

test('an amount of money is in 億円 in text, and in 千円 in the table', () => {
  const html = readPage('/statistics/revenue/');
  expect(readText(html)).toMatch(/資料の値（2022年度、原本と照らし合わせていない写しから）：[^。]*柏市約1,645億円/);
  expect(readTable(html, 'published').find(({ title, time }) => title === '柏市' && time === '2022年度')?.text).toBe(
    '164,471,229千円',
  );
  expect(readText(readPage('/en/statistics/'))).toMatch(/Totalsettledrevenue¥\s*FY2022.*¥164.5billion/);
  expect(readText(readPage('/en/statistics/'))).toContain('subtractandcompareonlythoseofthesamedate');
});

test('a year in which all values jump is named, without a cause', () => {
  const sentence = '2020年度は、5市とも前後の値より大きくなっています。';
  for (const id of ['revenue', 'expenditure']) expect(readText(readPage(`/statistics/${id}/`))).toContain(sentence);
  expect(readText(readPage('/statistics/local-tax/'))).not.toContain('前後の値');
});

test('the text of a statistic says its times, when a value at both ends turned, and what the numbers of shares did', () => {
  expect(readText(readPage('/statistics/projected-population/'))).toContain(
    '2025年と2050年をくらべています。柏市はほぼ同じです。柏市は、2035年まで増え、そのあと減ると推計されています。',
  );
  expect(readText(readPage('/statistics/census-under-15/'))).toContain(
    '国勢調査15歳未満人口は、4市で減りました。蕨市はほぼ同じです。',
  );
  const headings = [...readPage('/statistics/').matchAll(/<h3>\s*<a [^>]*>(.*?)<\/a>/gs)].map(([, text = '']) => text);
  expect(headings.length).toBeGreaterThan(10);
  expect(headings.filter((text) => /\d{4}年/.test(text))).toEqual([]);
});

test('the English list has projections, and older series, apart from the latest values', () => {
  const parts = readPage('/en/statistics/').split('<h2').map(readText);
  const find = (heading: string) => {
    const found = parts.filter((part) => part.includes(`>${heading}`));
    expect(found).toHaveLength(1);
    return found.join('');
  };
  expect(find('Projections')).toContain('1October2050');
  expect(find('Olderseries')).toMatch(/FY2006.*1April2013/);
  expect(find('Finance')).not.toContain('FY2006');
  expect(find('Population')).not.toContain('2050');
});

test('a term in kana has no reading on its page, and a term with kanji or Latin letters has one', () => {
  const readEntry = (title: string) =>
    readText(new RegExp(`<dt>\\s*${title}(.*?)</dt>`, 's').exec(readPage('/glossary/'))?.[0] ?? '');
  expect(readEntry('アウトカム')).toBe('アウトカム');
  expect(readEntry('SNS')).toBe('SNSえすえぬえす');
  expect(readEntry('外郭団体')).toBe('外郭団体がいかくだんたい');
});

describe.each(statistics.map((statistic) => [statistic.title, statistic] as const))(
  'the page of %s',
  (_, { id, url, comparison, unit }) => {
    const Rows = z.array(z.object({ 市区町村: z.string(), 値: z.string(), 状態: z.string().optional() }).loose());
    const rows = Rows.parse(
      Papa.parse(readSiteFile(site, `data/statistics/${id}.csv`).replace(/^\ufeff/, ''), {
        header: true,
        skipEmptyLines: true,
      }).data,
    );

    test('shows every published value in its table, and nothing else', () => {
      const cells = readTable(readPage(url), comparison === 'value' ? `statistic-${id}-values` : 'published').filter(
        ({ text }) => text !== '掲載なし',
      );
      expect(cells).toHaveLength(rows.length);
      const shown = cells.map(
        ({ title, text = '' }) => `${title} ${toShown(text.replace(unit, '').replaceAll(',', ''))}`,
      );
      const published = rows.map(({ 市区町村: city, 値: value }) => `${city} ${toShown(value)}`);
      expect(shown.sort()).toEqual(published.sort());
    });
  },
);

test('0.0 and 算定なし are distinguished on the page, in the API and in the files', () => {
  const cells = readTable(readPage('/statistics/future-burden-ratio/'), 'statistic-future-burden-ratio-values');
  const find = (title: string, time: string) => cells.find((cell) => cell.title === title && cell.time === time)?.text;
  expect(find('平塚市', '2015年度')).toBe('0.0%');
  expect(find('平塚市', '2013年度')).toBe('算定なし');
  expect(find('柏市', '2024年度')).toBe('算定なし');
});

test('the two values of a cell are apart in its text, which the tip of the chart repeats', () => {
  const values = readPage('/statistics/pay-index/').match(/参考値 [\d.]+\s*<small>公表値 [\d.]+/g) ?? [];
  expect(values.length).toBeGreaterThan(5);
  expect(values.map((value) => value.replace('<small>', '')).filter((text) => !/\d 公表値/.test(text))).toEqual([]);
});

test('statistics lead to those before and after them', () => {
  const html = readPage('/statistics/ordinary-balance-ratio/');
  expect(html).toMatch(/href="\/statistics\/future-burden-ratio\/" rel="prev"/);
  expect(html).toMatch(/href="\/statistics\/financial-strength\/" rel="next"/);
});

test('the ratios of the Fiscal Soundness Act are not said to be of the whole debt service and standard scale', () => {
  const definitions = new Map(statistics.map(({ id, definition }) => [id, definition]));
  const share = 'が、標準的な収入の規模（標準財政規模をもとにした額）の何%か';
  expect(definitions.get('debt-service-ratio')).toContain(`引いた残り${share}`);
  expect(definitions.get('future-burden-ratio')).toContain(`引いた額${share}`);
});

test('measures, themes and cities link to statistics', () => {
  expect(readPage('/plans/warabi-jiritsu/35_3/')).toContain('href="/statistics/future-burden-ratio/"');
  expect(readPage('/themes/finance/')).toContain('href="/statistics/future-burden-ratio/"');
  expect(readPage('/cities/kashiwa/')).toContain('href="/statistics/census-population/"');
  expect(readPage('/themes/children/')).toContain('href="/statistics/census-under-15/"');
  expect(readPage('/statistics/census-under-15/')).toContain('href="/themes/children/"');
});

test('pages say that this site assigned themes and counted words: its name may be that of a municipality', () => {
  expect(readPage('/statistics/administrative-staff/')).toContain('テーマは、このサイトがつけました。');
  expect(readPage('/themes/')).toContain('テーマは、市をこえてくらべるためにこのサイトがつけたものです。');
  expect(readText(readPage('/themes/digital/'))).toContain('項目の名前と要約から、このサイトが計算しました');
});

test.each(['census-under-15', 'census-65-and-over'])('%s says in which direction its shares differ', (id) => {
  expect(readText(readPage(`/statistics/${id}/`))).toContain('年齢のわかる人だけで割った割合より低くなります。');
});

test('a statistic has its source, the day of the check and how its chart may be used right after its chart', () => {
  const [, after = ''] = readPage('/statistics/local-tax/').split('</figure>');
  const [credit = ''] = after.split('<h2>公表された値');
  expect(readText(credit)).toMatch(
    /出典：総務省統計局、総務省（いずれも2026年11月21日に読んだ、原本と照らし合わせていない写し）この図は、出典を書けば、印刷や転載ができます（図はCCBY4\.0、写した値は資料ごとの利用条件）。写せる出典の行は、画面で見るページの下の「引用・出典の書き方とアドレス」にあります。$/,
  );
  expect(readText(readPage('/statistics/area/'))).toContain('に読んだ、原本と照らし合わせていない写し）');
});

describe('a page with charts of statistics', () => {
  const pages = ['/', '/statistics/', '/cities/warabi/', '/themes/finance/', '/embed/statistics/future-burden-ratio/'];

  test.each(pages)('%s says once what copies it credits, and links them', (url) => {
    const html = readPage(url);
    expect(readText(html)).toContain('の写し');
    expect(html.split('発行者の資料とは照らし合わせていません（')).toHaveLength(2);
    expect(html).toMatch(/<a href="\/data\/#source-[^"]+">写しのあるところ<\/a>/);
  });

  test.each([...pages, '/statistics/future-burden-ratio/'])('%s says once that 算定なし is not 0', (url) => {
    expect(readText(readPage(url)).split('算定なしは、0ではありません。')).toHaveLength(2);
  });

  test.each(pages)('%s says once what 算定なし means', (url) => {
    expect(readPage(url).split('算定なしは、あてられるお金が負担より多く')).toHaveLength(2);
  });
});

test('the published values of the last time are above a chart of other values, and not above a chart of them', () => {
  const html = readPage('/statistics/resident-population/');
  const cells = readTable(html, 'published');
  const last = cells.filter(({ time }) => time === cells.at(-1)?.time);
  const words = last.map(({ title, text }) => `${title}${text}`).join('、');
  expect(readText(html)).toContain(`資料の値（${last[0]?.time}、原本と照らし合わせていない写しから）：${words}`);
  expect(readText(readPage('/statistics/financial-strength/'))).not.toContain('資料の値（');
});

test('copies are marked beside the values above a chart, and below the figures of a city', () => {
  const html = readPage('/statistics/census-population/');
  expect(readText(html)).toContain('資料の値（2025年10月1日、原本と照らし合わせていない写しから）：');
  const [, head = ''] = readPage('/cities/kashiwa/').split('<h1>');
  expect(readText(head.split('</nav>')[0] ?? '')).toMatch(
    /数の出典：総務省統計局、[^（]*（[^）]*原本と照らし合わせていない写し）/,
  );
});

test('a value that is left out is not said to be missing, as the note on it says', () => {
  const html = readPage('/statistics/census-population/');
  const cell = readTable(html, 'published').find(({ title, time }) => title === '柏市' && time === '2000年10月1日');
  expect(cell?.text).toBe('掲載なし');
  expect(readText(html)).toContain('区域がちがうため、のせていません');
});

test.each(['/statistics/pay-index/', '/cities/warabi/', '/embed/statistics/pay-index/'])(
  'the chart of the pay index on %s says what is 100, also in its table',
  (url) => {
    const html = readPage(url);
    const title = 'ラスパイレス指数（国家公務員を100とした値）';
    expect(html).toMatch(new RegExp(`<figcaption[^>]*>\\s*${title}、`));
    expect(html).toMatch(new RegExp(`<svg [^>]*aria-label="${title}。`));
    expect(html).toMatch(new RegExp(`<section [^>]*aria-label="${title}、`));
  },
);

test('the English list of statistics marks copies', () => {
  expect(readText(readPage('/en/statistics/'))).toMatch(/Source:[^:]*\(copy\)/);
  expect(readPage('/en/statistics/').split('that we have not compared with the original document')).toHaveLength(2);
});

test('words of a definition and of a note are explained, each at its first occurrence', () => {
  const html = readPage('/statistics/revenue/');
  for (const [term, word] of [
    ['resident-register', '住民基本台帳'],
    ['ordinary-account', '普通会計'],
  ] as const) {
    expect(html.split(`commandfor="term-${term}" command="show-modal"`)).toHaveLength(2);
    expect(html).toContain(`aria-label="言葉の説明：${word}"`);
  }
});

test('a list of indicators says that baselines are of their time', () => {
  for (const url of ['/', '/indicators/', '/cities/warabi/'])
    expect(readPage(url).split('現状値は、計画に書かれた時点の値です。')).toHaveLength(2);
});
