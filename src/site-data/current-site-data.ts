import { AsyncLocalStorage } from 'node:async_hooks';
import { join } from 'node:path';
import { readPngSize } from '../input/png-size.ts';
import { openSiteFolder, type SiteFolder } from '../input/site-folder.ts';
import { openSiteData, type SiteOptions } from './open-site-data.ts';
import { memoizeBySite, type SiteData } from './site-data.ts';

/*
 * Each process has one site data. Astro gives a route no arguments, so pages get it from here. `npm run dev`
 * uses this module twice: through the bundler for the pages and outside it (command, configuration). The state is
 * global, so that both share it.
 */
interface SharedState {
  options: SiteOptions;
  siteData: SiteData | null;
  /** The site data that replaces the usual one during `withSiteData`. */
  readonly replacement: AsyncLocalStorage<SiteData>;
  /** The folder of the project's code. */
  projectFolder: string;
  /** The fictional town. */
  example: SiteData | null;
}

const KEY = Symbol.for('keikaku-hiroba.siteData');
const globalState = globalThis as { [KEY]?: SharedState };

const getSharedState = (): SharedState =>
  (globalState[KEY] ??= {
    options: { root: process.cwd() },
    siteData: null,
    replacement: new AsyncLocalStorage(),
    projectFolder: process.cwd(),
    example: null,
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
  return state.replacement.getStore() ?? (state.siteData ??= openSiteData(state.options));
}

/** Calls a function. Only inside it, even after an await, `getSiteData` returns this other site data. */
export const withSiteData = <T>(siteData: SiteData, work: () => T): T =>
  getSharedState().replacement.run(siteData, work);

/** Sets the folder of the project's code, which does not depend on the site. */
export function setProjectFolder(folder: string): void {
  getSharedState().projectFolder = folder;
}

/** Returns the folder of the project's code. */
export const getProjectFolder = (): string => getSharedState().projectFolder;

/** Returns the fictional town, whose figures explain the methods in the guides. It is not part of other sites. */
export function getExampleSiteData(): SiteData {
  const state = getSharedState();
  return (state.example ??= openSiteData({ root: join(state.projectFolder, 'examples', 'mihon') }));
}
