import { describe, expect, test } from 'vitest';
import { appendFixtureLines, formatFixtureDiagnostics, validateFixture } from '../../../support/fixture-site.ts';

const PLAN = 'data/plans/mihon-keikaku';
const FIELDS = {
  title: '題',
  unit: '%',
  direction: '増加',
  aggregation: '',
  baseline: '10',
  from: '令和4年度',
  target: '20',
  until: '令和10年度',
};

/** What is reported of one more indicator with these cells, and of rows of the other files that belong to it. */
function listReported(cells: Partial<typeof FIELDS>, others: { result?: string; target?: string } = {}): string[] {
  const { title, unit, direction, aggregation, baseline, from, target, until } = { ...FIELDS, ...cells };
  const row = `new,,${title},${unit},${direction},${aggregation},${baseline},${from},${target},${until},,,mihon-keikaku,`;
  const files = {
    ...appendFixtureLines(`${PLAN}/indicators.csv`, row),
    ...(others.result ? appendFixtureLines(`${PLAN}/observations.csv`, `new,令和5年度,${others.result},,,,,,,`) : {}),
    ...(others.target ? appendFixtureLines(`${PLAN}/targets.csv`, `new,${others.target},令和8年度,中間,,,`) : {}),
  };
  return formatFixtureDiagnostics(files).map((one) => one.replace(/ \d+:\d+ /, ' '));
}

describe('more than 100 % is reported', () => {
  test.each([
    ['a baseline', { baseline: '974%', target: '増加' }, {}, '現状値'],
    ['a target', { target: '120%以上' }, {}, '目標値'],
    ['the upper end of a range', { target: '80%以上105%以下', direction: '範囲' }, {}, '目標値'],
    ['a further target', {}, { target: '105%' }, '目標値'],
    ['a result', {}, { result: '100.1%' }, '値'],
    ['a number without its own unit', { baseline: '101', target: '増加' }, {}, '現状値'],
    ['tenths', { baseline: '11割', target: '増加' }, {}, '現状値'],
    ['another spelling', { unit: 'パーセント', baseline: '101㌫', target: '増加' }, {}, '現状値'],
    ['a share of a day', { unit: '%/年', baseline: '101', target: '増加' }, {}, '現状値'],
  ])('of %s', (_what, cells, others, field) => {
    expect(listReported(cells, others)).toEqual([`over-100-percent ${field}`]);
  });

  test.each([
    ['100 %', { target: '100%' }],
    ['points', { unit: 'ポイント', target: '120ポイント' }],
    ['people', { unit: '人', baseline: '10人', target: '120人' }],
    ['a thousand people', { unit: '人', target: '約1千' }],
    ['a number without any unit', { unit: '', target: '120' }],
  ])('but not of %s', (_what, cells) => {
    expect(listReported(cells)).toEqual([]);
  });
});

describe('the mark of a footnote beside a value is reported', () => {
  test.each([
    ['a baseline', { baseline: '10%※1' }, {}, '現状値'],
    ['a target', { target: '20%(注1)' }, {}, '目標値'],
    ['a further target', {}, { target: '15%＊2' }, '目標値'],
    ['a result', {}, { result: '12%※' }, '値'],
    ['a result without a number', {}, { result: '集計中※2' }, '値'],
    ['a result behind it', {}, { result: '※2 12%' }, '値'],
    ['a result behind it and a bracket', {}, { result: '（注1）12%' }, '値'],
    ['a result behind 注', {}, { result: '注1 12%' }, '値'],
  ])('of %s', (_what, cells, others, field) => {
    expect(listReported(cells, others)).toEqual([`companion-not-read ${field}`]);
  });

  test('unless the note of its row explains it', () => {
    const row = 'online,令和5年度,25%※1,,,,,※1 4月の値,,';
    expect(formatFixtureDiagnostics(appendFixtureLines(`${PLAN}/observations.csv`, row))).toEqual([]);
  });

  test.each([
    ['is reported without a note', '', ['companion-not-read 値']],
    ['is reported with a note on another mark', '※2 推計の値', ['companion-not-read 値']],
    ['is not reported with a note on it', '※1 推計の値', []],
  ])('of a value of a statistic %s', (_what, note, reported) => {
    const row = `residents,2024年1月1日,"12,200※1",${note},mihon-tokei`;
    const files = appendFixtureLines('data/municipalities/mihon/statistic-values.csv', row);
    expect(formatFixtureDiagnostics(files).map((one) => one.replace(/ \d+:\d+ /, ' '))).toEqual(reported);
  });
});

describe('a count or a share below zero is reported', () => {
  test.each([
    ['a baseline', { unit: '人', baseline: '▲5人' }, {}, '現状値'],
    ['a target', { unit: '件', direction: '減少', target: '△3件' }, {}, '目標値'],
    ['a result', { unit: '回' }, { result: '-1回' }, '値'],
    ['a number without its own unit', { unit: '世帯', baseline: '▲5' }, {}, '現状値'],
    ['thousands', { unit: '人', baseline: '▲5千人' }, {}, '現状値'],
    ['a unit that is spelt otherwise', { unit: 'か所', baseline: '▲5ヶ所' }, {}, '現状値'],
    ['a count a year', { unit: '件/年', baseline: '▲5件' }, {}, '現状値'],
    ['a share', { title: '健診を受けた人の割合', baseline: '▲1.5%' }, {}, '現状値'],
    ['the share of a rate', { title: '健診の受診率' }, { result: '-12.5' }, '値'],
    ['what is probably an increase', { unit: '社' }, { result: '+2社' }, '値'],
    ['such a number without a unit', { unit: '人' }, { result: '＋3' }, '値'],
  ])('of %s', (_what, cells, others, field) => {
    expect(listReported(cells, others)).toEqual([`negative-count ${field}`]);
  });

  test.each([
    ['money', { unit: '百万円', baseline: '▲120' }],
    ['a rate', { unit: '%', baseline: '▲1.5%' }],
    ['the change of a share', { unit: '%', title: '受診率の増減', baseline: '▲1.5%' }],
    ['what has no unit', { unit: '', baseline: '▲1.5' }],
    ['a balance', { unit: '人', title: '社会増減数', baseline: '▲120人' }],
    ['a subtraction', { unit: '人', title: '転入者数－転出者数', baseline: '▲120人' }],
    ['an increase', { unit: '人', title: '社会増減数', baseline: '+1人' }],
    ['the change of a rate', { unit: '%', baseline: '+1.5%' }],
    ['a surplus', { unit: '人', title: '転入超過の人数', baseline: '▲120人' }],
    ['a share of a profit', { unit: '%', title: '医業収益に占める経常利益の割合', baseline: '▲3.1%' }],
    ['a change of a use', { unit: '%', title: '前の年度とくらべた利用率', baseline: '▲4%' }],
    ['what a target achieved', { unit: '%', title: '排出削減目標の達成率', baseline: '▲20%' }],
  ])('but not of %s', (_what, cells) => {
    expect(listReported(cells)).toEqual([]);
  });
});

test.each(['%', '％'])('a share in %s below zero is called a share', (unit) => {
  const row = `new,,参加した人の割合,${unit},増加,,▲3${unit},令和4年度,20${unit},令和10年度,,,mihon-keikaku,`;
  const message = `「▲3${unit}」は0より小さい割合です。`;
  expect(validateFixture(appendFixtureLines(`${PLAN}/indicators.csv`, row))).toMatchObject([{ message }]);
});

describe('a count with three decimals is reported', () => {
  test.each([
    ['a baseline', { unit: '人', baseline: '1.250人' }, {}, '現状値'],
    ['a target without a unit', { unit: '世帯', direction: '減少', target: '1.000' }, {}, '目標値'],
    ['full-width digits', { unit: '件', baseline: '1', target: '１．２００件以上' }, {}, '目標値'],
    ['a result', { unit: '回' }, { result: '1.250回' }, '値'],
  ])('of %s', (_what, cells, others, field) => {
    expect(listReported(cells, others)).toEqual([`count-with-decimals ${field}`]);
  });

  test.each([
    ['thousands', { unit: '千人', baseline: '13.250千人' }],
    ['a cell in thousands', { unit: '人', baseline: '1.250千人', target: '増加' }],
    ['a mean', { unit: '人', baseline: '1.36人', target: '1.40人' }],
    ['a ratio', { unit: '', baseline: '0.875' }],
    ['money', { unit: '百万円', baseline: '1.250' }],
  ])('but not of %s', (_what, cells) => {
    expect(listReported(cells)).toEqual([]);
  });
});

describe('the report on numbers of different times', () => {
  test.each([
    ['a target of a month', { target: '月25回' }, {}, '目標値'],
    ['a target of a week', { target: '週25回以上' }, {}, '目標値'],
    ['a target of a day', { target: '1日20回' }, {}, '目標値'],
    ['a baseline of a month', { baseline: '月1回' }, {}, '現状値'],
    ['a further target', {}, { target: '月25回' }, '目標値'],
    ['a result', {}, { result: '45回（累計）' }, '値'],
    ['a target of some years', { target: '5年間で60回' }, {}, '目標値'],
    ['a target of the sum of years', { target: '60回（5か年計）' }, {}, '目標値'],
    ['a cumulative target', { target: '累計30回' }, {}, '目標値'],
    ['a target of each school', { target: '各校30回以上' }, {}, '目標値'],
    ['a target of a plan period', { target: '期間中に30回' }, {}, '目標値'],
    ['a cumulative target beside rates', { unit: '回/年', target: '累計30' }, {}, '目標値'],
    ['a target of some years beside rates', { unit: '回/月', target: '5年間で30回' }, {}, '目標値'],
    ['a target whose time is some years', { until: '令和6～10年度' }, {}, '目標値'],
    ['a baseline whose time is some years', { from: '2018年～2022年' }, {}, '現状値'],
    ['a baseline of half a year', { from: '令和4年度上半期' }, {}, '現状値'],
    ['a rate beside a sum of a day', { aggregation: '時点', baseline: '累計10回', target: '年30回' }, {}, '目標値'],
    ['a sum of a day beside rates', { aggregation: '時点', unit: '回/年', target: '累計30' }, {}, '目標値'],
    ['a target of a quarter', { aggregation: '単年', until: '令和10年度第1四半期' }, {}, '目標値'],
    ['a result of some months', {}, { result: '20回（4～12月）' }, '値'],
    ['an amount of money of some months', { unit: '百万円', from: '令和4年4～12月' }, {}, '現状値'],
    ['an amount of money whose time is some years', { unit: '百万円', until: '令和6～10年度' }, {}, '目標値'],
  ])('of %s', (_what, cells, others, field) => {
    const reported = listReported({ unit: '回', ...cells }, others).filter(
      (one) => !/^(?:companion-not-read|period-kept-as-text) /.test(one),
    );
    expect(reported).toEqual([`mixed-times ${field}`]);
  });

  test.each([
    ['values of a month', { baseline: '月1回', target: '月2回' }, { result: '月1回' }],
    ['a unit that says it', { unit: '回/月', target: '月25回' }, {}],
    ['a name that says it', { title: '1か月の平均利用回数', target: '月25回' }, {}],
    ['a value of a year', { target: '年25回' }, {}],
    ['a value of a person', { unit: 'g', target: '856g/人・日' }, {}],
    ['a name with 累計', { title: '植えた木の数（累計）', target: '累計30回' }, {}],
    ['a mean of years', { unit: '%', target: '20%（5年間平均）' }, {}],
    ['a percentage of some years', { unit: '%', target: '20%（2023年度～2027年度）' }, {}],
    ['a duration', { unit: '年', target: '30年' }, {}],
    ['a mean whose time is some years', { until: '令和6～10年度（平均）' }, {}],
    ['a number of each of some years', { until: '令和6～10年度の各年度' }, {}],
    ['a percentage whose time is some years', { unit: '%', until: '令和6～10年度' }, {}],
    ['an age whose time is some years', { unit: '歳', until: '令和6～10年度' }, {}],
    ['a value of a day', { aggregation: '時点', until: '令和6～10年度' }, {}],
    ['a percentage of half a year', { unit: '%', from: '令和4年度上半期' }, {}],
    ['a mean of half a year', { from: '令和4年4～9月（平均）' }, {}],
    ['a sum up to the end of half a year', { aggregation: '累計', from: '令和4年度上半期' }, {}],
    ['a value of a day that is a sum', { aggregation: '時点', target: '累計30回' }, {}],
    ['values of a day with a rate', { aggregation: '時点', unit: '回/年', target: '年30回' }, {}],
    ['a value of half a year, which is of a day', { aggregation: '時点', from: '令和4年度上半期' }, {}],
    ['values of half a year each', { from: '令和4年度上半期', until: '令和10年度上半期' }, {}],
    ['a value of a month', { from: '令和5年3月' }, {}],
    ['values of each school', { baseline: '各校1回', target: '各校3回以上' }, {}],
    ['a percentage of each school', { unit: '%', target: '各校80%以上' }, {}],
    ['kinds', { target: '各種30回以上' }, {}],
    ['a rate in words', { unit: '回/年', target: '年間30回（累計）' }, {}],
    ['a rate of some years', { unit: '回/年', target: '30（R6～R10）' }, {}],
    ['values of as many years', { from: '令和元～5年度', until: '令和6～10年度' }, {}],
  ])('but not of %s', (_what, cells, others) => {
    expect(listReported({ unit: '回', ...cells }, others).filter((one) => one.startsWith('mixed-times'))).toEqual([]);
  });

  test.each([
    ['令和6～10年度', '5年間の合計', 'どれも5年間の合計なら、indicators.csv の集計を「累計」とします。'],
    ['令和10年度上半期', '1年より短い期間の数', '1年分の数がわかったら、その数と時点に書き直します。'],
  ])('asks if only the time %s of a value says so', (period, time, hint) => {
    const row = `new,,題,回,増加,,10,令和4年度,20,${period},,,mihon-keikaku,`;
    const [problem, ...others] = validateFixture(appendFixtureLines(`${PLAN}/indicators.csv`, row));
    expect(others).toEqual([]);
    expect(problem?.message).toBe(
      `「20」は、時点が「${period}」なので${time}とみられますが、この指標の「10」（data/plans/mihon-keikaku/indicators.csv の9行め）は、同じ期間の数とは書かれていません。`,
    );
    expect(problem?.hint).toContain(hint);
  });

  test.each([
    [
      '累計',
      '20（累計80）',
      '「20（累計80）」は、合計が別に書かれているので1年あたりの数とみられますが、',
      '合計のほうがこの指標の値なら、その数だけを書きます。どれも1年あたりの数なら、indicators.csv の集計を「単年」とします。',
    ],
    [
      '累計',
      '年20回',
      '「年20回」は1年あたりの数ですが、',
      'どれも1年あたりの数なら、indicators.csv の単位を「回/年」とします。',
    ],
    [
      '単年',
      '20（12月末現在）',
      '「20（12月末現在）」は1年の一部か、ある日の数とみられますが、',
      '1年分の数がわかったら、その数に書き直します。ある日の数なら、indicators.csv の集計を「時点」とし、その日までの累計なら、時点をその日にします。',
    ],
  ])('of an indicator of 集計 %s says what to do with %s', (kind, target, message, hint) => {
    const row = `new,,題,回,増加,${kind},10,令和4年度,${target},令和10年度,,,mihon-keikaku,`;
    const found = validateFixture(appendFixtureLines(`${PLAN}/indicators.csv`, row));
    const problem = found.find(({ code }) => code === 'mixed-times');
    expect(problem?.message).toContain(message);
    expect(problem?.hint).toContain(hint);
    expect(found.find(({ code }) => code === 'companion-not-read')?.hint ?? '見てください').toContain('見てください');
  });

  test('says what to do with a number of each school', () => {
    const row = 'new,,題,回,増加,,10,令和4年度,各校20回,令和10年度,,,mihon-keikaku,';
    const found = validateFixture(appendFixtureLines(`${PLAN}/indicators.csv`, row));
    const problem = found.find(({ code }) => code === 'mixed-times');
    expect(problem?.message).toMatch(/^「各校20回」はそれぞれの数とみられますが、.*、そうは書かれていません。$/);
    expect(problem?.hint).toContain('どれもそれぞれの数なら、「各」のない数だけを書きます。');
  });

  test('says which unit a sum beside rates has', () => {
    const row = 'new,,題,回/年,増加,,10,令和4年度,累計30,令和10年度,,,mihon-keikaku,';
    const [problem] = validateFixture(appendFixtureLines(`${PLAN}/indicators.csv`, row));
    expect(problem?.hint).toContain(
      'どれもそれまでの合計なら、indicators.csv の単位を「回」、集計を「累計」とします。',
    );
  });

  test('instead of a target behind its baseline', () => {
    expect(listReported({ unit: '回', target: '月2回' })).toEqual(['mixed-times 目標値']);
  });

  test.each([
    ['a slipped digit', '単年', '240回', ['令和5年度,250回', '令和6年度,月20回', '令和7年度,260回']],
    ['a slipped digit of the target', '単年', '月20回', ['令和4年度,240回', '令和5年度,250回']],
    ['a sum that falls', '累計', '240回', ['令和5年度,490回', '令和6年度,250回（累計740回）', '令和7年度,990回']],
  ])('instead of %s', (_what, kind, baseline, results) => {
    const files = {
      ...appendFixtureLines(
        `${PLAN}/indicators.csv`,
        `new,,題,回,増加,${kind},${baseline},令和4年度,月30回,令和10年度,,,mihon-keikaku,`,
      ),
      ...appendFixtureLines(`${PLAN}/observations.csv`, ...results.map((one) => `new,${one},,,,,,,`)),
    };
    const codes = validateFixture(files).map(({ code }) => code);
    expect([...new Set(codes)].filter((code) => code !== 'companion-not-read')).toEqual(['mixed-times']);
  });
});

describe('維持', () => {
  test.each(['95%', '95', '95%を維持', '95%程度', '0%'])(
    'with %s is reported, because it does not say which side is good',
    (target) => {
      expect(listReported({ direction: '維持', target })).toEqual(['maintain-needs-bound 目標値']);
    },
  );

  test.each(['95%以上', '95%以下', '90～95%', '100%', '維持', '現状値以上', '―'])('is valid with %s', (target) => {
    expect(listReported({ direction: '維持', target })).toEqual([]);
  });

  test('is also reported for a further target', () => {
    expect(listReported({ direction: '維持', target: '95%以上' }, { target: '96%' })).toEqual([
      'maintain-needs-bound 目標値',
    ]);
  });

  test('of 100 people is not a limit', () => {
    expect(listReported({ direction: '維持', unit: '人', target: '100人' })).toEqual(['maintain-needs-bound 目標値']);
  });
});

describe('範囲', () => {
  test.each(['40%', '40%以上', '60%以下'])('needs two ends: %s is reported', (target) => {
    expect(listReported({ direction: '範囲', target })).toEqual(['range-needs-ends 目標値']);
  });

  test.each(['40%以上60%以下', '40～60%', '―'])('is valid with %s', (target) => {
    expect(listReported({ direction: '範囲', target })).toEqual([]);
  });

  test.each(['増加', '減少'])('is not %s', (direction) => {
    expect(listReported({ direction, target: '40～60%' })).toEqual(['comparator-against-direction 目標値']);
  });
});

test('a further target against 良い方向 is reported', () => {
  expect(listReported({}, { target: '15%以下' })).toEqual(['comparator-against-direction 目標値']);
});

describe('a unit in a name', () => {
  test.each([
    ['千人', '人'],
    ['億円', '百万円'],
    ['千人・累計', '人'],
    ['％', '人'],
    ['人', '%'],
    ['累計・人', ''],
  ])('in %s is reported beside the unit %s', (inName, unit) => {
    expect(listReported({ title: `題（${inName}）`, unit })).toEqual(['unit-in-name 単位']);
  });

  test.each([
    ['名', '人'],
    ['令和4年度', '人'],
    ['人', '人/日'],
    ['人・累計', '人'],
    ['人', '件'],
    ['％', '%'],
    ['％', '‰'],
    ['％', 'ポイント'],
    ['日', '%'],
    ['学校・園', ''],
  ])('in %s is not reported beside the unit %s', (inName, unit) => {
    expect(listReported({ title: `題（${inName}）`, unit })).toEqual([]);
  });
});
