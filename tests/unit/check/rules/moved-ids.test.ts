import { describe, expect, test } from 'vitest';
import { validateFixture } from '../../../support/town.ts';

const HEAD = '日付,対象,項目,前,後,理由,出典ID';
const told = (row: string) =>
  validateFixture({ 'data/changes.csv': `${HEAD}\n${row}\n` })
    .filter(({ file }) => file === 'data/changes.csv')
    .map(({ code, line, column }) => `${code} ${line}:${column}`);

describe('a row about an id that is another now', () => {
  test.each([
    ['the old id of an indicator', '2026-11-20,mihon-keikaku/sns,IDの変更,mihon-keikaku/old,,,', []],
    ['the old id of a plan', '2026-11-20,mihon-keikaku,IDの変更,mihon-mae,,,', []],
    ['no old id', '2026-11-20,mihon-keikaku,IDの変更,,,,', ['bad-old-id 2:32']],
    ['an old id of another form', '2026-11-20,mihon-keikaku/sns,IDの変更,old,,,', ['bad-old-id 2:36']],
    ['an id in use', '2026-11-20,mihon-keikaku/sns,IDの変更,mihon-keikaku/1_1,,,', ['old-id-in-use 2:36']],
    ['no new id', '2026-11-20,,IDの変更,old,,,', ['moved-without-target 2:12']],
    ['an old id, and is about something else', '2026-11-20,mihon,名前の変更,前の名前,今の名前,,', []],
    ['the id of a theme in use', '2026-11-20,digital,IDの変更,publicity,,,', ['old-id-in-use 2:26']],
    ['the id of a plan in use', '2026-11-20,mihon,IDの変更,mihon-keikaku,,,', ['old-id-in-use 2:24']],
    [
      'the old id of another row',
      '2026-11-20,mihon-keikaku/sns,IDの変更,mihon-keikaku/old,,,\n2026-11-20,mihon-keikaku/1_1,IDの変更,mihon-keikaku/old,,,',
      ['repeated-old-id 3:36'],
    ],
    [
      'the old id of a row about something else',
      '2026-11-20,mihon,名前の変更,old,,,\n2026-11-20,mihon-keikaku,IDの変更,old,,,',
      [],
    ],
  ])('with %s', (_what, row, expected) => {
    expect(told(row)).toEqual(expected);
  });
});
