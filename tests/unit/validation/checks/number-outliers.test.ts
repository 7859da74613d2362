import { describe, expect, test } from 'vitest';
import { appendFixtureLines, type FixtureFiles, validateFixture } from '../../../support/fixture-site.ts';
import { codes, withResults, years } from '../../../support/result-rows.ts';

describe('a slipped unit', () => {
  test.each([
    ['ten times', ['152人', '1,530人', '154人'], 9, '10倍'],
    ['a hundred times', ['15.2千人', '1,510千人', '15.4千人'], 9, '100倍'],
    ['a thousandth', ['15,200人', '15.3人', '15,400人'], 9, '1000分の1'],
    ['万人 in 人', ['120', '1,250,000', '310'], 9, '10000倍'],
    ['円 in 億円', ['1.2', '130,000,000', '1.4'], 9, '100000000倍'],
    ['the last of a series', ['152人', '153人', '1,540人'], 10, '10倍'],
    ['the first of a series', ['1,520人', '153人', '154人'], 8, '10倍'],
    ['decimals, however small', ['0.36人', '3.7人', '0.37人'], 9, '10倍'],
  ])('is reported: %s', (_what, values, line, times) => {
    const problems = validateFixture(withResults(years(...values)));
    expect(problems).toMatchObject([{ code: 'slipped-unit', line }]);
    expect(problems[0]?.message).toContain(`およそ${times}です`);
  });

  test('is also reported for the baseline', () => {
    expect(codes(withResults(years('152人', '153人'), { baseline: '1,540人' }))).toEqual(['slipped-unit 9']);
  });

  test.each([
    ['the result', '1,250,000', '120', '310', 8],
    ['the target', '125', '120', '3,100,000', 9],
    ['the baseline', '125', '1,200,000', '310', 9],
  ])(
    'reports %s beside the other and the third of baseline, result and target',
    (_what, result, baseline, target, line) => {
      const found = codes(withResults(years(result), { baseline, target: `"${target}"` }));
      expect(found.filter((one) => one.startsWith('slipped'))).toEqual([`slipped-unit ${line}`]);
    },
  );

  test.each([
    ['small counts', ['1人', '10人', '1人']],
    ['neighbours that differ', ['152人', '1,530人', '760人']],
    ['a growth', ['10人', '100人', '1,000人']],
    ['what is but near', ['152人', '760人', '154人']],
    ['a series of two', ['152人', '1,520人']],
    ['a growth by a hundred', ['12', '1,200', '30']],
    ['a change of sign', ['15人', '-150人', '15人']],
    ['nothing at all', ['0人', '0人', '0人']],
  ])('is not reported in %s', (_what, values) => {
    expect(codes(withResults(years(...values))).filter((one) => one.startsWith('slipped'))).toEqual([]);
  });
});

describe('a value far from the others', () => {
  test('is reported with the median', () => {
    const [problem] = validateFixture(withResults(years('100人', '200人', '300人', '400人', '5,000人')));
    expect(problem).toMatchObject({
      code: 'outlier',
      line: 12,
      message: '「5,000人」は、この指標のほかの値（まん中は「300人」）から大きく離れています。',
    });
  });

  test('may be far below', () => {
    expect(codes(withResults(years('980人', '5人', '990人', '1,000人', '1,010人')))).toEqual(['outlier 9']);
  });

  test('is reported if the others do not change at all', () => {
    expect(codes(withResults(years('100人', '100人', '100人', '100人', '170人')))).toEqual(['outlier 12']);
  });

  test('is reported with its two neighbours if there is no median', () => {
    const [problem] = validateFixture(withResults(years('190人', '1,190人', '202人')));
    expect(problem).toMatchObject({
      code: 'outlier',
      line: 9,
      message: '「1,190人」は、この指標のほかの値（時点の近い値は「190人」と「202人」）から大きく離れています。',
    });
  });

  test.each([
    ['the last', ['100人', '110人', '120人', '5,000人'], 11],
    ['far below', ['152人', '2人', '156人'], 9],
    ['0', ['45人', '0人', '52人'], 9],
  ])('is reported in a short series: %s', (_what, values, line) => {
    expect(codes(withResults(years(...values)))).toContain(`outlier ${line}`);
  });

  test('may be the 0 of an empty cell, between a baseline and a target', () => {
    const [problem] = validateFixture(withResults(years('0人'), { baseline: '45人', target: '50人' }));
    expect(problem).toMatchObject({ code: 'outlier', line: 8, hint: expect.stringContaining('「未調査」') as string });
  });

  test('is no baseline of 0', () => {
    expect(codes(withResults(years('45人', '52人'), { baseline: '0人' }))).toEqual([]);
    expect(codes(withResults(years('50人', '52人', '51人', '53人', '52人'), { baseline: '0人' }))).toEqual([]);
  });

  test.each([[['25人', '0人']], [['25人', '24人', '26人', '25人', '0人']]])('is no target of 0: %j', (values) => {
    const list = (target: string) => codes(withResults(years('24人', ...values), { direction: '減少', target }));
    expect([list('0人'), list('10人')]).toEqual([[], [`outlier ${values.length + 8}`]]);
  });

  test('is no target of a great change', () => {
    expect(codes(withResults(years('60人'), { baseline: '50人', target: '900人' }))).toEqual([]);
  });

  test.each([
    ['of three small counts', ['3人', '40人', '2人']],
    ['that is four times its neighbours', ['136人', '544人', '130人']],
    ['that changes its sign', ['50人', '-900人', '60人'], 'negative-count 9'],
    ['whose neighbours differ', ['100人', '900人', '160人']],
    ['that moves once, by less than half', ['100人', '100人', '100人', '100人', '140人']],
    ['that grows by steps', ['100人', '200人', '300人', '400人', '500人', '600人', '700人', '800人']],
    ['that is nought but once', ['0人', '0人', '0人', '0人', '3人']],
  ])('is not reported in a series %s', (_what, values, ...other) => {
    expect(codes(withResults(years(...values)))).toEqual(other);
  });

  test('is not reported again if a unit is wrong', () => {
    expect(codes(withResults(years('152人', '153人', '1,540人', '155人', '156人')))).toEqual(['slipped-unit 10']);
  });
});

describe('a column of results', () => {
  /** Ten more indicators, from 21人 to 30人, with these results of 令和8年度 and 令和9年度. */
  const withColumns = (...results: readonly ((number: number) => string)[]): FixtureFiles =>
    withTargets((n) => `増加,単年,${n}人,令和4年度,${n + 90}人`, ...results);
  /** The same with other cells from 良い方向 to 目標値. */
  const withTargets = (cells: (number: number) => string, ...results: readonly ((number: number) => string)[]) => {
    const numbers = Array.from({ length: 10 }, (_, index) => index + 21);
    const list = (write: (number: number) => readonly string[]) => numbers.flatMap(write);
    return {
      ...appendFixtureLines(
        `data/plans/mihon-keikaku/indicators.csv`,
        ...list((n) => [`n${n},,題${n},人,${cells(n)},令和20年度,,,mihon-keikaku,`]),
      ),
      ...appendFixtureLines(
        `data/plans/mihon-keikaku/observations.csv`,
        ...list((n) => results.map((write, at) => `n${n},令和${at + 8}年度,${write(n)},,,,,,mihon-tokei,`)),
      ),
    };
  };
  const listCopies = (files: FixtureFiles) => validateFixture(files).filter(({ code }) => code === 'copied-results');
  const grown = (n: number) => `${n + (n % 7) + 1}人`;

  test.each([
    ['the column before', [grown, grown], '「令和9年度」の実績は、1つ前の時点の値とくらべられる10件のうち10件が'],
    ['the baselines', [(n: number) => `${n}`], '「令和8年度」の実績は、1つ前の時点の値とくらべられる10件のうち10件が'],
    ['the targets', [(n: number) => `${n + 90}人`], '「令和8年度」の実績は、目標値とくらべられる10件のうち10件が'],
    [
      'the column before but for one',
      [grown, (n: number) => (n === 25 ? '70人' : grown(n))],
      'くらべられる10件のうち9件が',
    ],
  ])('is reported once if it is a copy of %s', (_what, results, message) => {
    expect(listCopies(withColumns(...results))).toEqual([
      expect.objectContaining({ level: 'warning', message: expect.stringContaining(message) as string }),
    ]);
  });

  test.each([
    ['some results are the same', [grown, (n: number) => (n % 5 === 0 ? '70人' : grown(n))]],
    ['nothing was counted', [() => '0人', () => '0人']],
  ])('is no copy if %s', (_what, results) => {
    expect(listCopies(withColumns(...results))).toEqual([]);
  });

  test.each([
    ['良い方向 is 維持', (n: number) => `維持,単年,${n - 1}人,令和4年度,${n}人以上`],
    ['the targets equal the baselines', (n: number) => `増加,単年,${n}人,令和4年度,${n}人以上`],
  ])('is no copy if %s', (_what, cells) => {
    expect(listCopies(withTargets(cells, (n) => `${n}人`))).toEqual([]);
  });

  test('that is a copy of both the column before and the targets is reported once', () => {
    const target = (n: number) => `${n + 90}人`;
    expect(listCopies(withColumns(target, target)).map(({ message }) => message)).toEqual([
      expect.stringContaining('「令和8年度」の実績は、目標値とくらべられる10件のうち10件'),
      expect.stringContaining('「令和9年度」の実績は、1つ前の時点の値とくらべられる10件のうち10件'),
    ]);
  });
});
