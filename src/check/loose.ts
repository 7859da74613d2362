import { byPlace, type Problem } from '../problems/problem.ts';
import { listRows, type Row, type Rows } from '../read/rows.ts';
import type { PlanDraft } from './draft.ts';
import { ABOVE, findHeadings } from './headings.ts';
import { openRows } from './open.ts';
import { looseShapes, recognise, type LooseName } from './recognise.ts';
import { Report } from './report.ts';
import type { Known, Rule } from './rule.ts';
import { bandsOfPlans } from './rules/bands.ts';
import { characters } from './rules/characters.ts';
import { counts } from './rules/counts.ts';
import { directions } from './rules/directions.ts';
import { fractions } from './rules/fractions.ts';
import { lengths } from './rules/lengths.ts';
import { parents } from './rules/parents.ts';
import { percent } from './rules/percent.ts';
import { placeholders } from './rules/placeholders.ts';
import { prefecturesOfCodes } from './rules/prefectures.ts';
import { repeatedIds } from './rules/repeated-ids.ts';
import { repeatedObservations } from './rules/repeated-observations.ts';
import { spaces } from './rules/spaces.ts';
import { summaries } from './rules/summaries.ts';
import { targetsOfIndicators } from './rules/targets.ts';
import { themesOfActions } from './rules/themes.ts';
import { unknownCodes } from './rules/unknown-codes.ts';
import type { RowOf } from './shape.ts';
import { readRows, type Table } from './table.ts';

/** What came of checking one file by itself. */
export interface Loose {
  /** Which table it is; null where neither its name nor its headings tell. */
  readonly shape: LooseName | null;
  readonly problems: readonly Problem[];
  /** The rows that are not empty, the headings among them; none where the file can't be read. */
  readonly rows: readonly Row[];
  /** The index of the row of headings in `rows`; -1 where there is none. */
  readonly head: number;
  /** What the file, with nothing around it, says of a plan. */
  readonly plan: PlanDraft;
}

/** The rules that need no other file. Those that look at another table than the file's own find nothing there. */
const ALONE: readonly Rule[] = [
  bandsOfPlans,
  characters,
  directions,
  fractions,
  lengths,
  parents,
  percent,
  placeholders,
  prefecturesOfCodes,
  repeatedIds,
  repeatedObservations,
  spaces,
  summaries,
  targetsOfIndicators,
  themesOfActions,
];

/** The rules that need one table beside others, and so can be held against that table alone. */
const WITHIN: Readonly<Partial<Record<LooseName, readonly Rule[]>>> = {
  // Whether a number may be below none is told by the indicator's title.
  indicators: [counts],
  tree: [unknownCodes],
};

type LooseTable<S extends LooseName> = Table<RowOf<(typeof looseShapes)[S]>>;

/** A project that is nothing but one table, and one plan that the table may belong to. */
function knownOf(
  file: string,
  source: Rows | null,
  shape: LooseName,
  report: Report,
): Known & { readonly plan: PlanDraft } {
  const table = <S extends LooseName>(name: S): LooseTable<S> =>
    readRows<(typeof looseShapes)[S]>(name === shape ? source : null, file, looseShapes[name], report);
  const nowhere = { file: '', line: 1, column: 1, field: '' };
  const plan: PlanDraft = {
    id: 'loose',
    index: {
      file: '',
      front: { title: '', shortTitle: '', municipality: '', kind: '', levels: [], source: '' },
      parts: [],
      text: '',
      at: () => nowhere,
    },
    tree: table('tree'),
    indicators: table('indicators'),
    observations: table('observations'),
    targets: table('targets'),
    bands: table('rating'),
    relatedPlans: table('related-plans'),
    bodies: [],
    texts: [],
  };
  return {
    folder: { files: [file], has: (path) => path === file, bytes: () => new Uint8Array() },
    planIds: new Set([plan.id]),
    plan,
    plans: [plan],
    municipalities: table('municipalities'),
    themes: table('themes'),
    terms: table('glossary'),
    departments: table('departments'),
    sources: table('sources'),
    changes: table('changes'),
    topics: table('topics'),
    words: table('words'),
    zones: [{ municipality: '', zones: table('zones'), outlines: null }],
    guides: [],
  };
}

/**
 * Checks one file by itself, as a person has it before it stands in a project: every cell, and the rules that need no
 * other file. Whether the ids that it mentions exist can't be told. It needs nothing but the bytes, so that it runs in
 * a browser too.
 * @param name the file's name, which problems quote
 * @param bytes a CSV in any encoding that is read, or an Excel workbook
 * @param as which table it is, where somebody said so
 */
export async function checkLoose(
  name: string,
  bytes: Uint8Array,
  as: LooseName | null = null,
): Promise<Loose> {
  const report = new Report();
  // Messages quote the file as a person calls it, wherever it stands.
  const file = name.split(/[/\\]/).at(-1) ?? name;
  const source = await openRows(bytes, file, report);
  const rows = source ? listRows(source) : [];
  const shape = as ?? recognise(name, rows);
  // Where nothing tells which table it is, its headings are asked for as those of the table that is meant most often.
  const meant = shape ?? 'indicators';
  const known = knownOf(file, source, meant, report);
  for (const rule of [...ALONE, ...(WITHIN[meant] ?? [])]) rule(known, report);
  const head = findHeadings(rows.slice(0, ABOVE), looseShapes[meant]);
  const problems = report.problems.sort(byPlace).map((one) => ({ ...one, file: name }));
  return { shape, problems, rows, head, plan: known.plan };
}
