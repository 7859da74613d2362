import { channel } from 'node:diagnostics_channel';

/*
 * What the build that runs shares with the code of its pages: its stages and the writer of its files. In `npm run dev`
 * and in tests the pages have a copy of this module, so both find them by global names.
 */

/** The stages of a build, in their order. */
export type BuildStage = 'read' | 'bundle' | 'tables' | 'search' | 'pages' | 'prose' | 'sitemap' | 'links' | 'move';

/** The channel of the stages that have ended, which `npm run bench` measures. */
export const endedStages = channel('keikaku-hiroba:build-stages');

/** Reports that a stage has ended: what happened since the last end belongs to it. Costs nothing if nobody listens. */
export function endStage(stage: BuildStage): void {
  endedStages.publish(stage);
}

/** Writes the files of the site that is built. */
export interface FileWriter {
  /** Writes a file by its path below the base of the site. */
  readonly writeFile: (path: string, body: string | Uint8Array) => void;
  /** Adds work that writes files while pages are rendered. The build waits for it, and fails if it fails. */
  readonly addWork: (work: Promise<void>) => void;
}

const KEY = Symbol.for('keikaku-hiroba.fileWriter');
const globalState = globalThis as { [KEY]?: FileWriter | null };

/** Sets the writer for the files of the site that is built; null if none is built. */
export function setFileWriter(fileWriter: FileWriter | null): void {
  globalState[KEY] = fileWriter;
}

/** Returns the writer for the files of the site that is built; null if none is built. */
export const getFileWriter = (): FileWriter | null => globalState[KEY] ?? null;
