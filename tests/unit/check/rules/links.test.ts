import { describe, expect, test } from 'vitest';
import { edited, problemsOf, told } from '../../../support/town.ts';

const FILE = 'content/plans/mihon-keikaku/text/basis.mdx';
const link = (address: string) => ({ [FILE]: `---\ntitle: 題\n---\n\n[計画](${address})\n` });

describe('a link in a text leads somewhere', () => {
  test.each([
    '/',
    '/plans/',
    '/cities/mihon/',
    '/plans/mihon-keikaku/',
    '/plans/mihon-keikaku/1/',
    '/plans/mihon-keikaku/1_1/#1_1_1_1',
    '/plans/mihon-keikaku/#s1',
    '/plans/mihon-keikaku/text/zones/',
    '/indicators/mihon-keikaku/sns/',
    '/themes/digital/',
    '/glossary/#dx',
    '/zones/mihon/#north',
    '/about/',
    '/about/method/',
    'https://mihon.example/none/',
    'mailto:a@mihon.example',
  ])('%s', (address) => {
    expect(told(link(address))).toEqual([]);
  });
});

describe('a link in a text leads nowhere', () => {
  test.each([
    ['to a node that is not there', '/plans/mihon-keikaku/9/'],
    ['to a page that a node does not have', '/plans/mihon-keikaku/1_1_1/'],
    ['to a place on the wrong page', '/plans/mihon-keikaku/1/#1_1_1'],
    ['without its last slash', '/plans/mihon-keikaku'],
    ['from where the text happens to stand', '../1/'],
  ])('%s: %s', (_what, address) => {
    expect(told(link(address))).toEqual(['dead-link 5:1']);
  });

  test('and is told with the address that was meant', () => {
    expect(problemsOf(link('/plans/mihon-keikaku/1-1/'))[0]?.hint).toContain('/plans/mihon-keikaku/1_1/');
  });

  test('but is not told where the tree it leads to has problems of its own', () => {
    const files = {
      ...link('/plans/mihon-keikaku/2_1/'),
      ...edited('data/plans/mihon-keikaku/tree.csv', '建物を長く使う', ''),
    };
    expect(told(files)).toEqual(['empty-cell 3:13 名称']);
  });
});

describe('an indicator in a text', () => {
  test.each([
    ['must exist', '<Indicator id="mihon-keikaku/none" />'],
    ['must be named', '<Indicator />'],
    ['is named with its plan', '<Indicator id="sns" />'],
  ])('%s', (_what, body) => {
    expect(told({ [FILE]: `---\ntitle: 題\n---\n\n${body}\n` })).toEqual(['unknown-indicator 5:1']);
  });
});
