import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decodeText } from '../../src/input/text-decoding.ts';
import { REPOSITORY_FOLDER } from '../support/source-modules.ts';

const GENERATED = /^(?:node_modules|dist|dist\.\w+|\.astro|\.work|\.git)(?:[/\\]|$)/;
const BINARY = /\.(?:png|jpe?g|ico|woff2?|parquet|xlsx|zip)$/;
/** The home folder of a person on Linux, macOS or Windows. */
const HOME = /(?:\/home|\/Users|\/root|[A-Z]:\\Users)[/\\][\w.-]+/;

function readText(path: string): string {
  const decoded = decodeText(readFileSync(join(REPOSITORY_FOLDER, path)));
  return decoded.ok ? decoded.text : '';
}

test('no file contains the path of a home folder or of this repository', () => {
  const files = globSync('**/*', { cwd: REPOSITORY_FOLDER, exclude: (path) => GENERATED.test(path) }).filter(
    (path) => !BINARY.test(path) && statSync(join(REPOSITORY_FOLDER, path)).isFile(),
  );
  const withMachinePath = files.filter((path) => {
    const text = readText(path);
    return HOME.test(text) || text.includes(REPOSITORY_FOLDER);
  });
  expect(files.length).toBeGreaterThan(500);
  expect(withMachinePath).toEqual([]);
});
