import { beforeAll, describe, expect, test } from 'vitest';
import { preferredDirections } from '../../src/model/value-lists.ts';
import { notRatedReasons, progressStatuses } from '../../src/model/progress-status.ts';
import { runCommand } from './support/run-command.ts';
import { listPageFiles, readSiteFile, getBuiltSite, type BuiltSite } from './support/built-site.ts';

interface IndicatorRecord {
  readonly direction: string | null;
  readonly progress: { readonly status: string; readonly reason: string | null };
}

describe('見本市, the fictional town', () => {
  let site: BuiltSite;
  let indicators: readonly IndicatorRecord[];
  const reached = (of: (one: IndicatorRecord) => string | null) =>
    [...new Set(indicators.map(of))].filter((one) => one !== null).sort();

  beforeAll(() => {
    site = getBuiltSite('mihon');
    const { data } = JSON.parse(readSiteFile(site, 'api/v1/indicators.json')) as { data: IndicatorRecord[] };
    indicators = data;
  });

  test('reaches every state of progress', () => {
    expect(reached(({ progress }) => progress.status)).toEqual(Object.keys(progressStatuses).sort());
  });

  test('reaches every reason for which progress is not rated', () => {
    expect(reached(({ progress }) => progress.reason)).toEqual(Object.keys(notRatedReasons).sort());
  });

  test('has indicators of every direction, and one without', () => {
    expect(reached(({ direction }) => direction)).toEqual(Object.keys(preferredDirections.words).sort());
    expect(indicators.filter(({ direction }) => direction === null)).toHaveLength(1);
  });

  test('says on every page that it is made up', () => {
    expect(listPageFiles(site).filter((file) => !readSiteFile(site, file).includes('架空'))).toEqual([]);
  });

  test('has no error, and the two warnings that its README names', async () => {
    const { code, stdout } = await runCommand('check', ['--example', 'mihon', '--format', 'json']);
    const problems = JSON.parse(stdout) as { readonly code: string; readonly level: string }[];
    expect(code).toBe(0);
    expect(problems.map((one) => `${one.level} ${one.code}`)).toEqual([
      'warning no-direction',
      'warning era-beyond-its-end',
    ]);
  });
});
