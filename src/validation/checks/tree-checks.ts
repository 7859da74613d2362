import { createIssue, locateFile } from '../../diagnostics/diagnostic.ts';
import type { SiteCheck } from '../validation-context.ts';
import { suggestChoice } from '../../diagnostics/suggest-choice.ts';
import type { PlanItemRow } from '../../tables/tree.ts';
import type { ParsedRow } from '../parse-table.ts';
import { itemKinds } from '../../model/value-lists.ts';

/** Reports unknown levels, children above their parent's level, and a wrong number of printed numbers. */
export const checkPlanLevels: SiteCheck = (context, report) => {
  for (const { index, tree } of context.plans) {
    const { levels: names, numbers } = index.front;
    if (numbers && numbers.length !== names.length)
      report.add(
        index.locate('numbers'),
        createIssue('numbers-do-not-match-levels', { got: numbers.length, expected: names.length }),
      );
    const levelOf = new Map(tree.rows.map(({ fields }) => [fields.code, fields.level]));
    for (const { fields, locate } of tree.rows) {
      if (fields.level === '') continue;
      const depth = names.indexOf(fields.level);
      const above = fields.parent === null ? undefined : levelOf.get(fields.parent);
      if (depth < 0)
        report.add(locate('階層'), createIssue('unknown-level', { value: fields.level, choices: names.join('、') }));
      else if (above && names.indexOf(above) > depth)
        report.add(locate('階層'), createIssue('level-order', { value: fields.level, parent: above }));
    }
  }
};

/** Returns the codes of the loop that begins and ends at a row, or null if the row's ancestors lead to the top. */
function findLoop(start: string, parents: ReadonlyMap<string, string | null>): string[] | null {
  const path = [start];
  for (let code = parents.get(start); code; code = parents.get(code)) {
    if (code === start) return [...path, start];
    // A loop further up is reported at its own rows.
    if (path.includes(code)) return null;
    path.push(code);
  }
  return null;
}

/** Reports parents that don't exist and rows that are their own ancestors. */
export const checkParentCodes: SiteCheck = (context, report) => {
  for (const { tree } of context.plans) {
    const parents = new Map(tree.rows.map(({ fields }) => [fields.code, fields.parent]));
    const check = ({ fields: { code, parent }, locate }: ParsedRow<PlanItemRow>) => {
      if (parent === null) return;
      const place = locate('親コード');
      if (parent === code) report.add(place, createIssue('own-parent', { value: code }));
      else if (!tree.keys.has(parent))
        report.add(place, createIssue('unknown-parent', { value: parent, near: suggestChoice(parent, tree.keys) }));
      else {
        const loop = findLoop(code, parents);
        if (loop) report.add(place, createIssue('parent-loop', { loop: loop.join(' → ') }));
      }
    };
    tree.rows.forEach(check);
  }
};

/** Reports plans without actions: their items probably have wrong kinds. */
export const checkPlanActions: SiteCheck = (context, report) => {
  for (const { id, tree } of context.plans) {
    const isWhole = tree.rows.length === tree.keys.size;
    if (isWhole && tree.rows.length > 0 && !tree.rows.some(({ fields }) => fields.kind === 'action'))
      report.add(locateFile(tree.file), createIssue('plan-without-actions', { value: id }));
  }
};

/** Reports items without a summary. Plans give only names of programmes, so that these need none. */
export const checkSummaries: SiteCheck = (context, report) => {
  for (const { tree } of context.plans)
    for (const { fields, locate } of tree.rows)
      if (fields.summary === '' && fields.kind !== 'programme')
        report.add(locate('要約'), createIssue('missing-summary', { value: fields.code }));
};

const MAX_THEMES = 3;

/** Reports measures and actions without a theme, and items with more than three: themes make plans comparable. */
export const checkItemThemes: SiteCheck = (context, report) => {
  for (const { tree } of context.plans)
    for (const { fields, locate } of tree.rows) {
      const { kind, code, themes } = fields;
      if ((kind === 'measure' || kind === 'action') && themes.length === 0)
        report.add(locate('テーマ'), createIssue('missing-theme', { kind: itemKinds.words[kind], value: code }));
      if (themes.length > MAX_THEMES)
        report.add(locate('テーマ'), createIssue('too-many-themes', { count: themes.length }));
    }
};
