import { changesTable } from './changes.ts';
import { departmentsTable } from './departments.ts';
import { glossaryTable } from './glossary.ts';
import { indicatorsTable } from './indicators.ts';
import { municipalitiesTable } from './municipalities.ts';
import { observationsTable } from './observations.ts';
import { ratingBandsTable } from './rating-bands.ts';
import { relatedPlansTable } from './related-plans.ts';
import { sourcesTable } from './sources.ts';
import { statisticValuesTable } from './statistic-values.ts';
import { statisticsTable } from './statistics.ts';
import type { SourceTable } from './table-schema.ts';
import { targetsTable } from './targets.ts';
import { themesTable } from './themes.ts';
import { topicsTable } from './topics.ts';
import { treeTable } from './tree.ts';
import { wordsTable } from './words.ts';
import { zonesTable } from './zones.ts';

export const planTables = {
  tree: treeTable,
  indicators: indicatorsTable,
  observations: observationsTable,
  targets: targetsTable,
  bands: ratingBandsTable,
  relatedPlans: relatedPlansTable,
};

/** The tables that a site has once. */
export const siteTables = {
  municipalities: municipalitiesTable,
  departments: departmentsTable,
  sources: sourcesTable,
  terms: glossaryTable,
  themes: themesTable,
  topics: topicsTable,
  words: wordsTable,
  statistics: statisticsTable,
  changes: changesTable,
};

export const municipalityTables = { zones: zonesTable, statisticValues: statisticValuesTable };

const { indicators, ...otherPlanTables } = planTables;

/** Every source table. If headings fit several tables equally, the first one counts; most people check indicators. */
export const sourceTables = { indicators, ...otherPlanTables, ...siteTables, ...municipalityTables };

export type SourceTableName = keyof typeof sourceTables;

/** Some of the source tables by their names. */
export type SourceTables = Readonly<Record<string, SourceTable>>;
