import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mergeCitations, formatSource } from '../../../src/portal/cite.ts';
import { openSiteData } from '../../../src/portal/open.ts';
import { FIXTURE_SITES } from '../../support/town.ts';

const portal = openSiteData({ root: join(FIXTURE_SITES, 'sound') });
const [source] = portal.sources;
const id = source?.id ?? '';

describe('sources', () => {
  test('are named by their owner, their title and the place', () => {
    expect(formatSource(portal, { id, place: '第2章' })).toMatch(/^.+「.+」第2章$/);
  });

  test('of several documents stand behind one another, each with its own places', () => {
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
