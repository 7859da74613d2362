import { z } from 'zod';
import { createIssue } from '../diagnostics/diagnostic.ts';
import { findRepetitions } from '../model/collections.ts';
import { MAX_GEOJSON_BYTES } from '../model/input-limits.ts';
import { FILE_START, type InputPosition, type UnparsableText } from './input-rows.ts';
import { describeParserError, findConflictMark } from './parser-errors.ts';
import { createLocator, locateIndex } from './text-decoding.ts';

/**
 * Returns the index of an error from V8's message: it has the index, or the wrong character and quotes ten characters
 * before it and after it, with dots for the rest of the text. Else 0.
 */
function findErrorIndex(message: string, text: string): number {
  const [end, index, character, before, quoted = '', after] =
    /at position (\d+)|token '(.)', (\.{3})?"(.*)"(\.{3})? is not|end of JSON/su.exec(message) ?? [];
  if (character !== undefined) {
    if (before) return (after ? text.indexOf(quoted) : text.length - quoted.length) + 10;
    return after ? quoted.length - 10 : text.indexOf(character);
  }
  return index === undefined ? (end ? text.trimEnd().length : 0) : Number(index);
}

/** Parses a JSON text. */
export function readJson(text: string): { readonly ok: true; readonly value: unknown } | UnparsableText {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const position = locateIndex(text, findErrorIndex(message, text));
    return findConflictMark(text) ?? { ok: false, detail: describeParserError(message), ...position };
  }
}

/**
 * Lists the keys, objects and lists of a JSON text in their order, each with the names that lead to it, joined by
 * points, the offset of the object or list around it, and the number of those. Only keys have a `key`.
 */
export function listJsonParts(text: string) {
  const open: { readonly path: string; readonly offset: number }[] = [];
  let path = '';
  // The pattern matches strings as a whole, because their brackets do not count; a colon follows only keys.
  return [...text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/gs)].flatMap(({ 0: token, 1: colon, index: offset }) => {
    const outer = open.at(-1);
    // A key may be written with escapes: `s\u0069te` is `site`.
    const key = colon === undefined ? null : String(JSON.parse(token.slice(0, -colon.length)));
    if (token === '}' || token === ']') path = open.pop()?.path ?? '';
    if (key === null && !/^[{[]/.test(token)) return [];
    if (key !== null) path = outer?.path ? `${outer.path}.${key}` : key;
    else open.push({ path, offset });
    return [{ key, path, offset, outer: outer?.offset ?? 0, depth: key === null ? open.length - 1 : open.length }];
  });
}
type JsonPart = ReturnType<typeof listJsonParts>[number];

/** Returns the keys that an object repeats, with the offset of the first: JSON.parse silently keeps the last. */
export function findRepeatedKeys(parts: readonly JsonPart[]) {
  const keys = parts.filter(({ key }) => key !== null);
  const repetitions = findRepetitions(keys, ({ outer, key }) => `${outer} ${key}`);
  return repetitions.map(({ item: { path, offset }, first }) => ({ path, offset, first: first.offset }));
}

/** Maps lose the shapes of larger numbers. */
const MAX_COORDINATE = 1e9;

/** Positions have a longitude and a latitude; RFC 7946 allows a height after them. */
const Ring = z.array(z.array(z.number().min(-MAX_COORDINATE).max(MAX_COORDINATE)).min(2).max(3));
const Geometry = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1) }),
  z.looseObject({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring).min(1)).min(1) }),
]);

/** More Features than fit into a file of the largest size, if each is an area. */
const MAX_FEATURES = 10_000;

/** Features with these properties. A list that is too long has one issue. */
const createFeatures = <P extends z.ZodType<{ readonly id: string }>>(properties: P) =>
  z
    .array(z.unknown())
    .max(MAX_FEATURES)
    .pipe(z.array(z.looseObject({ type: z.literal('Feature'), properties, geometry: Geometry })));

const type = z.literal('FeatureCollection');

/** A member that may be anything or missing, and has no effect. */
const ignoreMember = <T>(value: T) =>
  z
    .unknown()
    .optional()
    .transform(() => value);

/** The parts of RFC 7946 that the two kinds of files use. Other members are allowed. */
const collections = {
  /** Zones: areas, each with its id. */
  zones: z.looseObject({
    type,
    schematic: z.boolean().default(false),
    source: ignoreMember(''),
    features: createFeatures(z.looseObject({ id: z.string().min(1) })),
  }),
  /** The parts of one municipality, and the id of their source. */
  outline: z.looseObject({
    type,
    schematic: ignoreMember(false),
    source: z.string().min(1),
    features: createFeatures(ignoreMember({ id: '' })).refine(({ length }) => length > 0),
  }),
};

/** An area with its id, its polygons (each an outer ring and its holes), and its position in the file. */
export interface GeoArea {
  readonly id: string;
  readonly polygons: readonly (readonly (readonly (readonly number[])[])[])[];
  readonly position: InputPosition;
}

/** The expected value of a member, in words, by the member's name. */
const EXPECTED: Readonly<Record<string, string>> = {
  '': '{ "type": "FeatureCollection", "features": [ … ] } の形にしてください。',
  type: 'いちばん外は "FeatureCollection"、その中は "Feature"、geometry は "Polygon" か "MultiPolygon" にしてください。',
  source: '"source": "（出典ID）" のように、sources.csv の出典IDを書いてください。',
  schematic: '形だけの図なら true、そうでなければ false と書いてください。',
  features: `[ ] の中に Feature を、${MAX_FEATURES / 10_000}万個まで並べてください。`,
  properties: '{ "id": "north" } のように、地域IDを書いてください。',
  id: '地域IDを "north" のように書いてください。',
  geometry: '"Polygon" か "MultiPolygon" の形を書いてください。',
  coordinates: '[139.67, 35.82] のような、経度と緯度の組の並びを書いてください。',
};

const refuseGeoJson = (values: { readonly path: string; readonly expected: string }, position: InputPosition) =>
  ({ ok: false, issues: [{ issue: createIssue('bad-geojson', values), ...position }] }) as const;

/** Reads the areas of a GeoJSON file and an outline's source, empty for zones. Each Feature has at most one issue. */
export function readGeoJson(text: string, bytes: number, kind: keyof typeof collections) {
  if (bytes > MAX_GEOJSON_BYTES) {
    const expected = `${MAX_GEOJSON_BYTES / 1e6}MBまでです。境界の点を減らしてください。`;
    return refuseGeoJson({ path: 'ファイル全体', expected }, FILE_START);
  }
  const json = readJson(text);
  if (!json.ok)
    return { ok: false, issues: [{ issue: createIssue('bad-json', { detail: json.detail }), ...json }] } as const;
  const parts = listJsonParts(text);
  const locate = createLocator(text);
  const [repeated] = findRepeatedKeys(parts);
  if (repeated) {
    const { path, offset, first } = repeated;
    const expected = `同じ名前が${locate(first).line}行めにもあります。どちらか1つにしてください。`;
    return refuseGeoJson({ path, expected }, locate(offset));
  }
  const isFeature = ({ key, path, depth }: JsonPart) => key === null && depth === 2 && path === 'features';
  const positions = parts.filter(isFeature).map(({ offset }) => locate(offset));
  const parsed = collections[kind].safeParse(json.value);
  if (!parsed.success) {
    const errors = Map.groupBy(parsed.error.issues, ({ path }) => Number(path[1]));
    const issues = [...errors].map(([index, [error]]) => {
      // The location says which Feature it is. Without its number, the same mistake has the same sentences.
      const path = (error?.path ?? []).filter((name) => typeof name === 'string');
      const expected = EXPECTED[path.at(-1) ?? ''] ?? EXPECTED[''] ?? '';
      const issue = createIssue('bad-geojson', { path: path.join('.') || 'いちばん外', expected });
      return { issue, ...(positions[index] ?? FILE_START) };
    });
    return { ok: false, issues } as const;
  }
  const { schematic, source, features } = parsed.data;
  const sourcePosition = locate(parts.find(({ path }) => path === 'source')?.offset ?? 0);
  const areas = features.map(({ properties: { id }, geometry }, index): GeoArea => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    return { id, polygons, position: positions[index] ?? FILE_START };
  });
  return { ok: true, schematic, source, sourcePosition, areas } as const;
}
