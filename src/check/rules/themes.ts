import { itemKinds } from '../../model/kind.ts';
import { createIssue } from '../../problems/problem.ts';
import type { SiteCheck } from '../rule.ts';

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
