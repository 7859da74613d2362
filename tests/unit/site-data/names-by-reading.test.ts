import { join } from 'node:path';
import { expect, test } from 'vitest';
import { groupNamesByReading } from '../../../src/site-data/record-links.ts';
import { FIXTURE_SITES } from '../../support/fixture-site.ts';
import { openSharedSite } from '../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

const siteData = openSharedSite(REPOSITORY_FOLDER);
const rows = groupNamesByReading(siteData);
const names = rows.flatMap(([, own]) => own);

test('every term, municipality and zone has a reading and is in the index once, in the row of its reading', () => {
  const { terms, municipalities, zones } = siteData;
  expect([terms, municipalities, zones].flat().filter(({ reading }) => reading === '')).toEqual([]);
  expect(names).toHaveLength(terms.length + municipalities.length + zones.length);
  const row = (title: string) => rows.find(([, own]) => own.some((name) => name.title === title))?.[0];
  expect([row('柏市'), row('金沢市'), row('平塚市'), row('蕨市')]).toEqual(['か行', 'か行', 'は行', 'わ行']);
  expect(new Set(rows.map(([name]) => name)).size).toBe(rows.length);
});

test('names are in the order of the 五十音', () => {
  const cities = names.filter(({ kindWord }) => kindWord === '市区町村').map(({ title }) => title);
  const known = ['柏市', '柏原市', '金沢市', '平塚市', '蕨市'];
  expect(cities.filter((title) => known.includes(title))).toEqual(known);
});

test('the plans of a municipality are below its name', () => {
  const below = names.find(({ title }) => title === '蕨市')?.children.map(({ url }) => url);
  expect(below).toEqual(['/plans/warabi-jiritsu/']);
});

test('a name without a reading is in the index too', () => {
  const [[row, own] = []] = groupNamesByReading(openSharedSite(join(FIXTURE_SITES, 'bare')));
  expect([row, own?.map(({ title, reading }) => [title, reading])]).toEqual(['その他', [['見本村', '']]]);
});
