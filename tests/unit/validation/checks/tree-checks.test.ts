import { describe, expect, test } from 'vitest';
import {
  appendFixtureLines,
  editFixtureFile,
  validateFixture,
  formatFixtureDiagnostics,
} from '../../../support/fixture-site.ts';

/*
 * The checks of a plan's tree: parents, levels, summaries, themes, repeated ids, unknown codes and unknown references.
 */

const TREE = 'data/plans/mihon-keikaku/tree.csv';
const INDEX = 'content/plans/mihon-keikaku/index.mdx';

/** A row of the tree with these cells; the rest is sound. */
function row(cells: Readonly<Record<string, string>>): string {
  const sound = { code: '9', parent: '', level: '政策', kind: '政策', title: '題', summary: '要約です。' };
  const { code, parent, level, kind, title, summary } = { ...sound, ...cells };
  const { themes = '', departments = '', related = '', source = 'mihon-keikaku' } = cells;
  return [code, parent, level, kind, title, summary, themes, departments, '', '', '', related, '', source, ''].join(
    ',',
  );
}
const withRow = (...rows: readonly Readonly<Record<string, string>>[]) => appendFixtureLines(TREE, ...rows.map(row));
const getHint = (files: Parameters<typeof validateFixture>[0]) => validateFixture(files)[0]?.hint;

describe('parents', () => {
  test('must be in the same plan', () => {
    expect(formatFixtureDiagnostics(withRow({ parent: '8' }))).toEqual(['unknown-parent 12:3 親コード']);
  });

  test('that are misspelt are reported with a suggestion', () => {
    expect(getHint(withRow({ parent: '1_1_1_l' }))).toBe('「1_1_1_1」ではありませんか。');
  });

  test.each([
    ['46235', '8_1'],
    ['45381', '3_30'],
  ])('that a spreadsheet made the date %s are reported with it', (code, parent) => {
    const rows = withRow({ code }, { code: `${parent}_1`, parent, level: '施策' });
    expect(getHint(rows)).toContain(`「${code}」は、Excel が「${parent}」を日付に変えたものではありませんか。`);
  });

  test.each([
    ['8_1', '46235'],
    ['1_8_1', '37104'],
  ])('that are dates of two lengths are not confused: %s', (parent, serial) => {
    const rows = withRow({ code: '46235' }, { code: '37104' }, { code: `${parent}_1`, parent, level: '施策' });
    expect(getHint(rows)).toContain(`「${serial}」は、Excel が「${parent}」を日付に変えたもの`);
  });

  test('that are empty are reported if the code is below that of another item', () => {
    const codes = ['1_9', '9', '9_9_9'];
    expect(codes.map((code) => formatFixtureDiagnostics(withRow({ code })))).toEqual([
      ['empty-parent 12:5 親コード'],
      [],
      [],
    ]);
  });

  test('may not be the row itself', () => {
    expect(formatFixtureDiagnostics(withRow({ parent: '9' }))).toEqual(['own-parent 12:3 親コード']);
  });

  test('may form no loop, and each row of a loop is reported', () => {
    expect(formatFixtureDiagnostics(withRow({ code: '8', parent: '9' }, { code: '9', parent: '8' }))).toEqual([
      'parent-loop 12:3 親コード',
      'parent-loop 13:3 親コード',
    ]);
  });

  test('below a loop are not reported again', () => {
    const loop = [
      { code: '8', parent: '9' },
      { code: '9', parent: '8' },
      { code: '9_1', parent: '9' },
    ];
    expect(formatFixtureDiagnostics(withRow(...loop))).toEqual([
      'parent-loop 12:3 親コード',
      'parent-loop 13:3 親コード',
    ]);
  });

  test('whose own row has a problem are not reported as missing', () => {
    expect(formatFixtureDiagnostics(withRow({ code: '8', title: '' }, { parent: '8' }))).toEqual([
      'empty-cell 12:10 名称',
    ]);
  });
});

describe('levels', () => {
  test('must be among those of the plan', () => {
    expect(formatFixtureDiagnostics(withRow({ level: '大綱' }))).toEqual(['unknown-level 12:4 階層']);
  });

  test('may be left out', () => {
    expect(formatFixtureDiagnostics(withRow({ level: '' }))).toEqual([]);
  });

  test('may not be higher than that of the parent', () => {
    expect(formatFixtureDiagnostics(withRow({ parent: '1_1_1', level: '施策' }))).toEqual(['level-order 12:9 階層']);
  });

  test('may be the same as that of the parent', () => {
    expect(formatFixtureDiagnostics(withRow({ parent: '1', level: '政策' }))).toEqual([]);
  });

  test('have a number each if the plan has numbers', () => {
    const files = editFixtureFile(INDEX, '"第1章", "1", ', '"第1章", ');
    expect(formatFixtureDiagnostics(files)).toEqual(['numbers-do-not-match-levels 16:10 numbers']);
  });

  test('need no numbers at all', () => {
    expect(
      formatFixtureDiagnostics(editFixtureFile(INDEX, 'numbers: ["第1章", "1", "(1)", "", "◆", "", ""]\n', '')),
    ).toEqual([]);
  });
});

describe('summaries', () => {
  test.each(['政策', '成果', '姿勢', '課題'])('are required at a %s', (kind) => {
    expect(formatFixtureDiagnostics(withRow({ kind, summary: '' }))).toEqual([`missing-summary 12:12 要約`]);
  });

  test('are not required at a 事業, because plans print only its name', () => {
    expect(formatFixtureDiagnostics(withRow({ kind: '事業', summary: '' }))).toEqual([]);
  });
});

describe('themes', () => {
  test.each(['施策', '取組'])('are required at a %s', (kind) => {
    expect(formatFixtureDiagnostics(withRow({ kind }))).toEqual(['missing-theme 12:18 テーマ']);
  });

  test.each(['政策', '成果', '姿勢', '課題', '事業'])('are not required at a %s', (kind) => {
    expect(formatFixtureDiagnostics(withRow({ kind }))).toEqual([]);
  });

  test('may be three', () => {
    expect(formatFixtureDiagnostics(withRow({ kind: '施策', themes: 'digital;publicity;participation' }))).toEqual([]);
  });

  test('may not be four', () => {
    const files = {
      ...appendFixtureLines('data/themes.csv', 'fourth,四つめ,,'),
      ...withRow({ kind: '施策', themes: 'digital;publicity;participation;fourth' }),
    };
    expect(formatFixtureDiagnostics(files)).toEqual(['too-many-themes 12:18 テーマ']);
  });

  test('must be in data/themes.csv', () => {
    expect(getHint(withRow({ themes: 'degital' }))).toBe(
      '「digital」ではありませんか。新しいものなら、data/themes.csv に行を足してください。',
    );
  });
});

describe('other mentions', () => {
  test('of a department must be in data/departments.csv', () => {
    expect(getHint(withRow({ departments: 'zaisei' }))).toBe(
      'data/departments.csv にあるIDを書くか、そちらに行を足してください。',
    );
  });

  test('of a source must be in data/sources.csv', () => {
    expect(formatFixtureDiagnostics(withRow({ source: 'mihon' }))).toEqual(['unknown-reference 12:25 出典ID']);
  });

  test('of a code must be in the same plan', () => {
    expect(formatFixtureDiagnostics(withRow({ related: '1_1;8' }))).toEqual(['unknown-code 12:23 関連']);
  });

  test.each([
    ['46023', '2026年1月1日', '「1_1」ではありませんか。'],
    ['46082', '2026年3月1日', ''],
  ])('of a code may be the date %s of a spreadsheet', (related, day, near) => {
    expect(getHint(withRow({ related }))).toBe(
      `Excel が 1-1 などを日付に変えたときの連番（${day}）かもしれません。${near}列の書式を「文字列」にしてから、計画の番号を 1_1 のように書いてください。`,
    );
  });

  test('of a code of five digits may be no date', () => {
    expect(getHint(withRow({ related: '51234' }))).toContain('コードの列にある値を書いてください');
  });
});

describe('a code', () => {
  test('that is repeated is reported at the second row, with the line of the first', () => {
    const [problem] = validateFixture(withRow({ code: '2_1' }));
    expect(problem).toMatchObject({
      code: 'repeated-id',
      line: 12,
      message: '「2_1」は data/plans/mihon-keikaku/tree.csv の3行めにもあります。',
    });
  });

  test('may be the same in two plans', () => {
    const files = {
      'content/plans/other/index.mdx':
        '---\ntitle: a\nshortTitle: a\nmunicipality: mihon\nkind: a\nlevels: [政策]\nsource: mihon-keikaku\n---\n',
      'data/plans/other/tree.csv': 'コード,種別,名称,要約,出典ID,テーマ\n1,取組,題,要約です。,mihon-keikaku,digital\n',
    };
    expect(formatFixtureDiagnostics(files)).toEqual([]);
  });
});
