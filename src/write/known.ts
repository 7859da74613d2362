import { indicators } from '../check/files/indicators.ts';
import { municipalities } from '../check/files/municipalities.ts';
import { sources } from '../check/files/sources.ts';
import { themes } from '../check/files/themes.ts';
import { tree } from '../check/files/tree.ts';
import { Report } from '../check/report.ts';
import { readTable } from '../check/table.ts';
import { readText } from '../check/texts.ts';
import { PlanFront } from '../model/plan.ts';
import type { Folder } from '../read/folder.ts';

/** What is there already, as far as one who adds to it has to know. */
export interface Known {
  readonly folder: Folder;
  readonly municipalities: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  /** In the order of their rows. */
  readonly themes: readonly string[];
  /** Whether anything of a plan is there. */
  readonly hasPlan: (id: string) => boolean;
  /** The 出典ID of the plan itself; empty where its introduction can't be read. */
  readonly sourceOf: (plan: string) => string;
  readonly codesOf: (plan: string) => ReadonlySet<string>;
  readonly indicatorsOf: (plan: string) => ReadonlySet<string>;
}

/** Reads what is there. Problems are not its matter: what it can't read counts as not there. */
export function knownOf(folder: Folder): Known {
  const report = new Report();
  return {
    folder,
    municipalities: readTable(folder, 'data/municipalities.csv', municipalities, report).keys,
    sources: readTable(folder, 'data/sources.csv', sources, report).keys,
    themes: [...readTable(folder, 'data/themes.csv', themes, report).keys],
    hasPlan: (id) =>
      folder.files.some(
        (file) => file.startsWith(`content/plans/${id}/`) || file.startsWith(`data/plans/${id}/`),
      ),
    sourceOf: (plan) => {
      const file = `content/plans/${plan}/index.mdx`;
      return folder.has(file) ? (readText(folder, file, PlanFront, report)?.front.source ?? '') : '';
    },
    codesOf: (plan) => readTable(folder, `data/plans/${plan}/tree.csv`, tree, report).keys,
    indicatorsOf: (plan) => readTable(folder, `data/plans/${plan}/indicators.csv`, indicators, report).keys,
  };
}
