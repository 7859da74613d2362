import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { messages } from '../../src/problems/messages.ts';
import { printJson } from '../../src/problems/print.ts';
import { folderOf, type Files } from '../support/town.ts';

/*
 * A folder for every message, named for its code. It holds the files that differ from the sound town, `without.txt`
 * with the paths that are taken away, and `expected.json`: what `npm run check -- --format json` prints.
 */

const HERE = import.meta.dirname;
const cases = readdirSync(HERE, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

function filesOf(code: string): Files {
  const folder = join(HERE, code);
  const changed = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => path !== 'expected.json' && path !== 'without.txt')
    .map((path) => [path, readFileSync(join(folder, path))] as const);
  const list = join(folder, 'without.txt');
  const gone = existsSync(list) ? readFileSync(list, 'utf8').trim().split('\n') : [];
  return Object.fromEntries([...changed, ...gone.map((path) => [path, null] as const)]);
}

describe.each(cases)('%s', (code) => {
  const { problems } = check(folderOf(filesOf(code)));

  test('is told', () => {
    expect(problems.map((problem) => problem.code)).toContain(code);
  });

  test('is told as expected', async () => {
    await expect(printJson(problems)).toMatchFileSnapshot(join(HERE, code, 'expected.json'));
  });

  test('is told in whole words', () => {
    const words = problems.map(({ message, hint }) => `${message}${hint}`).join('');
    expect(words).not.toMatch(/undefined|null|NaN|\[object/);
  });

  test('differs from the sound town by few problems, so that it shows its own', () => {
    expect(problems.length).toBeLessThanOrEqual(2);
  });
});

test('every message has a case, and every case a message', () => {
  expect(cases.sort()).toEqual(Object.keys(messages).sort());
});
