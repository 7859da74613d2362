import { describe, expect, test } from 'vitest';
import { messageCatalogue } from '../../../../src/diagnostics/catalogue/message-catalogue.ts';
import { validateFile } from '../../../../src/validation/validate-file.ts';
import {
  appendFixtureLines,
  editFixtureFile,
  validateFixture,
  formatFixtureDiagnostics,
} from '../../../support/fixture-site.ts';

const PLAN = 'data/plans/mihon-keikaku';

/** An indicator with these cells; the rest is sound. */
function withIndicator(cells: Readonly<Record<string, string>>) {
  const sound = {
    unit: '人',
    direction: '増加',
    baseline: '10人',
    from: '令和4年度',
    target: '20人',
    to: '令和10年度',
  };
  const {
    id = 'new',
    node = '',
    title = '題',
    unit,
    direction,
    baseline,
    from,
    target,
    to,
    source = 'mihon-keikaku',
  } = {
    ...sound,
    ...cells,
  };
  const row = [id, node, title, unit, direction, '', baseline, from, target, to, '', '', source, ''];
  return appendFixtureLines(`${PLAN}/indicators.csv`, row.join(','));
}
const lineOf = (cells: Readonly<Record<string, string>>) =>
  formatFixtureDiagnostics(withIndicator(cells)).map((one) => one.replace(/ 9:\d+ /, ' '));

describe('the time of a target', () => {
  test.each(['令和4年度', '令和3年度', '2022年度', '令和4年10月'])(
    'may not be %s for a baseline of 令和4年度',
    (to) => {
      expect(lineOf({ to })).toEqual(['target-before-baseline 目標値の時点']);
    },
  );

  test('is looked for in the cells if the columns are empty', () => {
    const cells = { baseline: '10人（令和5年度）', from: '', target: '20人（令和4年度）', to: '' };
    expect(lineOf(cells)).toEqual(['target-before-baseline 目標値の時点']);
  });

  test('is also compared with the baseline in targets.csv', () => {
    expect(formatFixtureDiagnostics(appendFixtureLines(`${PLAN}/targets.csv`, 'online,50%,令和3年度,中間,,,'))).toEqual(
      ['target-before-baseline 4:12 目標値の時点'],
    );
  });

  test.each([
    ['令和4年度', '令和54年度'],
    ['昭和4年度', '令和9年度'],
    ['平成4年度', '令和9年度'],
    ['平成４年度', '令和９年度'],
    ['H4年度', 'R9年度'],
  ])('is probably wrong if the baseline is of %s and the target of %s', (from, to) => {
    expect(lineOf({ from, to })).toEqual(['far-target 目標値の時点']);
  });

  test.each([
    ['令和4年度', '令和53年度'],
    ['平成14年度', '令和27年度'],
    ['H14年度', 'R27年度'],
    ['平成10年度', '令和5年度'],
  ])('may be that of a plan from %s to %s', (from, to) => {
    expect(lineOf({ from, to })).toEqual([]);
  });

  test.each([
    [{ target: '' }, '目標値'],
    [{ baseline: '' }, '現状値'],
  ])('of no value is doubtful: %o', (cells, field) => {
    expect(lineOf(cells)).toEqual([`time-without-value ${field}`]);
  });

  test.each([{ target: '－' }, { target: '', to: '' }, { baseline: '未調査' }])('of no value is right: %o', (cells) => {
    expect(lineOf(cells)).toEqual([]);
  });

  test('may be unknown', () => {
    expect(lineOf({ to: '' })).toEqual([]);
  });

  test('may be the next year', () => {
    expect(lineOf({ to: '令和5年度' })).toEqual([]);
  });
});

describe('the unit', () => {
  test.each([
    ['the baseline', { baseline: '10件' }, 'other-unit 現状値'],
    ['the target', { target: '20件以上' }, 'other-unit 目標値'],
  ])('of %s is the indicator’s', (_what, cells, problem) => {
    expect(lineOf(cells)).toEqual([problem]);
  });

  test.each(['千人', '万人', '人/年'])('may be %s if the unit of the indicator is 人', (unit) => {
    expect(lineOf({ target: `20${unit}` }).filter((one) => unit !== '人/年' && one !== '')).toEqual([]);
  });

  test('may be left out in a cell', () => {
    expect(lineOf({ baseline: '10', target: '20以上' })).toEqual([]);
  });

  test('is reported with both units if they differ', () => {
    const [problem] = validateFixture(withIndicator({ target: '20件' }));
    expect(problem?.message).toBe('「20件」の単位「件」が、この指標の単位「人」とちがいます。');
  });

  test.each([
    ['▲46％', '人', true],
    ['-2.5%', '人', true],
    ['46％', '人', false],
    ['▲46件', '人', false],
    ['▲46％', 'ポイント', false],
  ])(
    'of the target %s of an indicator in %s has the advice about shares of the baseline: %s',
    (target, unit, isAdvised) => {
      const findHint = (text: string) =>
        validateFixture(withIndicator({ unit, target: text })).find(({ field }) => field === '目標値')?.hint ?? '';
      const advised = 'もとの値の5%減';
      expect(findHint(target).includes(`減らす割合なら、「${advised}」`)).toBe(isAdvised);
      expect(findHint(advised)).not.toContain(`単位が「${unit}」`);
    },
  );

  test('is to be written in its column if that is empty, once for all values', () => {
    const [problem, ...others] = validateFixture(withIndicator({ unit: '', target: '20人' }));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      code: 'other-unit',
      message: '「10人」に単位「人」がありますが、この指標の単位は空です。',
      hint: '指標の単位が「人」なら、indicators.csv の単位の列に「人」と書いてください。単位のない数なら、値から「人」を除きます。',
    });
  });

  test.each([
    ['点（5点満点）', '7.2点（10点満点）', '点（10点満点）'],
    ['点（5点満点）', '7.2（10点満点）以上', '（10点満点）'],
    ['人（女性）', '5人（男性）', '人（男性）'],
  ])('%s has another remark than the target %s', (unit, target, got) => {
    const message = `「${target}」の単位「${got}」が、この指標の単位「${unit}」とちがいます。`;
    const errors = validateFixture(withIndicator({ unit, baseline: '3', target })).filter(
      ({ code }) => code === 'other-unit',
    );
    expect(errors.map((one) => one.message)).toEqual([message]);
  });

  test.each([
    ['点（5点満点）', '4.2点（５点満点）'],
    ['点（5点満点）', '4.2点'],
    ['人（女性）', '5人（うち市外2人）'],
    ['人（女性）', '5人（令和9年度）'],
    ['人（4月1日）', '5人（10月1日）'],
    ['人（累計）', '5人（合計）'],
    ['人（実数）', '5人（実績）'],
    ['％（40歳以上）', '60％（推計）'],
  ])('%s may have the target %s', (unit, target) => {
    const codes = validateFixture(withIndicator({ unit, baseline: '3', target })).map(({ code }) => code);
    expect(codes).not.toContain('other-unit');
  });

  test.each(['▲46％（H25比）', '▲46%(2013年度比)', '▲3%（前年度比）', '▲46%【基準年比】'])(
    'of %s is no error, because it says a change',
    (target) => {
      const codes = validateFixture(withIndicator({ target })).map(({ code }) => code);
      expect(codes).toEqual(['companion-not-read', 'kept-as-text']);
    },
  );

  test('倍 is a multiple of another value, unless the indicator has no unit', () => {
    expect(lineOf({ target: '1.5倍以上' })).toEqual(['kept-as-text 目標値']);
    const problems = validateFixture(withIndicator({ unit: '', baseline: '10', target: '2倍' }));
    expect(problems.map(({ hint }) => hint)).toEqual([
      '指標の単位が「倍」なら、indicators.csv の単位の列に「倍」と書いてください。単位のない数なら、値から「倍」を除きます。現状値の何倍かなら、現状値の単位を、そこに書いてください。',
    ]);
  });

  test('is reported once for all indicators if none has a unit: the column may lack or have another name', () => {
    const lines = ['甲', '乙', '丙'].map((title, at) => `i${at},${title},増加,1${at}人,令和4年度,20人,令和8年度,p`);
    const head = '指標ID,名称,良い方向,現状値,現状値の時点,目標値,目標値の時点,出典ID';
    const { diagnostics } = validateFile('indicators.csv', new TextEncoder().encode([head, ...lines].join('\n')));
    expect(diagnostics.map(({ code, line }) => `${code} ${line}`)).toEqual(['other-unit 2']);
    expect(diagnostics[0]?.hint).toContain('indicators.csv に「単位」の列がなければ加え');
  });

  test('holds for results too', () => {
    expect(
      formatFixtureDiagnostics(appendFixtureLines(`${PLAN}/observations.csv`, 'online,令和5年度,55件,,,,,,,')),
    ).toEqual(['other-unit 8:14 値']);
  });

  test('holds for further targets too', () => {
    expect(
      formatFixtureDiagnostics(appendFixtureLines(`${PLAN}/targets.csv`, 'online,55件,令和8年度,中間,,,')),
    ).toEqual(['other-unit 4:8 目標値']);
  });
});

describe('良い方向', () => {
  test('that is not written is asked for', () => {
    expect(lineOf({ direction: '' })).toEqual(['no-direction 良い方向']);
  });

  test.each([
    ['20人以上', '10人', 'それまでは、目標値の「20人以上」という書き方で判断します。'],
    ['20人に増加', '10人', 'それまでは、目標値の「20人に増加」という書き方で判断します。'],
    ['10人を維持', '10人', 'それまでは、目標値の「10人を維持」という書き方で判断します。'],
    ['20人', '10人', 'それまでは、現状値から目標値への向き（増えるとよい）で判断します。'],
    ['5人', '10人', 'それまでは、現状値から目標値への向き（減るとよい）で判断します。'],
    ['10人', '10人', '目標値が現状値と同じなので、実績がちがう値になると、進み具合を評価しません。'],
    ['20人', '－', 'どちらへ動くとよいかがわからないので、それまでは、進み具合を評価しません。'],
    ['増加', '10人', ''],
  ])('that is not written: the warning says how %s from %s is rated', (target, baseline, meanwhile) => {
    const [warning] = validateFixture(withIndicator({ direction: '', target, baseline }));
    expect(warning?.hint).toBe(`増加・減少・維持・範囲のどれかを書いてください。${meanwhile}`);
  });

  test('that is not written: the warning says that a reduction and its target have different signs', () => {
    const [warning] = validateFixture(
      withIndicator({ title: '紙の削減率', direction: '', baseline: '10%', target: '▲46%', unit: '%' }),
    );
    expect(warning?.hint).toContain('現状値と目標値「▲46%」の片方だけがマイナスです。同じ数え方か確かめてください。');
  });

  test.each([
    ['策定', '未策定', 0],
    ['策定', '0件', 1],
    ['－', '未策定', 1],
  ])('that is not written for the target %s from %s is asked for %i times', (target, baseline, count) => {
    const codes = validateFixture(withIndicator({ direction: '', target, baseline })).map(({ code }) => code);
    expect(codes.filter((code) => code === 'no-direction')).toHaveLength(count);
  });

  test.each([
    ['増加', '10人に減少', 'comparator-against-direction'],
    ['減少', '20人に増加', 'comparator-against-direction'],
    ['増加', '5人', 'direction-against-movement'],
    ['減少', '20人程度', 'direction-against-movement'],
    ['増加', '2.5人以上', 'direction-against-movement'],
    ['増加', '0人以上', 'direction-against-movement'],
    ['減少', '100人以下', 'direction-against-movement'],
  ])('%s is doubtful beside %s from 10人', (direction, target, code) => {
    expect(lineOf({ direction, target })).toEqual([`${code} 目標値`]);
  });

  test.each([
    ['増加', '20人以下'],
    ['増加', '20人未満'],
    ['減少', '20人以上'],
  ])('%s does not go with %s', (direction, target) => {
    expect(lineOf({ direction, target })).toEqual(['comparator-against-direction 目標値']);
  });

  test.each([
    ['増加', '20人以上'],
    ['減少', '5人以下'],
    ['維持', '10人以上'],
    ['維持', '1人以上'],
    ['増加', '20人'],
    ['増加', '3人以上'],
    ['減少', '30人以下'],
  ])('%s goes with %s', (direction, target) => {
    expect(lineOf({ direction, target })).toEqual([]);
  });
});

describe('what an indicator mentions', () => {
  test('as its code must be in the tree', () => {
    expect(lineOf({ node: '8' })).toEqual(['unknown-code コード']);
  });

  test('as its source must be in data/sources.csv', () => {
    expect(lineOf({ source: 'mihon' })).toEqual(['unknown-reference 出典ID']);
  });

  test('as its id must be its own', () => {
    expect(lineOf({ id: 'sns' })).toEqual(['repeated-id 指標ID']);
  });
});

describe('what a result mentions', () => {
  test('must be an indicator of the plan', () => {
    expect(
      formatFixtureDiagnostics(appendFixtureLines(`${PLAN}/observations.csv`, 'onlin,令和5年度,55%,,,,,,,')),
    ).toEqual(['unknown-reference 8:1 指標ID']);
  });

  test('must be a zone of the plan’s municipality', () => {
    expect(
      formatFixtureDiagnostics(appendFixtureLines(`${PLAN}/observations.csv`, 'online,令和5年度,55%,nroth,,,,,,')),
    ).toEqual(['unknown-reference 8:18 地域ID']);
  });

  test('must be a source of the list', () => {
    expect(
      formatFixtureDiagnostics(editFixtureFile(`${PLAN}/observations.csv`, 'mihon-tokei,表3', 'tokei,表3')),
    ).toEqual(['unknown-reference 5:23 出典ID']);
  });
});

test('the id of two indicators is reported once, not at every value', () => {
  const files = withIndicator({ id: 'online', unit: '冊', baseline: '10冊', target: '20冊' });
  expect(formatFixtureDiagnostics(files)).toEqual(['repeated-id 9:1 指標ID']);
});

describe('a further target', () => {
  const list = (...rows: readonly string[]) =>
    formatFixtureDiagnostics(appendFixtureLines(`${PLAN}/targets.csv`, ...rows));

  test('that is final needs the day on which it was set', () => {
    expect(list('online,85%,令和10年度,最終,,,')).toEqual(['undated-target 4:22 設定日']);
  });

  test('that is the only one needs no day', () => {
    const files = {
      ...withIndicator({ id: 'books', unit: '冊', baseline: '10冊', target: '' }),
      ...appendFixtureLines(`${PLAN}/targets.csv`, 'books,20冊,令和10年度,最終,,,'),
    };
    expect(formatFixtureDiagnostics(files).filter((one) => one.startsWith('undated'))).toEqual([]);
  });

  test('needs its day beside other final ones, even if the indicator has no target of its own', () => {
    const further = (...rows: readonly string[]) =>
      formatFixtureDiagnostics({
        ...withIndicator({ id: 'books', unit: '冊', baseline: '10冊', target: '' }),
        ...appendFixtureLines(`${PLAN}/targets.csv`, ...rows),
      }).filter((one) => one.startsWith('undated'));
    const undated = ['books,20冊,令和9年度,最終,,,', 'books,30冊,令和10年度,最終,,,'];
    expect(further(...undated)).toEqual(['undated-target 4:20 設定日', 'undated-target 5:21 設定日']);
    expect(further('books,20冊,令和9年度,最終,,,', 'books,30冊,令和10年度,最終,2024-04-01,,')).toEqual([
      'undated-target 4:20 設定日',
    ]);
    const values = { value: '20冊', further: 1 };
    expect(messageCatalogue['undated-target'].message(values)).toContain('ほかの最終の目標より新しいか');
    expect(messageCatalogue['undated-target'].fix(values)).not.toContain('indicators.csv');
    expect(further('books,15冊,令和8年度,中間,,,', 'books,20冊,令和9年度,最終,,,')).toEqual([]);
  });

  test('that is interim needs no day', () => {
    expect(list('online,60%,令和8年度,中間,,,')).toEqual([]);
  });

  test.each([
    ['as the same period', '令和8年度', '令和8年度'],
    ['in another notation', '令和8年度', '2026年度'],
    ['as the same words', '最終年度', '最終年度'],
  ])('is reported if another has its kind, day and time, %s', (_what, first, second) => {
    const rows = [`online,60%,${first},中間,2024-04-01,,`, `online,65%,${second},中間,2024-04-01,,`];
    expect(list(...rows).filter((one) => one.startsWith('repeated'))).toEqual(['repeated-target 5:8 目標値']);
  });

  test.each([
    'online,65%,令和8年度,中間,2025-04-01,,',
    'online,65%,令和9年度,中間,2024-04-01,,',
    'stay,90%,令和8年度,中間,2024-04-01,,',
  ])('may be %s beside another one', (row) => {
    expect(list('online,60%,令和8年度,中間,2024-04-01,,', row)).toEqual([]);
  });
});

test('numbers of an indicator whose unit is only a power of ten are no percentages', () => {
  expect(lineOf({ unit: '千', baseline: '5', target: '8' })).toEqual([]);
});

test.each([
  ['0人', []],
  ['5人', ['outlier 10']],
])('a result of 0 is no outlier if an intermediate target is 0: %s', (target, reported) => {
  const years = ['24人', '25人', '0人'].map((value, index) => `new,令和${index + 5}年度,${value},,,,,,mihon-tokei,`);
  const files = {
    ...withIndicator({ direction: '減少', baseline: '26人', target: '10人' }),
    ...appendFixtureLines(`${PLAN}/observations.csv`, ...years),
    ...appendFixtureLines(`${PLAN}/targets.csv`, `new,${target},令和9年度,中間,,mihon-keikaku,`),
  };
  expect(formatFixtureDiagnostics(files).map((one) => one.replace(/:.*/, ''))).toEqual(reported);
});

test.each([
  ['2026-11-20', []],
  ['2062-10-01', ['result-not-yet 4']],
])('a target that was set on %s is reported if its source was read before', (day, expected) => {
  const line = `online,70%,令和10年度,最終,${day},mihon-keikaku,`;
  const problems = validateFixture(appendFixtureLines(`${PLAN}/targets.csv`, line));
  expect(problems.map(({ code, line: at }) => `${code} ${at}`)).toEqual(expected);
  for (const { message } of problems) expect(message).toContain('目標の設定日「2062-10-01」');
});
