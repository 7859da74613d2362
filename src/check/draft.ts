import type { PlanFront } from '../model/plan.ts';
import type { SiteFile } from '../model/site.ts';
import type { TextFront } from '../model/chapter.ts';
import type { ChangeRow } from './files/changes.ts';
import type { DepartmentRow } from './files/departments.ts';
import type { IndicatorRow } from './files/indicators.ts';
import type { MunicipalityRow } from './files/municipalities.ts';
import type { ObservationRow } from './files/observations.ts';
import type { BandRow } from './files/rating.ts';
import type { RelatedPlanRow } from './files/related-plans.ts';
import type { SourceRow } from './files/sources.ts';
import type { TargetRow } from './files/targets.ts';
import type { TermRow } from './files/glossary.ts';
import type { ThemeRow } from './files/themes.ts';
import type { TopicRow } from './files/topics.ts';
import type { TreeRow } from './files/tree.ts';
import type { WordRow } from './files/words.ts';
import type { ZoneRow } from './files/zones.ts';
import type { OutlinesDraft } from './outlines.ts';
import type { Table } from './table.ts';
import type { Text } from './texts.ts';

/** A text of a plan or a guide, with what its path says of it. */
export interface TextDraft extends Text<TextFront> {
  /** Path below `content/` without its ending. */
  readonly id: string;
  readonly slug: string;
}

/** Everything that was read of one plan, not yet held together. */
export interface PlanDraft {
  readonly id: string;
  readonly index: Text<PlanFront>;
  readonly tree: Table<TreeRow>;
  readonly indicators: Table<IndicatorRow>;
  readonly observations: Table<ObservationRow>;
  readonly targets: Table<TargetRow>;
  readonly bands: Table<BandRow>;
  readonly relatedPlans: Table<RelatedPlanRow>;
  /** Bodies of node pages: `{code}.mdx`. */
  readonly bodies: readonly TextDraft[];
  /** Further texts: `text/{slug}.mdx`. */
  readonly texts: readonly TextDraft[];
}

/** The zones of one municipality. */
export interface ZonesDraft {
  readonly municipality: string;
  readonly zones: Table<ZoneRow>;
  /** Where they lie; null where no file says. */
  readonly outlines: OutlinesDraft | null;
}

/** Everything that was read of a project: each file by itself is sound, and rules hold them against one another. */
export interface Draft {
  readonly site: SiteFile;
  readonly municipalities: Table<MunicipalityRow>;
  readonly themes: Table<ThemeRow>;
  readonly terms: Table<TermRow>;
  readonly departments: Table<DepartmentRow>;
  readonly sources: Table<SourceRow>;
  readonly changes: Table<ChangeRow>;
  readonly topics: Table<TopicRow>;
  readonly words: Table<WordRow>;
  readonly zones: readonly ZonesDraft[];
  readonly plans: readonly PlanDraft[];
  readonly guides: readonly TextDraft[];
}
