import { namesOf } from '../check/headings.ts';
import { indicators } from '../check/files/indicators.ts';
import { observations } from '../check/files/observations.ts';
import { targets } from '../check/files/targets.ts';
import type { Shape } from '../check/shape.ts';
import { problem, type Problem } from '../problems/problem.ts';
import type { Folder } from '../read/folder.ts';
import { WriteDraft, type Written } from '../write/draft.ts';
import type { Drafted, Imported } from './rows.ts';

/** What would be written, and the problems that it would have, told at the places of the sheet. */
export interface ImportDraft {
  readonly written: readonly Written[];
  readonly problems: readonly Problem[];
  /** The site as it would be. */
  readonly folder: Folder;
}

interface Part {
  readonly file: string;
  readonly shape: Shape;
  readonly rows: readonly Drafted[];
}

/** A problem of a row that was written, at the cell of the sheet that it comes from. */
function relocated(
  problem: Problem,
  sheet: string,
  parts: readonly Part[],
  written: readonly Written[],
): Problem {
  const part = parts.find(({ file }) => file === problem.file);
  const firstLine = written.find(({ file }) => file === problem.file)?.firstLine ?? 0;
  const drafted = part?.rows[problem.line - firstLine];
  if (!part || !drafted) return problem;
  const [heading = ''] = namesOf(part.shape)(problem.field);
  const index = drafted.from[heading] ?? drafted.from['名称'] ?? drafted.from['値'] ?? 0;
  return { ...problem, ...drafted.row.at(index), file: sheet };
}

/**
 * Drafts what an imported sheet adds to a plan, and checks the site as it would be then.
 * @param sheet the name of the sheet's file, which problems quote
 */
export function draftImport(folder: Folder, plan: string, sheet: string, imported: Imported): ImportDraft {
  const parts: readonly Part[] = [
    { file: `data/plans/${plan}/indicators.csv`, shape: indicators, rows: imported.indicators },
    { file: `data/plans/${plan}/observations.csv`, shape: observations, rows: imported.observations },
    { file: `data/plans/${plan}/targets.csv`, shape: targets, rows: imported.targets },
  ];
  const draft = new WriteDraft(folder);
  for (const { file, shape, rows } of parts)
    draft.addRows(
      file,
      shape,
      rows.map(({ cells }) => cells),
    );
  const { written } = draft;
  return {
    written,
    folder: draft.folder,
    problems: [
      ...imported.faults.map(({ row, index, field, flaw }) =>
        problem({ file: sheet, ...row.at(index), field }, flaw),
      ),
      ...draft.problems().map((one) => relocated(one, sheet, parts, written)),
    ],
  };
}
