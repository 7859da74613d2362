import { beforeAll, describe, expect, test } from 'vitest';
import { notRatedReasons, progressStatuses } from '../../src/model/progress-status.ts';
import { EXAMPLE_SITE } from '../support/example-site.ts';
import { openSharedSite } from '../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../support/source-modules.ts';
import { readSiteFile, getBuiltSite, type BuiltSite } from './support/built-site.ts';
import { readText } from './support/page-html.ts';
import { listFolderFiles } from './support/project-copy.ts';

/** Returns the bars of a page in their order: status and count. */
const readBars = (html: string) => {
  const list = /<div class="status-counts[^>]*>[\s\S]*?<\/ul>/.exec(html)?.[0] ?? '';
  return [...list.matchAll(/<li>([\s\S]*?)<\/li>/g)].map((match) => readText(match[1] ?? ''));
};

const isMeasured = openSharedSite(REPOSITORY_FOLDER).indicators.some(({ latest }) => latest !== null);

// The fictional town has plans with results.
describe.skipIf(isMeasured)('the four indicators of 蕨市, as long as no results are published', () => {
  const slugs = ['sdgs-proposals', 'agreements', 'tax-collection', 'sns-followers'];
  let site: BuiltSite;
  beforeAll(() => {
    site = getBuiltSite('root');
  });

  test.each(slugs)('say so on the page of %s, with the required pace', (slug) => {
    const page = readText(readSiteFile(site, `indicators/warabi-jiritsu/${slug}/index.html`));
    const reason =
      'このサイトにのせた資料に、現状値より後の実績が、くらべられる数字で書かれていないので、評価しません。';
    expect(page.split(reason)).toHaveLength(2);
    expect(page).not.toContain('評価なし');
    expect(page).toMatch(
      /目標に届くには、令和\d+年(?:度|\d+月時点)の現状値から平均で1年に約[\d,.]+(?:件|人|ポイント)の増加が必要です（令和\d+年度の目標値との差を、[\d.]+年で割りました。年度などは、終わりの日で数えます）/,
    );
    expect(page).not.toContain('目安は');
  });

  test.each(slugs)('lead from the page of %s to where results may be', (slug) => {
    const page = readSiteFile(site, `indicators/warabi-jiritsu/${slug}/index.html`);
    expect(readText(page)).toContain('実績は、公表されていれば、蕨市の公式サイトで確かめられます。');
    expect(page).toContain('<a href="https://www.city.warabi.saitama.jp/">蕨市の公式サイト</a>');
  });

  test('can be saved as files from the page of all indicators', () => {
    const page = readSiteFile(site, 'indicators/index.html');
    for (const format of ['xlsx', 'csv']) expect(page).toContain(`href="/data/indicators.${format}"`);
  });

  test.each(['index.html', 'indicators/index.html', 'cities/warabi/index.html', 'plans/warabi-jiritsu/index.html'])(
    'are “not rated” on %s, without a bar that would look like an achieved target',
    (file) => {
      const html = readSiteFile(site, file);
      expect(readText(html)).toContain(
        'の4つの指標は、現状値より後の実績の数をまだのせていないので、進み具合を評価していません。',
      );
      expect(readBars(html)).toEqual([]);
    },
  );

  test.each(['index.html', 'indicators/index.html', 'cities/warabi/index.html', 'plans/warabi-jiritsu/index.html'])(
    'are on %s as needed changes on one axis, the largest first',
    (file) => {
      const html = readSiteFile(site, file);
      const list = html.slice(html.indexOf('class="indicator-list'));
      const rows = [...list.matchAll(/<rect class="need" x="0%" width="([\d.]+)%"[\s\S]*?>([+−][\d.]+%)<\/text>/g)];
      expect(rows.map((row) => [row[1], row[2]])).toEqual([
        ['87.57', '+52.5%'],
        ['42.15', '+25.3%'],
        ['41.67', '+25.0%'],
      ]);
      expect(readText(list)).toContain('+0.6ポイント、現状値から平均で1年に約0.1ポイントの増加');
      expect(readText(html)).not.toContain('+0.6%');
    },
  );

  test('are of a plan of unknown state, of which the site has one chapter', () => {
    const html = readSiteFile(site, 'indicators/index.html');
    expect(html).toMatch(/<meta name="description" content="[^"]*のせた範囲は、第7章だけです。/);
    expect(html.match(/市民と創る自立したまち（状態未確認）/g)).toHaveLength(4);
    expect(readText(readSiteFile(site, 'index.html'))).toContain('蕨市（第7章だけ）では、4つの目標値のうち3つは');
  });

  test('are not rated in the data, and have only the common method', () => {
    const { data } = JSON.parse(readSiteFile(site, 'api/v1/ratings.json')) as {
      data: Record<string, unknown>[];
    };
    expect(data).toHaveLength(4);
    for (const row of data)
      expect(row).toMatchObject({
        method: 'linear',
        status: 'not-rated',
        reason: 'not-measured',
        achieved: null,
        expected: null,
        pace_needed: expect.any(Number) as number,
      });
    const plan = JSON.parse(readSiteFile(site, 'api/v1/plans/warabi-jiritsu.json')) as {
      data: { progress: Record<string, number>; bands: unknown[] };
    };
    expect(plan.data.bands).toEqual([]);
    expect(plan.data.progress).toMatchObject({ achieved: 0, 'not-rated': 4 });
  });
});

/** The fictional town has no indicator with one of the reasons, because it comes with a warning. */
const { 'counted-differently': warned, ...reasons } = notRatedReasons;

describe('the fictional town on the real site', () => {
  test('is on the page of the rating methods, which says that it is fictional, without links', () => {
    const html = readSiteFile(getBuiltSite('root'), 'about/method/index.html');
    const part = html.slice(html.indexOf('worked-examples'), html.indexOf('<h2 id="自分で計算し直す"'));
    expect(readText(part)).toContain('実在しません');
    for (const word of Object.values(progressStatuses).filter((status) => status !== progressStatuses['not-rated']))
      expect(readText(part)).toContain(word);
    for (const word of Object.values(reasons)) expect(readText(part)).toContain(word);
    expect(readText(html)).toContain(warned);
    expect(readText(part)).toContain('経過率＝1,096日÷1,827日');
    expect(part).not.toContain('<a ');
    const headings = [...html.matchAll(/<h[1-3][^>]*>(.*?)<\/h/g)].map(([, words]) => words);
    expect(headings).toEqual([...new Set(headings)]);
  });

  test('has no page and no data of its own', () => {
    const files = listFolderFiles(getBuiltSite('root').dist);
    expect(files.filter((file) => file.includes('mihon'))).toEqual([]);
    const data = files.filter((file) => /^(?:api|data)\/.*\.(?:json|csv)$/.test(file));
    expect(data.length).toBeGreaterThan(40);
    // Search documents contain the guides, which may name the town; all other files are about the plans.
    const planData = data.filter((file) => !file.endsWith('documents.json'));
    expect(planData.filter((file) => readSiteFile(getBuiltSite('root'), file).includes('mihon-'))).toEqual([]);
  });
});

describe('the pages of the fictional town', () => {
  const readPage = (file: string) => readSiteFile(getBuiltSite('mihon'), file);

  test('count every status, and the reasons for no rating', () => {
    expect(readBars(readPage('cities/mihon/index.html'))).toEqual([
      '達成5',
      '順調9',
      'やや遅れ4',
      '遅れ6',
      '後退6',
      '未達成2',
      `評価なし10${Object.values(reasons)
        .map((word) => `${word}1`)
        .join('、')}`,
    ]);
  });

  test('say from when the results are that they rate, without those of indicators that are not rated', () => {
    const rated = openSharedSite(EXAMPLE_SITE).indicators.filter(({ progress }) => progress.status !== 'not-rated');
    const ends = rated.map(({ latest }) => latest?.period.end ?? '').sort();
    const texts = [ends[0], ends.at(-1)].map(
      (end) => rated.find(({ latest }) => latest?.period.end === end)?.latest?.period.text,
    );
    const sentence = `いちばん新しい実績（${texts.join('から')}まで）で見ています。`;
    for (const file of ['index.html', 'indicators/index.html']) expect(readText(readPage(file))).toContain(sentence);
  });

  test('count an indicator of two measures for each measure, and once for their policy', () => {
    expect(readBars(readPage('plans/mihon-midori/1_1/index.html'))).toEqual(['順調1', 'やや遅れ1']);
    expect(readBars(readPage('plans/mihon-midori/1_2/index.html'))).toEqual(['達成1', '順調1', 'やや遅れ1']);
    expect(readBars(readPage('plans/mihon-midori/index.html'))).toEqual(['達成1', '順調2', 'やや遅れ1']);
  });

  test('are one item of a list for each indicator, in three groups', () => {
    const html = readPage('indicators/index.html');
    expect(html.match(/<li class="indicator-row"/g)).toHaveLength(42);
    expect([...html.matchAll(/<h3>([^<]*)<\/h3>/g)].map((heading) => readText(heading[1] ?? ''))).toEqual([
      '目標までの進みを図で見る（25）',
      '必要な変化を図で見る（1）',
      '値を言葉で見る（12）',
    ]);
    // The plan that has ended has a list of its own.
    const lists = html.split('<h2').map((list) => {
      const numbers = [...list.matchAll(/<text class="(?:number|minus)"[^>]*>(−?[\d.]+)%<\/text><line class="start"/g)];
      return numbers.map((number) => Number(number[1]?.replace('−', '-')));
    });
    expect(lists.map(({ length }) => length).filter(Boolean)).toEqual([25, 4]);
    expect(lists).toEqual(lists.map((shares) => shares.toSorted((a, b) => a - b)));
  });

  test('say once why neither method rates an indicator', () => {
    const html = readText(readPage('indicators/mihon-sogo/forecast-readers/index.html'));
    expect(html.split('なので、どこまで進んだかを計算できません')).toHaveLength(2);
  });

  test('show both methods, and why their results differ', () => {
    const html = readText(readPage('indicators/mihon-tsunagari/events/index.html'));
    expect(html).toContain('このサイトの評価（共通の方法）後退');
    expect(html).toContain('計画の評価（計画の方法）b計画よりおそいか、変わらない');
    expect(html).toContain('共通の方法と見方が分かれています。');
  });

  test('do not say so if both results are alike', () => {
    const html = readText(readPage('indicators/mihon-tsunagari/neighbours/index.html'));
    expect(html).toContain('計画の評価（計画の方法）a');
    expect(html).not.toContain('見方が分かれています');
  });

  test('say once what a triangle is, if the plan prints one', () => {
    expect(readText(readPage('indicators/mihon-sogo/balance/index.html')).split('▲はマイナスです。')).toHaveLength(2);
    expect(readText(readPage('indicators/mihon-sogo/wait-time/index.html'))).not.toContain('はマイナスです');
    expect(
      readText(readPage('embed/indicators/mihon-sogo/balance/index.html')).split('▲はマイナスです。'),
    ).toHaveLength(2);
    expect(readText(readPage('plans/mihon-sogo/index.html')).split('▲はマイナスです。')).toHaveLength(2);
    expect(readText(readPage('plans/mihon-kurashi/index.html'))).not.toContain('はマイナスです');
  });

  test('say マイナス in the description of a chart', () => {
    for (const folder of ['', 'embed/']) {
      const html = readPage(`${folder}indicators/mihon-sogo/balance/index.html`);
      expect(html).toMatch(/<svg class="chart chart-wide"[^>]* aria-label="[^"▲]*現状値マイナス120百万円から[^"▲]*"/);
    }
  });

  test('say if the interim target was met, in the row of that target', () => {
    const html = readText(readPage('indicators/mihon-sogo/wait-time/index.html'));
    expect(html).toContain('18分以下届いていません（実績22分）');
  });

  test('explain the own ratings of a list, whose methods differ', () => {
    const html = readPage('indicators/index.html');
    expect(readText(html)).toContain('計画の評価：C（10%をこえて悪くなった）');
    const links = [...html.matchAll(/<a href="[^"]*\/plans\/([^"/]+)\/#rating" aria-label="([^"]*)">計画の評価<\/a>/g)];
    const names = Map.groupBy(links, ([, plan]) => plan);
    expect(names.size).toBeGreaterThan(1);
    expect(new Set(links.map(([, , name]) => name)).size).toBe(names.size);
    expect(readPage('plans/mihon-kurashi/index.html')).toContain('/plans/mihon-kurashi/#rating">計画の評価</a>');
    expect(readText(html)).toContain('計画がちがえば、くらべられません。');
  });

  test('explain the words of a plan’s rating bands', () => {
    const html = readPage('plans/mihon-kurashi/index.html');
    expect(readText(html)).toContain('基準差は、最新の実績と現状値の差です');
    expect(html).toMatch(/<a href="#rating">(?:<[^>]*>)*計画の評価のしかた/);
    expect(readText(readPage('plans/mihon-manabi/index.html'))).not.toContain('基準差は、');
  });

  test('show the rating bands of each plan', () => {
    const html = readText(readPage('plans/mihon-manabi/index.html'));
    expect(html).toContain('令和6年度の達成率が24%以上、40%未満');
  });
});
