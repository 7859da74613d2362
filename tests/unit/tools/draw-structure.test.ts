import { expect, test } from 'vitest';
import { drawStructure, layOutLayers, removeTransitiveEdges } from '../../../tools/draw-structure.ts';

const file = (path: string, ...imports: string[]) => ({ path, imports, lines: 1, exports: [] });

test('an edge that follows from others is left out', () => {
  const graph = new Map([
    ['a', ['b', 'c']],
    ['b', ['c']],
    ['c', []],
  ]);
  expect(removeTransitiveEdges(graph)).toEqual(
    new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', []],
    ]),
  );
});

test('everything that a name imports lies above it', () => {
  const { boxes, edges } = layOutLayers(
    new Map([
      ['a', ['b', 'd']],
      ['b', ['c']],
      ['c', ['d']],
      ['d', []],
    ]),
  );
  expect([...boxes].map(([name, { layer }]) => [name, layer])).toEqual([
    ['d', 0],
    ['c', 1],
    ['b', 2],
    ['a', 3],
  ]);
  // The edge from a to d passes two layers.
  expect(edges.map((points) => points.length)).toEqual([2, 4, 2, 2]);
});

test('boxes of one layer do not overlap', () => {
  const { boxes } = layOutLayers(
    new Map([
      ['a', ['c', 'd', 'e']],
      ['b', ['c']],
      ['c', []],
      ['d', []],
      ['e', []],
    ]),
  );
  const left = [...boxes.values()].filter(({ layer }) => layer === 0).map(({ x }) => x);
  const sorted = left.toSorted((a, b) => a - b);
  expect(sorted.slice(1).every((x, at) => x - (sorted[at] ?? x) >= 0.999)).toBe(true);
});

test('the picture shows a box for each folder and an arrow for each import between folders', () => {
  const svg = drawStructure([
    file('src/input/csv-reader.ts', 'src/diagnostics/diagnostic.ts', 'src/input/input-rows.ts'),
    file('src/diagnostics/diagnostic.ts', 'src/model/site.ts'),
    file('src/model/site.ts'),
    file('src/astro-integration.ts', 'src/model/site.ts'),
  ]);
  expect([...svg.matchAll(/class="name"[^>]*>([^<]*)/g)].map(([, name]) => name)).toEqual([
    'model/',
    'diagnostics/',
    'input/',
  ]);
  expect(svg.match(/class="edge"/g)).toHaveLength(2);
});

test('folders that import in a circle are refused', () => {
  const files = [file('src/model/a.ts', 'src/input/b.ts'), file('src/input/b.ts', 'src/model/a.ts')];
  expect(() => drawStructure(files)).toThrow('input → model → input');
});

test('a folder without a job is refused', () => {
  expect(() => drawStructure([file('src/attic/x.ts')])).toThrow('FOLDERS lacks attic');
});
