import { describe, expect, test } from 'vitest';
import { appendFixtureLines, validateFixture, formatFixtureDiagnostics } from '../../../support/fixture-site.ts';
import { codes, withResults, years } from '../../../support/result-rows.ts';

describe('a value given twice', () => {
  test.each([
    ['the same words', '令和5年度,10人,,', '令和5年度,11人,,'],
    ['other words for the same days', '令和5年度,10人,,', '2023年度,11人,,'],
    ['the time in the cell', '令和5年度,10人,,', ',11人（令和5年度）,,'],
    ['the same zone', '令和5年度,10人,north,', '令和5年度,11人,north,'],
    ['速報 twice', '令和5年度,10人,,速報', '令和5年度,11人,,速報'],
    ['words that name no day', '随時,10人,,', '随時,11人,,'],
  ])('is reported: %s', (_what, ...rows) => {
    expect(formatFixtureDiagnostics(withResults(rows)).filter((one) => one.startsWith('repeated'))).toHaveLength(1);
  });

  test.each([
    ['a 速報 only by its value', '令和5年度,10人（速報値）,,', '令和5年度,11人,,'],
    ['a 速報 before its 確報', '令和5年度,10人,,速報', '令和5年度,11人,,確報'],
    ['a 確報 before its 速報', '令和5年度,10人,,', '令和5年度,11人,,速報'],
    ['another time', '令和5年度,10人,,', '令和6年3月,11人,,'],
    ['a day in another year', '令和5年度,10人,,', '令和6年10月1日,11人,,'],
    ['another zone', '令和5年度,10人,north,', '令和5年度,11人,south,'],
    ['the whole city beside a zone', '令和5年度,10人,,', '令和5年度,11人,south,'],
    ['other words that name no day', '随時,10人,,', '毎年度,11人,,'],
  ])('is not %s', (_what, ...rows) => {
    expect(codes(withResults(rows))).toEqual([]);
  });

  test.each(['令和5年度末', '令和6年3月31日', 'R5年度末現在'])('asks about the last day of a year: %s', (day) => {
    const rows = [`${day},11人,,`, '令和5年度,10人,,'];
    expect(codes(withResults(rows))).toEqual(['value-of-last-day 8']);
  });

  test('is reported at the later row, with the line of the other and both values', () => {
    const [problem] = validateFixture(withResults(['令和5年度,10人,,', '令和6年度,12人,,', '令和5年度,11人,,']));
    expect(problem).toMatchObject({
      line: 10,
      message: '同じ指標、時点、地域の値が、8行めにもあります（「10人」と「11人」）。',
    });
  });
});

describe('a result', () => {
  test.each([
    ['another number', '100人', '令和4年度,105人,,', ['result-not-baseline 8']],
    ['another number for the same days', '100人', '2022年度,0.2千人,,', ['result-not-baseline 8']],
    ['a rounding of it', '38人', '令和4年度,38.2人,,', []],
    ['a number with another rounding', '38人', '令和4年度,38.6人,,', ['result-not-baseline 8']],
    ['the same number in another unit', '1,000人', '令和4年度,1千人,,', []],
    ['an approximate number', '12,034人', '令和4年度,"約12,000人",,', []],
    ['another approximate number', '12,934人', '令和4年度,"約12,000人",,', ['result-not-baseline 8']],
    ['another number of another time', '100人', '令和5年度,105人,,', []],
    ['no number', '100人', '令和4年度,集計中,,', []],
  ])('of the time of the baseline is compared with it: %s', (_what, baseline, row, expected) => {
    expect(codes(withResults([row], { baseline }))).toEqual(expected);
  });

  test.each(['令和3年度', '令和4年3月', '2021年'])('of %s is reported for a baseline of 令和4年度', (time) => {
    expect(codes(withResults([`${time},10人,,`]))).toEqual(['result-before-baseline 8']);
  });

  test.each(['令和4年4月1日', '令和4年度', '令和4年10月', '令和4年度末', '令和5年度', '随時'])(
    'of %s is not reported for a baseline of 令和4年度',
    (time) => {
      expect(codes(withResults([`${time},10人,,`]))).toEqual([]);
    },
  );

  test('is not compared with a baseline of an unknown time', () => {
    expect(codes(withResults(['令和3年度,10人,,'], { from: '計画策定時' }))).toEqual([]);
  });
});

describe('a result of a future time', () => {
  test.each(['令和9年度', '令和15年度', '令和100年度', '令和8年12月'])(
    'is reported if its source was read on 2026-11-20: %s',
    (time) => {
      const [problem] = validateFixture(withResults([`${time},10人,,`], { source: 'mihon-keikaku' }));
      expect(problem).toMatchObject({ code: 'result-not-yet', line: 8, field: '時点' });
      expect(problem?.message).toContain('確認日（2026-11-20）');
    },
  );

  test('is found by the source of its indicator if it names none', () => {
    expect(codes(withResults(['令和15年度,10人,,'], { source: '' }))).toEqual(['result-not-yet 8']);
  });

  test('is reported if the time is in the cell of the value', () => {
    expect(codes(withResults([',10人（令和15年度）,,'], { source: 'mihon-keikaku' }))).toEqual(['result-not-yet 8']);
  });

  test.each([
    ['a year', '令和8年度,10人,,', '単年', ['result-not-yet 8']],
    ['a 速報', '令和8年度,10人,,速報', '単年', []],
    ['the value of a day', '令和8年度,10人,,', '時点', []],
    ['no number', '令和8年度,集計中,,', '単年', []],
  ])('may still go on when its source is read: %s', (_what, row, aggregation, reported) => {
    expect(codes(withResults([row], { aggregation, source: 'mihon-keikaku' }))).toEqual(reported);
  });

  test.each([
    ['the year before', '令和7年度', 'mihon-keikaku'],
    ['the day itself', '令和8年11月20日', 'mihon-keikaku'],
    ['words that name no day', '随時', 'mihon-keikaku'],
    ['a source without a 確認日, and the latest day of the site', '令和8年11月20日', 'mihon-tokei'],
    ['a source without a 確認日, and a time before the latest day of the site', '令和7年度', 'mihon-tokei'],
  ])('is not reported: %s', (_what, time, source) => {
    expect(codes(withResults([`${time},10人,,`], { source }))).toEqual([]);
  });

  test.each([
    ['once, at the latest', ['令和7年度,10人,,', '令和10年度,12人,,', '令和9年度,11人,,'], ['result-not-yet 9']],
    ['if only its year has begun', ['令和8年度,10人,,'], ['result-not-yet 8']],
    ['not as a 速報 of a year that has begun', ['令和8年度,10人,,速報'], []],
    ['not in words that name no day', ['随時,10人,,'], []],
  ])('is reported although its source has no 確認日: %s', (_how, rows, reported) => {
    const files = withResults(rows, { source: 'mihon-tokei' });
    expect(codes(files)).toEqual(reported);
    for (const { message, hint } of validateFixture(files)) {
      expect(message).toContain('出典「mihon-tokei」の確認日より後でないか、わかりません（確認日が空です）。');
      expect(hint).toContain('sources.csv に新しい確認日を書いてください');
    }
  });
});

test.each([
  ['without any day', '', ['令和5年度,10人,,', '令和6年度,11人,,'], ['result-not-yet 3']],
  ['with a 速報', '', ['令和5年度,10人,,', '令和50年度,11人,,速報'], ['result-not-yet 3']],
  ['with a day before it', '2020-04-01', ['令和5年度,10人,,'], ['result-not-yet 2']],
  ['with a later day', '2025-04-01', ['令和5年度,10人,,', '令和6年度,11人,,'], []],
])('the latest result of a source is doubted in a site without a 確認日, %s', (_how, issued, rows, reported) => {
  const header = '出典ID,市区町村ID,資料名,年度,発行者,発行日,URL,確認日,利用条件,備考';
  const OBSERVATIONS = 'data/plans/mihon-keikaku/observations.csv';
  const town = withResults(rows, { source: 'mihon-keikaku' });
  const [head, ...lines] = String(town[OBSERVATIONS]).split('\n');
  const files = {
    ...town,
    [OBSERVATIONS]: [head, ...lines.filter((line) => line.startsWith('new,'))].join('\n'),
    'data/sources.csv': `${header}\nmihon-keikaku,mihon,計画,,見本町,${issued},,,,\nmihon-tokei,,統計,,,,,,,\n`,
    'data/changes.csv': null,
  };
  const found = validateFixture(files).filter(({ code }) => code === 'result-not-yet');
  expect(found.map(({ code, line }) => `${code} ${line}`)).toEqual(reported);
});

test.each([
  ['2026-11-20', []],
  ['2032-04-01', ['result-not-yet 4']],
])('a source that was issued on %s is reported if it was read before', (day, expected) => {
  const files = {
    ...appendFixtureLines('data/sources.csv', `new,,資料,,,${day},,2026-11-20,,`),
    ...appendFixtureLines('data/changes.csv', '2026-11-21,,項目,,,,new'),
  };
  const problems = validateFixture(files);
  expect(problems.map(({ code, line }) => `${code} ${line}`)).toEqual(expected);
  for (const { message } of problems) expect(message).toContain('発行日「2032-04-01」');
});

describe('a fraction in an indicator in %', () => {
  const plan = { unit: '%', baseline: '35.5%', target: '50%' };

  test('is reported at the one result, with a suggestion', () => {
    const problems = validateFixture(withResults(years('0.382'), plan));
    expect(problems).toMatchObject([{ code: 'slipped-percent', line: 8, field: '値' }]);
    expect(problems[0]?.message).toBe('「0.382」は、現状値「35.5%」などとけたがちがいます。');
    expect(problems[0]?.hint).toContain('「38.2%」');
  });

  test('is reported at each of two results, and not at the baseline that is right', () => {
    expect(codes(withResults(years('0.382', '0.401'), plan))).toEqual(['slipped-percent 8', 'slipped-percent 9']);
  });

  test('is reported with its % if baseline and target agree', () => {
    expect(codes(withResults(years('0.382%'), plan))).toEqual(['slipped-percent 8']);
    expect(codes(withResults(years('0.382%'), { ...plan, target: '増加' }))).toEqual([]);
  });

  test('is reported at the baseline or the target if the others are right', () => {
    expect(codes(withResults(years('38.2'), { ...plan, baseline: '0.355' }))).toEqual(['slipped-percent 9']);
    expect(codes(withResults(years('38.2'), { ...plan, target: '0.5', direction: '減少' }))).toEqual([
      'slipped-percent 9',
    ]);
    const both = withResults(years('38.2'), { ...plan, baseline: '0.355', target: '0.5' });
    expect(codes(both)).toEqual(['slipped-percent 9', 'slipped-percent 9']);
  });

  test('is reported beside a baseline of 0%', () => {
    expect(codes(withResults(years('0.382'), { ...plan, baseline: '0%' }))).toEqual(['slipped-percent 8']);
  });

  test('is reported for a 1 beside others, which is 100 %', () => {
    const most = { ...plan, baseline: '90%', target: '95%' };
    expect(codes(withResults(years('0.93', '1'), most))).toEqual(['slipped-percent 8', 'slipped-percent 9']);
  });

  test.each([
    ['a 1 by itself', '1', { baseline: '1%', target: '80%' }],
    ['a number near its baseline', '0.5', { direction: '減少', baseline: '1.2%', target: '0.5%' }],
    ['a number near a baseline with its %', '0.6', { baseline: '0.5%', target: '80%' }],
    ['a fall to nothing', '0.3', { direction: '減少', baseline: '30%', target: '0.1%' }],
    ['nothing', '0', {}],
    ['a rise', '38.2', {}],
    ['another unit', '0.382', { unit: 'kg', baseline: '35.5kg', target: '50kg' }],
  ])('is not reported: %s', (_what, value, cells) => {
    const found = codes(withResults(years(value), { ...plan, ...cells }));
    expect(found.filter((one) => one.startsWith('slipped'))).toEqual([]);
  });

  test('is reported once if all numbers of the indicator are fractions', () => {
    const all = { unit: '%', baseline: '0.355', target: '0.7' };
    const problems = validateFixture(withResults(years('0.382', '0.4'), all));
    expect(problems).toMatchObject([{ code: 'percent-as-fraction', line: 9, field: '現状値' }]);
  });

  test('is not reported if all numbers are small and have a %', () => {
    const small = { unit: '%', direction: '減少', baseline: '0.8%', target: '0.5%' };
    expect(codes(withResults(years('0.7%', '0.6%'), small))).toEqual([]);
  });
});

describe('a 累計', () => {
  const cumulative = { aggregation: '累計' };

  test('that falls is reported at the later row with both values', () => {
    const [problem] = validateFixture(withResults(years('320人', '32人', '450人'), cumulative));
    expect(problem).toMatchObject({
      code: 'falling-cumulative',
      line: 9,
      message: '累計の値が、「320人」（data/plans/mihon-keikaku/observations.csv の8行め）から「32人」に減っています。',
    });
  });

  test('that falls below its baseline is reported with the row of the baseline', () => {
    const [problem] = validateFixture(withResults(years('40人'), { ...cumulative, baseline: '59人' }));
    expect(problem?.message).toContain('indicators.csv の9行め');
  });

  test('that falls is reported if only the name says 累計', () => {
    const named = { title: '植えた木の数（累計）', unit: '本', aggregation: '' };
    expect(codes(withResults(years('320本', '280本'), named))).toEqual(['falling-cumulative 9']);
  });

  test('is compared by time, not by the order of rows', () => {
    expect(codes(withResults(years('10人', '20人', '30人').reverse(), cumulative))).toEqual([]);
  });

  test('is compared within each zone', () => {
    const rows = ['令和5年度,90人,north,', '令和6年度,50人,south,', '令和7年度,80人,north,'];
    expect(codes(withResults(rows, cumulative))).toEqual(['falling-cumulative 10']);
  });

  test('may stay, and be counted in thousands', () => {
    expect(codes(withResults(years('17,100人', '17.1千人', '17,100人'), cumulative))).toEqual([]);
  });

  test('is compared with the 確報 if a 速報 was higher', () => {
    const rows = ['令和5年度,30人,,速報', '令和5年度,20人,,', '令和6年度,25人,,'];
    expect(codes(withResults(rows, cumulative))).toEqual([]);
    expect(codes(withResults(rows.toReversed(), cumulative))).toEqual([]);
  });

  test.each(['単年', '時点', ''])('is not %s, which may fall', (aggregation) => {
    expect(codes(withResults(years('320人', '300人'), { aggregation }))).toEqual([]);
  });
});

describe('the time of a result', () => {
  test.each([
    ['a calendar year among fiscal years', ['令和5年度', '令和6年', '2025年度'], 'other-year-kind 9'],
    ['a fiscal year among calendar years', ['令和5年', '令和6年', '令和7年度'], 'other-year-kind 10'],
    ['the year in a cell', ['令和5年度', '令和6年度', ''], 'other-year-kind 10'],
  ])('is reported if it is %s', (_what, times, reported) => {
    const rows = times.map((time, index) => `${time},${10 + index}人${time === '' ? '（令和7年）' : ''},,`);
    expect(codes(withResults(rows))).toEqual([reported]);
  });

  test.each([
    ['only fiscal years', ['令和5年度', 'R6年度', '2025年度']],
    ['days', ['令和5年度', '令和7年3月31日', '令和8年1月1日']],
    ['calendar years alone, after a baseline of a fiscal year', ['令和5年', '令和6年']],
  ])('may be one of %s', (_what, times) => {
    const rows = times.map((time, index) => `${time},${10 + index}人,,`);
    expect(codes(withResults(rows)).filter((one) => one.startsWith('other-year'))).toEqual([]);
  });
});
