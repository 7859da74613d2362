import { locateFile, createLimitIssue } from '../../diagnostics/diagnostic.ts';
import { MAX_TREE_DEPTH } from '../../model/input-limits.ts';
import { itemKinds } from '../../model/value-lists.ts';
import { describeUnknownCode } from '../../tables/cells/id-cells.ts';
import type { SiteCheck } from '../parsed-site.ts';

/** Reports unknown levels, children above their parent's level, and a wrong number of printed numbers. */
export const checkPlanLevels: SiteCheck = (context, report) => {
  for (const { index, tree } of context.plans) {
    const { levels: names, numbers } = index.front;
    if (numbers && numbers.length !== names.length)
      report.add(index.locate('numbers'), 'numbers-do-not-match-levels', {
        got: numbers.length,
        expected: names.length,
      });
    const levelOf = new Map(tree.rows.map(({ fields }) => [fields.code, fields.level]));
    for (const { fields, locate } of tree.rows) {
      if (fields.level === '') continue;
      const depth = names.indexOf(fields.level);
      const above = fields.parent === null ? undefined : levelOf.get(fields.parent);
      if (depth < 0) report.add(locate('階層'), 'unknown-level', { value: fields.level, choices: names.join('、') });
      else if (above && names.indexOf(above) > depth)
        report.add(locate('階層'), 'level-order', { value: fields.level, parent: above });
    }
  }
};

/** The maximum number of codes of a loop that a message quotes. */
const MAX_CODES = 10;

/** Returns a loop of codes in words, from a code and back to it. */
function formatLoop(start: string, parents: ReadonlyMap<string, string | null>): string {
  const codes = [start];
  for (let code = parents.get(start); code && code !== start && codes.length < MAX_CODES; code = parents.get(code))
    codes.push(code);
  return [...codes, ...(parents.get(codes.at(-1) ?? '') === start ? [] : ['…']), start].join(' → ');
}

/** Returns the depth of each code, from 1, and the codes on loops. They and codes below them are infinitely deep. */
function measureDepths(parents: ReadonlyMap<string, string | null>) {
  const depths = new Map<string, number>();
  const loops = new Set<string>();
  for (const start of parents.keys()) {
    const path = new Set<string>();
    let code: string | null | undefined = start;
    while (code && !depths.has(code) && !path.has(code)) {
      path.add(code);
      code = parents.get(code);
    }
    // The path ends at the top, below a code with a depth, or at a code of its own: then it has a loop.
    const codes = [...path];
    const loop = code && path.has(code) ? codes.splice(codes.indexOf(code)) : [];
    for (const inside of loop) depths.set(inside, Infinity);
    for (const inside of loop) loops.add(inside);
    let depth = code ? (depths.get(code) ?? 0) : 0;
    for (const below of codes.reverse()) depths.set(below, ++depth);
  }
  return { depths, loops };
}

/** Reports parents that don't exist or were probably forgotten, rows above themselves, and too deep trees. */
export const checkParentCodes: SiteCheck = (context, report) => {
  for (const { tree } of context.plans) {
    const parents = new Map(tree.rows.map(({ fields }) => [fields.code, fields.parent]));
    const { depths, loops } = measureDepths(parents);
    for (const { fields, locate } of tree.rows) {
      const { code, parent } = fields;
      const location = locate('親コード');
      const above = code.slice(0, Math.max(code.lastIndexOf('_'), 0));
      // Merged cells leave all but their first cell empty.
      if (parent === null && tree.keys.has(above)) report.add(location, 'empty-parent', { value: code, near: above });
      if (parent === null) continue;
      if (parent === code) report.add(location, 'own-parent', { value: code });
      else if (!tree.keys.has(parent) && !tree.lacksKeys)
        report.add(location, 'unknown-parent', describeUnknownCode(parent, tree.keys));
      else if (loops.has(code)) report.add(location, 'parent-loop', { loop: formatLoop(code, parents) });
      // Only the first level that is too deep: the items below it have the same cause.
      else if (depths.get(code) === MAX_TREE_DEPTH + 1) report.addIssue(location, createLimitIssue('tree'));
    }
  }
};

/** Reports plans without actions: their items probably have wrong kinds, or nobody has typed them yet. */
export const checkPlanActions: SiteCheck = (context, report) => {
  for (const { id, tree } of context.plans)
    if (tree.isValid && !tree.rows.some(({ fields }) => fields.kind === 'action'))
      report.add(locateFile(tree.file), 'plan-without-actions', { value: id, empty: Number(tree.rows.length === 0) });
};

const MAX_THEMES = 3;

/** Reports missing summaries (except of programmes) and themes, too many themes, and departments elsewhere. */
export const checkItemFacts: SiteCheck = ({ plans, departments, municipalities: { keys } }, report) => {
  const owners = new Map(departments.rows.map(({ fields: { id, municipality } }) => [id, municipality]));
  for (const { index, tree } of plans)
    for (const { fields, locate } of tree.rows) {
      const { kind, code, themes, summary } = fields;
      if (summary === '' && kind !== 'programme') report.add(locate('要約'), 'missing-summary', { value: code });
      if ((kind === 'measure' || kind === 'action') && themes.length === 0)
        report.add(locate('テーマ'), 'missing-theme', { kind: itemKinds.words[kind], value: code });
      if (themes.length > MAX_THEMES) report.add(locate('テーマ'), 'too-many-themes', { count: themes.length });
      const { municipality } = index.front;
      for (const value of fields.departments) {
        const owner = owners.get(value) ?? municipality;
        // An unknown municipality has a diagnostic of its own.
        if (owner !== municipality && (keys.size === 0 || [owner, municipality].every((one) => keys.has(one))))
          report.add(locate('担当'), 'department-elsewhere', { value, owner, municipality });
      }
    }
};
