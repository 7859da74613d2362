import { sum } from 'd3';
import { describe, expect, test } from 'vitest';
import { readIndicatorSheet } from '../../src/authoring/import/indicator-sheet.ts';
import { splitItemNumber } from '../../src/authoring/import/item-names.ts';
import { findRowMarkers } from '../../src/authoring/import/row-markers.ts';
import { getCellText } from '../../src/authoring/import/sheet-cells.ts';
import { readSheetHeading, removeFootnotes } from '../../src/authoring/import/sheet-heading.ts';
import { restoreTables } from '../../src/authoring/restore-rows.ts';
import { parsePastedTable } from '../../src/components/checker/browser/uploaded-table.ts';
import { findCsvLimit, readCsvRows } from '../../src/input/csv-reader.ts';
import { readGeoJson } from '../../src/input/json-reader.ts';
import { readMdx } from '../../src/input/mdx-reader.ts';
import { readCellStyles } from '../../src/input/xlsx/cell-styles.ts';
import { parseCellFormat } from '../../src/input/xlsx/number-format.ts';
import { readSheet } from '../../src/input/xlsx/sheet-reader.ts';
import { TooLargeError } from '../../src/input/xlsx/zip-archive.ts';
import { foldText } from '../../src/model/japanese-text.ts';
import { convertUnit } from '../../src/notation/number-and-unit.ts';
import { writeCountsInDigits } from '../../src/notation/period.ts';
import { readQuantity } from '../../src/notation/quantity.ts';
import { judgeReadability } from '../../src/readability/judge-readability.ts';
import { suggestOneLine } from '../../src/readability/listed-values.ts';
import { listSpellingVariants } from '../../src/search/query/word-variants.ts';
import { findForbiddenText, findPlatformCharacters } from '../../src/tables/cells/cell-issues.ts';
import { createIdFollower, ID_CHANGE_ITEM } from '../../src/tables/changes.ts';
import { validateFixture } from '../support/fixture-site.ts';
import { importSheetLines } from '../support/import-sheet.ts';
import { measureTime, TIME_LIMIT } from './fuzz-runs.ts';
import { HEAD } from './hostile-texts.ts';

/** How many times more input the second measurement has, and the limit of its work: a quadratic walk takes 16 times. */
const [GROWTH, MAX_RATIO] = [4, 10];
const ROUNDS = 12;

/**
 * Returns how many times as long one work takes as another. Repeats both until that is less than the limit: their
 * fastest rounds are without garbage collection, and sums serve systems that count time in steps of milliseconds.
 */
async function compareTimes(slow: () => unknown, fast: () => unknown, limit: number): Promise<number> {
  const [slowTimes, fastTimes]: [number[], number[]] = [[], []];
  let ratio = Infinity;
  while (slowTimes.length < ROUNDS && ratio >= limit) {
    fastTimes.push(await measureTime(fast));
    slowTimes.push(await measureTime(slow));
    const compare = (combine: (times: readonly number[]) => number) =>
      combine(slowTimes) / Math.max(combine(fastTimes), Number.MIN_VALUE);
    ratio = Math.min(
      compare(sum),
      compare((times) => Math.min(...times)),
    );
  }
  return ratio;
}

/** The least milliseconds of a round: in a shorter one, a hiccup of the system takes longer than the work. */
const MIN_ROUND = 5;

/** The number of first runs. Only the last ones take as long as those of a round: Node compiles what runs often. */
const FIRST_RUNS = 10;

/** Checks that four times the input needs at most `MAX_RATIO` times the work. */
async function expectLinear(work: (size: number) => unknown, size: number): Promise<void> {
  let once = Infinity;
  for (let at = 0; at < FIRST_RUNS; at++) once = Math.min(once, await measureTime(() => work(size / 2)));
  const repeats = Math.ceil(MIN_ROUND / Math.max(once, 0.01));
  const repeat = async (count: number) => {
    for (let at = 0; at < repeats; at++) await work(count);
  };
  const ratio = await compareTimes(
    () => repeat((size / 2) * GROWTH),
    () => repeat(size / 2),
    MAX_RATIO,
  );
  expect(ratio, `the work for ${GROWTH} times the input`).toBeLessThan(MAX_RATIO);
}

const TREE = 'data/plans/mihon-keikaku/tree.csv';
const listNumbers = (count: number) => Array.from({ length: count }, (_, at) => at);
const createTree = (count: number, parentOf: (at: number) => string) =>
  `コード,親コード,種別,名称,出典ID\n${listNumbers(count)
    .map((at) => `a${at},${parentOf(at)},事業,見本,mihon-keikaku\n`)
    .join('')}`;
const inRow = (text: string) => ({ cells: [text], line: 1, brokenFrom: null, locate: () => ({ line: 1, column: 1 }) });

// Texts are below 128 KiB, with two bytes for each letter if they are normalized: the system gives larger ones pages
// of their own, which takes longer on a busy machine.
describe('the work grows with the input', () => {
  test.each<readonly [string, number, (size: number) => unknown]>([
    [
      'of a tree in which each item is below the one before',
      5000,
      (size) => validateFixture({ [TREE]: createTree(size, (at) => (at === 0 ? '' : `a${at - 1}`)) }),
    ],
    ['of codes that no item has', 2000, (size) => validateFixture({ [TREE]: createTree(size, (at) => `b${at}`) })],
    [
      'of unknown ids in changes of ids',
      400,
      (size) =>
        validateFixture({
          'data/changes.csv': `日付,対象,項目,前\n${listNumbers(size)
            .map((at) => `2026-11-20,mihon-keikaku/b${at},IDの変更,mihon-keikaku/a${at}\n`)
            .join('')}`,
        }),
    ],
    ['of a loop', 5000, (size) => validateFixture({ [TREE]: createTree(size, (at) => `a${(at + 1) % size}`) })],
    [
      'of a tree in which each item is above the one before',
      5000,
      (size) => validateFixture({ [TREE]: createTree(size, (at) => (at === size - 1 ? '' : `a${at + 1}`)) }),
    ],
    [
      'of dead links among as many pages',
      600,
      (size) =>
        validateFixture({
          [TREE]: createTree(size, () => '').replaceAll('事業', '施策'),
          'content/guides/method.mdx': `${HEAD}${listNumbers(size)
            .map((at) => `[市](/plans/mihon-keikaku/b${at}/)\n`)
            .join('')}`,
        }),
    ],
    [
      'of named columns',
      8000,
      (size) =>
        validateFixture({
          'data/sources.csv': `出典ID,資料名,${listNumbers(size - 2)
            .map((at) => `列${at}`)
            .join(',')}\n`,
        }),
    ],
    ['of columns beyond the limit', 500_000, (size) => findCsvLimit('x,'.repeat(size))],
    ['of quotes', 500_000, (size) => findCsvLimit('"" '.repeat(size))],
    ['of cells with broken quotes', 4000, (size) => readCsvRows(`"a"b,${'"c",'.repeat(size)}\n`)],
    ['of links in a text', 4000, (size) => readMdx('[市](/a/)\n'.repeat(size))],
    [
      'of shapes on one line',
      2000,
      (size) => {
        const text = `{"type":"FeatureCollection","features":[${Array(size).fill('{"type":"Feature"}').join(',')}]}`;
        return readGeoJson(text, 0, 'zones');
      },
    ],
    ['of number formats', 500, (size) => listNumbers(size).map(() => parseCellFormat('[$'.repeat(127)))],
    ['of comments in HTML', 10_000, (size) => findForbiddenText('<!-'.repeat(size))],
    ['of tags', 10_000, (size) => findForbiddenText('<a '.repeat(size))],
    ['of platform characters', 10_000, (size) => findPlatformCharacters('ｶﾞ1'.repeat(size))],
    ['of white space in a cell of a sheet', 40_000, (size) => getCellText(inRow(`a${' '.repeat(size)}b`), 0)],
    [
      'of names of targets without results',
      4000,
      (size) => {
        const [block] = readIndicatorSheet(readCsvRows('指標名,現状値\n人数 実績値,1\n')) ?? [];
        const rows = listNumbers(size).map((at) => inRow(`件数${at} 目標値`));
        return block && findRowMarkers({ ...block, rows: [...rows, ...block.rows] });
      },
    ],
    ['of Chinese figures in a heading', 2000, (size) => writeCountsInDigits('一'.repeat(size))],
    ['of marks of footnotes in a name', 4000, (size) => removeFootnotes(`${'※'.repeat(size)}a`)],
    ['of brackets in a heading', 20_000, (size) => foldText('('.repeat(size))],
    [
      'of rows of a published table',
      8000,
      (size) => restoreTables(readCsvRows(`テーマID,名称,説明,順序,ページ\n${'a,b,c,1,d\n'.repeat(size)}`)),
    ],
    ['of line breaks in pasted text', 40_000, (size) => parsePastedTable(`a${'\n'.repeat(size)}b`)],
    ['of characters with other forms in a searched word', 2000, (size) => listSpellingVariants('斎'.repeat(size))],
    [
      'of numbers with commas in rows',
      400,
      (size) => {
        const rows = Array(40).fill('1,234,'.repeat(size)).join('\n');
        return judgeReadability(new TextEncoder().encode(`${'x,'.repeat(size)}\n${rows}\n`), () => null);
      },
    ],
    [
      'of headings of numbers',
      4000,
      (size) => {
        const rows = [listNumbers(size).map((at) => `列${at}`), listNumbers(size)].join('\n');
        return judgeReadability(new TextEncoder().encode(rows), () => null);
      },
    ],
    ['of spaces in a cell of several lines', 40_000, (size) => suggestOneLine(`a${' '.repeat(size)}b`)],
  ])('%s', (_what, size, work) => expectLinear(work, size));
});

test.each([
  [
    'numbers and から in a value',
    () =>
      listNumbers(50).map(() =>
        readQuantity(`${'0'.repeat(40)}${'から'.repeat(20)}${'0'.repeat(40)}${'にか'.repeat(20)}0`),
      ),
  ],
  [
    'signs between two numbers in a cell',
    () => importSheetLines(['指標名,単位,R5目標・実績,目標値（R9）', `本,人,1${'/'.repeat(4000)}!,4`]),
  ],
  ['brackets in a unit', () => importSheetLines(['指標名,単位,現状値,目標値', `本,${'［］'.repeat(28)},1,4`])],
  ['digits in a name', () => importSheetLines(['指標名,現状値,目標値', `${'1'.repeat(2000)}本,1,4`])],
  ['remarks behind a unit', () => convertUnit(1, '人', `冊${'（a）'.repeat(9000)}`)],
  ['signs behind the number of an item', () => splitItemNumber(`1${'、'.repeat(9000)}本`)],
  [
    'marks of footnotes behind a value',
    () => importSheetLines(['指標名,R4実績,目標値', `本,12${'※1'.repeat(9000)},4`, '※1 見込み']),
  ],
  [
    'words of targets in a value',
    () => importSheetLines(['指標名,R4年度,R5年度', '本（目標）,6,7', `本（実績）,7${'目標'.repeat(9000)},8`]),
  ],
  // The heading differs each time, because its meaning is kept.
  ['words of results in a heading', () => readSheetHeading(`${performance.now()}（${'まで実績'.repeat(8000)}`)],
  ['marks of footnotes behind a name', () => removeFootnotes(`本${'※1'.repeat(16_000)}`)],
  [
    'ids that changed again and again',
    () => {
      const rows = listNumbers(800).map((at) => ({ item: ID_CHANGE_ITEM, before: `a${at}`, subjects: [`a${at + 1}`] }));
      const follow = createIdFollower(rows);
      expect(new Set(rows.map(({ before }) => follow(before)))).toEqual(new Set(['a800']));
    },
  ],
  [
    'many bands of a rating',
    () => {
      const rows = listNumbers(5000).map((at) => `${at + 1},S,甲,達成率,${at},1,${at + 1},,\n`);
      return validateFixture({
        'data/plans/mihon-keikaku/rating.csv': `順,記号,名称,尺度,下限,下限を含む,上限,上限を含む\n${rows.join('')}`,
      });
    },
  ],
  [
    'hidden columns that overlap',
    () => {
      const columns = '<col min="1" max="16384" hidden="1"/>'.repeat(16_384);
      const cells = `<row r="1">${'<c><v>1</v></c>'.repeat(16_384)}</row>`;
      const sheet = `<worksheet><cols>${columns}</cols><sheetData>${cells}</sheetData></worksheet>`;
      expect(() => readSheet(new TextEncoder().encode(sheet), [], [], false)).toThrow(TooLargeError);
    },
  ],
  [
    'styles of cells with one long format',
    () => {
      const format = `<numFmt numFmtId="200" formatCode="${'0'.repeat(255)}"/>`;
      const styles = `<cellXfs>${'<xf numFmtId="200"/>'.repeat(60_000)}</cellXfs>`;
      return readCellStyles(new TextEncoder().encode(`<styleSheet>${format}${styles}</styleSheet>`));
    },
  ],
])('%s take no long time', async (_what, work) => {
  expect(await measureTime(work)).toBeLessThan(TIME_LIMIT);
});

test('a number format with brackets that do not end takes no longer than another', async () => {
  const parse = (code: string) => () => listNumbers(4000).map(() => parseCellFormat(code));
  expect(await compareTimes(parse('[$'.repeat(120)), parse('[$]'.repeat(80)), 2)).toBeLessThan(2);
});
