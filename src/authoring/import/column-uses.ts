import { formatColumnLetters } from '../../diagnostics/cell-reference.ts';
import { describeMapping, mapColumns } from './column-mapping.ts';
import type { SheetBlock } from './indicator-sheet.ts';
import { findRowMarkers } from './row-markers.ts';

/** Lists the letters, the heading and the use of each column of a table, in their order. */
export function listColumnUses(block: SheetBlock): (readonly [letters: string, heading: string, use: string])[] {
  const columns = mapColumns(block);
  const marker = findRowMarkers(block)?.column ?? null;
  const untitled =
    marker === null || block.columns.some(({ index }) => index === marker)
      ? []
      : [{ index: marker, text: '（見出しなし）', meaning: null, unit: '' }];
  return [...block.columns, ...untitled]
    .sort((a, b) => a.index - b.index)
    .map((column) => [
      formatColumnLetters(column.index + 1),
      column.text,
      describeMapping(column, columns, marker) ?? '（使いません）',
    ]);
}
