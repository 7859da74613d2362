import { describe, expect, test } from 'vitest';
import {
  appendFixtureLines,
  editFixtureFile,
  validateFixture,
  formatFixtureDiagnostics,
} from '../../../support/fixture-site.ts';

const FILE = 'content/plans/mihon-keikaku/text/basis.mdx';
const link = (url: string) => ({ [FILE]: `---\ntitle: 題\n---\n\n[計画](${url})\n` });

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
    '/api/openapi.json',
    '/api/v1/index.json',
    '/data/datapackage.json',
    'https://mihon.example/none/',
    'HTTPS://mihon.example/計画',
    'http://mihon.example/',
    'mailto:a@mihon.example',
    'mailto:a@mihon.example?subject=計画',
  ])('%s', (url) => {
    expect(formatFixtureDiagnostics(link(url))).toEqual([]);
  });
});

test('a link with the id of a plan is never taken for a page of another plan', () => {
  const front = 'title: 題\nshortTitle: 題\nmunicipality: mihon\nkind: 計画\nlevels: [政策]\nsource: mihon-keikaku';
  const problems = validateFixture({
    ...link('/plans/mihon-keikaku/text/howto/'),
    'content/plans/mihon-keikai/index.mdx': `---\n${front}\n---\n`,
    'content/plans/mihon-keikai/text/howto.mdx': '---\ntitle: 題\n---\n',
  });
  const hints = problems.flatMap(({ code, hint }) => (code === 'dead-link' ? [hint] : []));
  expect(hints).toEqual([expect.not.stringContaining('mihon-keikai/')]);
});

test('a link may lead to the zones of a municipality that has only one', () => {
  const path = 'data/municipalities/mihon/zones';
  const table = '地域ID,名称,よみ,説明,順序,出典ID\nnorth,北部,ほくぶ,町の北側です。,1,mihon-keikaku\n';
  const found = formatFixtureDiagnostics({
    ...link('/zones/mihon/'),
    [`${path}.csv`]: table,
    [`${path}.geojson`]: null,
  });
  expect(found.filter((one) => one.startsWith('dead-link'))).toEqual([]);
});

test('a link may lead to the only item at the top of a plan, whose page leads to the plan', () => {
  const tree = 'コード,親コード,種別,名称,出典ID\na,,施策,見本,mihon-keikaku\n';
  const listDeadLinks = (code: string) =>
    formatFixtureDiagnostics({
      ...link(`/plans/mihon-keikaku/${code}/`),
      'data/plans/mihon-keikaku/tree.csv': tree,
    }).filter((one) => one.startsWith('dead-link'));
  expect([listDeadLinks('a'), listDeadLinks('b')]).toEqual([[], ['dead-link 5:1']]);
});

describe('a link in a text that leads nowhere', () => {
  test.each([
    ['to a plan item that is not there', '/plans/mihon-keikaku/9/'],
    ['to a page that a plan item does not have', '/plans/mihon-keikaku/1_1_1/'],
    ['to an anchor on the wrong page', '/plans/mihon-keikaku/1/#1_1_1'],
    ['without its last slash', '/plans/mihon-keikaku'],
    ['relative to the text', '../1/'],
  ])('%s: %s', (_what, url) => {
    expect(formatFixtureDiagnostics(link(url))).toEqual(['dead-link 5:1']);
  });

  test('is reported with a suggestion', () => {
    expect(validateFixture(link('/plans/mihon-keikaku/1-1/'))[0]?.hint).toContain('/plans/mihon-keikaku/1_1/');
  });

  test('is not reported if the table that it leads to has errors of its own', () => {
    const tree = editFixtureFile('data/plans/mihon-keikaku/tree.csv', '建物を長く使う', '');
    expect(formatFixtureDiagnostics({ ...link('/plans/mihon-keikaku/2_1/'), ...tree })).toEqual([
      'empty-cell 3:13 名称',
    ]);
    const zones = editFixtureFile('data/municipalities/mihon/zones.csv', 'south,', '〃,');
    expect(formatFixtureDiagnostics({ ...link('/zones/mihon/#south'), ...zones })).toEqual(['ditto 2:1 地域ID']);
  });
});

test.each([
  ['data/themes.csv', '/themes/none/'],
  ['data/glossary.csv', '/glossary/#none'],
  ['data/plans/mihon-keikaku/tree.csv', '/plans/mihon-keikaku/none/'],
  ['data/plans/mihon-keikaku/indicators.csv', '/indicators/mihon-keikaku/none/'],
])('a link into %s is not reported if that can’t be read', (file, url) => {
  const found = formatFixtureDiagnostics({ ...link(url), [file]: 'あ\n' });
  expect(found).toContain('no-heading-row 1:1');
  expect(found).not.toContain('dead-link 5:1');
});

describe('a link in a text that could run a program, or that no browser can follow, is reported', () => {
  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'java&#115;cript:alert(1)',
    '<java\tscript:alert(1)>',
    'data:text/html,a',
    'vbscript:a',
    'tel:00-0000-0000',
    'https:mihon.example',
    '<https://mihon.example/a b>',
    'https://',
    'https://city.example@evil.example/',
    'mailto:',
    'x-mailto:a@mihon.example',
  ])('%j', (url) => {
    expect(formatFixtureDiagnostics(link(url))).toEqual(['bad-link 5:1']);
  });

  test('though it begins with an invisible character', () => {
    expect(formatFixtureDiagnostics(link('<\u0001javascript:alert(1)>'))).toContain('bad-link 5:1');
  });

  test.each(['//evil.example/', '/\\\\evil.example/'])('to another site without a scheme: %j', (url) => {
    expect(formatFixtureDiagnostics(link(url))).toEqual(['dead-link 5:1']);
  });
});

describe('a link by a label', () => {
  const labelled = (url: string) => ({ [FILE]: `---\ntitle: 題\n---\n\n[計画][r]\n\n[r]: ${url}\n` });

  test('is reported at its URL', () => {
    expect(formatFixtureDiagnostics(labelled('/plans/nowhere/'))).toEqual(['dead-link 7:1']);
    expect(formatFixtureDiagnostics(labelled('javascript:alert(1)'))).toEqual(['bad-link 7:1']);
  });

  test('may lead to an existing page', () => {
    expect(formatFixtureDiagnostics(labelled('/plans/mihon-keikaku/'))).toEqual([]);
  });
});

describe('an image in a text is reported, with what to write instead', () => {
  test.each([
    ['beside the text', '![図](./zu.png)', './zu.png'],
    ['of another site', '![絵](https://mihon.example/e.png)', 'https://mihon.example/e.png'],
    ['as a link', '[![絵](/e.png)](/plans/)', '/e.png'],
    ['by a label', '![絵][e]\n\n[e]: ./e.png', 'e'],
  ])('%s', (_what, body, value) => {
    const problems = validateFixture({ [FILE]: `---\ntitle: 題\n---\n\n${body}\n` });
    expect(problems).toMatchObject([{ code: 'image-in-text', line: 5 }]);
    expect(problems[0]?.message).toContain(value);
  });
});

describe('an indicator in a text', () => {
  test.each([
    ['must exist', '<Indicator id="mihon-keikaku/none" />', '指標「mihon-keikaku/none」がありません。'],
    ['must be named', '<Indicator />', '<Indicator> に id がありません。'],
    ['is named with its plan', '<Indicator id="sns" />', '指標「sns」がありません。'],
  ])('%s', (_what, body, message) => {
    const problems = validateFixture({ [FILE]: `---\ntitle: 題\n---\n\n${body}\n` });
    expect(problems).toMatchObject([{ code: 'unknown-indicator', line: 5, message }]);
  });
});

test('a theme that nothing of the site names has no page to link to', () => {
  const theme = appendFixtureLines('data/themes.csv', 'health,健康・医療,健康づくりです。,4');
  expect(formatFixtureDiagnostics({ ...theme, ...link('/themes/health/') })).toEqual(['dead-link 5:1']);
});
