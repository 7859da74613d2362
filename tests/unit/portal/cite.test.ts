import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { byDocument, sourceWords } from '../../../src/portal/cite.ts';
import { openPortal } from '../../../src/portal/open.ts';
import { TOWNS } from '../../support/town.ts';

const portal = openPortal({ root: join(TOWNS, 'sound') });
const [source] = portal.sources;
const id = source?.id ?? '';

describe('sources', () => {
  test('are named by their owner, their title and the place', () => {
    expect(sourceWords(portal, { id, place: '第2章' })).toMatch(/^.+「.+」第2章$/);
  });

  test('of several documents stand behind one another, each with its own places', () => {
    const cited = [
      { id: 'a', place: '第1章' },
      { id: 'b', place: '' },
      { id: 'a', place: '' },
      { id: 'a', place: '第1章' },
      { id: 'a', place: '資料編' },
    ];
    expect(byDocument(cited)).toEqual([
      { id: 'a', place: '第1章、資料編' },
      { id: 'b', place: '' },
    ]);
  });
});
