import { describe, expect, test } from 'vitest';
import { readGeoJson, readJson } from '../../../src/input/json-reader.ts';

test('reads JSON', () => {
  expect(readJson('{ "名": [1, null] }')).toEqual({ ok: true, value: { 名: [1, null] } });
});

test.each([
  ['a comma too many', '{\n  "a": 1,\n}', 3, 1],
  ['a wide quotation mark', '{\n  "”": 1,\n  "name": ”わたしのまちの計画”\n}', 3, 11],
  ['a wide digit near the beginning', '{"a":\n１}', 2, 1],
  ['a letter that is also before it', '{"b": b1, "name": "わたしのまちの計画"}', 1, 7],
  ['a wrong letter near the end, of a text that is there twice', '[{"a": 12345678901},\n{"a": 12345678901x}]', 2, 18],
  ['an end without a value', '{\n  "a":\n', 2, 7],
  ['an empty text', '', 1, 1],
])('reports the position of %s', (_what, text, line, column) => {
  expect(readJson(text)).toMatchObject({ ok: false, line, column });
});

/* The areas are invented. */

const RING = '[[140, 30], [141, 30], [141, 31], [140, 30]]';
const polygon = (coordinates = `[${RING}]`) => `{ "type": "Polygon", "coordinates": ${coordinates} }`;
const feature = (geometry = polygon(), properties = '{ "id": "north", "名称": "北{部" }') =>
  `{ "type": "Feature", "properties": ${properties}, "geometry": ${geometry} }`;
const collection = (...features: readonly string[]) =>
  `{ "type": "FeatureCollection", "features": [\n${features.join(',\n')}\n] }`;
const read = (text: string) => readGeoJson(text, text.length, 'zones');
const describeIssues = (text: string) => {
  const result = read(text);
  return result.ok ? 'ok' : result.issues.map(({ issue, line, column }) => `${issue.values.path} ${line}:${column}`);
};

describe('a collection of areas', () => {
  test('has the polygons and the position of each area', () => {
    const parts = `{ "type": "MultiPolygon", "coordinates": [[${RING}], [${RING}]] }`;
    expect(read(collection(feature(), `  ${feature(parts, '{ "id": "south" }')}`))).toMatchObject({
      ok: true,
      schematic: false,
      areas: [
        { id: 'north', polygons: [[JSON.parse(RING)]], position: { line: 2, column: 1 } },
        { id: 'south', polygons: [[JSON.parse(RING)], [JSON.parse(RING)]], position: { line: 3, column: 3 } },
      ],
    });
  });

  test('may have holes', () => {
    const parts = `{ "type": "MultiPolygon", "coordinates": [[${RING}, ${RING}]] }`;
    expect(read(collection(feature(polygon(`[${RING}, ${RING}]`)), feature(parts)))).toMatchObject({
      areas: [{ polygons: [[{}, {}]] }, { polygons: [[{}, {}]] }],
    });
  });

  test('is a schematic if it has this member', () => {
    expect(read(collection(feature()).replace('{', '{ "schematic": true,'))).toMatchObject({
      schematic: true,
    });
  });

  test('may have other members, also lists of objects', () => {
    const others = '"bbox": [1, 2], "people": [{ "名": "[\\"" }, {}],';
    expect(read(collection(feature()).replace('{', `{ ${others}`))).toMatchObject({
      areas: [{ position: { line: 2, column: 1 } }],
    });
  });
});

test('reports a name that an object has twice, with both lines', () => {
  const result = read(collection(feature(), feature(polygon(), '{ "id": "south",\n"id": "north" }')));
  const expected = '同じ名前が3行めにもあります。どちらか1つにしてください。';
  const issue = { code: 'bad-geojson', values: { path: 'features.properties.id', expected } };
  expect(result).toMatchObject({ ok: false, issues: [{ issue, line: 4, column: 1 }] });
});

describe('reports the invalid member of', () => {
  test.each([
    ['a list', '[]', ['いちばん外 1:1']],
    ['another type', '{ "type": "Feature", "features": [] }', ['type 1:1']],
    ['no features', '{ "type": "FeatureCollection" }', ['features 1:1']],
    ['a schematic in words', collection().replace('{', '{ "schematic": "はい",'), ['schematic 1:1']],
    ['a line', collection(feature('{ "type": "LineString" }')), ['features.geometry.type 2:1']],
    ['no geometry', collection(feature(), feature('null')), ['features.geometry 3:1']],
    ['no id', collection(feature(polygon(), '{}')), ['features.properties.id 2:1']],
    ['an empty id', collection(feature(polygon(), '{ "id": "" }')), ['features.properties.id 2:1']],
    ['another member than a Feature', collection(feature().replace('Feature', 'Area')), ['features.type 2:1']],
    ['no rings', collection(feature(polygon('[]'))), ['features.geometry.coordinates 2:1']],
    ['a number as id', collection(feature(polygon(), '{ "id": 1 }')), ['features.properties.id 2:1']],
    ['a point of one number', collection(feature(polygon('[[[1]]]'))), ['features.geometry.coordinates 2:1']],
    ['words for numbers', collection(feature(polygon('[[["1", "2"]]]'))), ['features.geometry.coordinates 2:1']],
    [
      'a number that no map can show',
      collection(feature(polygon('[[[1e308, 2]]]'))),
      ['features.geometry.coordinates 2:1'],
    ],
    ['more Features than fit into a file', collection(...Array<string>(10_001).fill('{}')), ['features 1:1']],
  ])('%s', (_what, text, expected) => {
    expect(describeIssues(text)).toEqual(expected);
  });

  test('several Features, once for each', () => {
    expect(describeIssues(collection(feature('null', 'null'), feature(), feature('null', 'null')))).toEqual([
      'features.properties 2:1',
      'features.properties 4:1',
    ]);
  });
});

describe('says what to write instead of', () => {
  test.each([
    ['a list', '[]', '{ "type": "FeatureCollection", "features": [ … ] } の形に'],
    ['another type', '{ "type": "Feature", "features": [] }', 'いちばん外は "FeatureCollection"'],
    ['a line', collection(feature('{ "type": "LineString" }')), 'いちばん外は "FeatureCollection"'],
    ['no features', '{ "type": "FeatureCollection" }', '[ ] の中に Feature を'],
    ['a schematic in words', collection().replace('{', '{ "schematic": "はい",'), '形だけの図なら true'],
    ['no properties', collection(feature(polygon(), 'null')), '{ "id": "north" } のように'],
    ['no id', collection(feature(polygon(), '{}')), '地域IDを "north" のように'],
    ['no geometry', collection(feature('null')), '"Polygon" か "MultiPolygon" の形を'],
    ['a point of one number', collection(feature(polygon('[[[1]]]'))), '[139.67, 35.82] のような'],
  ])('%s', (_what, text, words) => {
    const result = read(text);
    expect(result.ok ? 'ok' : result.issues[0].issue.values.expected).toContain(words);
  });
});

test('reports invalid JSON with its position and what is wrong', () => {
  const result = read('{\n  x');
  const first = result.ok ? undefined : result.issues[0];
  const detail = '名前が半角の " で囲まれていません';
  expect(first).toMatchObject({ issue: { code: 'bad-json', values: { detail } }, line: 2, column: 3 });
});

test('refuses a file that is too large', () => {
  expect(readGeoJson(collection(feature()), 1_000_000, 'zones')).toMatchObject({ ok: true });
  expect(readGeoJson(collection(feature()), 1_000_001, 'zones')).toMatchObject({
    ok: false,
    issues: [{ issue: { values: { path: 'ファイル全体', expected: '1MBまでです。境界の点を減らしてください。' } } }],
  });
});

describe('the outline of a municipality', () => {
  const readOutline = (text: string) => readGeoJson(text, text.length, 'outline');
  const outline = (...features: readonly string[]) =>
    collection(...features).replace('"features"', '\n"source": "ksj",\n"features"');

  test('has a source and parts without ids', () => {
    const plain = feature(polygon(), 'null');
    expect(readOutline(outline(plain, plain))).toMatchObject({
      ok: true,
      source: 'ksj',
      sourcePosition: { line: 2, column: 1 },
      areas: [{ polygons: [[JSON.parse(RING)]] }, { polygons: [[JSON.parse(RING)]] }],
    });
  });

  test.each([
    ['no source', collection(feature()), 'source 1:1'],
    ['an empty source', outline(feature()).replace('"ksj"', '""'), 'source 1:1'],
    ['no parts', outline(), 'features 1:1'],
    ['another type', outline(feature()).replace('FeatureCollection', 'Feature'), 'type 1:1'],
    ['a line', outline(feature('{ "type": "LineString", "coordinates": [] }')), 'features.geometry.type 4:1'],
  ])('with %s is reported', (_what, text, expected) => {
    const result = readOutline(text);
    expect(
      result.ok ? 'ok' : result.issues.map(({ issue, line, column }) => `${issue.values.path} ${line}:${column}`),
    ).toEqual([expected]);
  });
});
