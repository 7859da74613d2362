import { describe, expect, test } from 'vitest';
import {
  appendFixtureLines,
  type FixtureFiles,
  formatFixtureDiagnostics,
  validateFixture,
} from '../../../support/fixture-site.ts';

const reported = (...rows: readonly string[]) =>
  validateFixture(appendFixtureLines('data/municipalities.csv', rows.join('\n')))
    .filter(({ code }) => code === 'other-prefecture')
    .map(({ line, column, message }) => `${line}:${column} ${message}`);
const row = (code: string, id: string, prefecture: string) =>
  `${code},${id},となりの町,,,${prefecture},,,,,,mihon-keikaku`;

describe('the prefecture of a municipality', () => {
  test('that its code does not belong to is reported at its cell', () => {
    expect(reported(row('112232', 'tonari', '千葉県'))).toEqual([
      '3:23 団体コードが 11 で始まるのは埼玉県の市区町村ですが、都道府県は「千葉県」です。',
    ]);
  });

  test('may be the one of its code, or left out', () => {
    expect(reported(row('112232', 'tonari', '埼玉県'), row('122173', 'mukai', ''))).toEqual([]);
  });

  test('is the same for all whose codes begin with a number that no prefecture has', () => {
    expect(reported(row('980013', 'tonari', '架空県'), row('980021', 'mukai', '別の県'))).toEqual([
      '4:22 団体コードが 98 で始まるのは架空県の市区町村ですが、都道府県は「別の県」です。',
    ]);
  });
});

/* The shapes of zones are made-up squares. */

type Ring = readonly (readonly number[])[];
const FILE = 'data/municipalities/mihon/zones.geojson';
const square = (west: number, south: number): Ring => [
  [west, south],
  [west + 0.1, south],
  [west + 0.1, south + 0.1],
  [west, south],
];
const feature = (id: string, ring: Ring = square(140.2, 30.5)) => ({
  type: 'Feature',
  properties: { id },
  geometry: { type: 'Polygon', coordinates: [ring] },
});
const south = feature('south');

/** A file with one Feature a line, from the fourth line on. */
function shapes(features: readonly unknown[], schematic?: boolean): FixtureFiles {
  const lines = features.map((one) => JSON.stringify(one)).join(',\n');
  const top = schematic === undefined ? '' : `"schematic": ${schematic},`;
  return { [FILE]: `{ "type": "FeatureCollection",${top}\n\n"features": [\n${lines}\n] }\n` };
}

test('zones may have shapes, each its own', () => {
  expect(formatFixtureDiagnostics(shapes([feature('north'), south]))).toEqual([]);
});

test('a shape may have heights, holes and several parts', () => {
  const ring = square(140.2, 30.5).map((position) => [...position, 12.5]);
  const geometry = { type: 'MultiPolygon', coordinates: [[ring, square(140.21, 30.51)], [ring]] };
  expect(formatFixtureDiagnostics(shapes([{ ...feature('north'), geometry }, south]))).toEqual([]);
});

test('a zone without a shape is reported at its row', () => {
  expect(validateFixture(shapes([feature('north')]))).toMatchObject([
    { code: 'zone-without-shape', file: 'data/municipalities/mihon/zones.csv', line: 2, field: '地域ID' },
  ]);
});

test('a shape of no zone is reported with a suggestion', () => {
  const [problem] = validateFixture(shapes([feature('north'), south, feature('nroth')]));
  expect(problem).toMatchObject({ code: 'unknown-reference', file: FILE, line: 6 });
  expect(problem?.hint).toBe(
    '「north」ではありませんか。新しいものなら、data/municipalities/mihon/zones.csv に行を足してください。',
  );
});

test('the shapes of zones without their file are reported once, at the file', () => {
  const files = { 'data/municipalities/mihon/zones.csv': null, 'data/plans/mihon-keikaku/observations.csv': null };
  expect(validateFixture({ ...shapes([feature('north'), south]), ...files })).toMatchObject([
    {
      file: 'data/municipalities/mihon/zones.csv',
      code: 'missing-file',
      hint: expect.stringContaining('zones.geojson の4行めなどが、このファイルの地域ID（「north」）を使って') as string,
    },
  ]);
});

test('a zone with two shapes is reported with the line of the first', () => {
  const [problem] = validateFixture(shapes([feature('north'), south, south]));
  expect(problem).toMatchObject({ code: 'repeated-id', line: 6 });
  expect(problem?.message).toContain('5行め');
});

test.each([
  ['that is open', square(140.2, 30.5).slice(0, -1)],
  [
    'of three points',
    [
      [140, 30],
      [141, 31],
      [140, 30],
    ],
  ],
  ['of one point, four times', Array<number[]>(4).fill([140, 30])],
  ['without points', []],
  ['whose points are all at one position', [0, 1e-12, 2e-12, 0].map((offset) => [140 + offset, 30])],
])('a ring %s is reported', (_what, ring) => {
  expect(formatFixtureDiagnostics(shapes([feature('north', ring), south]))).toEqual(['open-ring 4:1 id']);
});

describe('a point outside Japan', () => {
  const swapped = square(140.2, 30.5).map(([west = 0, south = 0]) => [south, west]);

  test('is reported', () => {
    expect(validateFixture(shapes([south, feature('north', swapped)]))).toMatchObject([
      { code: 'outside-japan', line: 5, message: '地域「north」の点（30.5, 140.2）が、日本の外にあります。' },
    ]);
  });

  test.each([
    ['west', square(121.5, 30.5)],
    ['east', square(154.5, 30.5)],
    ['south', square(140.2, 19.5)],
    ['north', square(140.2, 46.5)],
  ])('is reported in the %s', (_side, ring) => {
    expect(formatFixtureDiagnostics(shapes([south, feature('north', ring)]))).toEqual(['outside-japan 5:1 id']);
  });

  test('is reported if the file says that it is not a schematic', () => {
    expect(formatFixtureDiagnostics(shapes([south, feature('north', swapped)], false))).toEqual([
      'outside-japan 5:1 id',
    ]);
  });

  test('is allowed in a schematic', () => {
    expect(
      formatFixtureDiagnostics(
        shapes(
          [
            south,
            feature('north', [
              [0, 0],
              [9, 0],
              [9, 9],
              [0, 0],
            ]),
          ],
          true,
        ),
      ),
    ).toEqual([]);
  });
});

test('a file that is not GeoJSON is reported once, and its zones are not', () => {
  expect(formatFixtureDiagnostics({ [FILE]: '[]' })).toEqual(['bad-geojson 1:1']);
  expect(formatFixtureDiagnostics({ [FILE]: '{' })).toEqual(['bad-json 1:2']);
  expect(formatFixtureDiagnostics({ [FILE]: new Uint8Array([0xff, 0xfe, 0x41, 0x00]) })).toEqual(['utf-16 1:1']);
});

test('zones need no shapes', () => {
  expect(formatFixtureDiagnostics({})).toEqual([]);
});

describe('the outline of a municipality', () => {
  const OUTLINE = 'data/municipalities/mihon/outline.geojson';
  const CITIES = 'data/municipalities.csv';
  const HEAD = '団体コード,市区町村ID,名称,都道府県,緯度,経度,出典ID';
  const at = (latitude: string, longitude: string): FixtureFiles => ({
    [CITIES]: `${HEAD}\n992011,mihon,見本町,架空県,${latitude},${longitude},mihon-keikaku\n`,
  });
  const outline = (ring: Ring, source = 'mihon-keikaku'): FixtureFiles => ({
    [OUTLINE]: JSON.stringify({ type: 'FeatureCollection', source, features: [feature('', ring)] }),
  });
  const around = outline(square(140.2, 30.5));

  test('contains its town hall', () => {
    expect(formatFixtureDiagnostics({ ...around, ...at('30.53', '140.26') })).toEqual([]);
  });

  test('may have the town hall just outside the simplified border', () => {
    expect(formatFixtureDiagnostics({ ...around, ...at('30.495', '140.2') })).toEqual([]);
  });

  test('may belong to a municipality without coordinates', () => {
    expect(formatFixtureDiagnostics({ ...outline(square(130, 30)), ...at('', '') })).toEqual([]);
  });

  test('of another municipality is a warning', () => {
    expect(validateFixture({ ...around, ...at('35.82', '139.67') })).toMatchObject([
      { code: 'office-outside-shape', level: 'warning', file: OUTLINE, line: 1 },
    ]);
  });

  test('that is open or outside Japan is reported once, without the advice for schematics', () => {
    const swapped = square(140.2, 30.5).map(([west = 0, south = 0]) => [south, west]);
    const [outside, ...others] = validateFixture({ ...outline(swapped), ...at('35.82', '139.67') });
    expect(others).toEqual([]);
    expect(outside).toMatchObject({
      code: 'outside-japan',
      file: OUTLINE,
      message: '市区町村の形の点（30.5, 140.2）が、日本の外にあります。',
      hint: '経度、緯度の順に、度で書いてください（例: 139.67, 35.82）。',
    });
    expect(validateFixture(outline(square(140.2, 30.5).slice(0, -1)))).toMatchObject([
      { code: 'open-ring', message: '市区町村の形の境界の線が閉じていません。' },
    ]);
  });

  test('with more points than pictures need is reported with the limit', () => {
    const points = Array.from({ length: 1001 }, (_, index) => [140.2 + index / 1e4, 30.5 + (index % 2) / 1e3]);
    const [issue] = validateFixture(outline([...points, points[0] ?? []]));
    expect(issue).toMatchObject({ code: 'too-many-points', message: '市区町村の形の点が多すぎます（1002点）。' });
  });

  test('names a source of sources.csv', () => {
    expect(validateFixture(outline(square(140.2, 30.5), 'mihon-keikak'))).toMatchObject([
      {
        code: 'unknown-reference',
        file: OUTLINE,
        line: 1,
        hint: '「mihon-keikaku」ではありませんか。新しいものなら、data/sources.csv に行を足してください。',
      },
    ]);
  });

  test('is in the folder of a municipality', () => {
    const stray = { 'data/municipalities/tonari/outline.geojson': around[OUTLINE] ?? null };
    expect(validateFixture(stray)).toMatchObject([
      { code: 'unknown-reference', file: 'data/municipalities/tonari/outline.geojson' },
    ]);
  });
});

test.each([
  ['a successor without the day', ',tonari', '', ['unclear-abolition 3:1 廃止日']],
  ['a circle', '2026-10-01,tonari', '2026-10-01,mihon', ['successor-loop 3:1 合併先', 'successor-loop 2:1 合併先']],
  ['a day that has not come', '2026-11-21,tonari', '', ['unclear-abolition 3:1 廃止日']],
  ['a merger and another end', '2026-11-20,tonari', '2026-11-20,', []],
])('municipalities that no longer exist: %s', (_what, mihon, tonari, expected) => {
  const rows = [`990027,tonari,となり町,${tonari || ','},mihon-keikaku`, `990019,mihon,見本町,${mihon},mihon-tokei`];
  const csv = ['団体コード,市区町村ID,名称,廃止日,合併先,出典ID', ...rows, ''].join('\n');
  const found = validateFixture({ 'data/municipalities.csv': csv }).filter(({ code }) =>
    /abolition|successor/.test(code),
  );
  expect(
    found
      .map(({ code, line, field }) => `${code} ${line}:1 ${field}`)
      .sort()
      .reverse(),
  ).toEqual(expected);
});

test.each([
  ['35.7,', ['half-position 経度']],
  [',139.6', ['half-position 緯度']],
  ['35.7,139.6', []],
  [',', []],
])('an office at 緯度,経度 %s', (position, expected) => {
  const csv = `団体コード,市区町村ID,名称,緯度,経度,出典ID\n990019,mihon,見本町,${position},mihon-tokei\n`;
  const found = validateFixture({ 'data/municipalities.csv': csv }).filter(({ code }) => code === 'half-position');
  expect(found.map(({ code, field }) => `${code} ${field}`)).toEqual(expected);
});

test('a day on which a municipality merged needs a record of the change', () => {
  const rows = ['990019,mihon,見本町,2026-10-01,,mihon-tokei', ''];
  const csv = ['団体コード,市区町村ID,名称,廃止日,合併先,出典ID', ...rows].join('\n');
  const found = validateFixture({ 'data/municipalities.csv': csv, 'data/changes.csv': null });
  expect(found.filter(({ code }) => code === 'unclear-abolition')).toMatchObject([
    { field: '廃止日', message: '廃止日（2026-10-01）がありますが、changes.csv に記録がありません。' },
  ]);
});
