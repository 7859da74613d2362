import { expect, test } from 'vitest';
import { evaluateMdx } from '../../../../src/components/text/evaluate-mdx.ts';
import { PAGE_IDS } from '../../../../src/model/identifiers.ts';

interface ElementFacts {
  readonly tag: string;
  readonly id: unknown;
  readonly label: unknown;
  readonly role: unknown;
  readonly tabindex: unknown;
  readonly text: string;
  readonly scope: unknown;
  readonly look: unknown;
}

/** Lists the HTML elements of what a component returns, each before those inside it. */
function listElements(content: unknown): ElementFacts[] {
  if (Array.isArray(content)) return content.flatMap(listElements);
  if (typeof content !== 'object' || content === null || !('type' in content) || !('props' in content)) return [];
  const props = Object(content.props) as Record<string, unknown>;
  const inside = listElements(props.children);
  if (typeof content.type !== 'string') return inside;
  const text = typeof props.children === 'string' ? props.children : '';
  return [
    {
      tag: content.type,
      id: props.id,
      label: props['aria-label'],
      role: props.role,
      tabindex: props.tabindex,
      text,
      scope: props.scope,
      look: [props.class, props.style],
    },
    ...inside,
  ];
}

const render = (body: string, taken: readonly string[] = []) => {
  const { component, sections } = evaluateMdx(body, taken, '文章');
  return { elements: listElements(component({ components: {} })), sections };
};
const listIds = (body: string, taken?: readonly string[]) =>
  render(body, taken).elements.flatMap(({ tag, id }) => (/^h\d$/.test(tag) ? [id] : []));

test('headings have their words as ids, and repeated ones a number', () => {
  expect(listIds('## 組み立て\n\n### 1 現状\n\n## 組み立て')).toEqual(['組み立て', '1-現状', '組み立て-1']);
});

test('a heading without letters has an id, too', () => {
  expect(listIds('## ！\n\n## ！')).toEqual(['section', '-1']);
});

test('no heading has the id of another part of its page', () => {
  expect(listIds('## SDGs\n\n## 7\n\n## 33_3', ['7', '33_3'])).toEqual(['sdgs-1', '7-1', '33_3-1']);
  expect(listIds(PAGE_IDS.map((id) => `## ${id}`).join('\n\n'))).toEqual(PAGE_IDS.map((id) => `${id}-1`));
  expect(listIds('## Footnote label\n\n値[^1]です。\n\n[^1]: 注です。')).toEqual([
    'footnote-label-1',
    'footnote-label',
  ]);
});

test('the contents lead to each section, also if two have the same words', () => {
  expect(render('## 値\n\n### 例\n\n## 値\n\n## `CSV` の**列**').sections).toEqual([
    { title: '値', url: '#値' },
    { title: '値', url: '#値-1' },
    { title: 'CSV の列', url: '#csv-の列' },
  ]);
});

test('footnotes have a Japanese heading, whose id the numbers of the footnotes name', () => {
  const { elements, sections } = render('## 本文\n\n値[^1]です。\n\n[^1]: 注です。');
  expect(elements.find(({ id }) => id === 'footnote-label')?.text).toBe('注');
  expect(elements.find(({ text }) => text === '↩')?.label).toBe('注1をつけたところへ戻る');
  expect(sections).toEqual([{ title: '本文', url: '#本文' }]);
});

test('preformatted texts, which scroll, have roles and names of their own', () => {
  const block = '```\nnpm run check\n```\n\n';
  const { elements } = render(`${block}## 節\n\n${block}${block}`);
  const frames = elements.flatMap(({ tag, role, label, tabindex }) => (tag === 'pre' ? [[role, label, tabindex]] : []));
  expect(frames).toEqual(['「文章」の枠', '「節」の枠', '「節」の枠2'].map((name) => ['group', name, '0']));
});

test('tables have names of their own, from the heading above them or the title, and headings of rows', () => {
  const table = '| 列 | 別 |\n|---|---|\n| 行 | 値 |\n| | 値 |\n\n';
  const { elements } = render(`${table}## 節の\\*値\n\n${table}${table}`);
  const names = ['「文章」の表', '「節の*値」の表', '「節の*値」の表2'];
  expect(elements.flatMap(({ tag, label }) => (tag === 'div' ? [label] : []))).toEqual(names);
  expect(elements.flatMap(({ tag, text }) => (tag === 'caption' ? [text] : []))).toEqual(names);
  const cells = elements.flatMap(({ tag, scope, text }) => (/^t[hd]$/.test(tag) ? [[tag, scope, text]] : []));
  expect(cells.slice(0, 6)).toEqual([
    ['th', 'col', '列'],
    ['th', 'col', '別'],
    ['th', 'row', '行'],
    ['td', undefined, '値'],
    ['td', undefined, ''],
    ['td', undefined, '値'],
  ]);
});

test('a column of numbers is at the right, without a style that the policy of pages forbids', () => {
  const { elements } = render('| 項目 | 値 |\n|:--|--:|\n| 行 | 1 |');
  const looks = elements.flatMap(({ tag, look }) => (/^t[hd]$/.test(tag) ? [look] : []));
  const [plain, number] = [
    [undefined, undefined],
    ['count num', undefined],
  ];
  expect(looks).toEqual([plain, number, plain, number]);
});
