import { expect, test } from 'vitest';
import { checkLoose } from '../../../../src/check/loose.ts';
import { PLACEHOLDER } from '../../../../src/model/placeholder.ts';
import { edited, problemsOf } from '../../../support/town.ts';

const TREE = 'data/plans/mihon-keikaku/tree.csv';
const INDEX = 'content/plans/mihon-keikaku/index.mdx';

const found = (files: Parameters<typeof problemsOf>[0]) =>
  problemsOf(files).map(({ code, level, file, line, field }) => [code, level, file, line, field]);

test('what was to be replaced is told in names and in summaries', () => {
  const files = edited(
    TREE,
    'むだのないまち,町のお金と建物を',
    `${PLACEHOLDER}（政策の名称）,1。${PLACEHOLDER}。`,
  );
  expect(found(files)).toEqual([
    ['placeholder', 'warning', TREE, 10, '名称'],
    ['placeholder', 'warning', TREE, 10, '要約'],
  ]);
});

test('what was to be replaced is told in texts, at its line and column', () => {
  const files = edited(INDEX, '\n---\n', `\n---\n\n𠮷${PLACEHOLDER}。\n`);
  const [one, ...more] = problemsOf(files);
  const text = String(files[INDEX]);
  expect(more).toEqual([]);
  expect(one).toMatchObject({ code: 'placeholder', file: INDEX, column: 2 });
  expect(text.split('\n')[(one?.line ?? 0) - 1]).toContain(PLACEHOLDER);
});

test('a file by itself is held to it too', async () => {
  const lines = ['コード,種別,名称,要約,出典ID', `1,政策,${PLACEHOLDER}（政策の名称）,まとめ,p`];
  const { problems } = await checkLoose('tree.csv', new TextEncoder().encode(lines.join('\n')));
  expect(problems.map(({ code, line }) => [code, line])).toEqual([['placeholder', 2]]);
});
