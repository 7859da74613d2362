import { createIssue } from '../../diagnostics/diagnostic.ts';
import type { SiteCheck } from '../validation-context.ts';
import { suggestChoice } from '../../diagnostics/suggest-choice.ts';
import type { PlanItemRow } from '../../tables/tree.ts';
import type { ParsedRow } from '../parse-table.ts';
import { itemKinds } from '../../model/value-lists.ts';

/** Every level is one of the plan's own, a child stands lower than its parent, and numbers match levels. */
export const checkPlanLevels: SiteCheck = (known, report) => {
  for (const { index, tree } of known.plans) {
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
        report.add(
          locate('階層'),
          createIssue('unknown-level', { value: fields.level, choices: names.join('、') }),
        );
      else if (above && names.indexOf(above) > depth)
        report.add(locate('階層'), createIssue('level-order', { value: fields.level, parent: above }));
    }
  }
};

/** The codes of the loop that a row stands in, from its own back to itself; null where its way leads to the top. */
function loopFrom(start: string, parents: ReadonlyMap<string, string | null>): string[] | null {
  const way = [start];
  for (let code = parents.get(start); code; code = parents.get(code)) {
    if (code === start) return [...way, start];
    // A loop further up is told at its own rows.
    if (way.includes(code)) return null;
    way.push(code);
  }
  return null;
}

/** The tree is a tree: every parent exists, no row is its own ancestor. */
export const checkParentCodes: SiteCheck = (known, report) => {
  for (const { tree } of known.plans) {
    const above = new Map(tree.rows.map(({ fields }) => [fields.code, fields.parent]));
    const check = ({ fields: { code, parent }, locate }: ParsedRow<PlanItemRow>) => {
      if (parent === null) return;
      const place = locate('親コード');
      if (parent === code) report.add(place, createIssue('own-parent', { value: code }));
      else if (!tree.keys.has(parent))
        report.add(
          place,
          createIssue('unknown-parent', { value: parent, near: suggestChoice(parent, tree.keys) }),
        );
      else {
        const loop = loopFrom(code, above);
        if (loop) report.add(place, createIssue('parent-loop', { loop: loop.join(' → ') }));
      }
    };
    tree.rows.forEach(check);
  }
};

/** A plan says what is done. One whose tree holds no action was most likely typed with wrong kinds. */
export const checkPlanActions: SiteCheck = (known, report) => {
  for (const { id, tree } of known.plans) {
    const isWhole = tree.rows.length === tree.keys.size;
    if (isWhole && tree.rows.length > 0 && !tree.rows.some(({ fields }) => fields.kind === 'action'))
      report.add(
        { file: tree.file, line: 1, column: 1, field: '' },
        createIssue('plan-without-actions', { value: id }),
      );
  }
};

/** Every node but a programme, of which plans give only a name, is told in plain words. */
export const checkSummaries: SiteCheck = (known, report) => {
  for (const { tree } of known.plans)
    for (const { fields, locate } of tree.rows)
      if (fields.summary === '' && fields.kind !== 'programme')
        report.add(locate('要約'), createIssue('missing-summary', { value: fields.code }));
};

const MOST = 3;

/** Measures and actions have one to three themes, so that cities can be read side by side. */
export const checkItemThemes: SiteCheck = (known, report) => {
  for (const { tree } of known.plans)
    for (const { fields, locate } of tree.rows) {
      const { kind, code, themes } = fields;
      if ((kind === 'measure' || kind === 'action') && themes.length === 0)
        report.add(
          locate('テーマ'),
          createIssue('missing-theme', { kind: itemKinds.words[kind], value: code }),
        );
      if (themes.length > MOST)
        report.add(locate('テーマ'), createIssue('too-many-themes', { count: themes.length }));
    }
};
