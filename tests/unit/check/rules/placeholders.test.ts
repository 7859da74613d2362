import { expect, test } from 'vitest';
import { validateFile } from '../../../../src/check/loose.ts';
import { TEXT_PLACEHOLDER } from '../../../../src/model/placeholder.ts';
import { editFixtureFile, validateFixture } from '../../../support/town.ts';

const TREE = 'data/plans/mihon-keikaku/tree.csv';
const INDEX = 'content/plans/mihon-keikaku/index.mdx';

const found = (files: Parameters<typeof validateFixture>[0]) =>
  validateFixture(files).map(({ code, level, file, line, field }) => [code, level, file, line, field]);

test('what was to be replaced is told in names and in summaries', () => {
  const files = editFixtureFile(
    TREE,
    'むだのないまち,町のお金と建物を',
    `${TEXT_PLACEHOLDER}（政策の名称）,1。${TEXT_PLACEHOLDER}。`,
  );
  expect(found(files)).toEqual([
    ['placeholder', 'warning', TREE, 10, '名称'],
    ['placeholder', 'warning', TREE, 10, '要約'],
  ]);
});

test('what was to be replaced is told in texts, at its line and column', () => {
  const files = editFixtureFile(INDEX, '\n---\n', `\n---\n\n𠮷${TEXT_PLACEHOLDER}。\n`);
  const [one, ...more] = validateFixture(files);
  const text = String(files[INDEX]);
  expect(more).toEqual([]);
  expect(one).toMatchObject({ code: 'placeholder', file: INDEX, column: 2 });
  expect(text.split('\n')[(one?.line ?? 0) - 1]).toContain(TEXT_PLACEHOLDER);
});

test('a file by itself is held to it too', async () => {
  const lines = ['コード,種別,名称,要約,出典ID', `1,政策,${TEXT_PLACEHOLDER}（政策の名称）,まとめ,p`];
  const { diagnostics } = await validateFile('tree.csv', new TextEncoder().encode(lines.join('\n')));
  expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([['placeholder', 2]]);
});
