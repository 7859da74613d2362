import { describe, expect, test } from 'vitest';
import {
  appendFixtureLines,
  type FixtureFiles,
  formatFixtureDiagnostics,
  validateFixture,
} from '../../../support/fixture-site.ts';

const FILE = 'data/plans/mihon-keikaku/rating.csv';
const HEAD = '順,記号,名称,尺度,下限,下限を含む,上限,上限を含む,年度,誤差,説明';
const file = (...rows: readonly string[]) => ({ [FILE]: `${[HEAD, ...rows].join('\n')}\n` });
const found = (...rows: readonly string[]) => formatFixtureDiagnostics(file(...rows));
const words = (...rows: readonly string[]) => validateFixture(file(...rows)).map(({ message }) => message);

describe('bands that leave nothing out', () => {
  test.each([
    ['parted without a gap', ['1,A,甲,達成率,80,1,,,,,', '2,B,乙,達成率,50,1,80,,,,', '3,C,丙,達成率,,,50,,,,']],
    ['of which the first one counts', ['1,A,甲,達成率,80,1,,,,,', '2,B,乙,達成率,50,1,,,,,', '3,C,丙,達成率,,,,,,,']],
    [
      'on several scales',
      ['1,S,甲,達成率,100,1,,,,,', '2,A,乙,基準差,0,,,,,,', '3,B,丙,基準差率,-10,1,,,,,', '4,C,丁,基準差率,,,-10,,,,'],
    ],
    ['with a margin', ['1,a,甲,進み方,100,1,,,,,', '2,b,乙,基準差,0,1,,,,3,', '3,c,丙,基準差,,,0,,,3,']],
    ['of a share of the target from nothing on', ['1,A,甲,目標比,100,1,,,,,', '2,B,乙,目標比,0,1,100,,,,']],
    [
      'that hold for a year each',
      [
        '1,A,甲,達成率,20,1,,,令和5年度,,',
        '2,B,乙,達成率,,,20,,令和5年度,,',
        '3,A,甲,達成率,40,1,,,令和6年度,,',
        '4,B,乙,達成率,,,40,,令和6年度,,',
      ],
    ],
    ['that are typed', ['1,A,甲,記入,,,,,,,', '2,B,乙,記入,,,,,,,']],
    ['in any order of rows', ['2,B,乙,達成率,,,80,,,,', '1,A,甲,達成率,80,1,,,,,']],
    ['written as plans print numbers', ['1,A,甲,基準差,▲10,1,,,,,', '2,B,乙,基準差,,,－10,,,,']],
  ])('%s have no diagnostics', (_words, rows) => {
    expect(found(...rows)).toEqual([]);
  });
});

test('more bands than a plan can have are reported at the first one too many', () => {
  const rows = Array.from({ length: 102 }, (_, at) => `${at + 1},S${at},甲,達成率,${at},1,${at + 1},,,,`);
  expect(found(...rows)).toEqual(['over-limit 102:1 順']);
});

describe('a gap', () => {
  test.each([
    ['between two bands', ['1,A,甲,達成率,80,1,,,,,', '2,B,乙,達成率,,,60,,,,'], '達成率が「60%以上80%未満」'],
    [
      'that includes both its limits',
      ['1,A,甲,達成率,80,,,,,,', '2,B,乙,達成率,,,60,,,,'],
      '達成率が「60%以上80%以下」',
    ],
    ['below the last band', ['1,A,甲,達成率,80,1,,,,,', '2,B,乙,達成率,0,1,80,,,,'], '達成率が「0%未満」'],
    [
      'at a limit that no band includes',
      ['1,A,甲,達成率,80,,,,,,', '2,B,乙,達成率,,,80,,,,'],
      '達成率が「ちょうど80%」',
    ],
    ['above the first band', ['1,A,甲,達成率,0,1,100,1,,,', '2,B,乙,達成率,,,0,,,,'], '達成率が「100%より大きく」'],
    [
      'in the unit of the indicator',
      ['1,A,甲,基準差,500,1,,,,,', '2,B,乙,基準差,,,200,1,,,'],
      '基準差が「200より大きく500未満」',
    ],
    [
      'that the margin of one band alone leaves',
      ['1,A,甲,基準差,0,1,,,,,', '2,B,乙,基準差,,,0,,,3,'],
      '基準差が「-3以上0未満」',
    ],
  ])('%s is reported', (_words, rows, expected) => {
    expect(words(...rows)).toEqual([`${expected}のとき、どの段にもあてはまりません。`]);
  });

  test('in one year is reported, though other years have none', () => {
    const rows = [
      '1,A,甲,達成率,20,1,,,令和5年度,,',
      '2,B,乙,達成率,,,20,,令和5年度,,',
      '3,A,甲,達成率,40,1,,,令和6年度,,',
      '4,B,乙,達成率,,,30,,令和6年度,,',
    ];
    expect(found(...rows)).toEqual(['band-gap 5:13 上限']);
  });
});

describe('an overlap', () => {
  test.each([
    ['of two bands', ['1,A,甲,達成率,80,1,,,,,', '2,B,乙,達成率,,,85,,,,'], ['band-overlap 3:13 上限']],
    [
      'at a limit that both include',
      ['1,A,甲,達成率,80,1,,,,,', '2,B,乙,達成率,,,80,1,,,'],
      ['band-overlap 3:13 上限'],
    ],
    ['upwards', ['1,C,甲,達成率,,,50,,,,', '2,B,乙,達成率,40,1,,,,,'], ['band-overlap 3:11 下限']],
  ])('%s is reported', (_words, rows, expected) => {
    expect(found(...rows)).toEqual(expected);
  });

  test('of bands for different years is not reported', () => {
    const rows = ['1,A,甲,達成率,20,1,,,令和5年度,,', '2,B,乙,達成率,,,20,,令和5年度,,'];
    const other = ['3,A,甲,達成率,10,1,,,令和6年度,,', '4,B,乙,達成率,,,10,,令和6年度,,'];
    expect(found(...rows, ...other)).toEqual([]);
  });
});

describe('a band that can’t be reached', () => {
  test.each([
    [
      'behind one that takes everything',
      ['1,A,甲,達成率,,,,,,,', '2,B,乙,達成率,50,1,,,,,'],
      ['unreachable-band 3:1 順'],
    ],
    [
      'behind a wider one',
      ['1,A,甲,達成率,50,1,,,,,', '2,B,乙,達成率,80,1,,,,,', '3,C,丙,達成率,,,50,,,,'],
      ['unreachable-band 3:1 順'],
    ],
    [
      'on another scale that says the same',
      ['1,A,甲,達成率,0,1,,,,,', '2,B,乙,基準差,5,1,,,,,', '3,C,丙,基準差,,,,,,,'],
      ['unreachable-band 3:1 順'],
    ],
  ])('%s is reported', (_words, rows, expected) => {
    expect(found(...rows)).toEqual(expected);
  });

  test('is not reported if it can be reached at another time', () => {
    const rows = ['1,A,甲,進み方,100,1,,,,,', '2,B,乙,達成率,80,1,,,,,', '3,C,丙,達成率,,,,,,,'];
    expect(found(...rows)).toEqual([]);
  });
});

describe('a cell of rating.csv', () => {
  test.each([
    ['a scale that is not known', '1,A,甲,達成度,80,1,,,,,', 'bad-choice 2:7 尺度'],
    ['no number in the order', ',A,甲,達成率,80,1,,,,,', 'empty-cell 2:1 順'],
    ['an order that is no number', '一,A,甲,達成率,80,1,,,,,', 'bad-whole 2:1 順'],
    ['a limit in another unit', '1,A,甲,基準差,10人,1,,,,,', 'bad-decimal 2:11 下限'],
    ['a limit that is no number', '1,A,甲,達成率,おおむね,1,,,,,', 'bad-decimal 2:11 下限'],
    ['a mark that is not 1', '1,A,甲,達成率,80,○,,,,,', 'bad-flag 2:14 下限を含む'],
    ['equal limits without the upper one', '1,A,甲,達成率,80,1,80,,,,', 'limits-reversed 2:16 上限'],
    ['equal limits without the lower one', '1,A,甲,達成率,80,,80,1,,,', 'limits-reversed 2:15 上限'],
    ['a year without days', '1,A,甲,達成率,80,1,,,毎年,,', 'not-a-period 2:18 年度'],
    ['a negative margin', '1,A,甲,達成率,80,1,,,,-3,', 'out-of-range 2:19 誤差'],
  ])('with %s is reported', (_words, row, expected) => {
    expect(found(row)).toContain(expected);
  });
});

test('a repeated position, and limits in the wrong order, are errors', () => {
  const levels = validateFixture(file('1,A,甲,達成率,80,1,60,,,,', '1,B,乙,達成率,,,80,,,,')).map(
    ({ code, level }) => `${level} ${code}`,
  );
  expect(levels.toSorted()).toEqual(['error limits-reversed', 'error repeated-order']);
});

test('a band for a single value is valid', () => {
  const rows = ['1,A,甲,基準差,0,1,0,1,,2,', '2,B,乙,基準差,0,,,,,2,', '3,C,丙,基準差,,,0,,,2,'];
  expect(found(...rows)).toEqual([]);
});

const typed = (symbol: string) =>
  appendFixtureLines('data/plans/mihon-keikaku/observations.csv', `sns,令和7年度,"6,000人",,,,${symbol},,,`);
const reported = (files: FixtureFiles) => validateFixture(files).map(({ code, hint }) => ({ code, hint }));
const TYPED = ['1,A,甲,記入,,,,,,,', '2,B,乙,記入,,,,,,,'];

describe('評価 in a plan whose way of rating is to type a symbol', () => {
  test('may be any of its symbols, or empty', () => {
    expect(reported({ ...file(...TYPED), ...typed('A') })).toEqual([]);
    expect(reported({ ...file(...TYPED), ...typed('') })).toEqual([]);
  });

  test('is reported with a suggestion if it is similar to one of them', () => {
    expect(reported({ ...file(...TYPED), ...typed('Ａ') })).toEqual([
      { code: 'unknown-rating', hint: expect.stringContaining('「A」ではありませんか') as string },
    ]);
  });

  test('is reported without a suggestion if it is similar to none of them', () => {
    expect(reported({ ...file(...TYPED), ...typed('達成') })).toEqual([
      { code: 'unknown-rating', hint: '使える記号は A、B です。' },
    ]);
  });
});

test('a row with a problem is not taken for a missing band or symbol', () => {
  expect(found('1,A,甲,達成率,80,1,,,,,', '2,B,,達成率,50,1,80,,,,', '3,C,丙,達成率,,,50,,,,')).toEqual([
    'empty-cell 3:5 名称',
  ]);
  const typedRows = file('1,A,,記入,,,,,,,', '2,B,乙,記入,,,,,,,');
  expect(reported({ ...typedRows, ...typed('A') }).map(({ code }) => code)).toEqual(['empty-cell']);
});

test('評価 may be anything if the rating method uses no typed symbol', () => {
  expect(reported(typed('達成'))).toEqual([]);
  expect(reported({ ...file('1,A,甲,達成率,,,,,,,'), ...typed('達成') })).toEqual([]);
});
