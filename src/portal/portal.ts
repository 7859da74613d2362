import type { Band } from '../model/band.ts';
import type { Change } from '../model/change.ts';
import type { Chapter, Guide } from '../model/chapter.ts';
import type { Department } from '../model/department.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Municipality } from '../model/municipality.ts';
import type { Node } from '../model/node.ts';
import type { Outlines } from '../model/outline.ts';
import type { Observation } from '../model/observation.ts';
import type { Plan } from '../model/plan.ts';
import type { Rating } from '../model/rating.ts';
import type { RelatedPlan } from '../model/related.ts';
import type { SiteFile } from '../model/site.ts';
import type { Source } from '../model/source.ts';
import type { Target } from '../model/target.ts';
import type { Term } from '../model/term.ts';
import type { Theme } from '../model/theme.ts';
import type { Topic } from '../model/topic.ts';
import type { Word } from '../model/word.ts';
import type { Zone } from '../model/zone.ts';
import type { Problem } from '../problems/problem.ts';
import type { Addresses } from './address.ts';

/** All that a site publishes, as records in their order of showing. */
export interface Records {
  readonly municipalities: readonly Municipality[];
  readonly plans: readonly Plan[];
  readonly nodes: readonly Node[];
  readonly indicators: readonly Indicator[];
  readonly observations: readonly Observation[];
  readonly targets: readonly Target[];
  readonly ratings: readonly Rating[];
  /** The bands of the plans that have a way of rating of their own, in the order in which they are tried. */
  readonly bands: readonly (Band & { readonly plan: string })[];
  readonly themes: readonly Theme[];
  readonly terms: readonly Term[];
  readonly departments: readonly Department[];
  readonly sources: readonly Source[];
  readonly zones: readonly Zone[];
  readonly outlines: readonly Outlines[];
  readonly relatedPlans: readonly RelatedPlan[];
  readonly changes: readonly Change[];
  readonly topics: readonly Topic[];
  /** Words of everyday life with their readings and other spellings, by which the search knows them. */
  readonly words: readonly Word[];
  readonly chapters: readonly Chapter[];
  readonly guides: readonly Guide[];
}

/** The records by what they are asked for. A list that has nothing is empty, never missing. */
export interface Indexes {
  readonly municipality: (id: string) => Municipality;
  readonly plan: (id: string) => Plan;
  readonly node: (id: string) => Node;
  readonly theme: (id: string) => Theme;
  readonly term: (id: string) => Term;
  readonly department: (id: string) => Department;
  readonly source: (id: string) => Source;
  readonly plansOf: (municipality: string) => readonly Plan[];
  readonly zonesOf: (municipality: string) => readonly Zone[];
  readonly nodesOf: (plan: string) => readonly Node[];
  /** The nodes at the top of a plan's tree. */
  readonly rootsOf: (plan: string) => readonly Node[];
  readonly childrenOf: (node: string) => readonly Node[];
  /** The nodes above a node, from the top. */
  readonly ancestorsOf: (node: Node) => readonly Node[];
  readonly indicatorsOf: (plan: string) => readonly Indicator[];
  readonly indicatorsAt: (node: string) => readonly Indicator[];
  readonly observationsOf: (indicator: string) => readonly Observation[];
  readonly targetsOf: (indicator: string) => readonly Target[];
  /** The ratings of an indicator: the common one first, then its plan's own where the plan has a method. */
  readonly ratingsOf: (indicator: string) => readonly Rating[];
  readonly bandsOf: (plan: string) => readonly (Band & { readonly plan: string })[];
  readonly relatedPlansOf: (plan: string) => readonly RelatedPlan[];
  readonly chaptersOf: (plan: string) => readonly Chapter[];
  readonly nodesWithTheme: (theme: string) => readonly Node[];
  readonly nodesWithTerm: (term: string) => readonly Node[];
  /** The body of a node's own page, if its plan has one. */
  readonly bodyOf: (node: Node) => Chapter | null;
  /** True for a node that has a page of its own. */
  readonly isPage: (node: Node) => boolean;
  /** The node whose page shows a node: itself, or the nearest one above with a page; null where the plan's page does. */
  readonly pageOf: (node: Node) => Node | null;
}

/** Everything a site is made from, read and checked once, and frozen: the only door for pages and downloads. */
export interface Portal extends Records, Indexes {
  readonly site: SiteFile;
  readonly address: Addresses;
  /** Twelve hexadecimal digits that stand for the content of all source files: the same data, the same version. */
  readonly version: string;
  /** The latest day named in the ledger of changes; null where the ledger is empty. */
  readonly updated: string | null;
  /** Warnings; with an error there is no Portal. */
  readonly warnings: readonly Problem[];
}
