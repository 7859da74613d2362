import { expect, test } from 'vitest';
import {
  describeAbolition,
  describePlanOwners,
  getMunicipalityColour,
  summarizeMunicipalities,
} from '../../../../src/components/site/municipality-display.ts';
import { buildLookups } from '../../../../src/site-data/site-data.ts';
import { openSharedSite } from '../../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../../support/source-modules.ts';

const siteData = openSharedSite(REPOSITORY_FOLDER);
const [first] = siteData.municipalities;
if (!first) throw new Error('there is no municipality');
const seven = Array.from({ length: 7 }, (_, at) => ({ ...first, id: `mihon-${at}`, title: `${at}市` }));

test('six colours go around', () => {
  const colours = seven.map(({ id }) => getMunicipalityColour({ ...siteData, municipalities: seven }, id));
  expect(colours).toEqual(['city-1', 'city-2', 'city-3', 'city-4', 'city-5', 'city-6', 'city-1']);
});

test('up to five municipalities are named, and more are counted', () => {
  const records = { ...siteData, municipalities: seven };
  const ofSeven = { ...records, ...buildLookups(records) };
  expect(summarizeMunicipalities(ofSeven, seven.slice(0, 5), '・')).toBe('0市・1市・2市・3市・4市');
  expect(summarizeMunicipalities(ofSeven, seven.slice(0, 6), '・')).toBe('6つの市');
});

test('a sentence counts the municipalities with a plan, or says that there is no plan', () => {
  const say = (counted: string) => `${counted}の計画です。`;
  expect(describePlanOwners(siteData, say)).toBe('5つの市の計画です。');
  expect(describePlanOwners(siteData, say, [first])).toBe(`${first.title}の計画です。`);
  expect(describePlanOwners(siteData, say, [])).toBe('計画は、まだありません。');
});

test('the end of a municipality has its day, and its successor if the site has it', () => {
  const abolished = '2027-04-01';
  const ends = [{}, { abolished }, { abolished, successor: 'kashiwa' }];
  expect(ends.map((part) => describeAbolition(siteData, { ...first, ...part }))).toEqual([
    '',
    '2027年4月1日に廃止されました',
    '2027年4月1日に合併し、柏市の一部になりました',
  ]);
});
