import { expect, test } from 'vitest';
import { readSourceFiles } from '../../../../tools/source-files.ts';

test('the import of sheets uses nothing of Node, so that a browser can run it', () => {
  const files = new Map(readSourceFiles('src').map((file) => [file.path, file]));
  const reached = new Set<string>();
  const visit = (path: string) => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const target of files.get(path)?.imports ?? []) visit(target);
  };
  for (const path of files.keys()) if (path.startsWith('src/authoring/import/')) visit(path);
  console.log([...reached].filter((p) => /site-folder|cli/.test(p)));
  expect([...reached].filter((path) => path.startsWith('src/cli/'))).toEqual([]);
});
