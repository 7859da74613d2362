import { createDiagnostic, type Diagnostic, locateFile } from '../../diagnostics/diagnostic.ts';
import type { LocatedIssue } from '../../input/input-rows.ts';
import { parseCellReference } from '../../input/xlsx/sheet-reader.ts';
import { describeMapping } from './column-mapping.ts';
import type { SheetBlock } from './indicator-sheet.ts';
import { getCellText } from './sheet-cells.ts';
import { readBlockEntries } from './sheet-entries.ts';

/**
 * Returns the issues of merged cells, formulas and hidden cells, except above the headings and in unused columns and
 * rows. Merged names of plan items are read for each of their rows, cells merged within one indicator once, and cells
 * merged with empty columns as they are.
 */
export function listDoubtfulCells(
  file: string,
  findings: readonly LocatedIssue[],
  blocks: readonly SheetBlock[],
): Diagnostic[] {
  const tables = blocks.map((block) => {
    const read = readBlockEntries(block);
    const used = block.columns.filter((column) => describeMapping(column, read.columns, read.markers?.column) !== null);
    return { ...read, block, used };
  });
  const usedIndexes = tables.flatMap(({ used, markers }) => [markers?.column ?? -1, ...used.map(({ index }) => index)]);
  return tables.flatMap(({ block, columns, entries, notices, used, isUnclear }, at) => {
    const { headerLine } = block;
    const end = blocks[at + 1]?.headerLine ?? Infinity;
    const hasIndex = (list: SheetBlock['columns'], index: number) => list.some((column) => column.index === index);
    const isFilled = (index: number) =>
      hasIndex(block.columns, index) || block.rows.some((row) => getCellText(row, index) !== '');
    const owners = new Map(entries.flatMap((entry) => entry.rows.map(({ line }) => [line, entry] as const)));
    /** True if one indicator has both lines. */
    const hasLines = (first: number, last = first) => owners.has(first) && owners.get(first) === owners.get(last);
    const isDoubtful = ({ line, column, issue }: LocatedIssue): boolean => {
      // A hidden row is reported at its first cell. A hidden column that nobody uses is not published.
      if (issue.code === 'hidden-cells')
        return (
          issue.values.end === undefined ||
          usedIndexes.some((one) => one >= column - 1 && one < Number(issue.values.end))
        );
      // A heading that displays something else than its value may be why its column is not used.
      if (line === headerLine && isFilled(column - 1) && /^(?:error-cell|unsure-format)$/.test(issue.code)) return true;
      // Without its merged cells, an unclear table would be no clearer.
      if (!hasIndex(used, column - 1) || (isUnclear && issue.code === 'merged-cells')) return false;
      if (issue.code !== 'merged-cells') return !notices.some((one) => one.leavesOut && one.row.line === line);
      const last = parseCellReference(String(issue.values.range).split(':')[1] ?? '');
      for (let index = column; index < last.column; index += 1)
        if (isFilled(index)) return line === headerLine || hasLines(line);
      const isBeside = !hasLines(line === headerLine ? last.line : line);
      return !hasIndex(columns.levels, column - 1) && !hasLines(line, last.line) && !isBeside;
    };
    return findings
      .filter((one) => one.line >= headerLine && one.line < end && isDoubtful(one))
      .map(({ line, column, issue }) => createDiagnostic(locateFile(file, line, column), issue));
  });
}
