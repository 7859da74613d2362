import { describe, expect, test } from 'vitest';
import { messageCatalogue } from '../../../../src/diagnostics/catalogue/message-catalogue.ts';
import type { MessageEntry } from '../../../../src/diagnostics/catalogue/message-entry.ts';
import { readFrontMatter } from '../../../../src/input/mdx-reader.ts';

/** Values that are a whole sentence for every name, because a fix may consist of one value alone. */
const withNear = new Proxy<Record<string, string>>({}, { get: () => '見本です。' });
const withoutNear = new Proxy<Record<string, string>>(
  {},
  { get: (_values, name) => (name === 'near' ? '' : '見本です。') },
);
const all: readonly [string, MessageEntry][] = Object.entries(messageCatalogue);

describe.each(all)('the message %s', (code, { message, fix, example }) => {
  test('has a code in small letters separated by hyphens', () => {
    expect(code).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  });

  test('is a Japanese sentence', () => {
    expect(message(withNear)).toMatch(/[ぁ-ん].*。$/);
  });

  test.each([
    ['with a similar word', withNear],
    ['without one', withoutNear],
  ])('says what to do in a Japanese sentence %s', (_when, values) => {
    expect(fix(values)).toMatch(/[ぁ-ん].*。$/);
  });

  test('has an example for both sentences', () => {
    for (const sentence of [message(example), fix(example)]) {
      expect(sentence).not.toMatch(/undefined|null|NaN|\{\w+\}|「」|（）|^\s|\s$|\s\s|\s[。、」）]|[「（]\s/);
      expect(sentence).toMatch(/。$/);
    }
  });

  test('quotes every value of its example', () => {
    const both = message(example) + fix(example);
    const unused = Object.entries(example).filter(([, value]) => !both.includes(String(value)));
    expect(unused).toEqual([]);
  });
});

test('the advice on an unusable id calls only totals, notes and copies such', () => {
  const { fix } = messageCatalogue['bad-slug'];
  const TOTAL = '合計や注の行なら';
  for (const value of ['合計', '計', '平均（市）', '注1', '※速報']) expect(fix({ value })).toContain(TOTAL);
  for (const value of ['合計特殊出生率', '平均寿命', '注文の数', '計画課']) expect(fix({ value })).not.toContain(TOTAL);
  for (const value of ['課_old', '課 Copy', '課のコピー']) expect(fix({ value })).toContain('古いものや写しなら');
  for (const value of ['household課', 'scaffold 課']) expect(fix({ value })).not.toContain('古いものや写しなら');
});

test('the advice on a column of the values of a day names the heading of a day', () => {
  const { fix } = messageCatalogue['unused-values'];
  for (const day of ['12月末時点', 'R7.5.31', '10/1現在'])
    expect(fix({ heading: `令和6年度実績（${day}）` })).toContain('「令和5年10月1日現在」');
  expect(fix({ heading: '令和6年度実績（最終）' })).not.toContain('その日の値');
});

test('the advice on a column of sums keeps the word for the sum beside its value', () => {
  const { fix } = messageCatalogue['unused-values'];
  expect(fix({ heading: '目標値（5年間累計）' })).toContain('「1,000本（5年間累計）」');
  expect(fix({ heading: '令和5年度実績（累計）' })).toContain('見出しを「令和5年度実績」');
  expect(fix({ heading: '目標値（最終）' })).not.toContain('累計');
});

test('the advice on a URL with a space names the space', () => {
  const { fix } = messageCatalogue['bad-web-address'];
  for (const value of ['https://mihon.example/計画 書.pdf', 'https://mihon.example/計画　書.pdf'])
    expect(fix({ value })).toContain('途中に空白があります。');
  expect(fix({ value: 'www.mihon.example' })).toMatch(/^https:\/\/ で始まる/);
});

test('the advice on a period that is a bare year asks for 年 or 年度', () => {
  const { fix } = messageCatalogue['not-a-period'];
  for (const value of ['2022', 'R6', '令和6', '平成元'])
    expect(fix({ value })).toContain(`「${value}年」か「${value}年度」`);
  for (const value of ['12', '9999', 'このあいだ', 'A6']) expect(fix({ value })).not.toContain('年か年度か');
});

test('the advice on a front matter with a key twice is to delete one', () => {
  const { fix } = messageCatalogue['bad-front-matter'];
  const read = readFrontMatter('---\ntitle: a\ntitle: b\n---\n');
  expect(fix({ detail: read.ok ? '' : read.detail })).toBe('同じ名前の行は、どちらか1つを残して、消してください。');
});

test.each([
  [8, '令和8年度、平成8年度、2008年度 のように'],
  [26, '平成26年度、2026年度 のように'],
  ['18～22', '平成18～22年度、2018～2022年度 のように'],
  [45, '2045年度 のように'],
])('the advice on the year %s without an era lists only years that plans have', (year, words) => {
  expect(messageCatalogue['no-era'].fix({ year })).toMatch(new RegExp(`^${words}、`));
});

test('the advice on a value that stays a text is to leave it only if the plan can mean nothing else', () => {
  const { fix } = messageCatalogue['kept-as-text'];
  for (const values of [{ relative: 1 }, { change: 1 }]) expect(fix(values)).toContain('このままでかまいません。');
  expect(fix({ misprint: 1 })).not.toContain('このまま');
});

/** The columns that only some tables have, and whose names have no other meaning in a message. */
const COLUMNS = [
  '集計',
  '単位',
  '状態',
  '良い方向',
  '注記',
  '備考',
  '確度',
  '設定日',
  '出典ID',
  '確認日',
  '親コード',
  '階層',
];

test('the advice on a value names a column of another table with its file', () => {
  const codes = ['companion-not-read', 'kept-as-text', 'mixed-times', 'falling-cumulative', 'commented-cell'] as const;
  for (const code of [...codes, 'comparator-against-direction', 'range-needs-ends', 'styled-text'] as const) {
    const { fix, example } = messageCatalogue[code];
    // 注記 and 備考 are in the tables that have such a column; the advice adds where the remarks on targets are.
    const advice = fix(example).replace('数と単位だけを', '');
    const named = COLUMNS.filter((column) => advice.includes(column));
    expect(named, code).not.toEqual([]);
    for (const column of named.filter((one) => one !== '備考' || !named.includes('注記')))
      expect(advice, code).toMatch(new RegExp(`indicators\\.csv の[^。]*${column}`));
  }
});
