import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatSource, formatSourceList, listCopies, mergeCitations } from '../../../src/site-data/source-citations.ts';
import { openSiteData } from '../../../src/site-data/open-site-data.ts';
import { openSharedSite } from '../../support/shared-sites.ts';
import { appendFixtureLines, createFixtureSite, FIXTURE_SITES } from '../../support/fixture-site.ts';

const siteData = openSharedSite(join(FIXTURE_SITES, 'sound'));
const [source] = siteData.sources;
const id = source?.id ?? '';

describe('sources', () => {
  test('have their owner, their title and the location', () => {
    expect(formatSource(siteData, { id, place: '第2章' })).toMatch(/^.+「.+」第2章$/);
  });

  test('of several documents follow one another, each with its own locations', () => {
    const cited = [
      { id: 'a', place: '第1章' },
      { id: 'b', place: '' },
      { id: 'a', place: '' },
      { id: 'a', place: '第1章' },
      { id: 'a', place: '資料編' },
    ];
    expect(mergeCitations(cited)).toEqual([
      { id: 'a', place: '第1章、資料編' },
      { id: 'b', place: '' },
    ]);
  });
});

describe('the sources of a page', () => {
  test('contain each document once, with all its locations', () => {
    const siteData = openSharedSite(join(FIXTURE_SITES, 'sound'));
    const id = siteData.sources[0]?.id ?? '';
    const places = ['第2章', '第3章'].map((place) => ({ id, place }));
    expect(formatSourceList(siteData, places)).toEqual([formatSource(siteData, { id, place: '第2章、第3章' })]);
  });

  test.each([
    [20, 20],
    [21, 1],
  ])('of %i documents become %i citations', (documents, told) => {
    const ids = Array.from({ length: documents }, (_, at) => `shiryo-${at + 1}`);
    const rows = ids.map((id) => `${id},mihon,資料,,見本町,,,2026-11-20,,`);
    const siteData = openSiteData({
      root: createFixtureSite(appendFixtureLines('data/sources.csv', rows.join('\n'))),
    });
    const words = formatSourceList(
      siteData,
      ids.map((id) => ({ id, place: '' })),
    );
    expect(words).toHaveLength(told);
    expect(words[0]).toContain(told === 1 ? '21の資料（一覧 https://' : '見本町「資料」');
  });
});

test('copies that sources were read from are links, each once, with the name of the repository or the host', () => {
  const repository = 'https://github.com/somebody/tables/blob/1234abcd/a.xls';
  const copies = new Map([
    ['a', repository],
    ['b', 'https://example.jp/b.csv'],
    ['c', ''],
    ['d', repository],
  ]);
  const getCopied = (id: string) => ({ ...siteData.source(source?.id ?? ''), id, copy: copies.get(id) ?? '' });
  const sources = [...copies.keys()].map((id) => ({ id, place: '' }));
  expect(listCopies({ ...siteData, source: getCopied }, sources)).toEqual([
    { title: 'somebody/tables', url: repository },
    { title: 'example.jp', url: 'https://example.jp/b.csv' },
  ]);
});
