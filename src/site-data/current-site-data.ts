import { AsyncLocalStorage } from 'node:async_hooks';
import { join } from 'node:path';
import { openSiteData, type SiteOptions } from './open-site-data.ts';
import type { EverydayPhrase } from '../tables/everyday-phrases.ts';
import { readEverydayPhrases } from './everyday-phrases.ts';
import type { SiteData } from './site-data.ts';

/*
 * One process, one site data. The build bundles this module once for the pages and runs it once more outside the bundle
 * (commands, configuration), so the state is kept where both find it.
 */
interface Shared {
  opening: SiteOptions;
  siteData: SiteData | null;
  /** The site data that stands in for it while something is done with another. */
  readonly other: AsyncLocalStorage<SiteData>;
  /** The folder of the project's own code. */
  project: string;
  example: SiteData | null;
}

const KEY = Symbol.for('keikaku-hiroba.siteData');
const home = globalThis as { [KEY]?: Shared };

function shared(): Shared {
  const known = home[KEY];
  if (known) return known;
  const root = process.cwd();
  const made = {
    opening: { root },
    siteData: null,
    other: new AsyncLocalStorage<SiteData>(),
    project: root,
    example: null,
  };
  home[KEY] = made;
  return made;
}

/** Says where the site's files stand, and forgets what was read before. */
export function setSiteOptions(opening: SiteOptions): void {
  home[KEY] = { ...shared(), opening, siteData: null };
}

/** Where the site's files stand: as said by `setSiteOptions`, else the folder that the process runs in. */
export function getSiteOptions(): SiteOptions {
  return shared().opening;
}

/** Forgets the site data, so that it is read again when next asked for: a source file was changed. */
export function clearSiteData(): void {
  shared().siteData = null;
}

/**
 * The one site data of this process, read when first asked for.
 * @throws DiagnosticsError where the files have errors
 */
export function getSiteData(): SiteData {
  const state = shared();
  return state.other.getStore() ?? (state.siteData ??= openSiteData(state.opening));
}

/**
 * Does something with another site data than the one of this process: what is called from within, awaited or not, gets
 * that one from `getSiteData`, and nothing else does.
 */
export function withSiteData<T>(siteData: SiteData, work: () => T): T {
  return shared().other.run(siteData, work);
}

/** Says where the project's own code stands, whichever site is built. */
export function setProjectFolder(folder: string): void {
  shared().project = folder;
}

/** The fictional town, whose figures the guides explain the methods with. It is no part of any other site. */
export function getExampleSiteData(): SiteData {
  const state = shared();
  return (state.example ??= openSiteData({ root: join(state.project, 'examples', 'mihon') }));
}

/**
 * Returns what residents say and the words that plans use for it: the same for every site.
 * @throws DiagnosticsError if the file has errors
 */
export function getEverydayPhrases(): readonly EverydayPhrase[] {
  return readEverydayPhrases(shared().project);
}
