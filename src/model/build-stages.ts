import { channel } from 'node:diagnostics_channel';

/** The stages of a build, in their order. */
export const buildStages = {
  read: 'reading and checking',
  bundle: 'bundling',
  tables: 'tables and rules',
  search: 'search index',
  pages: 'pages',
  prose: 'index of prose',
  sitemap: 'sitemap',
  links: 'links',
  move: 'moving',
} as const;
export type BuildStage = keyof typeof buildStages;

/** The channel of the stages that have ended: code inside and outside of the bundle of pages shares it by its name. */
const stages = channel('keikaku-hiroba:build-stages');

/** Reports that a stage has ended: what happened since the last end belongs to it. Costs nothing if nobody listens. */
export function endStage(stage: BuildStage): void {
  stages.publish(stage);
}

/** Calls a function at the end of each stage. */
export function watchStages(listen: (stage: BuildStage) => void): void {
  stages.subscribe((stage) => {
    listen(stage as BuildStage);
  });
}
