import type { PlanFrontMatter } from '../model/plan.ts';
import type { SiteConfig } from '../model/site.ts';
import type { TextFrontMatter } from '../model/chapter.ts';
import type { ChangeRow } from '../tables/changes.ts';
import type { DepartmentRow } from '../tables/departments.ts';
import type { IndicatorRow } from '../tables/indicators.ts';
import type { MunicipalityRow } from '../tables/municipalities.ts';
import type { ObservationRow } from '../tables/observations.ts';
import type { BandRow } from '../tables/rating-bands.ts';
import type { RelatedPlanRow } from '../tables/related-plans.ts';
import type { SourceRow } from '../tables/sources.ts';
import type { TargetRow } from '../tables/targets.ts';
import type { TermRow } from '../tables/glossary.ts';
import type { ThemeRow } from '../tables/themes.ts';
import type { TopicRow } from '../tables/topics.ts';
import type { PlanItemRow } from '../tables/tree.ts';
import type { WordRow } from '../tables/words.ts';
import type { ZoneRow } from '../tables/zones.ts';
import type { ParsedOutlines } from './read-zone-outlines.ts';
import type { ParsedTable } from './parse-table.ts';
import type { MdxDocument } from './mdx-document.ts';

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
