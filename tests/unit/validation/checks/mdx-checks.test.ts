import { describe, expect, test } from 'vitest';
import { editFixtureFile, formatFixtureDiagnostics, validateFixture } from '../../../support/fixture-site.ts';

const PLAN = 'content/plans/mihon-keikaku';
const text = (body: string) => ({ [`${PLAN}/text/basis.mdx`]: `---\ntitle: 題\n---\n\n${body}\n` });

describe('a body', () => {
  const body = (code: string) => ({ [`${PLAN}/${code}.mdx`]: '---\ntitle: 題\n---\n\n本文です。\n' });

  test.each(['2', '2_1'])('may belong to a policy or a topmost measure: %s', (code) => {
    expect(formatFixtureDiagnostics(body(code))).toEqual([]);
  });

  test('beside a plan item without a page is reported, with the page above it', () => {
    const [problem] = validateFixture(body('1_1_1_1'));
    expect(problem).toMatchObject({
      code: 'body-without-page',
      hint: expect.stringContaining('1_1.mdx') as string,
    });
  });

  test('of an item that only the page of its plan shows is reported without a page', () => {
    expect(validateFixture(body('s1'))[0]?.hint).toBe(
      '本文は、政策と、上に施策のない施策にだけ置けます。いちばん上の項目が1つだけなら、その本文は計画の index.mdx に書きます。',
    );
  });

  test('of no plan item is reported with a suggestion', () => {
    expect(validateFixture(body('1-1'))[0]).toMatchObject({
      code: 'body-without-node',
      hint: '1_1.mdx ではありませんか。写しや、消した章の文章なら、消します。',
    });
  });
});

describe('a text', () => {
  test.each([
    ['import a from "a"', 'code-in-text 5:1'],
    ['件数は {1 + 1} 件', 'code-in-text 5:5'],
    ['<Indicator id="mihon-keikaku/sns" wide={1} />', 'code-in-text 5:1'],
    ['# 題', 'heading-too-high 5:1'],
    ['<Indicater id="a" />', 'unknown-component 5:1'],
    ['| 列 |\n|---|\n| 1 | 2 |', 'bad-mdx 7:5'],
    ['強い<b>力</b>', 'unknown-component 5:3'],
    ['<Indicator id="mihon-keikaku/sns">文</Indicator>', 'bad-mdx 5:1'],
    ['市&#x202e;町', 'unseen-character 1:1'],
    ['前の行です。\n𠮷い\u202e町', 'unseen-character 6:3'],
  ])('may not contain %s', (body, problem) => {
    expect(formatFixtureDiagnostics(text(body))).toEqual([problem]);
  });

  test.each([
    [
      'the last line of its front matter ends in a tab',
      '---\ntitle: 題\n---\t\n\n{1 + 1}\n\n---\n',
      'code-in-text 5:1',
    ],
    [
      'its front matter has a separator of lines',
      '---\ntitle: 題\n# \u2028---\n\n{1 + 1}\n\n---\n',
      'bad-front-matter 5:1',
    ],
  ])('may not contain code if %s', (_what, all, problem) => {
    expect(formatFixtureDiagnostics({ [`${PLAN}/text/basis.mdx`]: all })).toEqual([problem]);
  });

  test('may contain words, lists, tables, links, smaller headings and the offered components', () => {
    const body = '## 見出し\n\n- **太字**\n\n[計画](/plans/)\n\n<Indicator id="mihon-keikaku/sns" />\n';
    expect(formatFixtureDiagnostics(text(body))).toEqual([]);
  });

  test.each([
    '＃＃　見出し',
    '##見出し',
    '#＃ 見出し',
    '[計画]（/plans/）',
    '［計画］(/plans/)',
    '［計画］（https://a.example/）',
  ])('that shows its signs instead of a heading or a link is reported: %s', (body) => {
    const [problem, ...others] = validateFixture(text(`文です。\n\n${body}`));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'unread-markup', level: 'warning', line: 7, column: 1 });
  });

  test.each(['第1章（[計画](/plans/)）', '[注]（第2章）', '［注］（第2章）', 'C# と F＃', '### 見出し'])(
    'may hold words that only look alike: %s',
    (body) => {
      expect(formatFixtureDiagnostics(text(body))).toEqual([]);
    },
  );

  test.each([
    ['前の行の\n𠮷は**「太字」**です。', '** の外に', 6, 3],
    ['文[^1]です。', '「[^1]: 注の文」', 5, 2],
    ['文です。\n\n[^1]：注です。', '「[^1]: 注の文」', 7, 1],
  ])('that shows the signs of bold text or of a footnote is reported there: %s', (body, advice, line, column) => {
    const problems = validateFixture(text(body));
    expect(problems).toMatchObject([{ code: 'unread-markup', level: 'warning', line, column }]);
    expect(problems[0]?.hint).toContain(advice);
  });

  test.each([
    ['that nothing refers to', '文です。\n\n[^a]: 注です。', 7],
    ['with the label of another one', '文[^1]です。\n\n[^1]: 注です。\n\n[^1]: 別の注です。', 9],
  ])('with a footnote %s is reported, because no page shows it', (_what, body, line) => {
    expect(validateFixture(text(body))).toMatchObject([{ code: 'note-not-shown', level: 'warning', line, column: 1 }]);
  });

  test.each(['「**太字**」です。', '文[^1]です。\n\n[^1]: 注です。', '`[^1]` と `**`', '**太字**です。'])(
    'may have bold text, footnotes and code: %s',
    (body) => {
      expect(formatFixtureDiagnostics(text(body))).toEqual([]);
    },
  );

  test.each([
    ['sns', /^「mihon-keikaku\/sns」ではありませんか。/],
    ['mihon-keikaku/zzz', /^今ある指標を、計画ID\/指標IDの形で/],
    ['', /^今ある指標を、計画ID\/指標IDの形で/],
  ])('with an unknown indicator is reported, with a suggestion only if it is similar: %s', (id, hint) => {
    expect(validateFixture(text(`<Indicator id="${id}" />`))).toMatchObject([
      { code: 'unknown-indicator', hint: expect.stringMatching(hint) as string },
    ]);
  });

  test('of a guide with an indicator of a plan that the id lacks is reported with the whole id', () => {
    const files = { 'content/guides/index.mdx': '---\ntitle: 題\n---\n\n<Indicator id="sns" />\n' };
    expect(validateFixture(files)).toMatchObject([
      { code: 'unknown-indicator', hint: expect.stringMatching(/^「mihon-keikaku\/sns」ではありませんか。/) as string },
    ]);
  });

  test.each([
    ['[資料]()', 'リンクの、アドレスを書くところが空です。'],
    ['![図]()', '文章の中に画像は置けません。'],
  ])('is reported without an empty quotation: %s', (body, message) => {
    expect(validateFixture(text(body))).toMatchObject([{ message }]);
  });

  test.each(['title:', 'title: # みんな', 'title: ~'])('is reported for an empty value: %s', (line) => {
    expect(validateFixture({ [`${PLAN}/text/basis.mdx`]: `---\n${line}\n---\n\n本文\n` })).toMatchObject([
      {
        code: 'missing-key',
        message: '「title」の値が空です。',
        hint: expect.stringMatching(/^title: のあとに/) as string,
      },
    ]);
  });

  test('is reported for an empty value in quotes, without an empty quotation', () => {
    expect(validateFixture({ [`${PLAN}/text/basis.mdx`]: '---\ntitle: ""\n---\n\n本文\n' })).toMatchObject([
      { code: 'bad-key', message: '「title」の値が空です。' },
    ]);
  });

  test('that misspells a component is reported with a suggestion', () => {
    expect(validateFixture(text('<Indicater />'))[0]?.hint).toBe('<Indicator> ではありませんか。');
  });

  test('has the same limits in guides and introductions', () => {
    const files = {
      'content/guides/index.mdx': '---\ntitle: 題\n---\n\n# 題\n',
      ...editFixtureFile(`${PLAN}/index.mdx`, '## どんな計画か', '# どんな計画か'),
    };
    expect(formatFixtureDiagnostics(files)).toEqual(['heading-too-high 5:1', 'heading-too-high 21:1']);
  });
});
