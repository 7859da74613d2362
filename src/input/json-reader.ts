import { z } from 'zod';
import { createIssue, type Issue } from '../diagnostics/diagnostic.ts';
import type { InputPosition } from './input-rows.ts';

/** What a JSON text holds, or why it holds nothing, with the place, from 1. */
export type JsonReading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly detail: string; readonly line: number; readonly column: number };

/** Parses a JSON text. The place of an error is the one that the engine tells, or else the beginning. */
export function readJson(text: string): JsonReading {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const found = /\(line (\d+) column (\d+)\)/.exec(detail);
    return { ok: false, detail, line: Number(found?.[1] ?? 1), column: Number(found?.[2] ?? 1) };
  }
}

/** Longitude and latitude; RFC 7946 lets a height follow. */
const Position = z.array(z.number()).min(2).max(3);
const Ring = z.array(Position);
const Geometry = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1) }),
  z.looseObject({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring).min(1)).min(1) }),
]);
const Feature = z.looseObject({
  type: z.literal('Feature'),
  properties: z.looseObject({ id: z.string().min(1) }),
  geometry: Geometry,
});

/** The part of RFC 7946 that zones are drawn with: areas, each with an id. Other members may stand in it. */
const FeatureCollection = z.looseObject({
  type: z.literal('FeatureCollection'),
  schematic: z.boolean().default(false),
  features: z.array(Feature),
});

/** The most bytes of a file: every reader of a map loads it. */
export const MAX_GEOJSON_BYTES = 1_000_000;

/** An area with its id, its polygons (each an outer ring and its holes), and where it stands. */
export interface GeoArea {
  readonly id: string;
  readonly polygons: readonly (readonly (readonly (readonly number[])[])[])[];
  readonly position: InputPosition;
}

export type GeoJsonReading =
  | { readonly ok: true; readonly schematic: boolean; readonly areas: readonly GeoArea[] }
  | {
      readonly ok: false;
      readonly issues: readonly { readonly flaw: Issue; readonly spot: InputPosition }[];
    };

/** What a member has to be, in words, by its name. */
const EXPECTED: Readonly<Record<string, string>> = {
  '': '{ "type": "FeatureCollection", "features": [ … ] } の形にしてください。',
  type: 'いちばん外は "FeatureCollection"、その中は "Feature"、geometry は "Polygon" か "MultiPolygon" にしてください。',
  schematic: '形だけの図なら true、そうでなければ false と書いてください。',
  features: '[ ] の中に Feature をならべてください。',
  properties: '{ "id": "north" } のように、地域IDを書いてください。',
  id: '地域IDを "north" のように書いてください。',
  geometry: '"Polygon" か "MultiPolygon" の形を書いてください。',
  coordinates: '[139.67, 35.82] のような、経度と緯度の組のならびを書いてください。',
};

/** The offsets at which the members of the top object's `features` begin. */
function featureOffsets(text: string): number[] {
  const offsets: number[] = [];
  let depth = 0;
  let member = '';
  // Strings, whose brackets are none, are passed over as a whole.
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/gs)) {
    if (token.startsWith('"')) {
      if (depth === 1) member = token;
    } else if (token === '}' || token === ']') depth -= 1;
    else {
      if (depth === 2 && member === '"features"') offsets.push(index);
      depth += 1;
    }
  }
  return offsets;
}

/** Line and column of each of several offsets, which rise. */
function spotsOf(text: string, offsets: readonly number[]): InputPosition[] {
  let line = 1;
  let start = 0;
  return offsets.map((offset) => {
    for (let end = text.indexOf('\n', start); end >= 0 && end < offset; end = text.indexOf('\n', start)) {
      line += 1;
      start = end + 1;
    }
    return { line, column: [...text.slice(start, offset)].length + 1 };
  });
}

const START: InputPosition = { line: 1, column: 1 };

function refused(path: string, expected: string): GeoJsonReading {
  return { ok: false, issues: [{ flaw: createIssue('bad-geojson', { path, expected }), spot: START }] };
}

/** Reads areas from the text of a GeoJSON file. Of several faults in one Feature, the first is told. */
export function readGeoJson(text: string, bytes: number): GeoJsonReading {
  if (bytes > MAX_GEOJSON_BYTES)
    return refused('ファイル全体', `${MAX_GEOJSON_BYTES / 1e6}MBまでです。境界の点をへらしてください。`);
  const json = readJson(text);
  if (!json.ok) {
    const { detail, ...spot } = json;
    return { ok: false, issues: [{ flaw: createIssue('bad-json', { detail }), spot }] };
  }
  const spots = spotsOf(text, featureOffsets(text));
  const parsed = FeatureCollection.safeParse(json.value);
  if (!parsed.success) {
    const issues = Map.groupBy(parsed.error.issues, ({ path }) => (path.length > 1 ? Number(path[1]) : -1));
    const flaws = [...issues].map(([index, [issue]]) => {
      const names = (issue?.path ?? []).map(String);
      const inside = names.indexOf('coordinates');
      const path = inside < 0 ? names : names.slice(0, inside + 1);
      const last = path.findLast((name) => Number.isNaN(Number(name))) ?? '';
      return {
        flaw: createIssue('bad-geojson', {
          path: path.join('.') || 'いちばん外',
          expected: EXPECTED[last] ?? EXPECTED[''] ?? '',
        }),
        spot: spots[index] ?? START,
      };
    });
    return { ok: false, issues: flaws };
  }
  const { schematic, features } = parsed.data;
  const shapes = features.map(({ properties, geometry }, index) => ({
    id: properties.id,
    polygons: geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
    position: spots[index] ?? START,
  }));
  return { ok: true, schematic, areas: shapes };
}
