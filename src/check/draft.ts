import type { PlanFrontMatter } from '../model/plan.ts';
import type { SiteConfig } from '../model/site.ts';
import type { TextFrontMatter } from '../model/chapter.ts';
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
import type { PlanItemRow } from './files/tree.ts';
import type { WordRow } from './files/words.ts';
import type { ZoneRow } from './files/zones.ts';
import type { ParsedOutlines } from './outlines.ts';
import type { ParsedTable } from './table.ts';
import type { MdxDocument } from './texts.ts';

/** A text of a plan or a guide, with what its path says of it. */
export interface ParsedText extends MdxDocument<TextFrontMatter> {
  /** Path below `content/` without its ending. */
  readonly id: string;
  readonly slug: string;
}

/** Everything that was read of one plan, not yet held together. */
export interface ParsedPlan {
  readonly id: string;
  readonly index: MdxDocument<PlanFrontMatter>;
  readonly tree: ParsedTable<PlanItemRow>;
  readonly indicators: ParsedTable<IndicatorRow>;
  readonly observations: ParsedTable<ObservationRow>;
  readonly targets: ParsedTable<TargetRow>;
  readonly bands: ParsedTable<BandRow>;
  readonly relatedPlans: ParsedTable<RelatedPlanRow>;
  /** Bodies of node pages: `{code}.mdx`. */
  readonly bodies: readonly ParsedText[];
  /** Further texts: `text/{slug}.mdx`. */
  readonly texts: readonly ParsedText[];
}

/** The zones of one municipality. */
export interface ParsedZones {
  readonly municipality: string;
  readonly zones: ParsedTable<ZoneRow>;
  /** Where they lie; null where no file says. */
  readonly outlines: ParsedOutlines | null;
}

/** Everything that was read of a project: each file by itself is sound, and rules hold them against one another. */
export interface ParsedSite {
  readonly site: SiteConfig;
  readonly municipalities: ParsedTable<MunicipalityRow>;
  readonly themes: ParsedTable<ThemeRow>;
  readonly terms: ParsedTable<TermRow>;
  readonly departments: ParsedTable<DepartmentRow>;
  readonly sources: ParsedTable<SourceRow>;
  readonly changes: ParsedTable<ChangeRow>;
  readonly topics: ParsedTable<TopicRow>;
  readonly words: ParsedTable<WordRow>;
  readonly zones: readonly ParsedZones[];
  readonly plans: readonly ParsedPlan[];
  readonly guides: readonly ParsedText[];
}
