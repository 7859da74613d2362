import { beforeAll, describe, expect, test } from 'vitest';
import { PROJECT_FOLDER } from '../../../../src/cli/site-options.ts';
import { openSiteData } from '../../../../src/site-data/open-site-data.ts';
import type { SiteData } from '../../../../src/site-data/site-data.ts';
import { createFictionalTowns } from '../../../../tools/benchmark/fictional-towns.ts';
import { createSharedFolder } from '../../../support/fixture-site.ts';

describe('the fictional towns of the benchmark', () => {
  const root = createSharedFolder();
  let real: SiteData;
  let many: SiteData;

  beforeAll(() => {
    createFictionalTowns(PROJECT_FOLDER, root, 50);
    real = openSiteData({ root: PROJECT_FOLDER });
    many = openSiteData({ root });
  });

  test('have the given number and a plan each, in addition to those of the site', () => {
    expect(many.municipalities).toHaveLength(real.municipalities.length + 50);
    expect(many.plans).toHaveLength(real.plans.length + 50);
  });

  test('are in every prefecture', () => {
    const numbers = many.municipalities.map(({ code }) => code.slice(0, 2));
    expect(new Set(numbers).size).toBe(47);
  });

  test('have names that mark them as fictional', () => {
    const known = new Set(real.municipalities.map(({ id }) => id));
    const added = many.municipalities.filter(({ id }) => !known.has(id));
    expect(added.filter(({ title }) => !title.startsWith('架空'))).toEqual([]);
  });

  test('have as many values of statistics as the municipality that they copy, and others', () => {
    const countValues = ({ statisticValues }: SiteData, id: string) =>
      statisticValues.filter(({ municipality }) => municipality === id).length;
    const [original, town] = [real.municipalities[0]?.id ?? '', 'kakuu-1'];
    const copied = real.municipalities.map(({ id }) => countValues(real, id));
    expect(copied).toContain(countValues(many, town));
    expect(countValues(many, town)).toBeGreaterThan(150);
    const find = (id: string) =>
      many.statisticValues.find(({ statistic, municipality }) => statistic === 'revenue' && municipality === id)?.value;
    expect(find(town)).not.toBe(find(original));
  });

  test('cause no new warnings', () => {
    expect(many.warnings).toEqual(real.warnings);
  });
});
