import { hasBuiltFile, readBuiltFile } from '../input/site-folder.ts';
import { otherPaths, routes } from '../model/routes.ts';
import { memoizeBySite, type SiteData, type SitePart } from './site-data.ts';

/** The folders of pages and files whose names an id follows, with the name of this id: `cities` → municipality. */
const folderOwners: ReadonlyMap<string, string> = new Map(
  Object.values({ ...routes, ...otherPaths }).flatMap((path) =>
    [...path.matchAll(/(\w+)\/\{(\w+)\}/g)].map(([, folder = '', name = '']) => [folder, name] as const),
  ),
);

/** Returns the source of a pattern for the folders of some ids: `cities|zones|city`. */
export const createFolderPattern = (...names: readonly string[]): string =>
  [...folderOwners.keys()].filter((folder) => names.includes(folderOwners.get(folder) ?? '')).join('|');

/** A folder of pages or files, and the id of a plan, an indicator, a municipality or a prefecture that follows it. */
const OWNED = new RegExp(`(?:^|/)(${createFolderPattern('plan', 'indicator', 'municipality', 'prefecture')})/([^/]+)`);

/** Returns the positions of the municipalities in their list, by their ids and by the ids of their plans. */
const getPositions = memoizeBySite(({ municipalities, plans }) => {
  const ofMunicipalities = new Map(municipalities.map(({ id }, at) => [id, at]));
  const ofPlans = new Map(plans.map(({ id, municipality }) => [id, ofMunicipalities.get(municipality)]));
  return { ofMunicipalities, ofPlans };
});

/** Returns the position of the municipality or the prefecture that a path belongs to; undefined if there is none. */
function findPosition(siteData: SiteData, path: string): number | undefined {
  const [, folder = '', name = ''] = OWNED.exec(path) ?? [];
  const owner = folderOwners.get(folder);
  if (owner === 'prefecture') return /^\d+$/.test(name) ? Number(name) : undefined;
  const { ofMunicipalities, ofPlans } = getPositions(siteData);
  return (owner === 'municipality' ? ofMunicipalities : ofPlans).get(name.replace(/(?:-figures)?(?:\..*)?$/, ''));
}

/**
 * Returns the number of the part that makes a page or a file, from 1: municipalities and prefectures go to the parts in
 * turn. It is 0 if the path belongs to none of them.
 * @param path the path of the page or the file below the base of the site: `data/plans/warabi-jiritsu/nodes.csv`
 */
export function findPart(siteData: SiteData, path: string, count: number): number {
  const position = findPosition(siteData, path);
  return position === undefined ? 0 : (position % count) + 1;
}

/** True for a run that makes one part of the site: neither the whole site, nor what is in none of the parts. */
export const makesOnePart = (part: SitePart | undefined): part is SitePart => part !== undefined && part.number > 0;

/** Returns true if this run makes a page or a file. A run without parts makes all. */
export function makesPath(siteData: SiteData, path: string): boolean {
  const { part } = siteData;
  return part === undefined || findPart(siteData, path, part.count) === part.number;
}

/** Returns the folder of the finished part that makes a page or a file; undefined if there is none. */
const findFinishedPart = (siteData: SiteData, path: string): string | undefined =>
  siteData.part?.folders[findPart(siteData, path, siteData.part.count) - 1];

/** Returns a file from the part that made it; null if there is none. */
export function readFinishedFile(siteData: SiteData, path: string): Buffer<ArrayBuffer> | null {
  const folder = findFinishedPart(siteData, path);
  return folder === undefined ? null : readBuiltFile(folder, path);
}

/** True if this run makes a file of the site, or a finished part has made it. */
export function isMade(siteData: SiteData, path: string): boolean {
  const folder = findFinishedPart(siteData, path);
  return makesPath(siteData, path) || (folder !== undefined && hasBuiltFile(folder, path));
}

/** Returns a file of the site, or null if neither this run nor a finished part makes it. */
export const makeOrReadFile = <T>(siteData: SiteData, path: string, make: () => T): T | Buffer<ArrayBuffer> | null =>
  makesPath(siteData, path) ? make() : readFinishedFile(siteData, path);
