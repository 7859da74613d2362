import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPeriod } from '../../src/notation/period.ts';
import { readQuantity } from '../../src/notation/quantity.ts';
import type { NotationReading } from '../../src/notation/normalize.ts';
import { readTarget } from '../../src/notation/target.ts';
import { messageCatalogue } from '../../src/diagnostics/catalogue/message-catalogue.ts';
import { readFileText, REPOSITORY_FOLDER } from '../support/source-modules.ts';
import { appendFixtureLines, validateFixture } from '../support/fixture-site.ts';

const guide = readFileText('docs/staff-guide.ja.md') ?? '';
const found = (pattern: RegExp) => [...guide.matchAll(pattern)].map((one) => one[1] ?? '');

/** What stands in code in the tables of one chapter. */
function spellings(chapter: number): string[] {
  const text = new RegExp(`^## ${chapter}\\. [\\s\\S]*?(?=^## )`, 'm').exec(guide)?.[0] ?? '';
  const rows = text.split('\n').filter((line) => line.startsWith('|'));
  return rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map((one) => one[1] ?? ''));
}

const isPlain = (reading: NotationReading<unknown>) => reading.ok && reading.warnings.length === 0;

describe('the guide for staff', () => {
  test('tells only spellings of values that are read without a word', () => {
    const values = spellings(6);
    expect(values).toContain('▲3.2');
    expect(values.filter((text) => !isPlain(readQuantity(text)) && !isPlain(readTarget(text)))).toEqual([]);
  });

  test('tells only spellings of times that are read without a word', () => {
    const times = spellings(7);
    expect(times).toContain('令和4年度末');
    expect(times.filter((text) => !isPlain(readPeriod(text)))).toEqual([]);
  });

  test('links only to messages that are there', () => {
    const codes = found(/\/about\/messages\/#([a-z0-9-]+)/g);
    expect(codes).toContain('ragged-row');
    expect(codes.filter((code) => !(code in messageCatalogue))).toEqual([]);
  });

  test('names only problems that are there', () => {
    const codes = found(/(?:注意|まちがい)（`([a-z0-9-]+)`）/g);
    expect(codes).toContain('no-era');
    expect(codes.filter((code) => !(code in messageCatalogue))).toEqual([]);
  });

  test('links only to headings of its own that are there', () => {
    const anchor = (heading: string) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-');
    const anchors = found(/^#+ (.*)$/gm).map(anchor);
    expect(found(/\]\(#([^)]+)\)/g).filter((to) => !anchors.includes(to))).toEqual([]);
  });

  test('has an example that the check finds nothing wrong with', () => {
    const blocks = [...guide.matchAll(/^(新しいファイル|足す行) (\S+):\n\n```(?:csv|mdx)\n([\s\S]*?)```$/gm)].map(
      ([, way = '', path = '', text = '']) => ({ way, path, text }),
    );
    expect(blocks.map(({ path }) => path).sort()).toEqual([
      'content/plans/mihon-plan/index.mdx',
      'data/changes.csv',
      'data/plans/mihon-plan/indicators.csv',
      'data/plans/mihon-plan/observations.csv',
      'data/plans/mihon-plan/tree.csv',
      'data/sources.csv',
    ]);
    const files = blocks.flatMap(({ way, path, text }) =>
      Object.entries(way === '足す行' ? appendFixtureLines(path, text.trimEnd()) : { [path]: text }),
    );
    expect(validateFixture(Object.fromEntries(files))).toEqual(validateFixture({}));
  });
});

describe('the pictures of the guide', () => {
  const pictures = globSync('docs/images/*.png', { cwd: REPOSITORY_FOLDER }).map((path) => path.replaceAll('\\', '/'));

  test('are all shown, with words for those who do not see them', () => {
    const shown = found(/!\[[^\]]{20,}\]\((images\/[^)]+)\)/g).map((path) => `docs/${path}`);
    expect(pictures.toSorted()).toEqual(shown.toSorted());
  });

  test.each(pictures)('%s is a PNG of at most 150 KiB', (path) => {
    expect(readFileSync(join(REPOSITORY_FOLDER, path)).subarray(1, 4).toString()).toBe('PNG');
    expect(statSync(join(REPOSITORY_FOLDER, path)).size).toBeLessThanOrEqual(150 * 1024);
  });
});
