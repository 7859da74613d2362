import { kinds } from '../../model/kind.ts';
import { flaw } from '../../problems/problem.ts';
import type { Rule } from '../rule.ts';

const MOST = 3;

/** Measures and actions have one to three themes, so that cities can be read side by side. */
export const themesOfActions: Rule = (known, report) => {
  for (const { tree } of known.plans)
    for (const { value, at } of tree.rows) {
      const { kind, code, themes } = value;
      if ((kind === 'measure' || kind === 'action') && themes.length === 0)
        report.add(at('テーマ'), flaw('missing-theme', { kind: kinds.words[kind], value: code }));
      if (themes.length > MOST) report.add(at('テーマ'), flaw('too-many-themes', { count: themes.length }));
    }
};
