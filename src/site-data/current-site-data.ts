import { AsyncLocalStorage } from 'node:async_hooks';
import { join } from 'node:path';
import { readPngSize } from '../input/png-size.ts';
import { openSiteFolder, type SiteFolder } from '../input/site-folder.ts';
import { openSiteData, type SiteOptions } from './open-site-data.ts';
import { memoizeBySite, type SiteData } from './site-data.ts';

/*
 * Each process has one site data. The build uses this module twice: in the bundle of the pages and outside it
 * (commands, configuration). The state is global, so that both share it.
 */
interface SharedState {
  options: SiteOptions;
  siteData: SiteData | null;
  /** The site data that replaces the usual one during `withSiteData`. */
  readonly other: AsyncLocalStorage<SiteData>;
  /** The folder of the project's code. */
  project: string;
  example: SiteData | null;
  fileWriter: FileWriter | null;
}

/** Writes the files of the site that is built. */
export interface FileWriter {
  /** Writes a file by its path below the base of the site. */
  readonly writeFile: (path: string, body: string | Uint8Array) => void;
  /** Adds work that writes files while pages are rendered. The build waits for it, and fails if it fails. */
  readonly addWork: (work: Promise<void>) => void;
}

const KEY = Symbol.for('keikaku-hiroba.siteData');
const globalState = globalThis as { [KEY]?: SharedState };

const getSharedState = (): SharedState =>
  (globalState[KEY] ??= {
    options: { root: process.cwd() },
    siteData: null,
    other: new AsyncLocalStorage(),
    project: process.cwd(),
    example: null,
    fileWriter: null,
  });

/** Sets the folder of the site's files, and discards the site data. */
export function setSiteOptions(options: SiteOptions): void {
  globalState[KEY] = { ...getSharedState(), options, siteData: null };
}

/** Returns the options from `setSiteOptions`, or else the working folder. */
export const getSiteOptions = (): SiteOptions => getSharedState().options;

/** Returns the source files of the site, with which `/check/` compares tables. Pages use the site data. */
export const getSourceFolder = (): SiteFolder => openSiteFolder(getSiteOptions().root);

/** Returns the bytes of the site's logo and its size in pixels; null if the settings name none. */
export const readSiteLogo = memoizeBySite(({ site }) => {
  if (site.logo === undefined) return null;
  const bytes = new Uint8Array(getSourceFolder().readBytes(site.logo));
  const size = readPngSize(bytes);
  return size && { bytes, ...size };
});

/** Discards the site data after a change of a source file, so that the next call reads it again. */
export function clearSiteData(): void {
  getSharedState().siteData = null;
}

/** Returns the site data of this process. The first call reads it: a DiagnosticsError says what is wrong. */
export function getSiteData(): SiteData {
  const state = getSharedState();
  return state.other.getStore() ?? (state.siteData ??= openSiteData(state.options));
}

/** Calls a function. Only inside it, even after an await, `getSiteData` returns this other site data. */
export const withSiteData = <T>(siteData: SiteData, work: () => T): T => getSharedState().other.run(siteData, work);

/** Sets the folder of the project's code, which does not depend on the site. */
export function setProjectFolder(folder: string): void {
  getSharedState().project = folder;
}

/** Returns the folder of the project's code. */
export const getProjectFolder = (): string => getSharedState().project;

/** Sets the writer for the files of the site that is built; null if none is built. */
export function setFileWriter(fileWriter: FileWriter | null): void {
  getSharedState().fileWriter = fileWriter;
}

/** Returns the writer for the files of the site that is built; null if none is built. */
export const getFileWriter = (): FileWriter | null => getSharedState().fileWriter;

/** Returns the fictional town, whose figures explain the methods in the guides. It is not part of other sites. */
export function getExampleSiteData(): SiteData {
  const state = getSharedState();
  return (state.example ??= openSiteData({ root: join(state.project, 'examples', 'mihon') }));
}
