import { createHash } from 'node:crypto';
import { check } from '../check/check.ts';
import { ProblemsError } from '../problems/problem.ts';
import { openFolder, type Folder } from '../read/folder.ts';
import { addresses } from './address.ts';
import { freeze } from './freeze.ts';
import { makeIndexes } from './indexes.ts';
import type { Portal, Records } from './portal.ts';
import { makeRecords } from './records.ts';

/** Where a site's files stand, and what overrides its `site.config.json`. */
export interface Opening {
  readonly root: string;
  readonly base?: string | undefined;
  readonly site?: string | undefined;
}

/** The first twelve hexadecimal digits of a SHA-256 over the names and bytes of all source files, but the ones (.md) that only explain them. */
function versionOf(folder: Folder): string {
  const hash = createHash('sha256');
  for (const file of folder.files.filter((one) => !one.endsWith('.md'))) {
    const bytes = folder.bytes(file);
    hash.update(`${file}\0${bytes.length}\0`);
    hash.update(bytes);
  }
  return hash.digest('hex').slice(0, 12);
}

/** Ties records, the ways to find them, and what is known of the whole site into a Portal that is frozen to its depths. */
export function assemble(
  records: Records,
  { site, address, version, warnings }: Pick<Portal, 'site' | 'address' | 'version' | 'warnings'>,
): Portal {
  const frozen = freeze(records);
  return Object.freeze({
    site: freeze(site),
    address: Object.freeze(address),
    version,
    updated: frozen.changes[0]?.date ?? null,
    warnings: freeze([...warnings]),
    ...frozen,
    ...makeIndexes(frozen),
  });
}

/**
 * Reads and checks a project once and gives everything its site is made from.
 * @throws ProblemsError with every problem found, where one of them is an error
 */
export function openPortal({ root, base, site: origin }: Opening): Portal {
  const folder = openFolder(root);
  const { draft, problems } = check(folder);
  if (!draft) throw new ProblemsError(problems);
  const site = { ...draft.site, base: base ?? draft.site.base, site: origin ?? draft.site.site };
  const address = addresses(site.base, site.site);
  const records = makeRecords(draft, address);
  return assemble(records, { site, address, version: versionOf(folder), warnings: problems });
}
