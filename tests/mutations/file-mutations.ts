/** A mistake in a file of the project, and the code and location that validation must report. */
export interface FileMutation {
  readonly what: string;
  readonly file: string;
  /** Returns the file with the mistake; null if the file is deleted. */
  readonly change: (text: string) => string | Uint8Array | null;
  readonly code: string;
  /** A text of the original file in the line of the mistake, or the number of that line. */
  readonly at: string | number;
}

const INDICATORS = 'data/plans/warabi-jiritsu/indicators.csv';
const TREE = 'data/plans/warabi-jiritsu/tree.csv';
const CITIES = 'data/municipalities.csv';
const INDEX = 'content/plans/warabi-jiritsu/index.mdx';
const BODY = 'content/plans/warabi-jiritsu/33.mdx';

const utf16 = (text: string) => new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);

/** Returns a mutation that replaces a text once. */
function swap(what: string, file: string, from: string, to: string, code: string): FileMutation {
  return { what, file, change: (text) => text.replace(from, () => to), code, at: from };
}

/** Returns a function that changes every line of a file. */
const eachLine = (change: (line: string, index: number) => string) => (text: string) =>
  text
    .split('\n')
    .map((line, index) => (line === '' ? line : change(line, index)))
    .join('\n');

export const fileMutations: readonly FileMutation[] = [
  // Values, targets and periods.
  swap('a letter for a digit', INDICATORS, '"5,587人"', '"5,5O7人"', 'not-a-quantity'),
  swap('a word instead of a value', INDICATORS, ',97.4%,', ',かなり高い,', 'not-a-quantity'),
  swap('a number in scientific notation', INDICATORS, ',97.4%,', ',9.74e1%,', 'not-a-quantity'),
  swap('a misspelt target', INDICATORS, ',98%,', ',増化,', 'not-a-target'),
  swap('year 0', INDICATORS, ',令和4年度,', ',令和0年度,', 'impossible-date'),
  swap('month 13', INDICATORS, '令和5年10月時点', '令和5年13月時点', 'impossible-date'),
  swap('30 February', INDICATORS, '令和5年10月時点', '令和5年2月30日', 'impossible-date'),
  swap('an era that ended long ago', INDICATORS, ',令和10年度,', ',昭和110年度,', 'era-too-far'),
  swap('a period that ends before it begins', INDICATORS, ',令和10年度,', ',令和10年度～令和6年度,', 'period-reversed'),
  swap('a word instead of a period', INDICATORS, ',令和10年度,', ',そのうち,', 'not-a-period'),
  swap('a target before its baseline', INDICATORS, ',令和10年度,', ',令和2年度,', 'target-before-baseline'),
  swap('a different unit', INDICATORS, ',90件,', ',90人,', 'other-unit'),
  swap('a doubled percent sign', INDICATORS, ',97.4%,', ',97.4%%,', 'other-unit'),

  // Ids, references and the tree.
  swap('an unknown source', INDICATORS, ',warabi-jiritsu,【指標】', ',warabi-jiritu,【指標】', 'unknown-reference'),
  swap('an unknown theme', TREE, ',participation,', ',participaton,', 'unknown-reference'),
  swap('an unknown municipality', 'data/departments.csv', ',kashiwara,', ',kasiwara,', 'unknown-reference'),
  swap('an unknown parent', TREE, '\n33_1_1,33_1,', '\n33_1_1,33_9,', 'unknown-parent'),
  swap('a plan item that is its own parent', TREE, '\n33_1_1,33_1,', '\n33_1_1,33_1_1,', 'own-parent'),
  swap('a loop of parents', TREE, '\n33,7,', '\n33,33_1_1,', 'parent-loop'),
  swap('a repeated code', TREE, '\n33_1_1_2,', '\n33_1_1_1,', 'repeated-id'),
  swap('a code that became a date', TREE, '\n33_1_1_2,', '\n1月2日,', 'code-became-date'),
  swap('an id in capitals', 'data/themes.csv', '\ndigital,', '\nDigital,', 'bad-slug'),
  swap('an unknown level', TREE, ',小施策,', ',小々施策,', 'unknown-level'),
  swap('a wrong kind', TREE, ',取組,取組,', ',取組,取引,', 'bad-choice'),
  swap('a wrong direction', INDICATORS, ',applications,増加,', ',applications,上,', 'bad-choice'),
  swap('an SDG goal that does not exist', TREE, ',,16,', ',,18,', 'bad-sdg'),
  swap('a wrong check digit', CITIES, '\n112232,', '\n112231,', 'bad-municipality-code'),
  swap('a point outside Japan', CITIES, ',35.82555556,', ',135.82555556,', 'out-of-range'),
  swap('a bad date', 'data/changes.csv', '\n2026-11-20,', '\n2026年11月20日ごろ,', 'bad-date'),
  swap('an invalid URL', CITIES, ',https://www.city.warabi', ',www.city.warabi', 'bad-web-address'),

  // Characters.
  swap('a formula', TREE, ',計画や事業への', ',=計画や事業への', 'formula-like'),
  swap('a control character', TREE, ',計画や事業への', ',計画\u0008や事業への', 'unseen-character'),
  swap('a zero byte', TREE, ',計画や事業への', ',計画\0や事業への', 'nul-byte'),
  swap('a lost character', TREE, ',計画や事業への', ',計画\ufffd事業への', 'damaged-character'),
  swap('HTML', TREE, ',計画や事業への', ',<b>計画</b>や事業への', 'html-in-cell'),

  // Whole files and rows.
  swap('a missing column', INDICATORS, '指標ID,コード,名称,', '指標ID,コード,備考欄,', 'missing-column'),
  swap('a doubled column', INDICATORS, ',状態,注記,', ',注記,注記,', 'repeated-column'),
  swap('a misspelt column', INDICATORS, ',注記,', ',注気,', 'unknown-column'),
  swap('too few cells', INDICATORS, ',44件,令和4年度,', ',44件,', 'ragged-row'),
  swap('too many cells', INDICATORS, '"5,587人"', '5,587人', 'ragged-row'),
  swap('an unclosed quote', INDICATORS, '"7,000人"', '"7,000人', 'bad-quote'),
  { what: 'UTF-16', file: INDICATORS, change: utf16, code: 'utf-16', at: 1 },
  {
    what: 'broken bytes',
    file: INDICATORS,
    change: (text) => {
      const bytes = new TextEncoder().encode(text);
      bytes[bytes.length - 3] = 0xff;
      return bytes;
    },
    code: 'broken-bytes',
    at: 5,
  },
  { what: 'an empty file', file: INDICATORS, change: () => '', code: 'empty-file', at: 1 },
  {
    what: 'an Excel file with the name of a CSV',
    file: INDICATORS,
    change: () => new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14, 0]),
    code: 'excel-file',
    at: 1,
  },
  {
    what: 'notes above the headings',
    file: INDICATORS,
    change: (text) => `指標の一覧（令和6年3月作成）\n${text}`,
    code: 'notes-above-headings',
    at: 1,
  },
  {
    what: 'no headings',
    file: 'data/topics.csv',
    change: (text) => text.slice(text.indexOf('\n') + 1),
    code: 'no-heading-row',
    at: 1,
  },
  {
    what: 'an extra column',
    file: 'data/themes.csv',
    change: eachLine((line, index) => `${line},${index === 0 ? '色' : '緑'}`),
    code: 'unknown-column',
    at: 1,
  },
  { what: 'no index.mdx', file: INDEX, change: () => null, code: 'missing-file', at: 1 },
  { what: 'no tree.csv', file: TREE, change: () => null, code: 'missing-file', at: 1 },
  {
    what: 'JSON without a comma',
    file: 'site.config.json',
    change: (text) => text.replace('",', '"'),
    code: 'bad-json',
    at: 3,
  },

  // Texts.
  swap('bad YAML', INDEX, 'levels: [章,', 'levels: {章,', 'bad-front-matter'),
  { ...swap('YAML without its closing line', BODY, '\n---\n', '\n--\n', 'no-front-matter'), at: 1 },
  swap('an unknown key', BODY, 'source:', 'sorce:', 'unknown-key'),
  { ...swap('no title', BODY, 'title: 市民参画・協働\n', '', 'missing-key'), at: 1 },
  swap('a broken link', BODY, '](/glossary/#participation)', '](/glossary/#partisipation)', 'dead-link'),
  swap(
    'an unknown component',
    INDEX,
    '## ほかの計画やSDGsとのつながり',
    '<Indicater id="warabi-jiritsu/agreements" />\n\n## ほかの計画やSDGsとのつながり',
    'unknown-component',
  ),
  swap(
    'an unknown indicator',
    INDEX,
    '## ほかの計画やSDGsとのつながり',
    '<Indicator id="warabi-jiritsu/agreement" />\n\n## ほかの計画やSDGsとのつながり',
    'unknown-indicator',
  ),
  swap('code in a chapter', BODY, '## 目指す姿', '## {1 + 1}', 'code-in-text'),
  swap('an import in a chapter', BODY, '## 目指す姿', "import x from 'x';", 'code-in-text'),
  swap('an unclosed tag', BODY, '## 目指す姿', '<b>目指す姿', 'bad-mdx'),
  swap('a heading of level 1', BODY, '## 目指す姿', '# 目指す姿', 'heading-too-high'),
];
