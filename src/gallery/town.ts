import { check } from '../check/check.ts';
import { indicatorPicture } from '../downloads/pictures.ts';
import { addresses, type Addresses } from '../portal/address.ts';
import { assemble } from '../portal/open.ts';
import type { Portal } from '../portal/portal.ts';
import { makeRecords } from '../portal/records.ts';
import { ProblemsError } from '../problems/problem.ts';
import type { Folder } from '../read/folder.ts';
import { townFiles } from './town-files.ts';

/** Files that stand in the program. */
function folderOf(files: Readonly<Record<string, string>>): Folder {
  return {
    files: Object.keys(files).sort(),
    has: (path) => Object.hasOwn(files, path),
    bytes: (path) => new TextEncoder().encode(files[path]),
  };
}

/**
 * A Portal of two cities that are made up, for examples of components. It is read and checked as any other. None of
 * its pages is published, so that every link leads to one place on the page of the examples.
 * @param here the address of that place
 * @throws ProblemsError where its files have errors
 */
export function madeUpPortal(here: string): Portal {
  const { draft, problems } = check(folderOf(townFiles));
  if (!draft) throw new ProblemsError(problems);
  const { site } = draft;
  const to = () => here;
  const address: Addresses = {
    ...addresses(site.base, site.site),
    ...{ at: to, city: to, plan: to, node: to, text: to, indicator: to, theme: to, term: to, zone: to },
    ...{ planGoals: to, planBands: to, themeIn: to, zonesPicture: to, embed: to, guide: to, rule: to },
    ...{ planIndicators: to, themeInPrefecture: to, compare: to, compareCity: to, search: to },
    // The picture is no file of the site either: it stands in its own address, where all but a few characters may.
    indicatorPicture: (id) => {
      const indicator = portal.indicators.find((one) => one.id === id);
      const picture = indicator && indicatorPicture(portal, indicator);
      return picture ? `data:image/svg+xml,${picture.replace(/[%#"<>\n]/g, encodeURIComponent)}` : here;
    },
  };
  const records = makeRecords(draft, address);
  // A node below a page is a place on it, and has one more anchor in its address.
  const nodes = records.nodes.map((node) => ({ ...node, url: here }));
  const portal = assemble(
    { ...records, nodes },
    { site, address, version: '0'.repeat(12), warnings: problems },
  );
  return portal;
}
