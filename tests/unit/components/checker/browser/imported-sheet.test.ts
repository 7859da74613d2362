import { describe, expect, test } from 'vitest';
import { importSheet } from '../../../../../src/components/checker/browser/imported-sheet.ts';
import { isSoundOffer } from '../../../../../src/components/checker/browser/offered-files.ts';
import { planFileChecks } from '../../../../../src/validation/checks/plan-file-checks.ts';
import { createMemoryFolder } from '../../../../support/fixture-site.ts';

const PLAN = 'mihon-keikaku';

/** Imports the lines of a sheet into the plan of the fictional town. */
async function importLines(...lines: readonly string[]) {
  const planFiles = { plan: PLAN, municipality: 'mihon', folder: createMemoryFolder({}), checks: planFileChecks };
  const offer = await importSheet(
    { name: '指標.csv', bytes: new TextEncoder().encode(lines.join('\n')) },
    planFiles,
    PLAN,
  );
  if (!offer) throw new Error('no rows');
  return offer;
}

const HEADINGS = '指標名,単位,現状値（年度）,現状値,目標値（年度）,目標値';

describe('the offer for a sheet of indicators', () => {
  test('is sound if its files have no errors', async () => {
    const offer = await importLines(HEADINGS, '自主防災組織の組織率,％,令和4年度,78.5,令和10年度,90');
    expect(isSoundOffer(offer)).toBe(true);
    expect(offer.files.map(({ path }) => path)).toEqual([`data/plans/${PLAN}/indicators.csv`]);
  });

  test.each([
    ['a value is no number', [HEADINGS, '自主防災組織の組織率,％,令和4年度,たくさん,令和10年度,90']],
    ['a row has no name', [HEADINGS, ',％,令和4年度,78.5,令和10年度,90']],
    ['the headings are unknown', ['項目,令和5年度,令和6年度', '自主防災組織の組織率,78.5,80.2']],
  ])('is not sound if %s', async (_, lines) => {
    expect(isSoundOffer(await importLines(...lines))).toBe(false);
  });
});
