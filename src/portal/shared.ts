import { AsyncLocalStorage } from 'node:async_hooks';
import { join } from 'node:path';
import { openPortal, type Opening } from './open.ts';
import type { Portal } from './portal.ts';

/*
 * One process, one Portal. The build bundles this module once for the pages and runs it once more outside the bundle
 * (commands, configuration), so the state is kept where both find it.
 */
interface Shared {
  opening: Opening;
  portal: Portal | null;
  /** The Portal that stands in for it while something is done with another. */
  readonly other: AsyncLocalStorage<Portal>;
  /** The folder of the project's own code. */
  project: string;
  example: Portal | null;
}

const KEY = Symbol.for('keikaku-hiroba.portal');
const home = globalThis as { [KEY]?: Shared };

function shared(): Shared {
  const known = home[KEY];
  if (known) return known;
  const root = process.cwd();
  const made = {
    opening: { root },
    portal: null,
    other: new AsyncLocalStorage<Portal>(),
    project: root,
    example: null,
  };
  home[KEY] = made;
  return made;
}

/** Says where the site's files stand, and forgets what was read before. */
export function shareOpening(opening: Opening): void {
  home[KEY] = { ...shared(), opening, portal: null };
}

/** Where the site's files stand: as said by `shareOpening`, else the folder that the process runs in. */
export function sharedOpening(): Opening {
  return shared().opening;
}

/** Forgets the Portal, so that it is read again when next asked for: a source file was changed. */
export function forgetPortal(): void {
  shared().portal = null;
}

/**
 * The one Portal of this process, read when first asked for.
 * @throws ProblemsError where the files have errors
 */
export function getPortal(): Portal {
  const state = shared();
  return state.other.getStore() ?? (state.portal ??= openPortal(state.opening));
}

/**
 * Does something with another Portal than the one of this process: what is called from within, awaited or not, gets
 * that one from `getPortal`, and nothing else does.
 */
export function withPortal<T>(portal: Portal, work: () => T): T {
  return shared().other.run(portal, work);
}

/** Says where the project's own code stands, whichever site is built. */
export function shareProject(folder: string): void {
  shared().project = folder;
}

/** The fictional town, whose figures the guides explain the methods with. It is no part of any other site. */
export function getExample(): Portal {
  const state = shared();
  return (state.example ??= openPortal({ root: join(state.project, 'examples', 'mihon') }));
}
