import type { FixtureFiles } from '../support/fixture-site.ts';
import type { Outcome } from './hostile-values.ts';

/** A hostile case, its class, and what must happen: the code of a diagnostic, or `text` if there is no error. */
export interface HostileCase<T> {
  readonly kind: string;
  readonly outcome: Outcome;
  readonly name: string;
  readonly content: T;
}

const quote = (text: string) => JSON.stringify(text).slice(0, 60);

/** Lists cases of one class and outcome, each with the file that a function makes of a text. */
export const describeFiles = (
  kind: string,
  outcome: Outcome,
  create: (text: string) => FixtureFiles,
  ...texts: readonly string[]
): HostileCase<FixtureFiles>[] => texts.map((text) => ({ kind, outcome, name: quote(text), content: create(text) }));

const GUIDE = 'content/guides/method.mdx';
/** The front matter of a guide. */
export const HEAD = '---\ntitle: 見本\norder: 1\n---\n\n';

const asGuide = (text: string) => ({ [GUIDE]: HEAD + text });
const asGuideFile = (text: string) => ({ [GUIDE]: `---\ntitle: 見本\norder: 1\n${text}\n` });
const asFront = (text: string) => ({ [GUIDE]: `---\n${text}\n---\n\n文章です。\n` });

/** Texts in MDX that attack the program or the readers of the site. */
export const hostileTexts: readonly HostileCase<FixtureFiles>[] = [
  ...describeFiles(
    'MDX program',
    'code-in-text',
    asGuide,
    ...['import x from "node:fs"', 'export const x = 1', 'export default 1', '{process.exit()}', '文{alert(1)}章'],
    ...['{/* 注 */}', '{`${1}`}', '{(() => { while (true); })()}', '<Indicator id={alert(1)} />'],
    ...['<Indicator {...x} />', '<WorkedExamples {...process.exit()} />'],
  ),
  ...describeFiles('MDX front matter', 'code-in-text', asGuideFile, '---\t\n\n{process.exit()}\n\n---'),
  ...describeFiles('MDX front matter', 'bad-front-matter', asGuideFile, '# \u2028---\n{process.exit()}\n\n---'),
  ...describeFiles(
    'MDX text',
    'unseen-character',
    asGuide,
    '市&#x202e;町',
    '## 市&rlm;町',
    '`市`&#8203;',
    '[^1]\n\n[^1]: &shy;市',
  ),
  // The code is in a block of code.
  ...describeFiles('MDX front matter', 'text', asGuideFile, '---\n---\n```\n---\n\n{process.exit()}'),
  ...describeFiles(
    'MDX markup',
    'unknown-component',
    asGuide,
    ...['<script>alert</script>', '<img src="x" onerror="alert(1)" />', '<iframe src="https://evil.example" />'],
    ...['<b>市</b>', '<style>p</style>', '<constructor />', '<toString />', '<svg onload="x" />'],
    ...['<a href="javascript:x">市</a>', '<></>', '<__proto__ />', '<indicator id="x" />', '<Indicator.x />'],
    '<base href="//evil.example" />',
  ),
  ...describeFiles(
    'MDX markup',
    'bad-mdx',
    asGuide,
    ...['<script>', '<!-- 注 -->', '<!DOCTYPE html>', '10分<20分', '</p>', '<a b=>', '{'],
  ),
  ...describeFiles(
    'MDX link',
    'bad-link',
    asGuide,
    ...['[市](javascript:alert(1))', '[市](JaVaScRiPt:x)', '[市](data:text/html,x)', '[市](vbscript:x)'],
    ...['[市](file:///etc/passwd)', '[市][a]\n\n[a]: javascript:x', '[市](https://)', '[市](tel:110)'],
    ...['[市](&#106;avascript:x)', '[市](blob:x)'],
  ),
  ...describeFiles(
    'MDX link',
    'dead-link',
    asGuide,
    ...['[市](//evil.example/)', '[市](/\\evil.example)', '[市](../../etc/passwd)', '[市](/../)', '[市](%2e%2e/)'],
    ...['[市](.env)', '[市](/plans/__proto__/)', '[市](/constructor/)', '[市]()', '[市](?x)'],
    '[市](/plans/mihon-keikaku/#x)',
  ),
  ...describeFiles(
    'MDX image',
    'image-in-text',
    asGuide,
    ...['![絵](https://evil.example/a.png)', '![x](javascript:x)', '![絵][a]\n\n[a]: /a.png'],
  ),
  ...describeFiles(
    'MDX component',
    'unknown-indicator',
    asGuide,
    ...['<Indicator id="../x" />', '<Indicator />', '<Indicator id="__proto__" />'],
  ),
  ...describeFiles(
    'MDX component',
    'bad-mdx',
    asGuide,
    ...['<ContactNote>市</ContactNote>', '<ContactNote>\n\n- 市\n\n</ContactNote>'],
  ),
  ...describeFiles('MDX component', 'text', asGuide, '<ContactNote></ContactNote>', '<ContactNote>\n</ContactNote>'),
  ...describeFiles('MDX heading', 'heading-too-high', asGuide, '# 市', '市\n==='),
  ...describeFiles('MDX character', 'unseen-character', asGuide, '市\u202e場', '市\u200b場', '市\u{e0041}場', '\u3164'),
  ...describeFiles(
    'MDX nesting',
    'bad-mdx',
    asGuide,
    ...[`${'- '.repeat(200)}市`, `${'> '.repeat(5000)}市`, '<Indicator>'.repeat(300)],
  ),
  ...describeFiles('MDX size', 'over-limit', asGuide, 'あ'.repeat(400_000)),
  ...describeFiles(
    'MDX text',
    'text',
    asGuide,
    ...['- 項目\n  - 項目\n    - 項目', '| 表 | 表 |\n|---|---|\n| 市 | 場 |', '`<script>`', '```\n<script>\n```'],
    ...['\\<b>', '&lt;b&gt;', '**'.repeat(2000), '['.repeat(5000), '*a '.repeat(5000), '`'.repeat(5000)],
    ...['|a'.repeat(2000), '__proto__', '=1+1', '> 市'],
  ),
  ...describeFiles(
    'front matter',
    'bad-front-matter',
    asFront,
    ...['title: *x', 'title: [', 'title: "市', '- a', 'a', 'title: 市\ntitle: 場', 'title: a: b'],
    ...['title: &a [*a]', 'title: &a {b: *a}', '&k title: x\ndescription: {a: &b [*b]}', 'title: &A 市', 'title: ! 市'],
    ...['title: !foo bar', 'title: !!js/function x\norder: .nan', 'title: !!binary aGk=\norder: -1'],
    `title: ${'['.repeat(3000)}`,
    `a: &a [1,1,1,1,1,1,1,1,1]\n${'bcdefghi'
      .split('')
      .map(
        (name, at) =>
          `${name}: &${name} [${Array(9)
            .fill(`*${'abcdefgh'[at] ?? ''}`)
            .join(',')}]`,
      )
      .join('\n')}`,
    Array.from({ length: 5000 }, (_, at) => `k${at}: 1`).join('\n'),
  ),
  ...describeFiles(
    'front matter',
    'bad-key',
    asFront,
    ...['title: [市]\norder: 1', 'title: {a: b}\norder: 1', 'title: 12\norder: 1', 'title: 市\norder: 一'],
    ...['title: 市\norder: 1e400', 'title: 市\norder: .nan', 'title: 市\norder: -1'],
    ...['title: true\norder: 1', 'title: 市\norder: 1.5'],
  ),
  ...describeFiles(
    'front matter',
    'unknown-key',
    asFront,
    ...['title: 市\norder: 1\nconstructor: 1', 'title: 市\norder: 1\n<<: {a: 1}', 'title: 市\norder: 1\n? [a]\n: b'],
    'title: 市\norder: 1\ntoString: x',
  ),
  ...describeFiles('front matter', 'unknown-key', asFront, 'title: 市\norder: 1\n__proto__: {a: 1}'),
  ...describeFiles(
    'front matter',
    'missing-key',
    asFront,
    ...['order: 1', 'title:\norder: 1', '__proto__: {title: 市}\norder: 1'],
  ),
  ...describeFiles('front matter', 'formula-like', asFront, 'title: "=1+1"\norder: 1'),
  ...describeFiles(
    'front matter',
    'html-in-cell',
    asFront,
    ...['title: <script>x</script>\norder: 1', 'title: "&lt;b&gt;"\norder: 1'],
  ),
  ...describeFiles(
    'front matter',
    'unseen-character',
    asFront,
    ...['title: "市\\u202e場"\norder: 1', 'title: "市\\0場"\norder: 1'],
  ),
  ...describeFiles(
    'front matter',
    'no-front-matter',
    (text) => ({ [GUIDE]: text }),
    ...['市', '---\ntitle: 市', '\n---\ntitle: 市\norder: 1\n---\n', '+++\ntitle = 1\n+++'],
  ),
];
